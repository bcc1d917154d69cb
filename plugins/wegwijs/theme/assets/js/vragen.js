/**
 * Questions: shows those for one role or one niveau, and the instruments for that niveau.
 * The choice is in the address (?rol=docent&niveau=leerroute). Without it every question is there, and the pages of the niveaus do the sifting.
 */
(function () {
  "use strict";

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
  }

  /** Hides what does not fit; says how many are left. */
  function sift(nodes, fits) {
    for (const node of nodes) node.hidden = !fits(node);
    return nodes.filter((node) => !node.hidden).length;
  }

  function start(form) {
    const section = form.closest(".questions");
    const questions = [...section.querySelectorAll(".question")];
    const cards = [...document.querySelectorAll("[data-op-niveau] .card")];
    const status = form.querySelector("[role=status]");
    const { rol, niveau } = form.elements;

    function follow() {
      const { search, hash } = window.location;
      const given = new URLSearchParams(search || (hash.startsWith("#?") ? hash.slice(1) : ""));
      for (const field of [rol, niveau]) {
        const wanted = given.get(field.name) || "";
        field.value = [...field.options].some((option) => option.value === wanted) ? wanted : "";
      }
      show();
    }

    function remember() {
      const made = new URLSearchParams();
      for (const field of [rol, niveau]) if (field.value) made.append(field.name, field.value);
      const query = made.toString() ? "?" + made : "";
      try {
        window.history.replaceState(null, "", query || window.location.pathname);
      } catch {
        // Some browsers refuse this for a file on disk; the hash is always allowed.
        window.location.hash = query;
      }
    }

    function show() {
      const count = sift(
        questions,
        ({ dataset }) => (!rol.value || dataset.role === rol.value) && (!niveau.value || dataset.level === niveau.value),
      );
      for (const group of section.querySelectorAll(".question-group")) {
        group.hidden = !group.querySelector(".question:not([hidden])");
      }
      const usable = sift(cards, (card) => !niveau.value || (card.dataset.level || "").split(" ").includes(niveau.value));
      for (const part of document.querySelectorAll("[data-op-niveau]")) part.hidden = !usable;
      const isSifted = Boolean(rol.value || niveau.value);
      form.querySelector("[data-alles]").hidden = !isSifted;
      if (!isSifted) status.textContent = "";
      else if (count) status.textContent = fill(form.dataset.telling, { aantal: count, alle: questions.length });
      else status.textContent = form.dataset.geen;
      if (niveau.value && cards.length) {
        status.textContent += " " + fill(form.dataset.instrumenten, { aantal: usable, alle: cards.length });
      }
    }

    form.addEventListener("change", () => {
      remember();
      show();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => {
      // The fields are emptied after this event; the button goes away, so the focus moves on before it does.
      rol.focus();
      setTimeout(() => {
        remember();
        show();
      });
    });
    window.addEventListener("popstate", follow);
    form.hidden = false;
    follow();
  }

  document.querySelectorAll("[data-vragen]").forEach(start);
})();
