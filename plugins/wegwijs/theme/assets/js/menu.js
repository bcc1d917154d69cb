/* Menu: the button that shows and hides the menu on a narrow screen. The state is aria-expanded; the CSS reads it. */
(function () {
  "use strict";
  var button = document.querySelector("[data-menu]");
  if (!button) return;
  var menu = document.getElementById(button.getAttribute("aria-controls"));

  function isOpen() {
    return button.getAttribute("aria-expanded") === "true";
  }

  function set(open) {
    button.setAttribute("aria-expanded", String(open));
  }

  button.addEventListener("click", function () {
    set(!isOpen());
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !isOpen()) return;
    set(false);
    if (menu.contains(document.activeElement) || document.activeElement === document.body) button.focus();
  });

  /* Back to this page from the next one: the browser may restore it with the menu still open. */
  window.addEventListener("pagehide", function () {
    set(false);
  });

  button.hidden = false;
})();
