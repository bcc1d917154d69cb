/* Save: keeps an item in the reader's own collection, on this device only. */
(function () {
  "use strict";
  var KEY = "wegwijs.verzameling";

  function read() {
    var list = JSON.parse(localStorage.getItem(KEY) || "[]");
    return Array.isArray(list) ? list : [];
  }

  function has(list, code) {
    return list.some(function (item) {
      return item.code === code;
    });
  }

  function without(list, code) {
    return list.filter(function (item) {
      return item.code !== code;
    });
  }

  document.querySelectorAll("[data-save]").forEach(function (button) {
    var status = button.parentNode.querySelector("[data-status]");
    var code = button.dataset.save;

    function press(pressed) {
      button.setAttribute("aria-pressed", String(pressed));
    }

    button.addEventListener("click", function () {
      try {
        var list = read();
        var keep = !has(list, code);
        var item = { code: code, titel: button.dataset.title, adres: button.dataset.address };
        localStorage.setItem(KEY, JSON.stringify(keep ? list.concat(item) : without(list, code)));
        press(keep);
        status.textContent = keep ? button.dataset.saved : button.dataset.removed;
      } catch (error) {
        status.textContent = button.dataset.failed;
      }
    });

    try {
      press(has(read(), code));
    } catch (error) {
      press(false);
    }
    button.hidden = false;
  });
})();
