/**
 * The map: on a wide screen a part opens its panel beside the map instead of its page. Everything it shows is in the
 * page already, so it works from disk; without it, or on a narrow screen, the links simply lead to the pages.
 * The part is in the address (#begeleiding): back closes the panel, and the address can be sent to a colleague.
 */
(function () {
  "use strict";

  const WIDE = window.matchMedia("(min-width: 60em)");

  class WegwijsKaart extends HTMLElement {
    connectedCallback() {
      this.panels = new Map();
      for (const panel of this.querySelectorAll("[data-paneel]")) this.panels.set(panel.dataset.paneel, panel);
      if (!this.panels.size) return;
      this.opened = null;
      this.opener = null;
      this.addEventListener("click", (event) => this.#click(event));
      this.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && this.opened) this.#leave();
      });
      window.addEventListener("popstate", () => this.#follow(true));
      WIDE.addEventListener("change", () => this.#follow(false));
      this.#follow(false);
    }

    #click(event) {
      if (event.target.closest(".kaart-sluit")) {
        this.#leave();
        return;
      }
      const link = event.target.closest("a[data-deel]");
      // Another tab, another window, a download: what the reader asks of a link stays a link.
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      if (!link || !isPlain || event.defaultPrevented || !WIDE.matches || !this.panels.has(link.dataset.deel)) return;
      event.preventDefault();
      this.opener = link;
      this.#remember("#" + link.dataset.deel);
      this.#show(link.dataset.deel);
      this.#focusPanel();
    }

    /** Shows what the address says; after "back" the focus follows too. */
    #follow(movesFocus) {
      let id = "";
      try {
        id = decodeURIComponent(window.location.hash.slice(1));
      } catch {
        // A half-written address is an address without a part.
      }
      const was = this.opened;
      this.#show(WIDE.matches && this.panels.has(id) ? id : null);
      if (!movesFocus || was === this.opened) return;
      if (this.opened) this.#focusPanel();
      else this.#focusLink(was);
    }

    #leave() {
      const was = this.opened;
      this.#remember("");
      this.#show(null);
      this.#focusLink(was);
    }

    #show(id) {
      this.opened = id;
      for (const [name, panel] of this.panels) panel.hidden = name !== id;
      for (const link of this.querySelectorAll("a[data-deel]")) {
        link.classList.toggle("is-open", link.dataset.deel === id);
      }
    }

    #focusPanel() {
      this.panels.get(this.opened).querySelector("h2").focus();
    }

    #focusLink(id) {
      const links = [...this.querySelectorAll("a[data-deel]")].filter((link) => link.dataset.deel === id);
      const link = links.includes(this.opener) ? this.opener : links.find((each) => each.getClientRects().length);
      this.opener = null;
      if (link) link.focus();
    }

    #remember(hash) {
      const address = window.location.pathname + window.location.search + hash;
      try {
        window.history.pushState(null, "", hash || address);
      } catch {
        // Some browsers refuse this for a file on disk; the hash itself is always allowed.
        window.location.hash = hash;
      }
    }
  }

  if (!customElements.get("wegwijs-kaart")) customElements.define("wegwijs-kaart", WegwijsKaart);
})();
