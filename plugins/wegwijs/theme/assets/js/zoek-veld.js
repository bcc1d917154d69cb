/* Zoekveld: shows results below every form[data-zoek] while somebody types. Without this script the form leads to the catalogue. */
(function () {
  "use strict";

  const SHOWN = 6;
  const PAUSE = 80;

  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  }

  const marked = (parts) => parts.map(({ text, mark }) => (mark ? element("mark", {}, text) : text));

  function result(hit, words) {
    const anchors = hit.anchors.slice(0, 2).map(({ title, url, question }) =>
      element("li", question ? { class: "zoek-vraag" } : {}, ...(question ? [element("span", { class: "hidden-text" }, `${words.vraag}: `)] : []),
        element("a", { href: url }, title)));
    return element("li", { class: "zoek-result" },
      element("a", { href: hit.url, class: "zoek-title" },
        element("span", {}, ...marked(hit.titleParts)), " ", element("span", { class: "zoek-kind" }, hit.kindTitle)),
      element("p", { class: "zoek-text" }, ...marked(hit.snippetParts)),
      ...(anchors.length ? [element("ul", { class: "zoek-anchors" }, ...anchors)] : []));
  }

  function enhance(form) {
    const words = form.dataset;
    const input = form.querySelector("input");
    const status = element("p", { class: "hidden-text", role: "status" });
    const panel = element("div", { class: "zoek-panel", role: "region", "aria-label": words.resultaten, hidden: "" });
    let asked = 0, timer = 0;
    input.setAttribute("aria-describedby", `${input.id}-hulp`);
    form.append(status, panel);

    const links = () => [...panel.querySelectorAll("a")];
    const close = () => { panel.hidden = true; status.textContent = ""; };

    function show(count, ...content) {
      panel.replaceChildren(...content);
      panel.hidden = false;
      status.textContent = count;
    }

    const all = (query) => {
      const address = new URL(form.action);
      if (query) address.searchParams.set("q", query);
      return element("p", { class: "zoek-all" }, element("a", { href: address.href }, words.alle));
    };

    async function nothing(query) {
      const found = await window.wegwijsZoek.suggest(query);
      const items = found.map((text) => {
        const link = element("a", { href: "#" }, text);
        link.addEventListener("click", (event) => {
          event.preventDefault();
          input.value = text;
          input.focus();
          ask(text, false);
        });
        return element("li", {}, link);
      });
      const count = words.geen.replace("{vraag}", query);
      return [count, element("p", { class: "zoek-count" }, count),
        ...(items.length ? [element("p", {}, words.bedoelde), element("ul", { class: "zoek-suggest" }, ...items)] : [element("p", {}, words.tips)]),
        all("")];
    }

    async function ask(query, typing) {
      const turn = ++asked;
      try {
        const found = await window.wegwijsZoek.search(query, { limit: SHOWN, typing });
        const content = found.length ? [] : await nothing(query);
        // A later question may have been answered first.
        if (turn !== asked) return;
        if (!found.length) {
          show(...content);
          return;
        }
        const count = (found.total === 1 ? words.een : words.meer).replace("{aantal}", found.total);
        const read = found.slips.map(([, word]) => words.gelezen.replace("{woord}", word)).join(" ");
        show(`${count}. ${read}`.trim(), element("p", { class: "zoek-count", "aria-hidden": "true" }, count, read ? ` · ${read}` : ""),
          element("ol", { class: "zoek-list" }, ...found.map((hit) => result(hit, words))), all(query));
      } catch {
        if (turn === asked) show(words.fout, element("p", {}, words.fout), all(query));
      }
    }

    input.addEventListener("focus", () => window.wegwijsZoek.ready(() => {}).catch(() => {}), { once: true });
    input.addEventListener("input", () => {
      clearTimeout(timer);
      asked++;
      const query = input.value;
      if (query.trim().length < 2) close();
      else timer = setTimeout(ask, PAUSE, query, !/\s$/.test(query));
    });
    form.addEventListener("submit", () => clearTimeout(timer));
    form.addEventListener("keydown", (event) => {
      if (panel.hidden || event.altKey || event.ctrlKey || event.metaKey) return;
      const all = links(), at = all.indexOf(document.activeElement);
      if (event.key === "Escape") {
        input.focus();
        close();
      } else if (event.key === "ArrowDown" && at < all.length - 1 && (at >= 0 || document.activeElement === input)) {
        all[at + 1].focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        (all[at - 1] || input).focus();
      } else {
        return;
      }
      event.preventDefault();
    });
    form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
    document.addEventListener("pointerdown", (event) => { if (!form.contains(event.target)) close(); });
  }

  document.querySelectorAll("form[data-zoek]").forEach(enhance);
})();
