/* Share: the device's own share sheet, or the link copied; what happened is said aloud. */
(function () {
  "use strict";

  function copy(address) {
    if (!navigator.clipboard) return Promise.reject(new Error("no clipboard"));
    return navigator.clipboard.writeText(address);
  }

  document.querySelectorAll("[data-share]").forEach(function (button) {
    var status = button.parentNode.querySelector("[data-status]");
    var address = button.dataset.share;

    function copyAndTell() {
      copy(address).then(
        function () {
          status.textContent = button.dataset.copied;
        },
        function () {
          status.textContent = button.dataset.failed;
        }
      );
    }

    button.addEventListener("click", function () {
      if (!navigator.share) {
        copyAndTell();
        return;
      }
      navigator.share({ title: button.dataset.title, url: address }).catch(function (error) {
        /* Closing the share sheet is a choice, not a fault. */
        if (error.name !== "AbortError") copyAndTell();
      });
    });
    button.hidden = false;
  });
})();
