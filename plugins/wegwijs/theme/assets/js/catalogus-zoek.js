/** What the search engine of the site finds, as items of the catalogue: their places on the page, each with its rank. */
(function () {
  "use strict";

  const EVERYTHING = 1000000;

  /** `instruments/peerreview`, online, from disk and in the answers of the engine. */
  function nameOf(address) {
    return address.replace(/^(?:\.\.?\/)*/, "").replace(/(?:\/|\.html|\.md)$/, "");
  }

  class Vondst {
    constructor(links) {
      this.places = new Map(links.map((link, item) => [nameOf(link.getAttribute("href")), item]));
    }

    get isThere() {
      return Boolean(window.wegwijsZoek);
    }

    async ask(query, isTyping) {
      const results = await window.wegwijsZoek.search(query, { limit: EVERYTHING, snippets: 0, typing: Boolean(isTyping) });
      const found = new Map();
      for (const { id } of results) {
        const item = this.places.get(nameOf(id));
        if (item !== undefined && !found.has(item)) found.set(item, found.size);
      }
      return found;
    }

    suggest(query) {
      return window.wegwijsZoek.suggest(query);
    }
  }

  window.wegwijsVondst = Vondst;
})();
