/**
 * Bestand: a Markdown file with metadata, read and written in the browser. Reads the part of YAML that people and this form
 * write (no anchors, tags or tabs) and gives every value as it was typed, as plugins/wegwijs/source.py does. What nobody
 * changed keeps its own lines, so opening and saving gives the same bytes, and an editor sees only what changed.
 */
(function () {
  "use strict";

  const ODD_SPACE = /[\u00a0\u2007\u202f\u3000]/g;
  const KEY = /^([\p{L}_][\p{L}\p{N}_ -]*?)\s*:(?:\s+|$)/u;
  const ESCAPES = { 0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\u00a0", L: "\u2028", P: "\u2029" };
  const CODES = { x: 2, u: 4, U: 8 };

  class Unreadable extends Error {
    constructor(line) {
      super("line " + line);
      this.line = line;
    }
  }

  const indentOf = (line) => line.length - line.trimStart().length;
  const isBlank = (line) => /^\s*(?:#.*)?$/.test(line);
  const plain = (text) => (text === "" || text === "~" || text === "null" ? null : text);

  /** Lines of a folded text → one text: a line end is a space, an empty line a line end. */
  function folded(lines) {
    let made = lines[0];
    let ends = 0;
    for (const line of lines.slice(1)) {
      if (line === "") ends += 1;
      else {
        made += (ends ? "\n".repeat(ends) : " ") + line;
        ends = 0;
      }
    }
    return made + "\n".repeat(ends);
  }

  class Reader {
    constructor(lines) {
      this.lines = lines;
      this.at = 0;
    }

    fail() {
      throw new Unreadable(this.at + 2);
    }

    skip() {
      while (this.at < this.lines.length && isBlank(this.lines[this.at])) this.at += 1;
      return this.at < this.lines.length ? indentOf(this.lines[this.at]) : -1;
    }

    /** The block that begins at the next line of text, at this indent. */
    block(indent) {
      const line = this.lines[this.at].slice(indent);
      return /^-(?:\s|$)/.test(line) ? this.sequence(indent) : this.mapping(indent);
    }

    mapping(indent, spans) {
      const found = {};
      while (this.skip() === indent) {
        const start = this.at;
        const line = this.lines[this.at].slice(indent);
        const key = KEY.exec(line);
        if (!key || Object.hasOwn(found, key[1])) this.fail();
        found[key[1]] = this.value(line.slice(key[0].length), indent, indent + key[0].length, true);
        if (spans) spans.push({ key: key[1], start });
      }
      if (this.at < this.lines.length && indentOf(this.lines[this.at]) > indent) this.fail();
      return found;
    }

    sequence(indent) {
      const found = [];
      while (this.skip() === indent && /^-(?:\s|$)/.test(this.lines[this.at].slice(indent))) {
        const line = this.lines[this.at];
        const rest = line.slice(indent + 1);
        const margin = indent + 1 + indentOf(rest);
        if (KEY.test(rest.trimStart()) || /^\s*-(?:\s|$)/.test(rest)) {
          this.lines[this.at] = " ".repeat(margin) + rest.trimStart();
          found.push(this.block(margin));
        } else found.push(this.value(rest.trimStart(), indent, margin, false));
      }
      return found;
    }

    /** What stands behind a key or a dash; `column` is where it begins. */
    value(rest, indent, column, isKey) {
      const line = this.at;
      if (rest === "" || rest.startsWith("#")) {
        this.at += 1;
        const next = this.skip();
        const isList = isKey && next === indent && /^-(?:\s|$)/.test(this.lines[this.at].slice(indent));
        return next > indent || isList ? this.block(next) : null;
      }
      if (/^[|>]/.test(rest)) return this.text(rest, indent);
      if (/^["']/.test(rest)) return this.quoted(column, indent);
      if (/^[[{]/.test(rest)) return this.flow(column, indent);
      if (/^[&*!@`%\]},]|^[?-]\s/.test(rest)) this.fail();
      const words = [this.bare(rest, line)];
      this.at += 1;
      while (this.at < this.lines.length && (this.lines[this.at].trim() === "" || indentOf(this.lines[this.at]) > indent)) {
        if (/^\s*#/.test(this.lines[this.at])) break;
        words.push(this.bare(this.lines[this.at].trim(), this.at));
        this.at += 1;
      }
      while (words.length > 1 && words.at(-1) === "") words.pop();
      return plain(folded(words));
    }

    /** A line of a text without quotes: without a remark, and without what would be a key. */
    bare(text, line) {
      const cut = text.replace(/\s+#.*$/, "").trimEnd();
      if (/:(?:\s|$)/.test(cut)) throw new Unreadable(line + 2);
      return cut;
    }

    /** A block of text behind | or >. */
    text(rest, indent) {
      const head = /^([|>])([+-]?)([1-9]?)([+-]?)\s*(?:#.*)?$/.exec(rest);
      if (!head) this.fail();
      this.at += 1;
      const start = this.at;
      let margin = head[3] ? indent + Number(head[3]) : 0;
      while (this.at < this.lines.length) {
        const line = this.lines[this.at];
        if (line.trim()) {
          margin = margin || Math.max(indentOf(line), indent + 1);
          if (indentOf(line) < margin) break;
        }
        this.at += 1;
      }
      const lines = this.lines.slice(start, this.at).map((line) => line.slice(margin));
      let tail = 0;
      while (lines.length && lines.at(-1) === "") {
        lines.pop();
        tail += 1;
      }
      const body = head[1] === "|" ? lines.join("\n") : this.unfolded(lines);
      const chomp = head[2] || head[4];
      return body && (chomp === "-" ? body : chomp === "+" ? body + "\n".repeat(tail + 1) : body + "\n");
    }

    /** Behind >, lines with a margin of their own keep their line ends. */
    unfolded(lines) {
      let made = "";
      let ends = 0;
      let wasDeep = false;
      lines.forEach((line, number) => {
        if (line === "") {
          ends += 1;
          return;
        }
        const isDeep = line.startsWith(" ");
        if (number > 0 && made !== "") {
          if (ends === 0) made += isDeep || wasDeep ? "\n" : " ";
          else made += "\n".repeat(ends + (isDeep || wasDeep ? 1 : 0));
        } else made += "\n".repeat(ends);
        made += line;
        ends = 0;
        wasDeep = isDeep;
      });
      return made;
    }

    /** The characters from a place on, for what may run over several lines; `done` puts the reader behind them. */
    stream(column, indent) {
      const kept = [this.lines[this.at].slice(column)];
      for (let at = this.at + 1; at < this.lines.length; at += 1) {
        const line = this.lines[at];
        if (line.trim() && indentOf(line) <= indent) break;
        kept.push(line.trim());
      }
      return { text: kept.join("\n"), at: 0 };
    }

    done(stream) {
      const used = stream.text.slice(0, stream.at);
      const line = this.at + used.split("\n").length - 1;
      const rest = stream.text.slice(stream.at).split("\n")[0];
      if (!/^\s*$|^\s+#/.test(rest)) throw new Unreadable(line + 2);
      this.at = line + 1;
    }

    quoted(column, indent) {
      const stream = this.stream(column, indent);
      const found = this.string(stream);
      this.done(stream);
      return found;
    }

    string(stream) {
      const quote = stream.text[stream.at];
      let raw = "";
      for (stream.at += 1; ; stream.at += 1) {
        const sign = stream.text[stream.at];
        if (sign === undefined) this.fail();
        if (sign === quote) {
          if (quote === "'" && stream.text[stream.at + 1] === "'") {
            stream.at += 1;
            raw += "'";
            continue;
          }
          break;
        }
        if (sign === "\n") {
          // Spaces at the end of a line go; one line end is a space, more are line ends.
          raw = raw.replace(/[ \t]+$/, "");
          let ends = 0;
          while (stream.text[stream.at + 1] === "\n") {
            ends += 1;
            stream.at += 1;
          }
          while (/[ \t]/.test(stream.text[stream.at + 1] || "")) stream.at += 1;
          raw += ends ? "\n".repeat(ends) : " ";
        } else if (sign === "\\" && quote === '"') raw += this.escape(stream);
        else raw += sign;
      }
      stream.at += 1;
      return raw;
    }

    escape(stream) {
      stream.at += 1;
      const sign = stream.text[stream.at];
      if (sign in CODES) {
        const digits = stream.text.slice(stream.at + 1, stream.at + 1 + CODES[sign]);
        if (!/^[0-9a-f]+$/i.test(digits) || digits.length !== CODES[sign]) this.fail();
        stream.at += CODES[sign];
        return String.fromCodePoint(parseInt(digits, 16));
      }
      if (!(sign in ESCAPES)) this.fail();
      return ESCAPES[sign];
    }

    flow(column, indent) {
      const stream = this.stream(column, indent);
      const found = this.part(stream);
      this.done(stream);
      return found;
    }

    blank(stream) {
      for (;;) {
        const rest = stream.text.slice(stream.at);
        const space = /^\s+(?:#[^\n]*)?|^#[^\n]*/.exec(rest);
        if (!space) return stream.text[stream.at];
        stream.at += space[0].length;
      }
    }

    part(stream) {
      const sign = this.blank(stream);
      if (sign === "[" || sign === "{") return this.collection(stream, sign);
      if (sign === '"' || sign === "'") return this.string(stream);
      if (sign === undefined || /[&*!@`%|>]/.test(sign)) this.fail();
      const rest = stream.text.slice(stream.at);
      const end = /\s*(?:[,[\]{}]|:(?=[\s,[\]{}]|$)|\s#|$)/.exec(rest);
      stream.at += end.index;
      return plain(folded(rest.slice(0, end.index).split("\n").map((line) => line.trim())));
    }

    collection(stream, opening) {
      const closing = opening === "[" ? "]" : "}";
      const found = opening === "[" ? [] : {};
      stream.at += 1;
      while (this.blank(stream) !== closing) {
        const first = this.part(stream);
        if (opening === "{") {
          if (typeof first !== "string" || this.blank(stream) !== ":" || Object.hasOwn(found, first)) this.fail();
          stream.at += 1;
          const next = this.blank(stream);
          found[first] = next === "," || next === "}" ? null : this.part(stream);
        } else found.push(first);
        const next = this.blank(stream);
        if (next === ",") stream.at += 1;
        else if (next !== closing) this.fail();
      }
      stream.at += 1;
      return found;
    }
  }

  /** A file → its values, the lines of each field, and the text below. Throws Unreadable, with a line. */
  function open(text) {
    const whole = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    const lines = whole.split("\n");
    const end = lines.findIndex((line, number) => number > 0 && line.trimEnd() === "---");
    if (lines[0].trimEnd() !== "---") throw new Unreadable(1);
    if (end < 0) throw new Unreadable(lines.length);
    const kept = lines.slice(1, end);
    if (kept.some((line) => /^ *\t/.test(line))) throw new Unreadable(2 + kept.findIndex((line) => /^ *\t/.test(line)));
    const reader = new Reader(kept.map((line) => line.replace(ODD_SPACE, " ")));
    const spans = [];
    reader.skip();
    const values = reader.mapping(0, spans);
    if (reader.at < kept.length || !spans.length) throw new Unreadable(reader.at + 2);
    const pieces = spans.map(({ key, start }, number) => ({ key, lines: kept.slice(start, number + 1 < spans.length ? spans[number + 1].start : kept.length) }));
    return { values, before: kept.slice(0, spans[0].start), pieces, body: lines.slice(end + 1).join("\n") };
  }

  const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

  /** Whether a text needs no quotes: it begins with a letter or figure and holds nothing that means something else. */
  function isPlain(text, inFlow) {
    return (
      /^[\p{L}\p{N}][\p{L}\p{N} .,;:()/'’&+=!?%_@…–—€-]*$/u.test(text) &&
      !/: | #|[: ]$/.test(text) &&
      text !== "null" &&
      !(inFlow && /[,:[\]{}?]/.test(text))
    );
  }

  function quotedText(text) {
    const escaped = text.replace(/[\\"\n\t]|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (sign) => {
      const known = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" }[sign];
      return known || "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0");
    });
    return `"${escaped}"`;
  }

  const scalar = (text, inFlow) => (isPlain(text, inFlow) ? text : quotedText(text));
  const isNeat = (text) => !/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[ ]$|[ ]\n|^[ \n]|\n$/.test(text);

  /** The lines of a field: `key: value`, with `margin` in front. */
  function field(key, value, margin, order) {
    const space = " ".repeat(margin);
    if (value === null) return [`${space}${key}:`];
    if (isGroup(value)) return [`${space}${key}:`, ...group(value, margin + 2, order)];
    if (Array.isArray(value)) return list(key, value, margin, order);
    if (value.includes("\n") && isNeat(value)) {
      return [`${space}${key}: |-`, ...value.split("\n").map((line) => (line ? `${space}  ${line}` : ""))];
    }
    return [`${space}${key}: ${scalar(value, false)}`];
  }

  function group(values, margin, order) {
    const rank = (name) => (order || []).findIndex((each) => each.naam === name);
    const names = Object.keys(values).sort((one, other) => rank(one) - rank(other));
    return names.flatMap((name) => field(name, values[name], margin, inside((order || []).find((each) => each.naam === name))));
  }

  /** The fields of a group, or of the rows of a list. */
  function inside(field) {
    return field && (field.velden || (field.rij && field.rij.velden));
  }

  function list(key, values, margin, order) {
    const space = " ".repeat(margin);
    const isFlat = values.every((value) => value === null || typeof value === "string");
    const row = `${space}${key}: [${values.map((value) => (value === null ? "" : scalar(String(value), true))).join(", ")}]`;
    if (isFlat && (row.length <= 110 || !values.length) && values.every((value) => value && !value.includes("\n"))) return [row];
    const rows = values.flatMap((value) => {
      if (value === null) return [`${space}  -`];
      if (typeof value === "string") return [`${space}  - ${scalar(value, false)}`];
      if (Array.isArray(value)) return [`${space}  - ${quotedText(JSON.stringify(value))}`];
      const [first, ...rest] = group(value, margin + 4, order);
      return [`${space}  - ${first.trimStart()}`, ...rest];
    });
    return [`${space}${key}:`, ...rows];
  }

  /** Values and text → a file. `was` is what was opened; `order` the fields of the class. */
  function write(values, body, order, was) {
    const old = was ? was.pieces.map((piece) => piece.key) : [];
    const names = old.filter((name) => name in values);
    const ranked = order.map((each) => each.naam);
    for (const name of Object.keys(values)) {
      if (names.includes(name)) continue;
      const before = ranked.slice(0, Math.max(0, ranked.indexOf(name))).reverse().find((each) => names.includes(each));
      names.splice(before ? names.indexOf(before) + 1 : ranked.includes(name) ? 0 : names.length, 0, name);
    }
    const lines = names.flatMap((name) => {
      const piece = was && was.pieces.find((each) => each.key === name);
      if (piece && isSame(was.values[name], values[name])) return piece.lines;
      return field(name, values[name], 0, inside(order.find((each) => each.naam === name)));
    });
    return ["---", ...(was ? was.before : []), ...lines, "---"].join("\n") + "\n" + body;
  }

  window.wegwijsBestand = { open, write, isSame, Unreadable, ODD_SPACE };
})();
