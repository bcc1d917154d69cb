/**
 * Cards of the catalogue: fills the empty card of the page with an item. What is on the line of the item is taken from there,
 * the marks from the panel; only the summary and for whom it is come from the texts, which may arrive later.
 */
(function () {
  "use strict";

  class Kaartjes {
    constructor(catalogue, facets, lines) {
      this.template = catalogue.querySelector("[data-kaartje]").content.firstElementChild;
      this.lines = lines;
      this.marks = facets.flatMap((facet) => {
        // A value of a layer of the model gives the card the mark of that layer.
        const mark = catalogue.querySelector(`[data-facet="${facet.id}"] .mark`);
        return facet.waarden.map(() => mark);
      });
    }

    make(item, texts) {
      const card = this.template.cloneNode(true);
      const line = this.lines[item];
      const link = line.querySelector("a");
      if (line.dataset.code) card.dataset.piece = line.dataset.code;
      const word = (name) => line.querySelector("." + name)?.textContent || "";
      const put = (name, text, whole) => {
        const place = card.querySelector(`[data-${name}]`);
        if (text) place.textContent = text;
        else (whole ? place.parentNode : place).remove();
      };
      put("soort", word("soort"));
      put("stand", word("stand"));
      put("beproefd", word("beproefd"));
      put("tekst", texts && texts[item][0]);
      put("voor", texts && texts[item][1], true);
      put("duur", word("duur"), true);
      put("groep", word("groep"), true);
      const facts = card.querySelector(".card-facts");
      if (!facts.childElementCount) facts.remove();
      const title = card.querySelector("[data-titel]");
      title.textContent = link.textContent;
      title.setAttribute("href", link.getAttribute("href"));
      const marks = new Set(window.wegwijsCatalogus.kenmerken[item].map((value) => this.marks[value]));
      for (const mark of marks) if (mark) card.querySelector("[data-lagen]").append(mark.cloneNode(true));
      return card;
    }
  }

  window.wegwijsKaartjes = Kaartjes;
})();
