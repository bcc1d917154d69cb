/* Leads on at once, and takes along what stood behind the address: the query and the fragment. */
(function () {
  "use strict";
  var target = document.currentScript.dataset.naar;
  location.replace(target + location.search + location.hash);
})();
