/*
 * Boekje: a collection as one document: a front page with contents, then a chapter for each piece with its own text and QR code.
 * The same document is printed, and saved as a file with its looks and typeface inside, so that it opens anywhere.
 */
(function () {
  "use strict";
  var tools = window.wegwijsStukken;
  var make = tools.make;

  function lines(text) {
    return make("p", "", text);
  }

  function contents(pieces) {
    return make(
      "ol",
      "boekje-inhoud",
      "",
      pieces.map(function (piece, index) {
        var link = make("a", "", piece.titel);
        link.href = "#stuk-" + (index + 1);
        return make("li", "", "", [tools.mark(piece), make("span", "", "", [link, make("small", "", piece.soort || "")])]);
      })
    );
  }

  function code(address, short, words) {
    var drawn = tools.qr(address);
    return make("div", "boekje-qr", "", [drawn, make("p", "", "", [make("span", "", drawn ? words.scan : words.lees_verder), make("b", "", short)])]);
  }

  function front(collection, pieces, words, address) {
    var day = new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
    var short = address.replace(/^[a-z]+:\/\//, "").replace(/\/?#.*$/, "");
    return make("header", "boekje-voor", "", [
      make("p", "boekje-site", words.site),
      make("h1", "", collection.titel || words.van_ander),
      collection.notitie ? make("p", "boekje-notitie", collection.notitie) : null,
      make("h2", "", words.inhoud),
      contents(pieces),
      make("div", "boekje-onder", "", [make("p", "", tools.fill(words.gemaakt, { dag: day })), code(address, short, words)]),
    ]);
  }

  function facts(rows) {
    if (!rows || !rows.length) return null;
    return make(
      "dl",
      "facts",
      "",
      rows.map(function (row) {
        return make("div", "", "", [make("dt", "", row[0]), make("dd", "", row[1])]);
      })
    );
  }

  function chapter(piece, note, index, words) {
    var text = make("div", "boekje-tekst prose");
    /* From a script of the site itself, made of text that the build made safe. */
    text.innerHTML = piece.tekst || "";
    text.querySelectorAll("details").forEach(function (part) {
      part.open = true;
    });
    var made = make("section", "boekje-stuk" + (piece.vraag ? " is-vraag" : ""), "", [
      make("p", "boekje-soort", "", [make("b", "", String(index + 1)), tools.mark(piece), make("span", "", piece.soort || "")]),
      make("h2", "", piece.titel),
      make("p", "lead", piece.zin),
      note ? make("div", "goal", "", [make("h3", "", words.bij_dit_stuk), lines(note)]) : null,
      facts(piece.feiten),
      piece.tekst ? text : null,
      piece.link ? code(piece.link, piece.kort, words) : null,
    ]);
    made.id = "stuk-" + (index + 1);
    made.dataset.hue = piece.kleur;
    return made;
  }

  function build(place, collection, pieces, words, address) {
    place.replaceChildren(
      front(collection, pieces, words, address),
      ...pieces.map(function (piece, index) {
        return chapter(piece, collection.stukken[index].notitie, index, words);
      })
    );
  }

  function escape(text) {
    return text.replace(/[&<>"]/g, function (sign) {
      return "&#" + sign.charCodeAt(0) + ";";
    });
  }

  function withLooks(base, then) {
    if (window.wegwijsStijl) {
      then();
      return;
    }
    var script = document.createElement("script");
    script.src = base + "stijl.js";
    script.onload = then;
    document.head.appendChild(script);
  }

  function name(title) {
    var plain = title.normalize("NFD").replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[\s_]+/g, "-").slice(0, 60);
    return (plain || "verzameling") + ".html";
  }

  /* The whole document with everything in it. It may ask for nothing, and says so itself. */
  function download(place, collection, words, address, base) {
    withLooks(base, function () {
      var title = collection.titel || words.van_ander;
      var policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";
      var body = place.cloneNode(true);
      body.removeAttribute("aria-hidden");
      body.removeAttribute("data-booklet");
      var link = make("a", "", words.open);
      link.href = address;
      body.appendChild(make("footer", "boekje-voet", "", [make("p", "", "", [link])]));
      var html =
        '<!doctype html>\n<html lang="nl"><head><meta charset="utf-8">' +
        '<meta http-equiv="Content-Security-Policy" content="' + policy + '">' +
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
        "<title>" + escape(title) + " · " + escape(words.site) + "</title><style>" + window.wegwijsStijl + "</style></head>" +
        '<body class="boekje-los"><main>' + body.outerHTML + "</main></body></html>\n";
      tools.save(new Blob([html], { type: "text/html" }), name(title));
    });
  }

  window.wegwijsBoekje = { build: build, download: download };
})();
