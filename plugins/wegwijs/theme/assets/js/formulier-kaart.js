/**
 * Kaartkiezer: the map above the checkboxes of the model. A click on a part presses its checkbox; the checkboxes are what counts, and
 * the map shows what they say.
 */
(function () {
  "use strict";

  const WIDE = window.matchMedia("(min-width: 48em)");

  class WegwijsKaartkiezer extends HTMLElement {
    connectedCallback() {
      this.field = this.closest("[data-soort=delen]");
      this.querySelector("details").open = WIDE.matches;
      this.addEventListener("click", (event) => {
        const spot = event.target.closest("[data-wijs]");
        const box = spot && this.#box(spot.dataset.wijs);
        if (box) box.click();
      });
      this.field.addEventListener("change", () => this.#show());
      this.field.addEventListener("wegwijs-delen", () => this.#show());
      this.#show();
    }

    #box(id) {
      return [...this.field.querySelectorAll("[data-deel]")].find((each) => each.value === id);
    }

    #show() {
      const chosen = [...this.field.querySelectorAll("[data-deel]:checked")];
      const values = chosen.map((each) => each.value);
      for (const spot of this.querySelectorAll("[data-wijs]")) spot.classList.toggle("is-gekozen", values.includes(spot.dataset.wijs));
      const names = chosen.map((each) => each.parentNode.textContent.trim());
      this.querySelector("[data-nu-gekozen]").textContent = names.length ? `${this.dataset.gekozen} ${names.join(", ")}` : this.dataset.leeg;
    }
  }

  if (!customElements.get("wegwijs-kaartkiezer")) customElements.define("wegwijs-kaartkiezer", WegwijsKaartkiezer);
})();
