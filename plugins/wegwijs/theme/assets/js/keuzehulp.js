/**
 * Keuzehulp: one question at a time; each tap is an answer. The answers are in the address, so that back goes one question
 * back and a colleague sees the same. What fits a situation was worked out by plugins/wegwijs/keuzehulp.py; only what the
 * answers add is weighed here, by the same rules. The sum is never shown.
 */
(function () {
  "use strict";

  const QUESTIONS = ["situatie", "rol", "tijd", "ervaring"];
  const EXPERIENCE = ["niemand", "geen", "enige", "veel"];

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
  }

  /** What the answers add to an instrument: [weight, whether it fits, key of the sentence]. */
  function matched(item, answers) {
    const found = [];
    const { rol, tijd, ervaring } = answers;
    if (rol) {
      const fits = item.rol.includes(rol);
      found.push([fits ? "rol_past" : "rol_past_niet", fits, "rol"]);
    }
    if (tijd && item.duur) {
      const fits = item.duur[0] <= Number(tijd);
      const isTight = fits && item.duur[1] > Number(tijd);
      found.push([fits ? "tijd_past" : "te_lang", fits, isTight ? "krap" : "tijd"]);
    }
    if (item.begeleider) {
      const [need, level] = item.begeleider;
      if (!ervaring) {
        if (need === "nodig") found.push(["", false, "nodig_" + level]);
      } else if (need === "niet-nodig") found.push(["begeleider_past", true, "zonder"]);
      else if (EXPERIENCE.indexOf(ervaring) >= EXPERIENCE.indexOf(level)) found.push(["begeleider_past", true, "begeleider"]);
      else if (need === "handig") found.push(["begeleider_handig", false, "handig"]);
      else found.push(["begeleider_mist", false, "nodig_" + level]);
    }
    return found;
  }

  function advise(data, answers) {
    const rows = (data.situaties[answers.situatie] || []).map(([number, points, why]) => {
      const item = data.instrumenten[number];
      const found = matched(item, answers);
      const total = found.reduce((sum, [weight]) => sum + (data.gewichten[weight] || 0), points);
      return { item, why, found, total, isLong: found.some(([weight]) => weight === "te_lang") };
    });
    const fitting = rows.filter((row) => row.total >= 0);
    return fitting.sort((one, other) => one.isLong - other.isLong || other.total - one.total).slice(0, data.hoeveel);
  }

  class WegwijsKeuzehulp extends HTMLElement {
    connectedCallback() {
      this.data = window.wegwijsKeuzehulp;
      if (!this.data) return;
      this.words = JSON.parse(this.dataset.woorden);
      this.steps = QUESTIONS.map((name) => this.querySelector(`[data-vraag="${name}"]`));
      this.steps[0].querySelector(".helper-count").hidden = false;
      this.addEventListener("click", (event) => this.#click(event));
      window.addEventListener("popstate", () => this.#follow(true));
      this.#follow(false);
    }

    #part(name) {
      return this.querySelector(`[data-${name}]`);
    }

    #choice(step, answer) {
      return [...this.steps[step].querySelectorAll("[data-antwoord]")].find((each) => each.dataset.antwoord === answer);
    }

    #follow(movesFocus) {
      const { search, hash } = window.location;
      const given = new URLSearchParams(search || (hash.startsWith("#?") ? hash.slice(1) : ""));
      this.answers = {};
      // Only a known answer counts; from the first unknown one on the questions are asked again.
      for (const [step, name] of QUESTIONS.entries()) {
        if (!given.has(name) || !this.#choice(step, given.get(name))) break;
        this.answers[name] = given.get(name);
      }
      this.#show(Object.keys(this.answers).length, movesFocus);
    }

    #click(event) {
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      const answer = event.target.closest("[data-antwoord]");
      const change = event.target.closest("[data-verander]");
      if (answer && isPlain) {
        event.preventDefault();
        const step = this.steps.indexOf(answer.closest("[data-vraag]"));
        this.#go({ ...this.#until(step), [QUESTIONS[step]]: answer.dataset.antwoord });
      } else if (change) this.#go(this.#until(Number(change.dataset.verander)));
      else if (event.target.closest("[data-opnieuw]")) this.#go({});
    }

    /** The answers before a question; those after it are asked again. */
    #until(step) {
      return Object.fromEntries(Object.entries(this.answers).filter(([name]) => QUESTIONS.indexOf(name) < step));
    }

    #go(answers) {
      this.answers = answers;
      const query = new URLSearchParams(answers).toString();
      try {
        window.history.pushState(null, "", query ? "?" + query : window.location.pathname);
      } catch {
        // Some browsers refuse this for a file on disk; the hash is always allowed.
        window.location.hash = query ? "?" + query : "";
      }
      this.#show(Object.keys(answers).length, true);
    }

    #show(at, movesFocus) {
      this.steps.forEach((step, number) => (step.hidden = number !== at));
      const isDone = at === QUESTIONS.length;
      this.#part("uitslag").hidden = !isDone;
      this.#given();
      if (isDone) this.#result();
      const shown = isDone ? this.#part("uitslag") : this.steps[at];
      if (movesFocus) {
        shown.querySelector("h2").focus({ preventScroll: true });
        this.scrollIntoView({ block: "start" });
      }
    }

    /** The answers so far; each leads back to its question. */
    #given() {
      const chips = Object.entries(this.answers).map(([name, answer]) => {
        const step = QUESTIONS.indexOf(name);
        const made = this.#part("gekozen").content.firstElementChild.cloneNode(true);
        const said = this.#choice(step, answer).textContent;
        const text = answer ? said : this.steps[step].querySelector("h2").textContent + " " + said;
        made.querySelector("span").textContent = text;
        const button = made.querySelector("button");
        button.dataset.verander = step;
        button.setAttribute("aria-label", fill(this.words.verander, { antwoord: text }));
        return made;
      });
      this.#part("gegeven").hidden = !chips.length;
      this.#part("antwoorden").replaceChildren(...chips);
    }

    #result() {
      const rows = advise(this.data, this.answers);
      const { geen, een, meer } = this.words;
      const count = rows.length;
      this.#part("aantal").textContent = fill(count ? (count === 1 ? een : meer) : geen, { aantal: count });
      this.#part("situatie").href = this.#choice(0, this.answers.situatie).getAttribute("href");
      this.#part("niets").hidden = Boolean(count);
      this.#part("raad").replaceChildren(...rows.map((row) => this.#instrument(row)));
    }

    #instrument({ item, why, found }) {
      const made = this.#part("instrument").content.firstElementChild.cloneNode(true);
      const answer = (name) => (this.answers[name] ? this.#choice(QUESTIONS.indexOf(name), this.answers[name]).textContent : "");
      const values = { rol: answer("rol").toLowerCase(), tijd: answer("tijd").toLowerCase(), voor: item.voor, duurt: item.duurt };
      const say = (fits) =>
        found
          .filter((row) => row[1] === fits)
          .map(([, , key]) => fill(this.words[fits ? "past" : "let_op"][key], values));
      const list = (name, sentences) => {
        const place = made.querySelector(`[data-${name}]`);
        for (const sentence of sentences) {
          const line = document.createElement("li");
          line.textContent = sentence;
          place.append(line);
        }
        if (!sentences.length) place.parentNode.remove();
      };
      const put = (name, text) => {
        const place = made.querySelector(`[data-${name}]`);
        if (text) place.textContent = text;
        else place.parentNode.remove();
      };
      list("past", [why, ...say(true)]);
      list("let-op", [...say(false), ...item.let_op]);
      put("soort", item.soort);
      put("duur", item.duurt);
      put("groep", item.groep);
      made.querySelector("[data-tekst]").textContent = item.samenvatting;
      const title = made.querySelector("[data-titel]");
      title.textContent = item.titel;
      if (item.code) made.dataset.piece = item.code;
      title.href = this.dataset.wortel + "/" + item.adres;
      return made;
    }
  }

  window.wegwijsRaad = { advise };
  if (!customElements.get("wegwijs-keuzehulp")) customElements.define("wegwijs-keuzehulp", WegwijsKeuzehulp);
})();
