/**
 * Regels: what `wegwijs check` says about an item, said in the browser. Each function here is one of plugins/wegwijs/checks/, with its
 * limits, tables, expressions and sentences as data; a test holds the two together on the sample of every message.
 */
(function () {
  "use strict";

  const { judgeFields, didYouMean, nearest, fieldName, fold } = window.wegwijsVelden;
  const CONTENT = "content/";
  const TOO_OLD = ["historisch", "ingetrokken"];

  const fill = (text, values) =>
    text.replace(/\{\{|\}\}|\{(\w+)\}/g, (place, name) => (name ? values[name] ?? place : place[0]));

  const oneLine = (text) => String(text).replace(/(?! )[\p{C}\p{Z}]/gu, " ");

  /** The judgement of one draft. */
  class Check {
    constructor(data, draft) {
      this.data = data;
      this.rules = data.regels;
      this.patterns = data.patronen || (data.patronen = window.wegwijsTekst.compile(data.regels.patronen));
      this.draft = draft;
      this.kind = data.soorten[draft.soort];
      this.path = `${CONTENT}${this.kind.map}/${draft.naam}.md`;
      this.folder = this.path.slice(0, -3);
      this.problems = [];
    }

    add(code, place, values = {}) {
      const message = this.data.berichten[code];
      const shown = {};
      for (const [key, value] of Object.entries(values)) {
        const text = oneLine(value);
        const most = this.rules.lijsten.includes(key) ? 800 : 120;
        shown[key] = [...text].length <= most ? text : [...text].slice(0, most - 1).join("") + "…";
      }
      const found = { code, plaats: place, bericht: fill(message.bericht, shown), uitweg: fill(message.uitweg, shown).trim(), fout: message.fout };
      if (!this.problems.some((each) => JSON.stringify(each) === JSON.stringify(found))) this.problems.push(found);
    }

    run() {
      const faulty = judgeFields(this.kind.velden, this.draft.velden, [], (code, path, values) =>
        this.add(code, path, { veld: fieldName(path), bedoelde: "", ...values }),
      );
      this.faulty = faulty;
      this.meta = Object.fromEntries(Object.entries(this.draft.velden).filter(([name, value]) => !faulty.has(name) && value !== null));
      this.control();
      this.sources();
      this.relations();
      if (this.draft.soort === "ervaring") return this.problems;
      this.facets();
      this.elements();
      this.names();
      this.dates();
      this.numbers();
      this.completeness();
      this.keepers();
      this.titles();
      this.files();
      this.summary();
      if (this.draft.tekst !== undefined) this.text();
      return this.problems;
    }

    list(name) {
      return Array.isArray(this.meta[name]) ? this.meta[name] : [];
    }

    /** Signs that nobody sees, and a file that is too long. */
    control() {
      const walk = (value, path) => {
        if (typeof value === "string") {
          const found = this.patterns.stuurteken.any.exec(value);
          this.patterns.stuurteken.any.lastIndex = 0;
          if (found) this.add("K009", path, { teken: `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}` });
        } else if (value) for (const [name, each] of Object.entries(value)) walk(each, [...path, Array.isArray(value) ? Number(name) : name]);
      };
      walk(this.draft.velden, []);
      walk(this.draft.tekst || "", ["tekst"]);
      const { bestand } = this.draft;
      if (!bestand) return;
      if ([...bestand].length > this.rules.grens_tekst) this.add("K008", ["tekst"], { tekens: [...bestand].length, grens: this.rules.grens_tekst });
      const meta = [...bestand.slice(4, bestand.indexOf("\n---", 3))].length;
      if (meta > this.rules.grens_gegevens) this.add("K049", [], { tekens: meta, grens: this.rules.grens_gegevens });
    }

    facets() {
      const { kenmerken: facets } = this.data;
      const found = this.meta.facetten || {};
      const valuesOf = (name) => (typeof found[name] === "string" ? [found[name]] : found[name] || []);
      for (const name of Object.keys(found)) {
        const place = ["facetten", name];
        if (!facets[name]) {
          this.add("K013", place, { naam: name, keuzes: Object.keys(facets).join(", "), bedoelde: didYouMean(name, Object.keys(facets)) });
          continue;
        }
        const values = valuesOf(name);
        if (facets[name].enkel && values.length > 1) this.add("K026", place, { facet: facets[name].titel, aantal: values.length });
        values.forEach((value) => this.value(name, value.trim(), place));
      }
      for (const name of this.kind.kenmerken) {
        if (facets[name] && !valuesOf(name).length && !this.faulty.has("facetten")) this.add("K032", ["facetten", name], { facet: name, titel: facets[name].titel });
      }
    }

    value(facet, value, place) {
      const { titel, waarden } = this.data.kenmerken[facet];
      if (waarden[value]) return;
      const words = {};
      for (const [id, names] of Object.entries(waarden)) {
        words[id] = id;
        for (const name of names) words[name.toLowerCase()] = id;
      }
      const known = words[value.toLowerCase()];
      const hint = known ? `Bedoelde je "${known}"?` : didYouMean(value, Object.keys(waarden));
      this.add("K012", place, { facet: titel, waarde: value, bedoelde: hint, keuzes: Object.keys(waarden).join(", ") });
    }

    elements() {
      const known = this.data.delen;
      for (const basis of ["bron", "redactie"]) {
        for (const id of (this.meta.elementen || {})[basis] || []) {
          if (known[id]) continue;
          const called = Object.keys(known).find((each) => known[each].toLowerCase() === id.toLowerCase());
          this.add("K014", ["elementen", basis], { naam: id, bedoelde: called ? `Bedoelde je "${called}"?` : didYouMean(id, Object.keys(known)) });
        }
      }
    }

    /** Every reference to another item: relation, name, and where it stands. */
    *references() {
      for (const field of this.kind.velden) {
        const value = this.meta[field.naam];
        const groups = field.velden ? field.velden.map((part) => [part, (value || {})[part.naam], [field.naam, part.naam]]) : [[field, value, [field.naam]]];
        for (const [part, found, place] of groups) {
          if (part.wijst === "item") for (const slug of [found || []].flat()) yield [part.naam, slug.trim(), place];
        }
      }
    }

    relations() {
      const { items } = this.data;
      for (const [relation, slug, place] of this.references()) {
        const other = items[slug];
        if (slug === this.draft.naam && this.draft.soort !== "ervaring") this.add("K063", place, { relatie: relation });
        else if (!other) this.add("K060", place, { naam: slug, bedoelde: didYouMean(slug, Object.keys(items)) });
        else if (other.status === "ingetrokken" && relation !== "vervangt") this.add("K061", place, { naam: slug, titel: other.titel });
        else if (this.rules.hoort_bij[relation] && other.soort !== this.rules.hoort_bij[relation]) {
          this.add("K069", place, { naam: slug, relatie: relation, soort: this.rules.hoort_bij[relation] });
        }
      }
      const ring = this.ring();
      if (ring) this.add("K062", ["verwant", "vervangt"], { keten: [...ring, ring[0]].join(" → ") });
    }

    /** The ring of items that replace each other in which this one stands, from its alphabetically first member. */
    ring() {
      const next = (slug) => (slug === this.draft.naam ? (this.meta.verwant || {}).vervangt || [] : (this.data.items[slug] || {}).vervangt || []);
      const trail = (path) => {
        for (const slug of next(path.at(-1))) {
          if (slug === path[0]) return path;
          const found = !path.includes(slug) && trail([...path, slug]);
          if (found) return found;
        }
        return null;
      };
      const found = trail([this.draft.naam]);
      if (!found || found.length < 2) return null;
      const first = found.indexOf([...found].sort()[0]);
      return [...found.slice(first), ...found.slice(0, first)];
    }

    sources() {
      const known = Object.keys(this.data.bronnen);
      const unknown = (name, place) => name && !known.includes(name.trim()) && this.add("K064", place, { naam: name, bedoelde: didYouMean(name, known) });
      if (this.draft.soort === "ervaring") unknown(this.meta.bron, ["bron"]);
      for (const field of ["bronnen", "ervaringen"]) {
        this.list(field).forEach((row, at) => {
          if (row.bron) unknown(row.bron, [field, at, "bron"]);
          else if (field === "bronnen" && !row.titel) this.add("K031", [field, at]);
        });
      }
    }

    /** Name, code and address are not somebody else's. */
    names() {
      const other = this.data.items[this.draft.naam];
      if (other && other.pad !== this.path) this.add("K065", ["naam"], { naam: this.draft.naam, ander: other.pad });
      else if (!this.draft.was && other) this.add("K065", ["naam"], { naam: this.draft.naam, ander: other.pad });
      const owner = this.data.codes[this.meta.code];
      if (owner && owner !== this.path) this.add("K067", ["code"], { korte_code: this.meta.code, ander: owner });
      const address = `${this.kind.map}/${this.draft.naam}/`;
      const held = this.data.adressen[address];
      if (held && held[0] !== this.meta.code) this.add("K144", ["naam"], { adres: address, korte_code: held[0], titel: held[1] });
      if (this.meta.status === "ingetrokken" && !this.meta.reden_ingetrokken) this.add("K143", ["reden_ingetrokken"]);
    }

    dates() {
      for (const [first, second] of this.rules.dagen) {
        const before = this.meta[first];
        const after = this.meta[second];
        if (before && after && before > after) this.add("K071", [second], { veld: second, datum: after, ander: first, anderdatum: before });
      }
      const { van, tot } = this.meta.periode || {};
      if (tot && Number(tot) < Number(van)) this.add("K071", ["periode", "tot"], { veld: "periode.tot", datum: tot, ander: "periode.van", anderdatum: van });
    }

    numbers() {
      for (const field of ["duur", "groep"]) {
        const span = this.meta[field];
        if (span && Number(span.min) > Number(span.max)) this.add("K070", [field, "min"], { veld: field, min: Number(span.min), max: Number(span.max) });
      }
      const { min, max } = this.meta.duur || {};
      for (const field of ["stappen", "programma"]) {
        const steps = this.list(field);
        const total = steps.reduce((sum, step) => sum + Number(step.minuten), 0);
        if (!steps.length || !min || Number(min) > Number(max) || (total >= Number(min) && total <= Number(max))) continue;
        this.add("K072", [field], { veld: field, som: total, min: Number(min), max: Number(max) });
      }
    }

    completeness() {
      if (this.meta.status !== "actueel") return;
      for (const field of this.kind.actueel) {
        const value = this.meta[field];
        if ((value === undefined || (Array.isArray(value) && !value.length)) && !this.faulty.has(field)) this.add("K073", [field], { veld: field });
      }
    }

    keepers() {
      const { status, beheerder, herkomst, periode, titel } = this.meta;
      const isGroup = this.draft.soort === "coalitie";
      if (!this.rules.levend.includes(status)) return;
      if (beheerder) {
        const keeper = window.wegwijsVelden.oneLine(beheerder);
        const own = isGroup ? [titel, herkomst?.naam].filter(Boolean).map(fold) : [];
        const stops = this.patterns.tijdelijk.whole.test(fold(keeper)) || [...this.data.coalities, ...own].includes(fold(keeper));
        if (stops) this.add("K161", ["beheerder"], { naam: keeper });
      }
      if (this.meta.herzien_voor || this.faulty.has("herzien_voor")) return;
      const isTold = status === "actueel" && this.kind.actueel.includes("herzien_voor");
      const isProduct = this.data.producten.includes(this.draft.naam) || herkomst?.soort === "coalitie";
      if (isGroup && periode && !periode.tot) this.add("K162", ["periode"]);
      if (!isGroup && isProduct && !isTold) this.add("K160", ["herzien_voor"], { titel: titel ? window.wegwijsVelden.oneLine(titel) : this.draft.naam });
    }

    titles() {
      const title = this.meta.titel && window.wegwijsVelden.oneLine(this.meta.titel);
      if (!title) return;
      if (this.patterns.proeftitel.whole.test(title)) this.add("K100", ["titel"], { titel: title });
      const [mine, figures] = this.key(title);
      for (const item of Object.values(this.data.items)) {
        if (item.soort !== this.draft.soort || item.pad === this.path) continue;
        const [theirs, others] = this.key(item.titel);
        if (figures && others && figures !== others) continue;
        if ([...variants(mine)].some((each) => variants(theirs).has(each))) this.add("K101", ["titel"], { titel: title, ander: item.titel, pad: item.pad });
      }
    }

    /** The letters of a title that matter, in a fixed order, and its figures apart. */
    key(title) {
      const small = this.rules.kleine_woorden;
      const words = (title.toLowerCase().match(/\p{L}+/gu) || []).filter((word) => !small.includes(word));
      const kept = words.map((word) => word.replace(/en$/, "").replace(/s$/, "")).sort();
      return [kept.join(""), (title.match(/\d+/g) || []).join(" ")];
    }

    /** Files of the item: those that are there already, and those that were chosen. */
    files() {
      const { soorten_bestand: types, grens_bestand: most, grens_item: all } = this.rules;
      const files = this.draft.bestanden || {};
      const used = new Set();
      const isSafe = (name) => this.patterns.naam.whole.test(name) && !this.patterns.windows.whole.test(name);
      const kindOf = (name) => (name.includes(".") ? name.slice(name.lastIndexOf(".") + 1) : "");
      this.list("bijlagen").forEach((row, at) => {
        const name = row.bestand.trim();
        const place = ["bijlagen", at, "bestand"];
        if (!isSafe(name)) this.add("K081", place, { naam: name });
        else if (!types[kindOf(name)]) this.add("K082", place, { naam: name, soorten: Object.keys(types).join(", ") });
        else if (!files[name]) this.add("K080", place, { naam: name, map: this.folder, bedoelde: didYouMean(name, Object.keys(files)) });
        else used.add(name);
      });
      const own = `${this.folder.split("/").at(-1)}/`;
      for (const { target } of this.body().references) {
        const path = decode(target.split("#")[0].split("?")[0]);
        if (path.startsWith(own)) used.add(path.slice(own.length));
      }
      let total = 0;
      for (const [name, file] of Object.entries(files)) {
        const place = ["bijlagen", this.list("bijlagen").findIndex((row) => row.bestand === name), "bestand"];
        if (this.file(name, file, kindOf(name).toLowerCase(), place, types, most)) total += file.grootte;
        if (!used.has(name) && !this.faulty.has("bijlagen")) this.add("K088", place, { naam: name });
      }
      if (total > all) this.add("K084", ["bijlagen"], { naam: "alle bijlagen samen", mb: megabytes(total), grens: megabytes(all) });
    }

    file(name, file, kind, place, types, most) {
      if (!types[kind]) this.add("K082", place, { naam: name, soorten: Object.keys(types).join(", ") });
      else if (!file.grootte) this.add("K085", place, { naam: name });
      else if (file.grootte > most) this.add("K084", place, { naam: name, mb: megabytes(file.grootte), grens: megabytes(most) });
      else if (file.is_anders) this.add("K083", place, { naam: name, soort: kind });
      else if (file.doet) this.add("K087", place, { naam: name, wat: file.doet });
      else return true;
      return false;
    }

    summary() {
      const text = this.meta.samenvatting;
      const says = (pattern) => new RegExp(pattern.any.source, pattern.any.flags.replace("g", "")).test(text);
      if (text && !says(this.patterns.voor_wie) && !says(this.patterns.rollen)) this.add("K132", ["samenvatting"]);
    }

    body() {
      this.read = this.read || window.wegwijsTekst.read(this.patterns, this.draft.tekst || "");
      return this.read;
    }

    /** In which section of the text a line stands. */
    section(line) {
      const found = this.body().headings.filter((heading) => heading.level === 2 && heading.line <= line).at(-1);
      return ["tekst", ...(found ? [found.title] : [])];
    }

    text() {
      this.sections();
      for (const spot of this.body().html) this.add("K094", this.section(spot.line), { html: spot.text });
      for (const reference of this.body().references) this.link(reference);
      this.sentences();
    }

    sections() {
      const { headings } = this.body();
      const isOld = this.kind.historisch.length && TOO_OLD.includes(this.meta.status);
      const wanted = isOld ? this.kind.historisch : this.faulty.has("status") ? [] : this.kind.koppen;
      const found = new Map(headings.filter((heading) => heading.level === 2).map((heading) => [heading.title, heading]));
      const titles = [...found.keys()];
      for (const title of wanted) {
        const place = ["tekst", title];
        if (!found.has(title)) {
          const near = titles.find((other) => other.toLowerCase() === title.toLowerCase());
          const hint = near ? `Bedoelde je "${title}" in plaats van "${near}"?` : didYouMean(title, titles, " daarmee?");
          this.add("K095", place, { kop: title, bedoelde: hint });
        } else if (found.get(title).words < 3) this.add("K096", place, { kop: title });
      }
      const order = wanted.filter((title) => found.has(title));
      const late = order.find((title, at) => at && found.get(title).line < found.get(order[at - 1]).line);
      if (late) this.add("K103", ["tekst", late], { kop: late, volgorde: wanted.join(" · ") });
      for (const heading of headings) {
        if (heading.level === 1) this.add("K102", this.section(heading.line), { kop: heading.title });
        if (heading.level === 2 && this.rules.eigen_koppen.includes(heading.title)) this.add("K098", ["tekst", heading.title], { kop: heading.title });
      }
    }

    link({ target, text, isImage, line }) {
      const place = this.section(line);
      if (isImage && !text.trim()) this.add("K092", place, { doel: target });
      const scheme = this.patterns.schema.start.exec(decode(target).trim());
      if (scheme || target.startsWith("//") || target.includes("\\")) {
        const outside = scheme && this.rules.veilig.includes(scheme[1].toLowerCase());
        if (!outside || isImage) this.add(isImage && outside ? "K093" : "K097", place, { doel: target });
      } else if (/^(?:www\.|\/)/.test(target)) {
        this.add("K099", place, { doel: target, beter: target.startsWith("www.") ? `https://${target}` : target.replace(/^\/+/, "") });
      } else this.inside(target, isImage, place);
    }

    inside(target, isImage, place) {
      const [whole, anchor = ""] = [target.split("#")[0], target.split("#").slice(1).join("#")];
      const name = decode(whole.split("?")[0]);
      const here = this.path.slice(CONTENT.length);
      const goal = name ? normal(`${this.kind.map}/${name}`) : here;
      const own = `${this.folder}/`;
      const isFile = (path) => `${CONTENT}${path}` in this.data.bestanden || (`${CONTENT}${path}`.startsWith(own) && `${CONTENT}${path}`.slice(own.length) in (this.draft.bestanden || {}));
      const pages = this.data.bladzijden;
      const isImageFile = this.rules.afbeeldingen.includes(goal.slice(goal.lastIndexOf(".") + 1));
      if (isImage && !(isFile(goal) && isImageFile)) this.add("K093", place, { doel: target });
      else if (goal in pages || goal === here || !name) {
        const anchors = goal === here ? [...this.body().headings.map((heading) => heading.anchor), ...(name ? pages[here] || [] : [])] : pages[goal];
        if (anchor && !anchors.includes(anchor)) {
          this.add("K091", place, { anker: anchor, doel: name || "deze bladzijde", bedoelde: didYouMean(anchor, anchors) });
        }
      } else if (!isFile(goal)) this.add("K090", place, { doel: target, bedoelde: this.near(goal) });
    }

    near(goal) {
      const known = [...Object.keys(this.data.bladzijden), ...Object.keys(this.data.bestanden).map((path) => path.slice(CONTENT.length))];
      const same = (path) => known.find((each) => each.toLowerCase() === path.toLowerCase());
      const found = same(goal) || same(`${goal}.md`) || same(`${goal}/index.md`) || nearest(goal, Object.keys(this.data.bladzijden));
      if (!found) return "";
      const path = found.startsWith(`${this.kind.map}/`) ? found.slice(this.kind.map.length + 1) : `../${found}`;
      return `Bedoelde je "${path}"?`;
    }

    /** Sentences that are too long to read aloud, and abbreviations that nobody explains. */
    sentences() {
      const { lines, code } = this.body();
      const seen = new Set(this.rules.bekend);
      lines.forEach((line, number) => {
        if (code.has(number)) return;
        if (line.length >= this.rules.zin_woorden * 4 && !line.trimStart().startsWith("|")) {
          for (const [sentence] of line.replace(this.patterns.opmaak.any, "$1").matchAll(this.patterns.zin.any)) {
            const words = sentence.split(/\s+/).filter(Boolean);
            if (words.length > this.rules.zin_woorden) this.add("K130", this.section(number), { aantal: words.length, begin: words.slice(0, 6).join(" ") });
          }
        }
        if (!this.rules.heeft_begrippen) return;
        for (const found of line.matchAll(this.patterns.hoofdletters.any)) {
          const end = found.index + found[0].length;
          if (seen.has(found[0]) || line.slice(end, end + 2).includes("](")) continue;
          seen.add(found[0]);
          this.add("K131", this.section(number), { woord: found[0] });
        }
      });
    }
  }

  function variants(letters) {
    const found = new Set([letters]);
    if (letters.length >= 8) for (let at = 0; at < letters.length; at += 1) found.add(letters.slice(0, at) + letters.slice(at + 1));
    return found;
  }

  const megabytes = (size) => Math.ceil(size / 1_000_000);

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /** A path without `.` and `..`. */
  function normal(path) {
    const made = [];
    for (const part of path.split("/")) {
      if (part === ".." && made.length && made.at(-1) !== "..") made.pop();
      else if (part && part !== ".") made.push(part);
    }
    return made.join("/") || ".";
  }

  /** The problems of a draft: `{soort, naam, velden, tekst, bestand, bestanden, was}`. */
  window.wegwijsRegels = { check: (data, draft) => new Check(data, draft).run(), fill, fold };
})();
