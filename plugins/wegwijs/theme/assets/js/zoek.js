/*
 * Zoek: the search of the site in the browser, for the header, the catalogue and the copy on disk.
 *
 * window.wegwijsZoek.search(query, options) gives a promise of results; `deel` is what the parts of the index call.
 * plugins/wegwijs/search makes the index, and query.py there puts the same questions in Python: what changes here changes there.
 */
(function () {
  "use strict";

  const site = new URL("../../", document.currentScript.src);

  // --- Parts of the index: scripts that hand themselves over, because nothing can be fetched from a disk ---

  let parts = new Map();
  const waiting = new Map();
  let version = "";
  let fresh = "";
  let index = null;

  function load(name) {
    if (!parts.has(name)) {
      parts.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(name, { resolve, reject });
        script.src = new URL(`assets/zoek/${name}.js${fresh && `?v=${fresh}`}`, site).href;
        script.onload = () => script.remove();
        script.onerror = () => { parts.delete(name); reject(new Error(name)); };
        document.head.append(script);
      }));
    }
    return parts.get(name);
  }

  function deel(name, itsVersion, data) {
    const asked = waiting.get(name);
    if (!asked) return;
    if (name === "kern") {
      version = itsVersion;
      index = read(data);
    } else if (itsVersion !== version) {
      // The site was renewed while this page was open, or a cache is behind: begin again with parts of one version.
      fresh = itsVersion;
      parts = new Map();
      asked.reject(new Error("renewed"));
      return;
    }
    asked.resolve(data);
  }

  // --- Language: the twin of language.py ---

  const TOKEN = /[\p{L}\p{N}]+(?:['’&][\p{L}\p{N}]+)*/gu;
  const LONG_VOWEL = /([aeou])\1(?=[^aeiouy]+$)/;
  const OPEN = /^(?:.*[^aeiouy])?([aeou])[^aeiouywx]$/;
  const DOUBLE = /([bdfgklmnprst])\1$/;
  const same = (stem) => [stem];
  const ENDINGS = {
    d: [["end", (stem) => [stem + "en"]], ["d", (stem) => (short(stem) ? [] : [stem])]],
    e: [["je", diminutive], ["e", closed], ["de", same], ["te", same], ["ende", (stem) => [stem + "en"]]],
    n: [["heden", (stem) => [stem + "heid"]], ["ieen", (stem) => [stem + "ie"]], ["en", (stem) => [...closed(stem), stem + "e"]],
      ["den", same], ["ten", same], ["eren", same]],
    s: [["jes", diminutive], ["es", same], ["ers", (stem) => [stem + "er"]], ["els", (stem) => [stem + "el"]], ["s", (stem) => (stem.endsWith("s") ? [] : [stem])]],
    t: [["t", same]],
  };
  const KINDRED = [["isatie", (stem) => [stem + "iseer"]], ["atie", (stem) => [stem + "eer"]], ["ing", closed], ["der", same], ["er", closed],
    ["aar", closed], ["heid", same]];

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'");
  const digits = (word) => /^\d+$/.test(word);

  function wordsOf(token) {
    const word = fold(token).replaceAll("&", "en");
    const [head, tail, ...rest] = word.split("'");
    const joined = word.replaceAll("'", "");
    const found = joined.length > 1 || digits(joined) ? [joined] : [];
    if ((tail === "er" || tail === "ers") && !rest.length && head.length > 1) found.push(head);
    return found;
  }

  const tokens = (text) => (text.toLowerCase().match(TOKEN) || []).flatMap(wordsOf);
  const short = (word) => (word.match(/[aeiouy]+/g) || []).length < 2;
  const skeleton = (word) => (short(word) ? word : word.replace(LONG_VOWEL, "$1"));
  const voiceless = (stem) => stem.replace(/v$/, "f").replace(/z$/, "s");

  function closed(stem) {
    if (DOUBLE.test(stem)) return [stem.slice(0, -1)];
    const open = OPEN.exec(stem);
    return open ? [voiceless(stem.slice(0, -1) + open[1] + stem.slice(-1)), voiceless(stem)] : [voiceless(stem)];
  }

  function diminutive(stem) {
    const shorter = stem.slice(0, -1);
    let found = [stem];
    if (stem.endsWith("ink")) found = [shorter + "g", stem];
    else if (stem.endsWith("inget")) found = [stem.slice(0, -2), stem];
    else if (stem.endsWith("et") && DOUBLE.test(stem.slice(0, -2))) found = [stem.slice(0, -3), stem];
    else if (/[tp]$/.test(stem)) found = /[aeioulmnrw].$/.test(stem) ? [shorter, stem] : [stem, shorter];
    const wide = /([aeou])\1([^aeiouy]?)$/.exec(/[aou]t$/.test(stem) ? shorter : stem);
    if (wide) found.splice(!wide[2] && stem.endsWith("t") ? 0 : found.length, 0, stem.slice(0, wide.index) + wide[1] + wide[2]);
    return DOUBLE.test(stem) ? [...found, shorter] : found;
  }

  function bases(word) {
    if (index.irregular.has(word)) return [index.irregular.get(word)];
    if (word.length < 4 || digits(word) || index.fixed.has(word)) return [];
    const found = [];
    for (const [ending, stems] of ENDINGS[word.slice(-1)] || []) {
      const stem = word.slice(0, -ending.length);
      if (word.endsWith(ending) && stem.length > 1 && /[aeiouy]/.test(stem)) found.push(...stems(stem).filter((base) => base.length > 1));
    }
    const prefixed = index.verb.exec(word);
    const strong = prefixed && (index.strong.get(prefixed[2]) || index.strong.get(`ge${prefixed[2]}`));
    if (strong) found.push(prefixed[1] + strong);
    const participle = index.participle.exec(word);
    if (participle) {
      const [, particle = "", rest] = participle;
      if (index.strong.has(`ge${rest}`)) return [particle + index.strong.get(`ge${rest}`)];
      const stems = rest.endsWith("en") ? closed(rest.slice(0, -2)) : [rest.slice(0, -1), rest];
      found.push(...stems.filter((base) => base.length > 2).map((base) => particle + base));
    }
    return found;
  }

  function relationsOf(word) {
    const stemOf = (ending) => word.slice(0, -ending.length);
    const madeFrom = KINDRED.filter(([ending]) => word.endsWith(ending) && stemOf(ending).length > 2).flatMap(([ending, build]) => build(stemOf(ending)));
    const found = [...madeFrom];
    for (const base of [...madeFrom, ...bases(word)]) {
      if (base.endsWith("eer")) found.push(`${base.slice(0, -3)}atie`, `${base.slice(0, -3)}ie`);
      if (base.length > 3) found.push(`${base}ing`, `${base}er`);
    }
    return found;
  }

  // --- Lexicon: the twin of lexicon.py. A letter is unpacked when it is needed first ---

  function read(data) {
    const language = data.taal;
    const set = (text) => new Set(text.split(" "));
    const numbers = (text) => text.split(".").map((part) => parseInt(part, 36));
    const synonyms = data.synoniemen.map((group) => group.map(numbers));
    const pairs = (text) => new Map(text.split(" ").map((pair) => pair.split(":")));
    const times = new Map();
    for (const [head] of Object.values(data.delen)) times.set(head, (times.get(head) || 0) + 1);
    const byPhrase = new Map();
    synonyms.forEach((group, place) => group.forEach((phrase) => {
      byPhrase.set(String(phrase), [...(byPhrase.get(String(phrase)) || []), place]);
    }));
    return {
      data, synonyms, byPhrase,
      words: new Map(), skeletons: new Map(), hidden: new Set(), postings: new Map(),
      letters: new Map(data.woorden.map(([letter, ...packed]) => [letter, packed])),
      pages: data.bladen.split("\n").map((row) => row.split("\t")),
      stop: set(language.stop), fixed: set(language.vast), noHead: set(language.geenkop), noTail: new RegExp(`^(?:${language.geenstaart})`),
      irregular: pairs(language.vormen), strong: pairs(language.sterk), heads: new Set([...times.keys()].filter((head) => times.get(head) > 1)),
      particles: new Set(language.deeltjes.split("|")), between: set(language.tussen),
      verb: new RegExp(`^(${language.deeltjes}|${language.voorvoegsels})(.{3,})$`),
      participle: new RegExp(`^(${language.deeltjes})?ge(.{2,}(?:[dt]|en))$`),
    };
  }

  /* files.py tells what the signs mean. */
  function unpack(letter) {
    const packed = index.letters.get(letter);
    if (!packed) return;
    index.letters.delete(letter);
    const [start, text, signs, others] = packed;
    let next = start, other = 0, group = -1;
    text.split(" ").forEach((word, place) => {
      const sign = signs[place], small = sign.toLowerCase();
      if (sign !== small) index.hidden.add(word);
      if (small === "n") group = next++;
      else if (small === "o") group = others[other++];
      index.words.set(word, group);
    });
    index.skeletons.set(letter, null);
  }

  /* The words of a letter by skeleton; most queries need none. */
  function skeletonsOf(letter) {
    unpack(letter);
    if (index.skeletons.get(letter) === null) {
      const found = new Map();
      for (const [word, group] of index.words) if (word[0] === letter && !found.has(skeleton(word))) found.set(skeleton(word), group);
      index.skeletons.set(letter, found);
    }
    return index.skeletons.get(letter) || new Map();
  }

  const rarityOf = (group) => parseInt(index.data.zeldzaam[group], 36);
  const unpackAll = () => [...index.letters.keys()].forEach(unpack);
  const exact = (word) => { unpack(word[0]); return index.words.get(word); };

  function find(word) {
    const own = exact(word);
    if (own !== undefined) return own;
    const nearest = bases(word);
    for (const base of [word, ...nearest, ...nearest.flatMap(bases)]) {
      const group = skeletonsOf(base[0]).get(skeleton(base));
      if (group !== undefined) return group;
    }
    const forms = [word, ...nearest].filter((base) => base.length > 3).flatMap((base) => ["t", "s", "d"].map((ending) => base + ending));
    return exact(forms.find((form) => !index.fixed.has(form) && exact(form) !== undefined) || " ");
  }

  function findHead(word) {
    const own = exact(word);
    return own === undefined && word.endsWith("s") && !index.noHead.has(word.slice(0, -1)) ? exact(word.slice(0, -1)) : own;
  }

  function split(word) {
    let best = [], evenness = 0;
    const longer = [];
    for (let cut = 3; cut < word.length - 2; cut++) {
      const head = word.slice(0, cut), tail = word.slice(cut);
      const first = !index.noHead.has(head) && Math.min(cut, tail.length) > evenness ? findHead(head) : undefined;
      if (first === undefined) continue;
      const isLink = exact(head) === undefined && exact(`s${tail}`) !== undefined;
      const mayEnd = !isLink && (tail.length > 3 || cut > 3) && !index.stop.has(tail) && !index.noTail.test(tail);
      const second = mayEnd ? find(tail) : undefined;
      if (second !== undefined) {
        best = [first, second];
        evenness = Math.min(cut, tail.length);
      } else if (tail.length > 7) {
        longer.push(cut);
      }
    }
    for (const cut of best.length ? [] : longer.reverse()) {
      const rest = split(word.slice(cut));
      if (rest.length) return [findHead(word.slice(0, cut)), ...rest];
    }
    return best;
  }

  // --- Query: the twin of query.py ---

  const KIN = 0.55, SYNONYM = 0.75, PARTS = 0.6, LAST_PART = 0.35, NEW_PARTS = 0.85, NEW_PART = 0.45;
  const BEGIN_KNOWN = 0.6, BEGIN_NEW = 0.75, BEGIN_STEM = 0.5, END_NEW = 0.6, LINKED = 0.95, LOOSE_VERB = 0.6, PIECE = 0.4, SLIPS = [0, 0.7, 0.5];
  const MOST_BEGIN = 12, MOST_END = 8, MOST_SLIPS = 4, MOST_WORDS = 30, LONGEST_PHRASE = 4, LONG = 7, LONG_PIECE = 4, LONG_BEGIN = 6, LINKS = ["", "s", "en"];
  const HALF_COVERED = 4, LEAST_COVERED = 0.25, LEAST_SCORE = 0.1, RERANKED = 60, LEVELS = 32;
  const option = (groups, factor) => ({ groups, factor });
  const used = (word) => {
    const group = exact(word);
    return group !== undefined && rarityOf(group) ? group : undefined;
  };

  /* The words that count, each with the particles around it: `spreek … aan` may be `aanspreken`. */
  function readQuery(query) {
    const typed = tokens(query).filter((word) => word.length > 1 || digits(word)).slice(0, MOST_WORDS);
    const around = (place) => [...(index.between.has(typed[place - 1]) ? typed.slice(Math.max(place - 2, 0), place - 1) : []), ...typed.slice(place + 1)]
      .filter((word) => index.particles.has(word));
    const kept = [];
    for (let at = 0; at < typed.length; at++) {
      const [word, next] = [typed[at], typed[at + 1]];
      if (next && index.stop.has(word) !== index.stop.has(next) && used(word + next) !== undefined) {
        kept.push({ word: word + next, particles: around(++at) });
      } else if (!index.stop.has(word)) {
        kept.push({ word, particles: around(at) });
      }
    }
    return kept.length ? kept : typed.map((word) => ({ word, particles: [] }));
  }

  function termsOf(read, typing) {
    const words = read.map(({ word }) => word);
    const groups = words.map(find);
    const terms = [];
    for (let at = 0; at < words.length;) {
      const [size, term] = phrase(groups, at) || joined(words, groups, at) ||
        [1, separable(read[at], single(words[at], groups[at], typing && at === words.length - 1))];
      terms.push(term);
      at += size;
    }
    return terms;
  }

  function phrase(groups, at) {
    for (let size = Math.min(LONGEST_PHRASE, groups.length - at); size > 1; size--) {
      const found = groups.slice(at, at + size);
      if (!found.includes(undefined) && index.byPhrase.has(String(found))) return [size, [option(found, 1), ...synonymsOf(found, 1)]];
    }
    return null;
  }

  function separable({ word, particles }, term) {
    for (const particle of particles) {
      const group = find(particle + word);
      if (group !== undefined && rarityOf(group)) {
        return [option([group], 1), ...relatives(group, 1), ...term.map(({ groups, factor }) => option(groups, factor * LOOSE_VERB))];
      }
    }
    return term;
  }

  function joined(words, groups, at) {
    for (const link of at + 1 < words.length ? LINKS : []) {
      const group = used(words[at] + link + words[at + 1]);
      if (group !== undefined) {
        const loose = [groups[at], groups[at + 1]];
        return [2, [option([group], 1), ...(loose.includes(undefined) ? [] : [option(loose, NEW_PARTS)]), ...relatives(group, 1)]];
      }
    }
    return null;
  }

  function single(word, group, typing) {
    if (group !== undefined) {
      return [option([group], 1), ...relatives(group, 1), ...(typing ? begins(word, BEGIN_KNOWN, group) : [])];
    }
    const compound = linked(word);
    if (compound !== undefined) return [option([compound], LINKED), ...relatives(compound, LINKED)];
    const kin = relationsOf(word).map(find).find((other) => other !== undefined && rarityOf(other));
    if (kin !== undefined) return [option([kin], KIN), ...relatives(kin, KIN)];
    const begun = begins(word, BEGIN_NEW);
    const slip = word.length >= LONG && !(typing && begun.length) ? slips(word, 1, word[0]) : [];
    if (slip.length) return slip;
    const found = split(word);
    let options = found.length ? [option(found, NEW_PARTS), ...found.map((part) => option([part], NEW_PART))] : [];
    options.push(...begun, ...ends(word));
    if (!options.length) options = bases(word).filter((base) => base.length > 4).flatMap((base) => begins(base, BEGIN_STEM));
    if (!options.length) options = slips(word, word.length >= LONG ? 2 : word.length > 3 ? 1 : 0, "");
    return options.length ? options : pieces(word);
  }

  /* What is known of a word: the verb after a particle, the end and the beginning of a compound, or what other words begin with. */
  function pieces(word) {
    const found = [];
    for (let cut = 2; cut < word.length - 3 && !found.length; cut++) {
      const head = word.slice(0, cut), tail = word.slice(cut), isParticle = index.particles.has(head);
      const group = isParticle || (cut > 2 && tail.length > LONG_PIECE) ? find(tail) : undefined;
      if (group !== undefined && rarityOf(group) && !index.stop.has(tail) && !index.noTail.test(tail)) {
        found.push(option([group], isParticle ? LOOSE_VERB : PIECE));
      }
    }
    for (let cut = word.length - 3; cut > 2; cut--) {
      const head = word.slice(0, cut), group = index.noHead.has(head) ? undefined : findHead(head);
      if (group !== undefined && rarityOf(group) && (cut >= LONG_PIECE || index.heads.has(group))) return [...found, option([group], PIECE)];
    }
    for (let cut = word.length - 3; cut >= LONG_BEGIN; cut--) {
      const begun = begins(word.slice(0, cut), PIECE);
      if (begun.length) return [...found, ...begun];
    }
    return found;
  }

  function linked(word) {
    for (let cut = 3; cut < word.length - 2; cut++) {
      const head = word.slice(0, cut), tail = word.slice(cut);
      if (index.noHead.has(head) || findHead(head) === undefined) continue;
      for (const link of LINKS) {
        for (const stem of [head, head.replace(/s$/, ""), head.replace(/en$/, "")]) {
          const group = used(stem + link + tail);
          if (group !== undefined) return group;
        }
      }
    }
    return undefined;
  }

  function relatives(group, factor) {
    const kin = index.data.familie[group] || [], its = index.data.delen[group] || [];
    return [
      ...synonymsOf([group], factor),
      ...kin.map((other) => option([other], KIN * factor)),
      ...(its.length ? [option(its, PARTS * factor), option(its.slice(-1), LAST_PART * factor)] : []),
    ];
  }

  function synonymsOf(groups, factor) {
    const own = String(groups);
    return (index.byPhrase.get(own) || []).flatMap((place) =>
      index.synonyms[place].filter((other) => String(other) !== own).map((other) => option(other, SYNONYM * factor)));
  }

  function begins(word, factor, known) {
    if (word.length < 2) return [];
    unpack(word[0]);
    return commonest((other) => other.startsWith(word), MOST_BEGIN, known).map((group) => option([group], factor));
  }

  function ends(word) {
    if (word.length < 4) return [];
    unpackAll();
    return commonest((other) => other.length > word.length + 2 && other.endsWith(word), MOST_END).map((group) => option([group], END_NEW));
  }

  function commonest(fits, most, known) {
    const groups = new Set();
    for (const [word, group] of index.words) if (fits(word) && group !== known && rarityOf(group)) groups.add(group);
    return [...groups].sort((one, other) => rarityOf(one) - rarityOf(other) || one - other).slice(0, most);
  }

  function slips(word, most, first) {
    unpackAll();
    for (let count = 1; count <= most; count++) {
      const near = (other) => other.startsWith(first) && Math.abs(other.length - word.length) <= count && distance(word, other, count) === count;
      const groups = commonest(near, MOST_SLIPS);
      if (groups.length) {
        const options = groups.map((group) => option([group], SLIPS[count]));
        return Object.assign([...options, ...groups.flatMap((group) => relatives(group, SLIPS[count]))], { slip: [word, shown(groups[0], word)] });
      }
    }
    return [];
  }

  function distance(one, other, most) {
    let earlier, before = [], row = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let i = 1; i <= one.length; i++) {
      [earlier, before, row] = [before, row, [i]];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], earlier[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
    }
    return row[other.length];
  }

  const rarity = (groups) => {
    const found = groups.map((group) => rarityOf(group));
    return found.includes(0) ? 0 : Math.max(...found);
  };
  const weigh = (term) => (term.length ? rarity(term[0].groups) || Math.max(...term.map(({ groups }) => rarity(groups))) : 0);

  function partOf(starts, number) {
    let low = 0, high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= number) low = middle; else high = middle;
    }
    return low;
  }

  /* The pages of a group with their impact; files.py tells how they are written. */
  function postingsOf(group) {
    if (!index.postings.has(group)) {
      const part = partOf(index.data.p, group);
      const text = index[`p${part}`][group - index.data.p[part]];
      const found = new Map();
      let value = 0, unit = 1, last = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        const digit = code - (code > 92 ? 36 : 35);
        value += (digit % 45) * unit;
        unit *= 45;
        if (digit < 45) {
          last += value - (value % LEVELS);
          found.set(last / LEVELS, value % LEVELS);
          value = 0;
          unit = 1;
        }
      }
      index.postings.set(group, found);
    }
    return index.postings.get(group);
  }

  function impactsOf(groups) {
    const [first, ...others] = groups.map(postingsOf);
    if (!others.length) return first;
    const found = new Map();
    for (const [page, impact] of first) {
      if (others.every((rows) => rows.has(page))) found.set(page, Math.min(impact, ...others.map((rows) => rows.get(page))));
    }
    return found;
  }

  function pagesOf(term, weight) {
    const best = new Map();
    for (const { groups, factor } of term) {
      const worth = Math.min(rarity(groups), weight) * factor;
      if (!worth) continue;
      for (const [page, impact] of impactsOf(groups)) {
        if (worth * impact > (best.get(page) || 0)) best.set(page, worth * impact);
      }
    }
    return best;
  }

  function titleBonus(page, groups, terms, weights, total) {
    const title = index.pages[page][5] ? index.pages[page][5].split(".").map((part) => parseInt(part, 36)) : [];
    const there = new Set(title);
    const close = (term) => term.filter(({ factor }) => factor >= KIN);
    const wanted = new Set(terms.flatMap((term) => close(term).flatMap((one) => one.groups)));
    let asked = 0;
    terms.forEach((term, place) => { if (close(term).some((one) => one.groups.every((group) => there.has(group)))) asked += weights[place]; });
    const said = title.length ? title.filter((group) => wanted.has(group)).length / title.length : 0;
    const bonus = 1 + 0.8 * (asked / total) * (0.4 + 0.6 * said);
    return title.join() === groups ? bonus * 1.5 : bonus;
  }

  function rank(words, terms) {
    const weights = terms.map(weigh);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const sums = new Map(), covered = new Map();
    terms.forEach((term, place) => {
      for (const [page, score] of pagesOf(term, weights[place])) {
        sums.set(page, (sums.get(page) || 0) + score);
        covered.set(page, (covered.get(page) || 0) + weights[place] * (score / (score + weights[place] * HALF_COVERED)));
      }
    });
    let best = 0;
    for (const share of covered.values()) best = Math.max(best, share);
    const hits = [];
    for (const [page, sum] of sums) {
      const share = covered.get(page);
      if (share >= best * LEAST_COVERED) hits.push({ page, score: sum * (share / total) * index.pages[page][4] });
    }
    const order = (one, other) => other.score - one.score || one.page - other.page;
    hits.sort(order);
    const groups = words.map((word) => find(word) ?? "?").join();
    for (const hit of hits.slice(0, RERANKED)) hit.score *= titleBonus(hit.page, groups, terms, weights, total);
    hits.sort(order);
    return hits.filter((hit) => hit.score >= hits[0].score * LEAST_SCORE);
  }

  // --- Results: what a reader sees of a page ---

  function formsOf(groups) {
    unpackAll();
    const found = new Map([...groups].map((group) => [group, []]));
    for (const [word, group] of index.words) if (found.has(group)) found.get(group).push(word);
    return found;
  }

  const shown = (group, near) => {
    const forms = formsOf([group]).get(group).filter((form) => !index.hidden.has(form));
    return forms.sort((one, other) => distance(near, one, 9) - distance(near, other, 9))[0] || near;
  };

  /* Which terms a word of a text answers, as bits; compounds count for their ends. */
  function marker(terms) {
    const groups = terms.map((term) => [...new Set(term.flatMap((one) => one.groups))]);
    const all = formsOf(groups.flat());
    const forms = groups.map((list) => list.flatMap((group) => all.get(group)));
    const known = new Map();
    return (token) => {
      if (!known.has(token)) {
        let bits = 0;
        for (const word of wordsOf(token)) {
          forms.forEach((list, place) => {
            if (list.some((form) => word === form || (form.length > 3 && (word.startsWith(form) || word.endsWith(form))))) bits |= 1 << place;
          });
        }
        known.set(token, bits);
      }
      return known.get(token);
    };
  }

  function marksIn(text, mark) {
    const folded = fold(text);
    const found = [];
    if (folded.length === text.length) {
      for (const token of folded.matchAll(TOKEN)) {
        const bits = mark(token[0]);
        if (bits) found.push([token.index, token.index + token[0].length, bits]);
      }
    }
    return found;
  }

  function partsOf(text, marks) {
    const parts = [];
    let at = 0;
    for (const [start, end] of marks) {
      if (start > at) parts.push({ text: text.slice(at, start), mark: false });
      parts.push({ text: text.slice(start, end), mark: true });
      at = end;
    }
    if (at < text.length) parts.push({ text: text.slice(at), mark: false });
    return parts;
  }

  const LONGEST = 220;

  function shorten(sentence, mark) {
    const first = (marksIn(sentence, mark)[0] || [0])[0];
    const start = first > LONGEST - 60 ? sentence.lastIndexOf(" ", first - 60) + 1 : 0;
    const end = sentence.length - start > LONGEST ? sentence.lastIndexOf(" ", start + LONGEST) : sentence.length;
    return (start ? "… " : "") + sentence.slice(start, end) + (end < sentence.length ? " …" : "");
  }

  function describe(hit, weights, mark) {
    const [path, title, kind, status] = index.pages[hit.page];
    const [name, kindTitle] = index.data.soorten[kind];
    const url = new URL(address(path), site).href;
    const start = partOf(index.data.t, hit.page);
    const text = mark && index[`t${start}`][hit.page - index.data.t[start]];
    const worth = (bits) => weights.reduce((sum, weight, place) => sum + (bits & (1 << place) ? weight : 0), 0);
    const bitsOf = (piece) => marksIn(piece, mark).reduce((bits, found) => bits | found[2], 0);
    const result = { id: path, url, title, titleParts: [], kind: name, kindTitle, status, snippetParts: [], anchors: [], score: hit.score };
    if (!mark) return result;
    result.titleParts = partsOf(title, marksIn(title, mark));
    let sentence = text[0], best = worth(bitsOf(sentence)), from = "";
    const anchors = [];
    const all = worth(-1);
    for (const [anchor, heading, body] of text[1]) {
      for (const one of best < all ? body.match(/[^.!?\n]{20,}[.!?]*/g) || [] : []) {
        const its = worth(bitsOf(one));
        if (its > best) [sentence, best, from] = [one.trim(), its, anchor];
        if (best === all) break;
      }
      if (anchor) {
        const question = anchor[0] === "?";
        anchors.push({ anchor, title: heading, url: `${url}#${anchor.slice(question ? 1 : 0)}`, question, worth: worth(bitsOf(heading)) });
      }
    }
    // Only what names the words, and the place of the sentence that is shown.
    const most = Math.max(...anchors.map((anchor) => anchor.worth), 0);
    for (const anchor of anchors) if (from && anchor.anchor === from) anchor.worth = most + 1;
    result.anchors = anchors.filter((anchor) => anchor.worth && anchor.worth >= most * 0.6).sort((one, other) => other.worth - one.worth).slice(0, 3);
    const piece = shorten(sentence, mark);
    result.snippetParts = partsOf(piece, marksIn(piece, mark));
    return result;
  }

  function address(path) {
    const stem = path.replace(/\.md$/, "");
    if (!index.data.mappen) return `${stem}.html`;
    return stem === "index" ? "./" : `${stem.replace(/\/index$/, "")}/`;
  }

  async function fetchParts(names) {
    await Promise.all(names.map(async (name) => { index[name] = await load(name); }));
  }

  async function ask(query, { limit = 10, snippets = 10, typing = false } = {}) {
    await load("kern");
    const asked = readQuery(query);
    const words = asked.map(({ word }) => word);
    const terms = termsOf(asked, typing);
    const groups = new Set(terms.flatMap((term) => term.flatMap((one) => one.groups)));
    const needed = [...groups].filter((group) => rarityOf(group)).map((group) => `p${partOf(index.data.p, group)}`);
    await fetchParts([...new Set(needed)]);
    const hits = terms.some(weigh) ? rank(words, terms) : [];
    const kept = hits.slice(0, limit);
    await fetchParts([...new Set(kept.slice(0, snippets).map((hit) => `t${partOf(index.data.t, hit.page)}`))]);
    const weights = terms.map(weigh), mark = snippets && marker(terms);
    const results = [];
    for (const [place, hit] of kept.entries()) {
      results.push(describe(hit, weights, place < snippets && mark));
      // The page must be able to do other things in between.
      if (place < snippets && place % 3 === 2) await new Promise((done) => setTimeout(done));
    }
    return Object.assign(results, { total: hits.length, slips: terms.flatMap((term) => (term.slip ? [term.slip] : [])) });
  }

  /* Results, best first: `limit` of them, `snippets` with text; with `total`, and `slips`: what was typed and what was read for it. */
  const search = (query, options) => ask(query, options).catch((fault) => {
    if (fault.message !== "renewed") throw fault;
    return ask(query, options);
  });

  /* What somebody may have meant when nothing was found: the query with words that look like it. */
  async function suggest(query) {
    await load("kern");
    unpackAll();
    const words = readQuery(query).map(({ word }) => word);
    const strange = words.find((word) => !single(word, find(word), false).some(({ groups }) => rarity(groups)));
    if (!strange) return [];
    const near = commonest((word) => !index.hidden.has(word) && word.length > 3 && (distance(strange, word, 3) < 4 && word.length > 5 || word.slice(0, 4) === strange.slice(0, 4)), 40);
    const ordered = near.map((group) => shown(group, strange)).sort((one, other) => distance(strange, one, 9) - distance(strange, other, 9));
    return ordered.slice(0, 3).map((word) => words.map((other) => (other === strange ? word : other)).join(" "));
  }

  const ready = (callback) => load("kern").then(() => callback());

  window.wegwijsZoek = { deel, ready, search, suggest };
})();
