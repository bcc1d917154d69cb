/**
 * Bijlagen: whether a chosen file is what its name says and holds nothing that acts, as plugins/wegwijs/attachments.py judges it;
 * and the package: one .zip without compression, with a fixed date, so that the same draft gives the same bytes.
 */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const DAMAGED = "beschadigd bestand";
  const OFFICE = ["docx", "xlsx", "pptx", "odt", "ods", "odp"];

  const latin = (bytes) => {
    let made = "";
    for (let at = 0; at < bytes.length; at += 8192) made += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return made;
  };

  function asText(bytes) {
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      return text.includes("\0") ? null : text;
    } catch {
      return null;
    }
  }

  function isOfType(signs, bytes) {
    const text = latin(bytes);
    const [from, until] = signs.tussen;
    const begins = !signs.begin.length || signs.begin.some((head) => text.startsWith(head));
    return begins && text.slice(from, until ?? undefined).includes(signs.bevat) && (!signs.tekst || asText(bytes) !== null);
  }

  /** The names in an office file, from the list at its end; null when there is no such list. */
  function names(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let end = bytes.length - 22;
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
    if (end < 0) return null;
    const found = [];
    let at = view.getUint32(end + 16, true);
    for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
      const size = view.getUint16(at + 28, true);
      found.push(latin(bytes.subarray(at + 46, at + 46 + size)));
      at += 46 + size + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return found;
  }

  function officeFault(bytes, patterns) {
    const found = names(bytes);
    if (!found) return DAMAGED;
    return found.some((name) => patterns.macro.whole.test(name)) ? "macro" : "";
  }

  async function unpacked(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  async function pdfFault(bytes, patterns) {
    const text = latin(bytes);
    const parts = [text.replace(/stream\r?\n[\s\S]*?endstream/g, "")];
    for (const stream of text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)) {
      if (!text.slice(Math.max(0, stream.index - 400), stream.index).includes("/ObjStm")) continue;
      const start = stream.index + stream[0].indexOf("\n") + 1;
      try {
        parts.push(latin(await unpacked(bytes.subarray(start, start + stream[1].replace(/\r?\n$/, "").length))));
      } catch {
        return DAMAGED;
      }
    }
    const plain = parts.join("\n").replace(/#([0-9A-Fa-f]{2})/g, (place, code) => String.fromCharCode(parseInt(code, 16)));
    const found = patterns.pdf.any.exec(plain);
    patterns.pdf.any.lastIndex = 0;
    return found ? `/${found[1]}` : "";
  }

  function svgFault(bytes, rules, patterns) {
    const text = asText(bytes);
    if (text === null) return DAMAGED;
    if (/<!DOCTYPE/i.test(text)) return "<!DOCTYPE>";
    const instruction = /<\?(?!xml\s)([\w-]+)/.exec(text);
    if (instruction) return `<?${instruction[1]}?>`;
    const document = new DOMParser().parseFromString(text.replace(/^\ufeff/, ""), "image/svg+xml");
    if (document.getElementsByTagName("parsererror").length) return DAMAGED;
    for (const element of document.getElementsByTagName("*")) {
      if (element.namespaceURI !== SVG) {
        if (!element.namespaceURI) return DAMAGED;
        if (!patterns.stil.whole.test(element.namespaceURI)) return `<${element.localName}>`;
        continue;
      }
      if (rules.doet.includes(element.localName.toLowerCase())) return `<${element.localName}>`;
      for (const attribute of element.attributes) {
        if (attribute.namespaceURI === "http://www.w3.org/2000/xmlns/") continue;
        const fault = attributeFault(attribute, patterns);
        if (fault) return fault;
      }
    }
    const texts = document.documentElement.textContent;
    return new RegExp(patterns.stijl.any.source, "ui").test(texts) ? "@import of url()" : "";
  }

  function attributeFault({ namespaceURI, localName, value }, patterns) {
    const word = localName.toLowerCase();
    if (namespaceURI && patterns.stil.whole.test(namespaceURI)) return "";
    if (word.startsWith("on")) return `${word}=`;
    if (word === "href" || word === "src") return /^(?:#|data:image\/(?:png|jpeg|gif|webp);)/.test(value) ? "" : `${word}=${value.slice(0, 40)}`;
    return new RegExp(patterns.buiten.any.source, "ui").test(value) ? `${word}=${value.slice(0, 40)}` : "";
  }

  /** What the rules ask about a file. */
  async function inspect(name, bytes, data) {
    const kind = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    const patterns = data.patronen || (data.patronen = window.wegwijsTekst.compile(data.regels.patronen));
    const signs = data.regels.soorten_bestand[kind];
    const found = { grootte: bytes.length, is_anders: false, doet: "" };
    if (!signs || !bytes.length || bytes.length > data.regels.grens_bestand) return found;
    found.is_anders = !isOfType(signs, bytes);
    if (found.is_anders) return found;
    if (kind === "svg") found.doet = svgFault(bytes, data.regels, patterns);
    else if (kind === "pdf") found.doet = await pdfFault(bytes, patterns);
    else if (OFFICE.includes(kind)) found.doet = officeFault(bytes, patterns);
    return found;
  }

  const TABLE = Array.from({ length: 256 }, (none, number) => {
    let value = number;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
  });

  function crc(bytes) {
    let value = 0xffffffff;
    for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
  }

  /** Numbers as little-endian bytes: pairs of size and value. */
  function record(...parts) {
    const view = new DataView(new ArrayBuffer(parts.reduce((sum, [size]) => sum + size, 0)));
    let at = 0;
    for (const [size, value] of parts) {
      if (size === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += size;
    }
    return new Uint8Array(view.buffer);
  }

  /** Files by path → the bytes of a zip: stored, names in UTF-8, dated 1 January 1980. */
  function zip(files) {
    const parts = [];
    const list = [];
    let offset = 0;
    for (const [path, content] of Object.entries(files)) {
      const name = new TextEncoder().encode(path);
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const about = [[2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 0x21], [4, crc(bytes)], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]];
      const local = record([4, 0x04034b50], ...about);
      parts.push(local, name, bytes);
      list.push(record([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
      offset += local.length + name.length + bytes.length;
    }
    const size = list.reduce((sum, part) => sum + part.length, 0);
    const count = Object.keys(files).length;
    const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
    return new Blob([...parts, ...list, end], { type: "application/zip" });
  }

  /** A file name that can stand in an address. */
  function safeName(name) {
    const dot = name.lastIndexOf(".");
    const kind = dot < 0 ? "" : name.slice(dot + 1).toLowerCase().replace(/[^a-z0-9]/g, "");
    const stem = window.wegwijsTekst.slugify(dot < 0 ? name : name.slice(0, dot)).replace(/_+/g, "-").replace(/^-+|-+$/g, "");
    return `${(stem || "bijlage").slice(0, 60).replace(/-+$/, "")}${kind ? `.${kind}` : ""}`;
  }

  window.wegwijsBijlagen = { inspect, zip, safeName };
})();
