/*
 * Kit: what an ambassadeur makes of a collection. It comes from the address, or else from this device; at most twelve pieces.
 * A logo is read by the browser itself and shown; it goes nowhere and is not kept.
 */
(function () {
  "use strict";
  var MOST = 12;
  var LARGEST = 4000000;
  var page = document.querySelector("[data-kit]");
  var keep = window.wegwijsVerzameling;
  var tools = window.wegwijsStukken;
  var words = JSON.parse(page.dataset.words);
  var base = page.dataset.pieces;
  var form = page.querySelector("[data-form]");
  var collection = keep.clean(null);
  var pieces = [];
  var logo = "";

  function one(name) {
    return page.querySelector("[data-" + name + "]");
  }

  function start() {
    collection = keep.decode(location.hash) || keep.read();
    form.elements.titel.value = collection.titel;
    form.elements.notitie.value = collection.notitie;
    var back = one("back");
    back.href = back.href.split("#")[0] + (keep.decode(location.hash) ? "#" + keep.encode(collection) : "");
    var ids = collection.stukken.map(function (piece) {
      return piece.id;
    });
    tools.load(ids, base, words, function (found) {
      pieces = found.filter(function (piece) {
        return !piece.onbekend && !piece.weg;
      });
      one("empty").hidden = pieces.length > 0;
      one("full").hidden = !pieces.length;
      choices();
      draw();
    });
  }

  function choices() {
    one("choose").replaceChildren.apply(
      one("choose"),
      pieces.map(function (piece, index) {
        var box = document.createElement("input");
        box.type = "checkbox";
        box.name = "stuk";
        box.value = index;
        box.checked = index < MOST;
        return tools.make("label", "", "", [box, tools.make("span", "", piece.titel)]);
      })
    );
  }

  function chosen() {
    return Array.from(form.querySelectorAll("[name=stuk]:checked"), function (box) {
      return pieces[Number(box.value)];
    }).slice(0, MOST);
  }

  function gathered() {
    var some = chosen();
    var title = form.elements.titel.value.trim() || words.van_ander;
    var address = page.dataset.online + "#" + keep.encode({ titel: title, stukken: some.map(function (piece) { return { id: piece.id }; }) });
    return {
      words: words,
      pieces: some,
      title: title,
      note: form.elements.notitie.value.trim(),
      school: form.elements.school.value.trim(),
      logo: logo,
      address: address,
      short: page.dataset.online.replace(/^[a-z]+:\/\//, "").replace(/\/$/, ""),
    };
  }

  function draw() {
    var kit = gathered();
    var product = form.elements.product.value;
    var count = kit.pieces.length;
    form.querySelectorAll("[name=stuk]").forEach(function (box) {
      box.disabled = !box.checked && count >= MOST;
    });
    one("product-name").textContent = form.querySelector("[name=product]:checked").nextElementSibling.textContent;
    one("how").textContent = words["zo_" + product.replace(/-a.$/, "")] || "";
    one("texts").hidden = product !== "tekst";
    one("print-sheet").hidden = product === "tekst" || !count;
    one("sheets").replaceChildren();
    if (!count) return;
    if (product === "tekst") texts(kit);
    else {
      one("sheets").replaceChildren.apply(one("sheets"), window.wegwijsVellen[product](kit));
      fit();
    }
  }

  /* Again when the typeface and the logo are there, because they change how much room there is. */
  function fit() {
    one("sheets").querySelectorAll(".kit-sheet").forEach(window.wegwijsVellen.fit);
  }

  function lines(parts) {
    return parts.filter(Boolean).join("\n");
  }

  function texts(kit) {
    var listed = kit.pieces.map(function (piece) {
      return lines([piece.titel, piece.zin, piece.link]);
    });
    var mail = [words.mail_hallo, kit.note || words.mail_begin, listed.join("\n\n"), words.mail_alles + "\n" + kit.address, lines([words.mail_groet, kit.school])];
    page.querySelector("#kit-mail").value = mail.join("\n\n");
    var teams = kit.pieces.map(function (piece) {
      return "- " + piece.titel + ": " + piece.link;
    });
    page.querySelector("#kit-teams").value = lines([kit.title, kit.note, "", teams.join("\n"), "", words.mail_alles, kit.address]);
    page.querySelector("#kit-nieuwsbrief").value = [lines([kit.title, kit.note]), listed.join("\n\n"), words.mail_alles + "\n" + kit.address, kit.school].filter(Boolean).join("\n\n");
    one("mail").href = "mailto:?subject=" + encodeURIComponent(kit.title) + "&body=" + encodeURIComponent(page.querySelector("#kit-mail").value);
  }

  function read(file) {
    one("wrong").textContent = "";
    if (!file) return;
    if (!/^image\//.test(file.type) || file.size > LARGEST) {
      one("wrong").textContent = words.logo_fout;
      return;
    }
    var reader = new FileReader();
    reader.onload = function () {
      var trial = new Image();
      trial.onload = function () {
        logo = reader.result;
        one("no-logo").hidden = false;
        draw();
      };
      trial.onerror = function () {
        one("wrong").textContent = words.logo_fout;
      };
      trial.src = reader.result;
    };
    reader.readAsDataURL(file);
  }

  one("without-script").hidden = true;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  form.addEventListener("input", function (event) {
    if (event.target.name === "logo") read(event.target.files[0]);
    else draw();
  });
  one("no-logo").addEventListener("click", function () {
    logo = "";
    form.elements.logo.value = "";
    one("no-logo").hidden = true;
    form.elements.logo.focus();
    draw();
  });
  one("print-sheet").addEventListener("click", function () {
    window.print();
  });
  page.querySelectorAll("[data-copy]").forEach(function (button) {
    button.addEventListener("click", function () {
      var field = document.getElementById(button.dataset.copy);
      function byHand() {
        field.focus();
        field.select();
        one("say").textContent = words.niet_gekopieerd;
      }
      if (!navigator.clipboard) {
        byHand();
        return;
      }
      navigator.clipboard.writeText(field.value).then(function () {
        one("say").textContent = "";
        one("say").textContent = words.gekopieerd;
        button.lastElementChild.textContent = words.gekopieerd_kort;
      }, byHand);
    });
  });
  if (document.fonts) document.fonts.ready.then(fit);
  one("sheets").addEventListener("load", fit, true);
  window.addEventListener("hashchange", start);
  start();
})();
