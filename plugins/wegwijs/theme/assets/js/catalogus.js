/**
 * Catalogue: what a reader ticks decides which cards are shown, and the address says what was ticked.
 * Titles and addresses come from the list in the page; the filter's data and the cards' texts are two scripts.
 */
(function () {
  "use strict";

  const AT_ONCE = 24;
  const TYPING = 250;
  const SAY_AFTER = 400;
  const PATIENCE = 400;

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
  }

  function load(address, then) {
    const script = document.createElement("script");
    script.src = address;
    script.onload = then;
    document.head.append(script);
  }

  class WegwijsCatalogus extends HTMLElement {
    connectedCallback() {
      // From here on the list is not painted; without this script it stays.
      this.classList.add("is-ready");
      this.words = JSON.parse(this.dataset.woorden);
      load(this.dataset.teksten, () => this.#read());
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.#start());
      else this.#start();
    }

    #part(name) {
      return this.querySelector(`[data-${name}]`);
    }

    #start() {
      if (!window.wegwijsCatalogus) {
        // The data did not come: show the list after all.
        this.classList.remove("is-ready");
        return;
      }
      this.lines = [...this.querySelectorAll("[data-alles] li")];
      this.links = this.lines.map((line) => line.querySelector("a"));
      this.shelf = new window.wegwijsPlank.Shelf(window.wegwijsCatalogus, this.links.map((link) => link.textContent));
      this.form = this.querySelector("form");
      this.boxes = [...this.form.querySelectorAll("input[type=checkbox]")];
      this.counts = this.boxes.map((box) => box.parentNode.querySelector(".choice-count"));
      this.fields = [...this.form.querySelectorAll("input[type=number], input[type=date]")];
      this.names = new Map(this.boxes.map((box) => [box.name + " " + box.value, box.nextElementSibling.textContent]));
      this.search = new window.wegwijsVondst(this.links);
      this.cards = new window.wegwijsKaartjes(this, this.shelf.facets, this.lines);
      this.#read();
      this.#listen();
      this.#part("script").hidden = false;
      this.#follow();
    }

    #read() {
      if (!this.shelf || !window.wegwijsTeksten || this.texts) return;
      this.texts = window.wegwijsTeksten;
      this.shelf.read(this.texts);
      if (this.choice) this.#show();
    }

    #listen() {
      let typing = 0;
      const later = () => {
        clearTimeout(typing);
        typing = setTimeout(() => this.#change(true), TYPING);
      };
      this.form.addEventListener("input", (event) => {
        if (event.target.matches("input[type=search], input[type=number], input[type=date]")) later();
      });
      this.form.addEventListener("change", (event) => {
        if (event.target.matches("input[type=checkbox], select")) this.#change(false);
      });
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        clearTimeout(typing);
        this.#change(false);
        this.#part("aantal").focus();
      });
      this.addEventListener("click", (event) => this.#click(event));
      window.addEventListener("popstate", () => this.#follow());
      window.addEventListener("pageshow", (event) => event.persisted || this.#follow());
      window.addEventListener("beforeprint", () => this.#paper(true));
      window.addEventListener("afterprint", () => this.#paper(false));
      const panel = this.#part("paneel");
      const wide = window.matchMedia("(min-width: 64em)");
      const fold = () => (panel.open = wide.matches);
      wide.addEventListener("change", fold);
      fold();
    }

    #click(event) {
      const button = event.target.closest("button");
      if (!button || button.type === "submit") return;
      if ("weergave" in button.dataset) {
        this.#set({ ...this.choice, look: button.dataset.weergave });
      } else if ("wis" in button.dataset) {
        const empty = this.shelf.parse("");
        this.#set({ ...empty, sort: this.choice.sort, look: this.choice.look });
        this.#part("aantal").focus();
      } else if ("meer" in button.dataset) {
        const first = this.shown;
        this.shown += AT_ONCE;
        this.#list(first);
        this.#remember(true);
        this.#part("uitkomst").children[first].querySelector("a").focus();
      } else if ("klaar" in button.dataset) {
        this.#part("paneel").open = false;
        this.#part("aantal").focus();
      } else if (button.matches(".finder-chip")) {
        const place = [...this.#part("filters").children].indexOf(button.parentNode);
        this.#set(this.#filters()[place].without);
        const rest = this.#part("filters").querySelectorAll("button");
        (rest[Math.min(place, rest.length - 1)] || this.#part("aantal")).focus();
      }
    }

    /** Takes over what the address says. */
    #follow() {
      const { search, hash } = window.location;
      this.choice = this.shelf.parse(search || (hash.startsWith("#?") ? hash.slice(1) : ""));
      this.shown = (window.history.state && window.history.state.shown) || AT_ONCE;
      this.#mirror();
      this.#show();
    }

    /** Takes over what the form says. */
    #change(isTyping) {
      const given = new URLSearchParams(new FormData(this.form));
      const choice = { ...this.shelf.parse(given.toString()), look: this.choice.look };
      if (this.shelf.address(choice) !== this.shelf.address(this.choice)) this.#set(choice, isTyping);
    }

    #set(choice, isTyping) {
      this.choice = choice;
      this.shown = AT_ONCE;
      this.#remember(isTyping);
      if (!isTyping) this.#mirror();
      this.#show(isTyping);
    }

    #remember(replaces) {
      const query = this.shelf.address(this.choice);
      const state = { shown: this.shown };
      try {
        const address = query ? "?" + query : window.location.pathname;
        if (replaces) window.history.replaceState(state, "", address);
        else window.history.pushState(state, "", address);
      } catch {
        // Some browsers refuse this for a file on disk; the hash is always allowed.
        window.location.hash = query ? "?" + query : "";
      }
    }

    #mirror() {
      const { values, numbers, query, sort, since } = this.choice;
      for (const box of this.boxes) box.checked = Boolean(values[box.name] && values[box.name].includes(box.value));
      for (const field of this.fields) field.value = field.name === "sinds" ? since : (numbers[field.name] ?? "");
      this.form.elements.q.value = query;
      this.form.elements.sorteer.value = sort;
    }

    /** Asks the search engine when there is one and somebody searches. When it fails or is slow, the plain words count. */
    #show(isTyping) {
      const query = this.choice.query;
      clearTimeout(this.waiting);
      if (!query || !this.search.isThere || this.asked === query) {
        this.#paint(query ? this.found : null);
        return;
      }
      const plain = () => query === this.choice.query && this.#paint(null);
      this.waiting = setTimeout(plain, PATIENCE);
      this.search.ask(query, isTyping).then((found) => {
        if (query !== this.choice.query) return;
        clearTimeout(this.waiting);
        this.asked = query;
        this.found = found;
        this.#paint(found);
        if (!this.items.length) this.#suggest(query);
      }, plain);
    }

    /** Nothing was found: words that look like what was typed. They stay until something else is asked. */
    async #suggest(query) {
      const words = await this.search.suggest(query);
      if (query !== this.choice.query || this.items.length) return;
      this.suggested = { query, words };
      this.#paint(this.found);
    }

    /** The suggested words as links. */
    #suggestions() {
      const { query, words } = this.suggested || {};
      return (query === this.choice.query ? words || [] : []).map((word) => {
        const link = document.createElement("a");
        link.href = "?" + this.shelf.address({ ...this.choice, query: word });
        link.textContent = fill(this.words.bedoelde, { woord: word });
        const line = document.createElement("li");
        line.append(link);
        return line;
      });
    }

    #paint(found) {
      const { items, counts } = this.shelf.look(this.choice, found);
      this.items = items;
      this.#tell(counts);
      this.#list();
      this.#chips(found);
    }

    #tell(counts) {
      const { words, choice } = this;
      const count = this.items.length;
      const sentence = fill(count ? (count === 1 ? words.een : words.meer) : words.geen, { aantal: count });
      this.#part("aantal").textContent = sentence;
      this.#part("klaar").textContent = count ? fill(words.klaar, { aantal: sentence }) : sentence;
      clearTimeout(this.saying);
      this.saying = setTimeout(() => (this.#part("melding").textContent = sentence), SAY_AFTER);
      let at = 0;
      for (const facet of this.shelf.facets) {
        for (const number of counts[facet.id]) {
          const place = this.counts[at];
          if (place.textContent !== String(number)) {
            place.textContent = number;
            place.parentNode.classList.toggle("is-none", !number);
          }
          at += 1;
        }
        const chosen = (choice.values[facet.id] || []).length;
        this.querySelector(`[data-facet="${facet.id}"] [data-gekozen-hier]`).textContent = chosen
          ? fill(words.gekozen, { aantal: chosen })
          : "";
      }
      for (const button of this.querySelectorAll("[data-weergave]")) {
        button.setAttribute("aria-pressed", String(button.dataset.weergave === choice.look));
      }
      const usual = this.form.elements.sorteer.options[0];
      usual.dataset.gewoon ??= usual.textContent;
      usual.textContent = choice.query ? usual.dataset.zoekend : usual.dataset.gewoon;
    }

    /** What is shown of what was found; from a place on, when what stands before it stays. */
    #list(from = 0) {
      const list = this.#part("uitkomst");
      const isList = this.choice.look === "lijst";
      if (!from) {
        list.className = isList ? "lines" : "cards";
        list.replaceChildren();
      }
      const now = this.items.slice(from, this.shown);
      list.append(...now.map((item) => (isList ? this.lines[item].cloneNode(true) : this.cards.make(item, this.texts))));
      const rest = Math.max(this.items.length - this.shown, 0);
      const more = this.#part("meer");
      more.hidden = !rest;
      more.textContent = fill(this.words.nog, { aantal: rest });
      // First the answer is painted, then what is out of sight gets its size: nothing may move under who scrolls and clicks.
      requestAnimationFrame(() => setTimeout(() => list.classList.add("is-laid-out")));
    }

    /** Everything chosen, each with its name and with the choice that is left without it. */
    #filters() {
      const { values, numbers, since, query } = this.choice;
      const made = query ? [{ name: fill(this.words.q, { waarde: query }), without: { ...this.choice, query: "" } }] : [];
      for (const facet of this.shelf.facets) {
        for (const value of values[facet.id] || []) {
          const rest = { ...values, [facet.id]: values[facet.id].filter((other) => other !== value) };
          if (!rest[facet.id].length) delete rest[facet.id];
          made.push({ name: this.names.get(facet.id + " " + value), without: { ...this.choice, values: rest } });
        }
      }
      for (const { id } of window.wegwijsPlank.NUMBERS) {
        if (!(id in numbers)) continue;
        const rest = { ...numbers };
        delete rest[id];
        made.push({ name: fill(this.words[id], { waarde: numbers[id] }), without: { ...this.choice, numbers: rest } });
      }
      if (since) made.push({ name: fill(this.words.sinds, { waarde: since }), without: { ...this.choice, since: "" } });
      return made;
    }

    #chips(found) {
      const filters = this.#filters();
      const chip = (filter) => {
        const made = this.#part("filter").content.firstElementChild.cloneNode(true);
        made.querySelector("span").textContent = filter.name;
        made.querySelector("button").setAttribute("aria-label", fill(this.words.weg, { naam: filter.name }));
        return made;
      };
      this.#part("filters").replaceChildren(...filters.map(chip));
      this.#part("gekozen").hidden = !filters.length;
      this.#part("aantal-filters").textContent = filters.length ? fill(this.words.filters, { aantal: filters.length }) : "";
      const nothing = !this.items.length;
      this.#part("niets").hidden = !nothing;
      if (!nothing) return;
      const advice = filters.map(({ name, without }) => {
        const count = this.shelf.look(without, without.query ? found : null).items.length;
        const line = document.createElement("li");
        line.textContent = fill(this.words.zonder, { naam: name, aantal: count });
        return count ? line : "";
      });
      this.#part("raad").replaceChildren(...this.#suggestions(), ...advice);
    }

    /** Paper has no button for more: it gets everything that was found. */
    #paper(isPaper) {
      if (isPaper) this.before = this.shown;
      this.shown = isPaper ? this.items.length : this.before;
      this.#list();
    }
  }

  customElements.define("wegwijs-catalogus", WegwijsCatalogus);
})();
