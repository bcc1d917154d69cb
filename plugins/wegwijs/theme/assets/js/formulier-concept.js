/**
 * Concept: an item in the making: its values, its text in sections, its files, and what it was when it was opened. Knows how it is
 * written, kept on this device and opened again; knows no page.
 */
(function () {
  "use strict";

  const File = window.wegwijsBestand;
  const OLD = ["historisch", "ingetrokken"];

  class Draft {
    constructor(data, kind) {
      this.data = data;
      this.kind = kind;
      this.about = data.soorten[kind];
      this.values = {};
      this.sections = [];
      this.before = [""];
      this.files = {};
      this.naam = "";
      this.isNamed = false;
      this.original = "";
      this.opened = null;
    }

    get hasText() {
      return this.about.koppen.length > 0;
    }

    get path() {
      return this.hasText ? `content/${this.about.map}/${this.naam}.md` : `${this.about.map}/${this.naam}.md`;
    }

    title() {
      return this.values.titel || (this.data.items[this.values.item] || {}).titel || "";
    }

    /** The headings that belong here now. */
    wanted() {
      return this.about.historisch.length && OLD.includes(this.values.status) ? this.about.historisch : this.about.koppen;
    }

    /** A fresh one, with what nearly everybody would choose. */
    fresh(today) {
      if (!this.hasText) return this;
      const later = `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01`;
      this.values = { gepubliceerd: today, herzien_voor: later, licentie: "CC BY 4.0", status: "in-ontwikkeling" };
      this.arrange();
      return this;
    }

    /** In a new item the sections are those that belong here, in order, and whatever else has a text. */
    arrange() {
      if (this.original || !this.hasText) return;
      const found = (title) => this.sections.find((each) => each.title === title) || { title, lines: [`## ${title}`, ""], text: "" };
      const wanted = this.wanted();
      this.sections = [...wanted.map(found), ...this.sections.filter((each) => !wanted.includes(each.title) && each.text)];
    }

    open(text) {
      const opened = File.open(text);
      this.values = structuredClone(opened.values);
      if (this.hasText) this.split(opened.body);
      else this.before = opened.body.split("\n");
      return opened;
    }

    /** Cut a text at its headings of the second level; every line stays in one piece. */
    split(body) {
      const patterns = this.data.patronen || (this.data.patronen = window.wegwijsTekst.compile(this.data.regels.patronen));
      const { lines, headings } = window.wegwijsTekst.read(patterns, body);
      const starts = headings.filter((each) => each.level === 2);
      this.before = lines.slice(0, starts.length ? starts[0].line : lines.length);
      this.sections = starts.map((each, at) => {
        const piece = lines.slice(each.line, at + 1 < starts.length ? starts[at + 1].line : lines.length);
        const isUnderlined = !piece[0].startsWith("#");
        return { title: each.title, lines: piece, text: piece.slice(isUnderlined ? 2 : 1).join("\n").trim() };
      });
    }

    /** Write under a heading; one that was not there comes on its fixed place. */
    write(title, text) {
      let section = this.sections.find((each) => each.title === title);
      if (!section) {
        section = { title, text: "" };
        const wanted = this.wanted();
        const before = this.sections.findLastIndex((each) => wanted.includes(each.title) && wanted.indexOf(each.title) < wanted.indexOf(title));
        const last = this.sections.at(before);
        if (before >= 0 && last.lines.at(-1) !== "") last.lines.push("");
        this.sections.splice(before + 1, 0, section);
      }
      const plain = text.replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").trim();
      section.text = plain;
      section.lines = [`## ${title}`, "", ...(plain ? [...plain.split("\n"), ""] : [])];
    }

    body() {
      return [...this.before, ...this.sections.flatMap((each) => each.lines)].join("\n");
    }

    /** The file. */
    text() {
      return File.write(this.values, this.hasText ? this.body() : this.before.join("\n"), this.about.velden, this.opened);
    }

    /** What the rules look at. */
    check() {
      const draft = { soort: this.kind, naam: this.naam, velden: this.values, bestanden: this.files, was: this.original, bestand: this.text() };
      return window.wegwijsRegels.check(this.data, this.hasText ? { ...draft, tekst: this.body() } : draft);
    }

    /** Begin from an item as it is on the site. */
    correct({ pad, tekst, bestanden }) {
      this.original = tekst;
      this.opened = File.open(tekst);
      this.open(tekst);
      this.naam = pad.split("/").at(-1).slice(0, -3);
      this.isNamed = true;
      this.files = Object.fromEntries(Object.entries(bestanden).map(([name, grootte]) => [name, { grootte, is_anders: false, doet: "" }]));
      return this;
    }

    /** The names of the files that the item offers. */
    offered() {
      const rows = Array.isArray(this.values.bijlagen) ? this.values.bijlagen : [];
      return rows.map((each) => each && each.bestand);
    }

    /** Let go of files that were chosen here and taken out again, so that they go nowhere. Gives whether there were any. */
    tidy() {
      const spare = Object.keys(this.files).filter((name) => this.files[name].bytes && !this.offered().includes(name));
      for (const name of spare) delete this.files[name];
      return spare.length > 0;
    }

    /** What is kept on the device. */
    kept() {
      return JSON.stringify({ tekst: this.text(), naam: this.naam, isNamed: this.isNamed, was: this.original });
    }

    /** From what was kept; false when it cannot be read. */
    restore(kept) {
      try {
        const { tekst, naam, isNamed, was } = JSON.parse(kept);
        // The page may have changed since: the draft goes on from what it was then, and the import says so.
        if (this.original && was !== this.original) Object.assign(this, { original: was, opened: File.open(was) });
        this.open(tekst);
        if (!this.original) Object.assign(this, { naam, isNamed });
        return true;
      } catch {
        return false;
      }
    }
  }

  window.wegwijsConcept = { Draft };
})();
