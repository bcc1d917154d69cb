/**
 * Velden: whether a value is what its field asks, by the description that comes from the class itself. Says the same as
 * plugins/wegwijs/validation.py, with the same code and the same words filled in.
 */
(function () {
  "use strict";

  const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isList = Array.isArray;
  const ADDRESS = /^https?:\/\/[^\s<>"']+\.[^\s<>"']+$/;
  const oneLine = (text) => text.split(/\s+/u).filter(Boolean).join(" ");
  const length = (text) => [...text].length;

  /** A word as it is compared: lower case, no accents, hyphens for spaces and underscores. */
  function fold(word) {
    return word.trim().normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[_ ]/g, "-");
  }

  /** How alike two words are, as Python's difflib says it: the matching blocks, longest first. */
  function ratio(one, other) {
    const places = new Map();
    [...other].forEach((sign, at) => places.set(sign, [...(places.get(sign) || []), at]));
    const a = [...one];
    const b = [...other];
    const longest = (aLow, aHigh, bLow, bHigh) => {
      let best = [aLow, bLow, 0];
      let sizes = new Map();
      for (let i = aLow; i < aHigh; i += 1) {
        const next = new Map();
        for (const j of places.get(a[i]) || []) {
          if (j < bLow) continue;
          if (j >= bHigh) break;
          const size = (sizes.get(j - 1) || 0) + 1;
          next.set(j, size);
          if (size > best[2]) best = [i - size + 1, j - size + 1, size];
        }
        sizes = next;
      }
      return best;
    };
    const matches = (aLow, aHigh, bLow, bHigh) => {
      const [i, j, size] = longest(aLow, aHigh, bLow, bHigh);
      return size && size + matches(aLow, i, bLow, j) + matches(i + size, aHigh, j + size, bHigh);
    };
    return a.length + b.length ? (2 * matches(0, a.length, 0, b.length)) / (a.length + b.length) : 1;
  }

  /** The known word that is most like this one; empty when none is. */
  function nearest(word, known) {
    const folded = fold(word);
    let best = ["", 0.6, ""];
    for (const each of known) {
      const candidate = fold(each);
      const size = length(candidate) + length(folded);
      // No need to compare words whose lengths differ too much.
      if (size && (2 * Math.min(length(candidate), length(folded))) / size < best[1]) continue;
      const score = ratio(candidate, folded);
      if (score > best[1] || (score === best[1] && candidate > best[2])) best = [each, score, candidate];
    }
    return best[0];
  }

  function didYouMean(word, known, ending = "?") {
    const near = nearest(word, known);
    return near ? `Bedoelde je "${near}"${ending}` : "";
  }

  /** How a field is called in a message: `stappen 2: minuten`, counted from one. */
  function fieldName(path) {
    return path.reduce((name, part) => {
      if (typeof part === "number") return `${name} ${part + 1}`;
      return name + (name && /\d$/.test(name) ? ": " : name ? "." : "") + part;
    }, "");
  }

  const shown = (value) => (typeof value === "string" ? value : isList(value) ? "een lijst" : isGroup(value) ? "een groep velden" : "");
  const isNothing = (value) => value === null || value === "" || (isList(value) && !value.length) || (isGroup(value) && !Object.keys(value).length);

  /** Judges one value; `tell(code, path, values)` is called for each fault. Gives whether it is sound. */
  function judge(field, value, path, tell) {
    if (value === null && field.leeg) return true;
    const fault = (code, extra = {}) => {
      const given = "waarde" in extra ? extra.waarde : value;
      tell(isNothing(given) ? "K015" : code, path, { waarde: shown(given), bedoelde: "", ...extra.waarden });
      return false;
    };
    return SORTS[field.soort](field, value, fault, path, tell);
  }

  function judgeText(field, raw, fault, prepare) {
    if (typeof raw !== "string") return fault("K023");
    const value = prepare(raw);
    const size = length(value);
    const about = { waarde: value };
    if (field.max !== undefined && size > field.max) return fault("K016", { ...about, waarden: { lengte: length(value.trim()), grens: field.max } });
    if (field.min !== undefined && size < field.min) return fault("K017", { ...about, waarden: { lengte: length(value.trim()), grens: field.min } });
    if (field.patroon && !new RegExp(field.patroon, "u").test(value)) return fault("K028", { waarde: raw });
    return true;
  }

  function judgeNumber(field, value, fault) {
    if (typeof value !== "string") return fault("K018");
    if (!/^-?(?:0|[1-9]\d{0,8})$/.test(value)) return fault("K018");
    const number = Number(value);
    if (field.min !== undefined && number < field.min) return fault("K019", { waarden: { grens: field.min, vergelijking: "ten minste" } });
    if (field.max !== undefined && number > field.max) return fault("K019", { waarden: { grens: field.max, vergelijking: "ten hoogste" } });
    return true;
  }

  function isDay(value) {
    const made = new Date(`${value}T00:00:00Z`);
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && !value.startsWith("0000") && !Number.isNaN(made.getTime()) && made.toISOString().startsWith(value);
  }

  function judgeChoice(field, value, fault) {
    if (typeof value === "string" && field.keuzes.includes(value)) return true;
    return fault("K021", { waarden: { keuzes: field.keuzes.join(", "), bedoelde: didYouMean(String(value), field.keuzes) } });
  }

  function judgeList(field, value, fault, path, tell) {
    if (!isList(value)) return fault(typeof value === "string" && value.startsWith("-") ? "K051" : "K022");
    if (field.max !== undefined && value.length > field.max) return fault("K027", { waarden: { lengte: value.length, grens: field.max } });
    if (field.min !== undefined && value.length < field.min) return fault("K017", { waarden: { lengte: value.length, grens: field.min } });
    return value.map((each, at) => judge(field.rij, each, [...path, at], tell)).every(Boolean);
  }

  /** The fields of a group or of a whole item. Gives the names of the faulty ones. */
  function judgeFields(fields, values, path, tell) {
    const names = fields.map((each) => each.naam);
    const faulty = new Set();
    for (const name of Object.keys(values)) {
      if (names.includes(name)) continue;
      tell("K010", [...path, name], { keuzes: names.join(", "), bedoelde: didYouMean(name, names) });
      faulty.add(name);
    }
    for (const field of fields) {
      const at = [...path, field.naam];
      if (!Object.hasOwn(values, field.naam)) {
        if (!field.nodig) continue;
        tell("K011", at, {});
        faulty.add(field.naam);
      } else if (!judge(field, values[field.naam], at, tell)) faulty.add(field.naam);
    }
    return faulty;
  }

  const SORTS = {
    regel: (field, value, fault) => judgeText(field, value, fault, oneLine),
    tekst: (field, value, fault) => judgeText(field, value, fault, (text) => text.trim()),
    naam: (field, value, fault) => judgeText(field, value, fault, (text) => text.trim()),
    adres: (field, value, fault) =>
      typeof value === "string" && !ADDRESS.test(value) ? fault("K029") : judgeText(field, value, fault, (text) => text),
    getal: judgeNumber,
    dag: (field, value, fault) => (typeof value === "string" && isDay(value)) || fault("K020"),
    keuze: judgeChoice,
    lijst: judgeList,
    kenmerk: (field, value, fault, path, tell) => judgeList(field, typeof value === "string" ? [value] : value, fault, path, tell),
    groep: (field, value, fault, path, tell) => (isGroup(value) ? !judgeFields(field.velden, value, path, tell).size : fault("K024")),
    kenmerken: (field, value, fault, path, tell) =>
      isGroup(value) ? Object.entries(value).map(([name, each]) => judge(field.rij, each, [...path, name], tell)).every(Boolean) : fault("K024"),
  };
  SORTS.delen = SORTS.groep;

  window.wegwijsVelden = { judgeFields, didYouMean, nearest, fieldName, fold, isGroup, oneLine };
})();
