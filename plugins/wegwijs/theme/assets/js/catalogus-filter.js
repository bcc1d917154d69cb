/**
 * Filter: which items fit a choice, in which order, and what every further choice would give. No page is touched here.
 * The same rules as plugins/wegwijs/filters.py, which a test compares with this file for random choices.
 * Every value is a row of bits, one for each item: a thousand items are thirty-two numbers.
 */
(function () {
  "use strict";

  const NUMBERS = [
    { id: "duur", span: "duur", fits: (least, most, number) => least <= number },
    { id: "groep", span: "groep", fits: (least, most, number) => least <= number && number <= most },
    { id: "voorbereiding", span: "voorbereiding", fits: (least, most, number) => least <= number },
    { id: "vanaf", span: "jaar", fits: (least, most, number) => most >= number },
    { id: "tot", span: "jaar", fits: (least, most, number) => least <= number },
  ];
  const SORTS = ["titel", "nieuw", "kort"];
  const LOOKS = ["lijst"];
  const FAR = 1000000;

  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
  }

  function wordsOf(query) {
    return fold(query).split(/\s+/).filter(Boolean);
  }

  function ones(bits) {
    let count = 0;
    for (let word of bits) {
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
    }
    return count;
  }

  function and(one, other) {
    return one.map((word, index) => word & other[index]);
  }

  class Shelf {
    /** `data` is what views/catalogus.py wrote; `titles` are the titles in the same order. */
    constructor(data, titles) {
      this.data = data;
      this.facets = data.facetten;
      this.size = data.dag.length;
      this.titles = titles.map(fold);
      this.texts = this.titles;
      const rows = this.facets.map((facet) => facet.waarden.map(() => this.none()));
      const all = rows.flat();
      data.kenmerken.forEach((values, item) => values.forEach((value) => this.add(all[value], item)));
      this.bits = new Map(this.facets.map((facet, index) => [facet.id, rows[index]]));
    }

    none() {
      return new Uint32Array((this.size + 31) >>> 5);
    }

    add(bits, item) {
      bits[item >>> 5] |= 1 << (item & 31);
    }

    where(holds) {
      const bits = this.none();
      for (let item = 0; item < this.size; item += 1) if (holds(item)) this.add(bits, item);
      return bits;
    }

    /** What a search without an index looks through, when it has arrived. */
    read(texts) {
      this.texts = texts.map(([summary, , keywords], item) => this.titles[item] + " " + fold(summary + " " + keywords));
    }

    /** The items of a choice in order, and the counts of every value. `found` is a search engine's answer: items by rank. */
    look(choice, found) {
      const base = this.#base(choice, found);
      const own = this.facets.map((facet) => this.#chosen(facet, choice));
      // What fits all facets but one is what fits those before it and those after it.
      const after = [base];
      for (let index = own.length - 1; index > 0; index -= 1) {
        const last = after[after.length - 1];
        after.push(own[index] ? and(last, own[index]) : last);
      }
      after.reverse();
      let before = base;
      const counts = {};
      this.facets.forEach((facet, index) => {
        const others = and(before, after[index]);
        counts[facet.id] = this.bits.get(facet.id).map((bits) => ones(and(others, bits)));
        if (own[index]) before = and(before, own[index]);
      });
      return { items: this.#ordered(before, choice, found), counts };
    }

    #base(choice, found) {
      const words = wordsOf(choice.query);
      const rules = NUMBERS.filter((rule) => rule.id in choice.numbers);
      return this.where((item) => {
        for (const rule of rules) {
          const span = this.data.getallen[rule.span][item];
          if (!span || !rule.fits(span[0], span[1], choice.numbers[rule.id])) return false;
        }
        if (choice.since && this.data.dag[item] < choice.since) return false;
        return found && choice.query ? found.has(item) : words.every((word) => this.texts[item].includes(word));
      });
    }

    #chosen(facet, choice) {
      const wanted = choice.values[facet.id] || facet.standaard;
      if (!wanted.length) return null;
      const bits = this.none();
      for (const value of wanted) {
        const row = this.bits.get(facet.id)[facet.waarden.indexOf(value)];
        if (row) row.forEach((word, index) => (bits[index] |= word));
      }
      return bits;
    }

    #ordered(bits, choice, found) {
      const items = [];
      for (let item = 0; item < this.size; item += 1) if ((bits[item >>> 5] >>> (item & 31)) & 1) items.push(item);
      const order = this.#order(choice, found);
      return order ? items.sort((one, other) => order(one, other) || one - other) : items;
    }

    #order(choice, found) {
      const { titel, dag, getallen } = this.data;
      if (choice.sort === "titel") return (one, other) => titel[one] - titel[other];
      if (choice.sort === "nieuw") return (one, other) => (dag[one] < dag[other]) - (dag[one] > dag[other]);
      if (choice.sort === "kort") return (one, other) => (getallen.duur[one] || [FAR])[0] - (getallen.duur[other] || [FAR])[0];
      if (!choice.query) return null;
      if (found) return (one, other) => found.get(one) - found.get(other);
      const words = wordsOf(choice.query);
      const misses = (item) => !words.every((word) => this.titles[item].includes(word));
      return (one, other) => misses(one) - misses(other);
    }

    /** The choice that an address stands for; what it does not know it passes over. */
    parse(search) {
      const given = new URLSearchParams(search);
      const first = (name) => (given.getAll(name).find(Boolean) || "").trim();
      const choice = { values: {}, numbers: {}, since: "", query: first("q"), sort: "", look: "" };
      for (const facet of this.facets) {
        const wanted = given.getAll(facet.id);
        const known = facet.waarden.filter((value) => wanted.includes(value));
        if (known.length) choice.values[facet.id] = known;
      }
      for (const { id } of NUMBERS) if (/^[0-9]{1,6}$/.test(first(id))) choice.numbers[id] = Number(first(id));
      if (isDay(first("sinds"))) choice.since = first("sinds");
      if (SORTS.includes(first("sorteer"))) choice.sort = first("sorteer");
      if (LOOKS.includes(first("weergave"))) choice.look = first("weergave");
      return choice;
    }

    /** The query string of a choice: always the same for the same choice, empty when nothing is chosen. */
    address(choice) {
      const made = new URLSearchParams();
      if (choice.query) made.append("q", choice.query);
      for (const facet of this.facets) {
        const chosen = choice.values[facet.id] || [];
        for (const value of facet.waarden) if (chosen.includes(value)) made.append(facet.id, value);
      }
      for (const { id } of NUMBERS) if (id in choice.numbers) made.append(id, choice.numbers[id]);
      if (choice.since) made.append("sinds", choice.since);
      if (choice.sort) made.append("sorteer", choice.sort);
      if (choice.look) made.append("weergave", choice.look);
      return made.toString();
    }
  }

  function isDay(text) {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text + "T00:00:00Z") : null;
    return Boolean(day && !isNaN(day) && day.toISOString().startsWith(text));
  }

  window.wegwijsPlank = { Shelf, NUMBERS };
})();
