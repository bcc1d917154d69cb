/**
 * Bewaar: the attachments of a draft, kept on this device beside its text. They are too large for where the text is, so they are in the
 * browser's own database. Every answer is a promise; one that fails means that this browser keeps no files.
 */
(function () {
  "use strict";

  const NAME = "wegwijs.bijlagen";
  const STORE = "concepten";

  /** Ask one thing of the store, and wait until it is written. */
  function ask(mode, question) {
    return new Promise((done, fail) => {
      const opening = window.indexedDB.open(NAME, 1);
      opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(STORE));
      opening.addEventListener("error", () => fail(opening.error));
      opening.addEventListener("success", () => {
        const base = opening.result;
        const work = base.transaction(STORE, mode);
        const asked = question(work.objectStore(STORE));
        work.addEventListener("complete", () => done(asked.result));
        work.addEventListener("abort", () => fail(work.error));
        base.close();
      });
    });
  }

  /** Keep the files that were chosen here, by name; with none, what was kept goes. */
  function keep(key, files) {
    const chosen = Object.entries(files).filter(([, file]) => file.bytes);
    if (!chosen.length) return ask("readwrite", (store) => store.delete(key));
    const kept = Object.fromEntries(chosen.map(([name, { grootte, is_anders, doet, bytes, soort }]) => [name, { grootte, is_anders, doet, bytes, soort }]));
    return ask("readwrite", (store) => store.put(kept, key));
  }

  /** The files that were kept, by name. */
  async function find(key) {
    return (await ask("readonly", (store) => store.get(key))) || {};
  }

  window.wegwijsBewaar = { keep, find };
})();
