/*
 * Stukken: loads what there is to show of the pieces of a collection, a small script for each code, also from disk.
 * `wegwijsStukken.load(ids, base, words, then)` gives them in order; what is not known is there too, and says so.
 */
(function () {
  "use strict";
  var known = {};
  var waiting = {};

  window.wegwijsStuk = function (piece) {
    known[piece.code] = piece;
  };

  function fetchOne(code, base, done) {
    if (known[code]) {
      done();
      return;
    }
    if (waiting[code]) {
      waiting[code].push(done);
      return;
    }
    waiting[code] = [done];
    var script = document.createElement("script");
    script.src = base + code + ".js";
    script.onload = script.onerror = function () {
      var all = waiting[code];
      delete waiting[code];
      all.forEach(function (each) {
        each();
      });
    };
    document.head.appendChild(script);
  }

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (place, name) {
      return name in values ? values[name] : place;
    });
  }

  /* A question is shown as a piece of its own, with the address and the colour of the part it belongs to. */
  function piece(id, base, words) {
    var code = id.split("~")[0];
    var question = id.split("~")[1];
    var found = known[code];
    var row = found && question ? (found.vragen || {})[question] : null;
    if (!found || (question && !row && !found.weg)) {
      return { id: id, titel: fill(words.onbekend, { code: id }), zin: words.onbekend_zin, kleur: "inkt", letter: "", onbekend: true, kaarten: [], kenmerken: [] };
    }
    var root = base.replace(/assets\/stukken\/$/, "");
    var made = Object.assign({ kenmerken: [], kaarten: [], feiten: [], tekst: "" }, found, { id: id, adres: root + found.adres });
    if (!row) return made;
    return Object.assign(made, {
      titel: row[0],
      zin: row[1],
      soort: fill(words.vraag_uit, { deel: found.titel }),
      kenmerken: [row[2]],
      feiten: [],
      tekst: "",
      vraag: true,
      adres: made.adres + "#" + row[3],
      link: found.link + "#" + row[3],
      kort: found.kort + "#" + row[3],
      kaarten: [found.deel + "." + question],
    });
  }

  function load(ids, base, words, then) {
    var left = ids.length;
    function done() {
      left -= 1;
      if (left > 0) return;
      then(
        ids.map(function (id) {
          return piece(id, base, words);
        })
      );
    }
    if (!left) then([]);
    ids.forEach(function (id) {
      fetchOne(id.split("~")[0], base, done);
    });
  }

  /* A QR code as a drawing; nothing when the text is too long for one. */
  function qr(text) {
    var code = window.wegwijsQr(text);
    if (!code) return null;
    var space = "http://www.w3.org/2000/svg";
    var svg = document.createElementNS(space, "svg");
    svg.setAttribute("class", "qr");
    svg.setAttribute("viewBox", "0 0 " + code.side + " " + code.side);
    svg.setAttribute("shape-rendering", "crispEdges");
    svg.setAttribute("aria-hidden", "true");
    [
      ["fill", "#fff", "M0 0h" + code.side + "v" + code.side + "H0z"],
      ["stroke", "#000", code.path],
    ].forEach(function (row) {
      var path = document.createElementNS(space, "path");
      path.setAttribute(row[0], row[1]);
      path.setAttribute("d", row[2]);
      svg.appendChild(path);
    });
    return svg;
  }

  /* An element with a class, a text and what stands in it. */
  function make(name, look, text, parts) {
    var made = document.createElement(name);
    if (look) made.className = look;
    if (text) made.textContent = text;
    (parts || []).forEach(function (part) {
      if (part) made.appendChild(part);
    });
    return made;
  }

  /* The letter of the layer on its own shape. */
  function mark(found) {
    if (!found.letter) return null;
    var made = make("span", "mark", "", [make("span", "mark-letter", found.letter)]);
    made.dataset.hue = found.kleur;
    made.setAttribute("aria-hidden", "true");
    return made;
  }

  function save(blob, name) {
    var anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(blob);
    anchor.download = name;
    anchor.click();
    setTimeout(function () {
      URL.revokeObjectURL(anchor.href);
    }, 1000);
  }

  window.wegwijsStukken = { load: load, qr: qr, make: make, mark: mark, fill: fill, save: save };
})();
