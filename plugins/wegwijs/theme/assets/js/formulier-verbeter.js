/** Search in the list of everything that can be improved. */
(function () {
  "use strict";

  const field = document.querySelector("[data-zoek-bladzijde]");
  if (!field) return;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const status = field.querySelector("[data-aantal]");
  field.hidden = false;
  field.querySelector("input").addEventListener("input", (event) => {
    const words = fold(event.target.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const section of document.querySelectorAll(".form-group-of-links")) {
      let some = 0;
      for (const row of section.querySelectorAll("li")) {
        row.hidden = !words.every((word) => fold(row.textContent).includes(word));
        some += row.hidden ? 0 : 1;
      }
      section.hidden = !some;
      count += some;
    }
    status.textContent = words.length ? status.dataset.woorden.replace("{aantal}", count) : "";
  });
})();
