/**
 * Tekst: what a Markdown text holds: headings, links, images, HTML. The same scanner as plugins/wegwijs/outline.py and body.py,
 * with the same expressions, which come along as data; a test holds the two together.
 */
(function () {
  "use strict";

  const MOST_NESTED = 40;
  const indentOf = (text) => text.length - text.replace(/^ +/, "").length;

  /** An expression as whole match, as beginning, and anywhere. */
  function compile(patterns) {
    const made = {};
    for (const [name, [source, flags]] of Object.entries(patterns)) {
      made[name] = {
        whole: new RegExp(`^(?:${source})$`, flags.replace("m", "")),
        start: new RegExp(`^(?:${source})`, flags.replace("m", "")),
        any: new RegExp(source, flags + "g"),
      };
    }
    return made;
  }

  function expandTabs(line) {
    let made = "";
    for (const sign of line) made += sign === "\t" ? " ".repeat(4 - (made.length % 4)) : sign;
    return made;
  }

  class Outline {
    constructor(rules, lines) {
      this.rules = rules;
      this.headings = [];
      this.code = new Set();
      this.marks = new Set();
      this.nested = 0;
      const plain = lines.map((line) => (line.includes("\t") ? expandTabs(line) : line));
      this.fences(plain);
      this.parse(this.outside(plain));
    }

    fences(lines) {
      for (let at = 0; at < lines.length; at += 1) {
        const opened = /^(?:```|~~~)/.test(lines[at]) && this.rules.regel_omheining.whole.exec(lines[at]);
        if (!opened) continue;
        const end = lines.findIndex((line, number) => number > at && line.replace(/ +$/, "") === opened[1]);
        if (end < 0) continue;
        for (let line = at; line <= end; line += 1) this.code.add(line);
        at = end;
      }
    }

    outside(lines) {
      const found = [];
      lines.forEach((line, number) => {
        if (!this.code.has(number)) found.push([number, line]);
        else if (!this.code.has(number - 1)) found.push([number, ""], [number, "code"], [number, ""]);
      });
      return found;
    }

    parse(lines) {
      let depth = 0;
      let block = [];
      for (const [number, text] of [...lines, [-1, ""]]) {
        if (text.trim()) block.push([number, text]);
        else if (block.length) {
          depth = this.block(block, depth, 0);
          block = [];
        }
      }
    }

    block(block, start, floor) {
      let depth = start;
      if (this.nested === MOST_NESTED) return depth;
      this.nested += 1;
      let at = 0;
      while (at < block.length) {
        const indent = indentOf(block[at][1]);
        depth = Math.min(Math.floor(indent / 4), Math.max(depth, floor));
        const margin = 4 * depth;
        if (indent >= margin + 4) {
          while (at < block.length && indentOf(block[at][1]) >= margin + 4) {
            this.code.add(block[at][0]);
            at += 1;
          }
          continue;
        }
        if (block.length > at + 1 && block[at][1].includes("|") && this.rules.regel_tabel.whole.test(block[at + 1][1])) break;
        const first = [];
        for (const [number, whole] of block.slice(at)) {
          const text = indentOf(whole) >= margin ? whole.slice(margin) : whole;
          if (this.starts(text)) break;
          first.push([number, text]);
        }
        if (first.length) {
          at += first.length;
          const opened = this.plain(first);
          depth += at < block.length ? 0 : opened;
        } else [at, depth] = this.special(block, at, depth);
      }
      this.nested -= 1;
      return depth;
    }

    starts(text) {
      if (text[0] === "#") return this.rules.regel_kop.start.test(text);
      return "!?=".includes(text[0]) && this.rules.regel_blok.whole.test(text);
    }

    special(block, at, depth) {
      const [number, text] = block[at];
      const heading = this.rules.regel_kop.start.exec(text.replace(/^ +/, ""));
      if (heading) {
        this.headings.push({ level: heading[1].length, raw: heading[2].trim(), line: number });
        this.marks.add(number);
        return [at + 1, depth];
      }
      let end = block.findIndex(([, line], place) => place > at && indentOf(line) < 4 * depth + 4);
      if (end < 0) end = block.length;
      const after = end > at + 1 ? this.block(block.slice(at + 1, end), depth + 1, 0) : depth + 1;
      return [end, end < block.length ? depth : after];
    }

    plain(block) {
      if (block.length > 1 && this.rules.regel_onderstreept.whole.test(block[1][1])) {
        const [number, text] = block[0];
        this.headings.push({ level: block[1][1].startsWith("=") ? 1 : 2, raw: text.trim(), line: number });
        this.marks.add(number).add(block[1][0]);
        return this.block(block.slice(2), 0, 0);
      }
      const rule = block.findIndex(([, text]) => this.rules.regel_lijn.whole.test(text));
      if (rule >= 0) {
        this.marks.add(block[rule][0]);
        this.block(block.slice(0, rule), 0, 0);
        return this.block(block.slice(rule + 1), 0, 0);
      }
      const isItem = (text) => this.rules.regel_punt.start.test(text);
      if (isItem(block[0][1])) {
        for (const item of this.items(block)) this.block(item, 1, 1);
        return 1 + Math.floor(indentOf(block.findLast(([, text]) => isItem(text))[1]) / 4);
      }
      const quote = block.findIndex(([, text]) => this.rules.regel_citaat.start.test(text));
      if (quote >= 0) {
        this.parse(block.slice(quote).map(([number, text]) => [number, text.replace(this.rules.regel_citaat.start, "")]));
        return 0;
      }
      return block.some(([, text]) => this.rules.regel_noot.start.test(text)) ? 1 : 0;
    }

    items(block) {
      const isNumbered = /^\s*\d/.test(block[0][1]);
      const found = [];
      let item = [];
      for (const [number, text] of block) {
        let marker = this.rules.regel_punt.start.exec(text);
        const nested = marker && indentOf(text) >= 4;
        if (marker && !nested && /^\s*\d/.test(text) !== isNumbered) marker = null;
        if (marker && item.length) {
          found.push(item);
          item = [];
        }
        item.push([number, nested || !marker ? text : text.slice(marker[0].length) || " "]);
      }
      return [...found, item];
    }
  }

  /** The words of a heading, without marks. */
  function words(raw) {
    const plain = raw
      .replace(/(`+)(.+?)\1/g, "$2")
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/(\*\*|__|\*|(?<!\w)_)(\S.*?)\1/g, "$2")
      .replace(/\\([\\`*_{}[\]()#+.!-])/g, "$1");
    return plain.split(/\s+/).filter(Boolean).join(" ");
  }

  function slugify(title) {
    const plain = title.normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
    return plain.replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[-\s]+/g, "-");
  }

  function anchors(titles) {
    const taken = new Set();
    return titles.map((title) => {
      let anchor = slugify(title);
      while (!anchor || taken.has(anchor)) {
        const numbered = /^(.*)_([0-9]+)$/.exec(anchor);
        anchor = numbered ? `${numbered[1]}_${Number(numbered[2]) + 1}` : `${anchor}_1`;
      }
      taken.add(anchor);
      return anchor;
    });
  }

  /** Where a link leads: up to the bracket that closes it. */
  function target(text, start) {
    let depth = 1;
    const bracket = /[()]|\\./gsu;
    bracket.lastIndex = start;
    for (let sign = bracket.exec(text); sign && sign.index < start + 2000; sign = bracket.exec(text)) {
      depth += { "(": 1, ")": -1 }[sign[0]] || 0;
      if (depth === 0) return text.slice(start, sign.index).trim().replace(/\s+(?:"[^"]*"|'[^']*')$/, "").replace(/^[<>]+|[<>]+$/g, "");
      if (depth > 10) return null;
    }
    return null;
  }

  function links(rules, text, line) {
    const found = [];
    for (const each of text.matchAll(rules.tekst_link.any)) {
      const leads = target(text, each.index + each[0].length);
      if (leads !== null) found.push({ target: leads, text: each[2].split(/\s+/).filter(Boolean).join(" "), isImage: each[1] === "!", line });
      if (each[2].includes("](")) found.push(...links(rules, each[2], line));
    }
    return found;
  }

  /** Everything checks ask about a text. `rules` are compiled expressions. */
  function read(rules, text) {
    const lines = text.split("\n");
    const outline = new Outline(rules, lines);
    const titles = outline.headings.map((heading) => words(heading.raw));
    const names = anchors(titles);
    const count = [0];
    lines.forEach((line, number) => count.push(count[number] + (outline.marks.has(number) ? 0 : line.split(/\s+/).filter(Boolean).length)));
    const headings = outline.headings.map((heading, number) => {
      const next = outline.headings.slice(number + 1).find((each) => each.level <= heading.level);
      const end = next ? next.line : lines.length;
      return { ...heading, title: titles[number], anchor: names[number], end, words: count[end] - count[heading.line] };
    });
    const body = { lines, headings, code: outline.code, references: [], html: [] };
    for (const [start, chunk] of chunks(rules, lines, outline.code)) scan(rules, chunk, start, body);
    return body;
  }

  function* chunks(rules, lines, code) {
    let start = 0;
    for (let number = 0; number <= lines.length; number += 1) {
      const line = lines[number] ?? "";
      const ends = code.has(number) || number === lines.length || !line.trim();
      if (ends || rules.tekst_punt.start.test(line) || line.startsWith("#")) {
        if (number > start) yield [start, lines.slice(start, number).join("\n")];
        start = ends ? number + 1 : number;
      }
    }
  }

  function scan(rules, chunk, line, body) {
    const text = chunk.replace(rules.tekst_code.any, (code) => code.replace(/\S/gu, " "));
    body.references.push(...links(rules, text, line));
    for (const found of text.matchAll(rules.tekst_definitie.any)) body.references.push({ target: found[2], text: found[1], isImage: false, line });
    for (const [name, scheme] of [["tekst_adres", ""], ["tekst_mail", "mailto:"]]) {
      for (const found of text.matchAll(rules[name].any)) body.references.push({ target: scheme + found[1], text: found[1], isImage: false, line });
    }
    for (const found of text.matchAll(rules.tekst_html.any)) {
      const isLink = rules.tekst_adres.start.test(found[0]) || rules.tekst_mail.start.test(found[0]);
      if (!isLink && text.slice(0, found.index).slice(-2) !== "](") body.html.push({ text: found[0], line });
    }
  }

  window.wegwijsTekst = { compile, read, slugify };
})();
