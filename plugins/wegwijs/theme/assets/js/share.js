/*
 * Delen: the panel as a dialog, with the buttons that need a script: copy, the device's own share sheet, the QR code as a file.
 * A question of the model and a choice in the catalogue are shared from the same panel. A name behind #via= is shown, and nothing else.
 */
(function () {
  "use strict";
  var HERE = document.currentScript.src;
  var MOST = 60;
  var details = document.querySelector("[data-share]");

  showVia();
  if (!details || !window.HTMLDialogElement) return;
  var words = details.dataset;
  var panel = details.querySelector("[data-share-panel]");
  var dialog = document.createElement("dialog");
  var shared = { title: words.title, sentence: words.sentence, address: words.address };

  function one(name) {
    return dialog.querySelector("[data-share-" + name + "]");
  }

  /* `#vraag-x&via=naam`: the name is shown in the text of the page, and the browser gets to see the question. */
  function showVia() {
    var found = /(?:^#|&)via=([^&]*)/.exec(location.hash);
    if (!found || !document.querySelector("[data-share]")) return;
    var name = "";
    try {
      name = decodeURIComponent(found[1].replace(/\+/g, " ")).trim().slice(0, MOST);
    } catch (error) {
      return;
    }
    var anchor = location.hash.slice(1, found.index).replace(/&$/, "");
    if (anchor) location.replace("#" + anchor);
    if (!name) return;
    var line = document.createElement("p");
    line.className = "share-from";
    line.textContent = document.querySelector("[data-share]").dataset.via.replace("{naam}", name);
    var head = document.querySelector(".page-head") || document.querySelector("main");
    head.insertBefore(line, head.firstChild);
  }

  function link() {
    var name = one("via").value.trim();
    if (!name) return shared.address;
    var via = "via=" + encodeURIComponent(name).replace(/%20/g, "+");
    return shared.address + (shared.address.indexOf("#") < 0 ? "#" : "&") + via;
  }

  function lines(parts, between) {
    return parts
      .filter(function (part) {
        return part;
      })
      .join(between);
  }

  function fill() {
    var address = link();
    one("link").value = address;
    one("short").textContent = address.replace(/^[a-z]+:\/\//, "").replace(/\/$/, "");
    var body = lines([shared.sentence, address], "\n\n") + "\n";
    one("mail").href = "mailto:?subject=" + encodeURIComponent(shared.title) + "&body=" + encodeURIComponent(body);
    one("newsletter").value = lines([shared.title, shared.sentence, address], "\n");
    one("status").textContent = "";
    drawQr(address);
  }

  /* The code of the page itself is there already; another one is drawn by a script that is only then read. */
  function drawQr(address) {
    var svg = one("qr").querySelector("svg");
    if (address === svg.dataset.text) return;
    withQr(function () {
      if (address !== link()) return;
      var code = window.wegwijsQr(address);
      var label = words.label.replace("{adres}", one("short").textContent);
      one("too-long").hidden = Boolean(code);
      svg.toggleAttribute("hidden", !code);
      if (!code) return;
      svg.dataset.text = address;
      svg.setAttribute("viewBox", "0 0 " + code.side + " " + code.side);
      svg.setAttribute("aria-label", label);
      svg.children[0].setAttribute("d", "M0 0h" + code.side + "v" + code.side + "H0z");
      svg.children[1].setAttribute("d", code.path);
    });
  }

  function withQr(then) {
    if (window.wegwijsQr) {
      then();
      return;
    }
    var script = document.createElement("script");
    script.src = HERE.replace(/share\.js.*$/, "qr.js");
    script.onload = then;
    document.head.appendChild(script);
  }

  function open(heading, what) {
    dialog.querySelector("h2").textContent = heading;
    one("what").textContent = what;
    one("what").hidden = !what;
    if (one("frame")) one("frame").hidden = shared.address !== words.address;
    fill();
    dialog.showModal();
    dialog.querySelector("h2").focus();
  }

  function openPage() {
    shared = { title: words.title, sentence: words.sentence, address: words.address };
    if (window.wegwijsGedeeld) {
      /* A collection: what is shared is put together by the page. */
      shared = window.wegwijsGedeeld();
    } else if ("follows" in words) {
      var chosen = Array.from(document.querySelectorAll("[data-filters] li"), function (chip) {
        return chip.textContent.trim();
      });
      shared.address += location.search;
      shared.sentence = chosen.join(", ") || words.sentence;
    }
    open(words.heading, "follows" in words && shared.sentence !== words.sentence ? shared.sentence : "");
  }

  function openQuestion(question) {
    var text = question.querySelector(".question-text");
    var plain = Array.from(text.childNodes, function (node) {
      return node.nodeType === Node.TEXT_NODE ? node.nodeValue : "";
    }).join("");
    shared = { title: plain.trim(), sentence: words.questionFrom, address: words.address + "#" + question.id };
    open(words.headingQuestion, shared.title);
  }

  function say(text) {
    one("status").textContent = text;
  }

  function copy(field) {
    function byHand() {
      field.focus();
      field.select();
      say(words.failed);
    }
    if (!navigator.clipboard) {
      byHand();
      return;
    }
    navigator.clipboard.writeText(field.value).then(function () {
      say(words.copied);
    }, byHand);
  }

  /* Drawn stroke by stroke: a picture made from a file may not be saved from disk. */
  function toCanvas(svg) {
    var side = svg.viewBox.baseVal.width;
    var unit = Math.ceil(1200 / side);
    var canvas = document.createElement("canvas");
    canvas.width = canvas.height = side * unit;
    var pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = "#000";
    var x = 0;
    var y = 0;
    svg.children[1].getAttribute("d").replace(/([Mmh])(\d+)(?: ([\d.]+))?/g, function (_all, letter, first, second) {
      var length = Number(first);
      if (letter === "M") {
        x = length;
        y = Math.floor(Number(second));
      } else {
        if (letter === "h") pen.fillRect(x * unit, y * unit, length * unit, unit);
        x += length;
      }
    });
    return canvas;
  }

  function save(blob, kind) {
    var anchor = document.createElement("a");
    var name = words.address.replace(/\/$/, "").split("/").pop();
    anchor.href = URL.createObjectURL(blob);
    anchor.download = "qr-" + name + "." + kind;
    anchor.click();
    setTimeout(function () {
      URL.revokeObjectURL(anchor.href);
    }, 1000);
  }

  function saveQr(kind) {
    var svg = one("qr").querySelector("svg");
    if (kind === "png") {
      toCanvas(svg).toBlob(function (blob) {
        save(blob, kind);
      }, "image/png");
      return;
    }
    var plain = svg.cloneNode(true);
    plain.removeAttribute("class");
    plain.removeAttribute("data-text");
    plain.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    plain.setAttribute("width", "60mm");
    plain.setAttribute("height", "60mm");
    save(new Blob([new XMLSerializer().serializeToString(plain)], { type: "image/svg+xml" }), kind);
  }

  /* The panel moves into the dialog; a button takes the place of what unfolded it. */
  dialog.className = "share-dialog";
  dialog.setAttribute("aria-labelledby", "delen-kop");
  dialog.appendChild(panel);
  one("qr").querySelector("svg").dataset.text = words.address;
  var button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.setAttribute("aria-haspopup", "dialog");
  button.append.apply(button, Array.from(details.querySelector("summary").cloneNode(true).childNodes));
  button.addEventListener("click", openPage);
  var question = details.querySelector("template[data-share-question]").content.firstElementChild;
  details.replaceWith(button, dialog);

  dialog.querySelectorAll("[data-copy], [data-share-close], [data-share-script]").forEach(function (part) {
    part.hidden = false;
  });
  dialog.querySelectorAll("[data-copy]").forEach(function (part) {
    part.addEventListener("click", function () {
      copy(document.getElementById(part.dataset.copy));
    });
  });
  dialog.querySelectorAll("[data-save-qr]").forEach(function (part) {
    part.addEventListener("click", function () {
      saveQr(part.dataset.saveQr);
    });
  });
  one("close").addEventListener("click", function () {
    dialog.close();
  });
  /* A click beside the panel closes it. */
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog) dialog.close();
  });
  one("via").addEventListener("input", fill);
  one("link").addEventListener("focus", function () {
    one("link").select();
  });
  if (navigator.share) {
    one("sheet").hidden = false;
    one("sheet").addEventListener("click", function () {
      navigator.share({ title: shared.title, text: shared.sentence, url: link() }).catch(function (error) {
        /* Closing the share sheet is a choice, not a fault. */
        if (error.name !== "AbortError") say(words.failed);
      });
    });
  }

  document.querySelectorAll("li.question[id]").forEach(function (part) {
    var own = question.cloneNode(true);
    own.addEventListener("click", function () {
      openQuestion(part);
    });
    part.appendChild(own);
  });
})();
