/*
 * Kit, the sheets: poster, hand-out, slide and labels as elements of the page. A sheet measures in millimetres of its own
 * (kit.css), so that what is seen is what is printed. `wegwijsVellen[product](kit)` gives the sheets of a product.
 */
(function () {
  "use strict";
  var tools = window.wegwijsStukken;
  var make = tools.make;

  function sheet(product, parts) {
    var made = make("section", "kit-sheet is-" + product, "", [make("div", "kit-inside", "", parts)]);
    made.dataset.product = product;
    return made;
  }

  function bands() {
    return make(
      "div",
      "kit-bands",
      "",
      ["rood", "geel", "blauw", "groen"].map(function (hue) {
        var band = make("span");
        band.dataset.hue = hue;
        return band;
      })
    );
  }

  /* Whose it is: the logo and the name of the school, when there are any. */
  function school(kit) {
    if (!kit.school && !kit.logo) return null;
    var logo = null;
    if (kit.logo) {
      logo = make("img", "kit-logo");
      logo.src = kit.logo;
      logo.alt = kit.school || kit.words.logo;
    }
    return make("p", "kit-school", "", [logo, kit.school ? make("b", "", kit.school) : null]);
  }

  function all(kit, text) {
    return make("div", "kit-all", "", [tools.qr(kit.address), make("p", "", "", [make("b", "", text), make("span", "", "", broken(kit.short))])]);
  }

  function head(kit) {
    return make("header", "kit-head", "", [
      make("p", "kit-site", kit.words.site),
      make("h3", "kit-title" + (kit.title.length > 34 ? " is-long" : ""), kit.title),
      kit.note ? make("p", "kit-note", kit.note) : null,
    ]);
  }

  function entry(piece) {
    var made = make("li", "kit-entry", "", [
      tools.qr(piece.link),
      make("div", "", "", [
        make("p", "kit-kind", "", [tools.mark(piece), make("span", "", piece.soort || "")]),
        make("h4", "", piece.titel),
        make("p", "kit-sentence", piece.zin),
        make("p", "kit-short", piece.vraag ? "" : piece.kort),
      ]),
    ]);
    made.dataset.hue = piece.kleur;
    return made;
  }

  /* An address that breaks before its path, not within a name. */
  function broken(short) {
    var at = short.indexOf("/");
    return [document.createTextNode(short.slice(0, at)), document.createElement("wbr"), document.createTextNode(short.slice(at))];
  }

  function portrait(product) {
    return function (kit) {
      var list = make("ol", "kit-list", "", kit.pieces.map(entry));
      var foot = make("footer", "kit-foot", "", [school(kit), all(kit, kit.words.scan_alles)]);
      var made = sheet(product, [bands(), head(kit), list, foot]);
      var count = kit.pieces.length;
      made.dataset.count = count <= 3 ? "weinig" : count <= 6 ? "enkele" : "veel";
      return [made];
    };
  }

  function slide(kit) {
    var shown = kit.pieces.slice(0, kit.pieces.length > 6 ? 5 : 6);
    var rest = kit.pieces.length - shown.length;
    var lines = shown.map(function (piece) {
      return make("li", "", "", [tools.mark(piece), make("span", "", piece.titel)]);
    });
    if (rest) lines.push(make("li", "kit-rest", tools.fill(kit.words.meer, { aantal: rest })));
    return [
      sheet("dia", [
        bands(),
        make("div", "kit-left", "", [head(kit), make("ul", "kit-lines", "", lines), school(kit)]),
        all(kit, kit.words.scan_alles),
      ]),
    ];
  }

  /* Twenty-four labels of 70 by 37 millimetres, three beside each other; the pieces take turns until the sheet is full. */
  function labels(kit) {
    var each = Math.floor(24 / kit.pieces.length);
    var made = [];
    kit.pieces.forEach(function (piece) {
      for (var time = 0; time < each; time += 1) {
        var label = make("li", "kit-label", "", [
          tools.qr(piece.link),
          make("div", "", "", [
            make("b", "", piece.titel),
            make("span", "", "", broken(piece.kort.replace(/#.*/, ""))),
            kit.school ? make("em", "", kit.school) : null,
          ]),
        ]);
        label.dataset.hue = piece.kleur;
        made.push(label);
      }
    });
    return [sheet("labels", [make("ol", "kit-labels", "", made)])];
  }

  /* The largest size at which everything is on the sheet; screen and paper have the same proportions. */
  function fit(made) {
    var list = made.querySelector(".kit-list, .kit-lines");
    if (!list) return;
    for (var size = 100; size >= 40; size -= 3) {
      made.style.setProperty("--fit", size / 100);
      if (list.scrollHeight <= list.clientHeight) return;
    }
  }

  window.wegwijsVellen = {
    fit: fit,
    "poster-a3": portrait("poster-a3"),
    "poster-a4": portrait("poster-a4"),
    "hand-out": portrait("hand-out"),
    dia: slide,
    labels: labels,
  };
})();
