/**
 * Deuren: the ways out: one .zip with everything, a file, the text, or the page of the code host with the text in it. Nothing is sent:
 * a file goes to the downloads, and only the reader opens another page.
 */
(function () {
  "use strict";

  const { fill } = window.wegwijsRegels;
  const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

  /** Give the reader a file. */
  function download(name, blob) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 30000);
  }

  const STYLE = "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 sans-serif;color:#1c1a17}code{background:#eee}dt{font-weight:700}svg{display:none}.preview-title{font-size:1.8rem;font-weight:700}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3rem}";

  /** A page to read first: what this is, what is in it, what is still open, and the preview. Not read by the import. */
  function cover(words, title, files, problems, promises, preview, name) {
    const list = (lines) => `<ul>${lines.map((line) => `<li>${escape(line)}</li>`).join("")}</ul>`;
    const open = problems.filter((each) => each.fout);
    const plain = preview.cloneNode(true);
    for (const image of plain.querySelectorAll("img")) image.replaceWith(`[${image.alt}]`);
    return [
      `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style></head><body>`,
      `<h1>${escape(words.voorblad)}</h1><p><strong>${escape(title)}</strong></p>`,
      `<h2>${escape(words.voorblad_inhoud)}</h2>${list(files)}`,
      `<p>${escape(words.voorblad_neem_op)} <code>wegwijs import ${escape(name)}</code></p>`,
      `<h2>${escape(words.voorblad_beloofd)}</h2>${list(promises)}`,
      open.length ? `<h2>${escape(words.moet)}</h2>${list(open.map((each) => `${each.code} ${each.bericht} ${each.uitweg}`))}` : "",
      `<hr>${plain.outerHTML}</body></html>\n`,
    ].join("\n");
  }

  /** Everything of a draft in one file. */
  function pack({ draft, words, problems, promises, preview }) {
    const name = `bijdrage-${draft.naam}.zip`;
    const files = { [draft.path]: draft.text() };
    if (draft.original) files[draft.path.replace(/^content\//, "origineel/")] = draft.original;
    for (const [file, { bytes }] of Object.entries(draft.files)) if (bytes) files[`${draft.path.slice(0, -3)}/${file}`] = bytes;
    const title = draft.title();
    const page = cover(words, title, Object.keys(files), problems, promises, preview, name);
    download(name, window.wegwijsBijlagen.zip({ "voorblad.html": page, ...files }));
    return name;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  /** The page of the code host: with the text in its address when that fits, otherwise with the text on the clipboard. */
  function address(doors, draft) {
    if (draft.original) return { url: doors.bewerk + draft.path, fits: false };
    const folder = draft.path.split("/").slice(0, -1).join("/");
    const plain = `${doors.nieuw}${folder}?filename=${encodeURIComponent(draft.path.split("/").at(-1))}`;
    const whole = `${plain}&value=${encodeURIComponent(draft.text())}`;
    return whole.length <= doors.meeste ? { url: whole, fits: true } : { url: plain, fits: false };
  }

  function mail(doors, words, title, name) {
    const about = `subject=${encodeURIComponent(fill(words.onderwerp, { titel: title }))}&body=${encodeURIComponent(fill(words.brief, { naam: name }))}`;
    return `mailto:${doors.adres}?${about}`;
  }

  window.wegwijsDeuren = { download, pack, copy, address, mail };
})();
