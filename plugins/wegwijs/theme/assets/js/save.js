/*
 * Bewaar: keeps items, parts of the model and questions in the reader's own collection, on this device only.
 * A thing is named by its short code, a question by code~id. `wegwijsVerzameling` is what the pages of the collection build on.
 * In an address a collection is #v=code.code~vraag.code&t=titel&n=notitie&n2=notitie bij het tweede stuk. A public format.
 */
(function () {
  "use strict";
  var KEY = "wegwijs.verzameling";
  var PIECE = /^[a-z0-9]{4,6}(~[a-z0-9-]{1,80})?$/;
  var MOST = 60;
  var link = document.querySelector("[data-keep-link]");

  function text(value, most) {
    return typeof value === "string" ? value.trim().slice(0, most) : "";
  }

  /* Whatever was kept or came in an address: only what can be a collection is left. */
  function clean(given) {
    var seen = {};
    var rows = given && Array.isArray(given.stukken) ? given.stukken : Array.isArray(given) ? given : [];
    var pieces = rows
      .map(function (row) {
        return { id: String((row && (row.id || row.code)) || ""), notitie: text(row && row.notitie, 400) };
      })
      .filter(function (piece) {
        var fresh = PIECE.test(piece.id) && !seen[piece.id];
        seen[piece.id] = true;
        return fresh;
      });
    return {
      titel: text(given && given.titel, 100),
      notitie: text(given && given.notitie, 600),
      stukken: pieces.slice(0, MOST),
    };
  }

  function read() {
    return clean(JSON.parse(localStorage.getItem(KEY) || "null"));
  }

  function write(collection) {
    var kept = clean(collection);
    if (kept.stukken.length || kept.titel || kept.notitie) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
    show();
  }

  function has(collection, id) {
    return collection.stukken.some(function (piece) {
      return piece.id === id;
    });
  }

  function encode(collection) {
    var kept = clean(collection);
    function plain(value) {
      return encodeURIComponent(value).replace(/%20/g, "+").replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%3F/g, "?");
    }
    var made = "v=" + kept.stukken.map(function (piece) { return piece.id; }).join(".");
    if (kept.titel) made += "&t=" + plain(kept.titel);
    if (kept.notitie) made += "&n=" + plain(kept.notitie);
    kept.stukken.forEach(function (piece, index) {
      if (piece.notitie) made += "&n" + (index + 1) + "=" + plain(piece.notitie);
    });
    return made;
  }

  /* The collection in an address; null when there is none. */
  function decode(hash) {
    var given = new URLSearchParams(hash.replace(/^#/, ""));
    if (!given.get("v")) return null;
    var found = clean({
      titel: given.get("t"),
      notitie: given.get("n"),
      stukken: given.get("v").split(".").map(function (id, index) {
        return { id: id, notitie: given.get("n" + (index + 1)) };
      }),
    });
    return found.stukken.length ? found : null;
  }

  function kept() {
    try {
      return read();
    } catch (error) {
      return clean(null);
    }
  }

  /* Every button, and the number beside the link in the header, say what is kept now. */
  function show() {
    var now = kept();
    document.querySelectorAll("[data-save]").forEach(function (button) {
      var is = has(now, button.dataset.save);
      button.setAttribute("aria-pressed", String(is));
      if (button.classList.contains("keep")) button.children[1].textContent = is ? link.dataset.kept : link.dataset.keep;
    });
    var count = document.querySelector("[data-keep-count]");
    count.textContent = now.stukken.length;
    count.hidden = !now.stukken.length;
    link.setAttribute("aria-label", link.textContent.replace(/\d+$/, "").trim() + (now.stukken.length ? ", " + link.dataset.count.replace("{aantal}", now.stukken.length) : ""));
  }

  function say(button, words) {
    var near = button.parentNode.querySelector("[data-status]");
    if (near) near.textContent = words;
    document.querySelector("[data-keep-status]").textContent = words;
  }

  function toggle(button) {
    var id = button.dataset.save;
    try {
      var now = read();
      var keep = !has(now, id);
      now.stukken = keep
        ? now.stukken.concat({ id: id, notitie: "" })
        : now.stukken.filter(function (piece) {
            return piece.id !== id;
          });
      write(now);
      say(button, keep ? link.dataset.saved : link.dataset.removed);
    } catch (error) {
      say(button, link.dataset.failed);
    }
  }

  /* The template has no button of its own for each card and question: there are too many of them. */
  function add(part) {
    if (part.querySelector(":scope > .keep")) return;
    var button = document.querySelector("template[data-keep-button]").content.firstElementChild.cloneNode(true);
    var title = part.querySelector(".card-title, .piece-title, .question-text");
    button.dataset.save = part.dataset.piece;
    button.children[1].textContent = link.dataset.keep;
    button.children[2].textContent = ": " + (title ? title.textContent.replace("°", "").trim() : "");
    part.appendChild(button);
  }

  function addAll(place) {
    place.querySelectorAll("[data-piece]").forEach(add);
    show();
  }

  window.wegwijsVerzameling = { read: kept, write: write, encode: encode, decode: decode, clean: clean, addAll: addAll };
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-save]");
    if (button) toggle(button);
  });
  window.addEventListener("storage", show);
  document.querySelectorAll("[data-save]").forEach(function (button) {
    button.hidden = false;
  });
  addAll(document);
  /* The catalogue and the keuzehulp make their cards themselves. */
  document.querySelectorAll("[data-uitkomst], ol[data-raad]").forEach(function (list) {
    new MutationObserver(function () {
      addAll(list);
    }).observe(list, { childList: true });
  });
})();
