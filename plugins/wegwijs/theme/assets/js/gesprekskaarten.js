/**
 * Gesprekskaarten: prints the part of a page that one asks for, and makes cards of an own choice of questions.
 * The choice is in the address (?kies=deel.vraag.vraag_deel.vraag) and, where the browser allows it, kept on this device.
 */
(function () {
  "use strict";

  const KEPT = "wegwijs.gesprekskaarten";
  const ON_SHEET = 9;
  /** The same steps as in views/gesprekskaarten.py; a test holds the two together. */
  const SIZES = [
    [60, "kort"],
    [95, "middel"],
    [Infinity, "lang"],
  ];

  for (const group of document.querySelectorAll("[data-druk-knoppen]")) {
    group.addEventListener("click", (event) => {
      const button = event.target.closest("[data-druk]");
      if (!button) return;
      document.documentElement.dataset.drukken = button.dataset.druk;
      window.print();
    });
    group.hidden = false;
  }
  window.addEventListener("afterprint", () => delete document.documentElement.dataset.drukken);

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
  }

  class WegwijsGesprekskaarten extends HTMLElement {
    connectedCallback() {
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.#start());
      else this.#start();
    }

    #part(name) {
      return this.querySelector(`[data-${name}]`);
    }

    #start() {
      this.boxes = [...this.querySelectorAll("input[type=checkbox]")];
      for (const part of this.querySelectorAll("[data-met-script]")) part.hidden = false;
      this.#part("zonder-script").hidden = true;
      this.classList.add("is-ready");
      this.addEventListener("change", (event) => {
        if (event.target.matches("input[type=checkbox]")) this.#changed();
      });
      this.#part("wis").addEventListener("click", () => {
        for (const box of this.boxes) box.checked = false;
        this.#changed();
        this.boxes[0].closest("details").querySelector("summary").focus();
      });
      this.#part("adres-veld").addEventListener("focus", (event) => event.target.select());
      window.addEventListener("popstate", () => this.#follow());
      this.#follow();
    }

    /** Takes over what the address says, or what was kept when it says nothing. */
    #follow() {
      const { search, hash } = window.location;
      const given = new URLSearchParams(search || (hash.startsWith("#?") ? hash.slice(1) : "")).get("kies");
      const chosen = new Set(this.#unfold(given === null ? this.#kept() : given));
      for (const box of this.boxes) box.checked = chosen.has(box.value);
      for (const part of this.querySelectorAll(".pick-part")) {
        part.open = Boolean(part.querySelector(":checked")) || hash === "#" + part.id;
      }
      this.#show();
    }

    #unfold(text) {
      return text.split("_").flatMap((part) => {
        const [name, ...questions] = part.split(".");
        return questions.map((question) => `${name}.${question}`);
      });
    }

    #fold() {
      const parts = new Map();
      for (const box of this.#chosen()) {
        const [name, question] = box.value.split(".");
        parts.set(name, [...(parts.get(name) || [name]), question]);
      }
      return [...parts.values()].map((part) => part.join(".")).join("_");
    }

    #chosen() {
      return this.boxes.filter((box) => box.checked);
    }

    #changed() {
      const text = this.#fold();
      const query = text ? "?kies=" + text : "";
      try {
        window.history.replaceState(null, "", query || window.location.pathname);
      } catch {
        // Some browsers refuse this for a file on disk; the hash is always allowed.
        window.location.hash = query;
      }
      this.#keep(text);
      this.#show();
    }

    #kept() {
      try {
        return window.localStorage.getItem(KEPT) || "";
      } catch {
        return "";
      }
    }

    #keep(text) {
      try {
        if (text) window.localStorage.setItem(KEPT, text);
        else window.localStorage.removeItem(KEPT);
      } catch {
        this.#part("bericht").textContent = this.dataset.nietBewaard;
      }
    }

    #show() {
      const chosen = this.#chosen();
      const sheets = Math.ceil(chosen.length / ON_SHEET);
      const { geen, een, meer, velen } = this.dataset;
      const words = !chosen.length ? geen : chosen.length === 1 ? een : sheets === 1 ? meer : velen;
      this.#part("gekozen").textContent = fill(words, { aantal: chosen.length, vellen: sheets });
      for (const part of this.querySelectorAll("[data-iets]")) part.hidden = !chosen.length;
      this.#part("blad").hidden = !chosen.length;
      this.#part("adres-veld").value = chosen.length ? window.location.href : "";
      for (const part of this.querySelectorAll(".pick-part")) {
        const count = part.querySelectorAll(":checked").length;
        part.querySelector("[data-telling]").textContent = count || "";
      }
      this.#sheets(chosen.map((box) => this.#card(box)));
      this.#handout(chosen.map((box) => box.nextElementSibling.textContent));
    }

    #card(box) {
      const part = box.closest(".pick-part");
      const layer = part.closest(".pick-layer");
      const note = box.closest("li").querySelector("p");
      const text = box.nextElementSibling.textContent;
      return {
        text,
        hue: layer.dataset.hue,
        mark: layer.querySelector(".mark"),
        part: part.dataset.deel,
        role: note.querySelector(".tag").textContent,
        purpose: note.firstChild.textContent.trim(),
        address: part.dataset.adres,
        size: SIZES.find(([most]) => text.length <= most)[1],
      };
    }

    #sheets(cards) {
      const made = [];
      for (let start = 0; start < cards.length; start += ON_SHEET) {
        const some = cards.slice(start, start + ON_SHEET);
        const number = made.length / 2 + 1;
        made.push(this.#sheet("vel-voor", this.dataset.vel, number, some, "kaart-voor"));
        made.push(this.#sheet("vel-rug", this.dataset.rug, number, some, "kaart-rug"));
      }
      this.#part("vellen").replaceChildren(...made);
    }

    #copy(name) {
      return this.#part(name).content.firstElementChild.cloneNode(true);
    }

    #sheet(name, words, number, cards, side) {
      const sheet = this.#copy(name);
      const title = fill(words, { nummer: number });
      sheet.setAttribute("aria-label", title);
      sheet.querySelector(".talk-side").textContent = title;
      sheet.querySelector("ul").append(
        ...cards.map((card) => {
          const item = this.#copy(side);
          item.dataset.hue = card.hue;
          item.querySelector(".talk-part").prepend(card.mark.cloneNode(true));
          item.querySelector(".talk-part > span:last-child").textContent = card.part;
          if (side === "kaart-voor") {
            item.classList.add("is-" + card.size);
            item.querySelector(".talk-question").textContent = card.text;
            item.querySelector(".talk-role").textContent = card.role;
          } else {
            item.querySelector(".talk-purpose").append(card.purpose);
            item.querySelector(".talk-address").textContent = card.address;
          }
          return item;
        })
      );
      return sheet;
    }

    #handout(questions) {
      const most = Number(this.dataset.meeste);
      const items = questions.slice(0, most).map((text) => {
        const item = document.createElement("li");
        item.textContent = text;
        return item;
      });
      this.querySelector(".talk-lines").replaceChildren(...items);
      const rest = questions.length - most;
      this.querySelector(".talk-more").textContent = rest > 0 ? fill(this.dataset.nog, { aantal: rest }) : "";
    }
  }

  if (!customElements.get("wegwijs-gesprekskaarten")) {
    customElements.define("wegwijs-gesprekskaarten", WegwijsGesprekskaarten);
  }
})();
