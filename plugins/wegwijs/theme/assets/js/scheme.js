/* Scheme: the colours of the device, light or dark. The reader's choice stays on this device, if it lets us. */
(function () {
  "use strict";
  var KEY = "wegwijs.kleuren";
  var group = document.querySelector("[data-scheme]");
  if (!group) return;
  var root = document.documentElement;
  var buttons = Array.prototype.slice.call(group.querySelectorAll("button"));

  function show(choice) {
    if (choice) root.dataset.kleuren = choice;
    else delete root.dataset.kleuren;
    buttons.forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.choice === choice));
    });
  }

  function remember(choice) {
    try {
      if (choice) localStorage.setItem(KEY, choice);
      else localStorage.removeItem(KEY);
    } catch (error) {
      /* No storage: the choice holds for this page only, which the reader sees. */
    }
  }

  group.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    show(button.dataset.choice);
    remember(button.dataset.choice);
  });

  show(root.dataset.kleuren || "");
  group.hidden = false;
})();
