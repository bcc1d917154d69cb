/**
 * Antwoorden: between the fields on the page and the values of an item. `read` gives what a field says, or nothing; `put` shows a
 * value. Rows of a list and the pickers, with their buttons, are here too.
 */
(function () {
  "use strict";

  const { fill } = window.wegwijsRegels;
  const { isGroup, fold, oneLine } = window.wegwijsVelden;
  const MOST_FOUND = 8;
  let made = 0;

  const own = (node, selector) => [...node.querySelectorAll(selector)].filter((each) => each.parentNode.closest("[data-soort]") === node);
  const fieldsOf = (node) => own(node, "[data-veld]:not([data-fout])");
  const input = (node) => node.querySelector("input:not([type=search]), textarea, select");
  const clean = (text) => text.replace(/\r\n?/g, "\n").replace(window.wegwijsBestand.ODD_SPACE, " ");
  const orNothing = (value) => (value === "" || (Array.isArray(value) && !value.length) || (isGroup(value) && !Object.keys(value).length) ? undefined : value);

  const READ = {
    regel: (node) => oneLine(clean(input(node).value)),
    naam: (node) => input(node).value.trim(),
    adres: (node) => input(node).value.trim(),
    getal: (node) => input(node).value.trim(),
    dag: (node) => input(node).value.trim(),
    tekst: (node) => clean(input(node).value).trim(),
    bestand: (node) => node.dataset.bestand || "",
    keuze: (node) => (node.querySelector("select") ? node.querySelector("select").value : (node.querySelector("input:checked") || { value: "" }).value),
    keuzes: (node) => [...node.querySelectorAll("input:checked")].map((each) => each.value),
    kenmerken: (node) => group(node),
    groep: (node) => group(node),
    kiezer: (node) => {
      const chosen = own(node, "[data-waarde]").map((each) => each.dataset.waarde);
      return "enkel" in node.dataset ? chosen[0] || "" : chosen;
    },
    delen: (node) => {
      const chosen = { bron: [], redactie: [] };
      for (const part of node.querySelectorAll("[data-deel]:checked")) {
        chosen[part.closest("li").querySelector("[data-bron]").checked ? "bron" : "redactie"].push(part.value);
      }
      return Object.fromEntries(Object.entries(chosen).filter(([, parts]) => parts.length));
    },
    lijst: (node) => rowsOf(node).map((row) => read(row.querySelector("[data-soort]"))).filter((value) => value !== undefined),
  };

  const group = (node) => Object.fromEntries(fieldsOf(node).map((each) => [each.dataset.veld, read(each)]).filter(([, value]) => value !== undefined));
  const rowsOf = (node) => [...node.querySelector("[data-rijen]").children];
  const read = (node) => orNothing(READ[node.dataset.soort](node));

  function putText(node, value) {
    const field = input(node);
    const text = typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
    // What is no day does not show in a field for days; then it is a field of text, so that it can be put right.
    if (node.dataset.soort === "dag") field.type = !text || /^\d{4}-\d{2}-\d{2}$/.test(text) ? "date" : "text";
    field.value = text;
  }

  const PUT = {
    keuze: (node, value) => {
      const select = node.querySelector("select");
      if (select) select.value = value ?? "";
      else for (const each of node.querySelectorAll("input")) each.checked = each.value === (Array.isArray(value) ? value[0] : value);
    },
    keuzes: (node, value) => {
      for (const each of node.querySelectorAll("input")) each.checked = [value ?? []].flat().includes(each.value);
    },
    kenmerken: (node, value) => fieldsOf(node).forEach((each) => put(each, isGroup(value) ? value[each.dataset.veld] : undefined)),
    groep: (node, value) => fieldsOf(node).forEach((each) => put(each, isGroup(value) ? value[each.dataset.veld] : undefined)),
    bestand: (node, value) => {
      node.dataset.bestand = value || "";
      node.dispatchEvent(new CustomEvent("wegwijs-bestand", { bubbles: true }));
    },
    kiezer: (node, value) => {
      node.querySelector("[data-gekozen]").replaceChildren();
      [value ?? []].flat().forEach((each) => choose(node, each));
    },
    delen: (node, value) => {
      const { bron = [], redactie = [] } = isGroup(value) ? value : {};
      for (const part of node.querySelectorAll("[data-deel]")) {
        const source = part.closest("li").querySelector("[data-bron]");
        part.checked = bron.includes(part.value) || redactie.includes(part.value);
        source.checked = bron.includes(part.value);
        source.parentNode.hidden = !part.checked;
      }
      node.dispatchEvent(new CustomEvent("wegwijs-delen"));
    },
    lijst: (node, value) => {
      node.querySelector("[data-rijen]").replaceChildren();
      (Array.isArray(value) ? value : []).forEach((each) => put(addRow(node).querySelector("[data-soort]"), each));
    },
  };

  function put(node, value) {
    (PUT[node.dataset.soort] || putText)(node, value);
  }

  /** A fresh row, its ids made its own. */
  function addRow(node) {
    const template = [...node.children].find((each) => each.matches("template[data-rij]"));
    const row = template.content.firstElementChild.cloneNode(true);
    made += 1;
    for (const each of row.querySelectorAll("[id], [for], [aria-describedby], [aria-labelledby], [name]")) {
      for (const name of ["id", "for", "aria-describedby", "aria-labelledby", "name"]) {
        if (each.hasAttribute(name)) each.setAttribute(name, each.getAttribute(name).replace(/--/g, `-${made}-`).replace(/-(?= |$)/g, ""));
      }
    }
    node.querySelector("[data-rijen]").append(row);
    number(node);
    return row;
  }

  /** Each row says which it is, so that its buttons do too. */
  function number(node, words = window.wegwijsFormulierWoorden) {
    const rows = rowsOf(node);
    rows.forEach((row, at) => {
      const name = fill(words.rij, { naam: row.dataset.naam, nummer: at + 1 });
      row.setAttribute("role", "group");
      row.setAttribute("aria-label", name);
      for (const [part, key] of [["op", "omhoog"], ["neer", "omlaag"], ["weg", "weg"]]) {
        const button = row.querySelector(`.form-row-tools [data-${part}]`);
        button.setAttribute("aria-label", `${words[key]}: ${name}`);
        button.hidden = (part === "op" && at === 0) || (part === "neer" && at === rows.length - 1);
      }
    });
  }

  /** A button of a list: add, up, down, away. Gives the list when something changed. */
  function press(button, say) {
    const list = button.closest("[data-soort=lijst]");
    const words = window.wegwijsFormulierWoorden;
    if (!list) return null;
    if (button.matches("[data-erbij]")) {
      const row = addRow(list);
      say(fill(words.toegevoegd, { naam: row.getAttribute("aria-label") }));
      row.querySelector("input, textarea, select").focus();
      return list;
    }
    const row = button.closest(".form-row");
    if (button.matches("[data-op]") && row.previousElementSibling) row.previousElementSibling.before(row);
    else if (button.matches("[data-neer]") && row.nextElementSibling) row.nextElementSibling.after(row);
    else if (button.matches("[data-weg]")) {
      const next = row.nextElementSibling || row.previousElementSibling;
      say(fill(words.eraf, { naam: row.getAttribute("aria-label") }));
      row.remove();
      (next ? next.querySelector("input, textarea, select") : list.querySelector(":scope > [data-erbij]")).focus();
      number(list);
      return list;
    } else return null;
    number(list);
    (button.hidden ? row.querySelector("input, textarea, select") : button).focus();
    return list;
  }

  const data = () => window.wegwijsFormulier;
  const titleOf = (node, value) => {
    const known = node.dataset.wijst === "bron" ? data().bronnen[value] : (data().items[value] || {}).titel;
    return known || value;
  };

  function choose(node, value) {
    const chip = document.createElement("li");
    chip.dataset.waarde = value;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "finder-chip form-chip";
    button.dataset.ontkies = "";
    button.textContent = titleOf(node, value);
    button.setAttribute("aria-label", fill(window.wegwijsFormulierWoorden.haal_weg, { titel: titleOf(node, value) }));
    chip.append(button);
    if ("enkel" in node.dataset) node.querySelector("[data-gekozen]").replaceChildren(chip);
    else node.querySelector("[data-gekozen]").append(chip);
  }

  /** What is found while one types. */
  function search(node, self) {
    const words = fold(node.querySelector("[data-zoek]").value).split("-").filter(Boolean);
    const rows = node.dataset.wijst === "bron" ? Object.entries(data().bronnen).map(([id, titel]) => [id, { titel, soort: "" }]) : Object.entries(data().items);
    const chosen = [READ.kiezer(node)].flat();
    const found = words.length
      ? rows.filter(([id, { titel, status }]) => id !== self && status !== "ingetrokken" && !chosen.includes(id) && words.every((word) => fold(`${titel} ${id}`).includes(word)))
      : [];
    const list = found.slice(0, MOST_FOUND).map(([id, { titel, soort }]) => {
      const line = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.kies = id;
      button.textContent = titel;
      button.setAttribute("aria-label", fill(window.wegwijsFormulierWoorden.kies, { titel }));
      if (soort) {
        const sort = document.createElement("small");
        sort.textContent = ` ${soort}`;
        button.append(sort);
      }
      line.append(button);
      return line;
    });
    node.querySelector("[data-treffers]").replaceChildren(...list);
    const told = window.wegwijsFormulierWoorden;
    node.querySelector("[data-gevonden]").textContent = words.length ? (found.length ? fill(told.gevonden, { aantal: found.length }) : told.niets) : "";
  }

  /** A button of a picker. Gives the picker when something changed. */
  function pick(button) {
    const node = button.closest("[data-soort=kiezer]");
    if (!node) return null;
    if (button.matches("[data-kies]")) {
      choose(node, button.dataset.kies);
      node.querySelector("[data-zoek]").value = "";
      search(node, "");
      node.querySelector("[data-zoek]").focus();
      return node;
    }
    if (!button.matches("[data-ontkies]")) return null;
    button.closest("[data-waarde]").remove();
    node.querySelector("[data-zoek]").focus();
    return node;
  }

  window.wegwijsAntwoorden = { read, put, press, pick, search, rowsOf, fieldsOf };
})();
