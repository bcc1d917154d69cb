/*
 * Verzameling: the page where one orders, names and shares what one kept. What stands in the address and is not one's own
 * is shown as somebody else's, until one takes it over. The address always says what is in the collection.
 */
(function () {
  "use strict";
  var page = document.querySelector("[data-collection]");
  var keep = window.wegwijsVerzameling;
  var tools = window.wegwijsStukken;
  var words = JSON.parse(page.dataset.words);
  var base = page.dataset.pieces;
  var shown = keep.clean(null);
  var pieces = [];
  var isMine = true;
  var asked = 0;

  function one(name) {
    return page.querySelector("[data-" + name + "]");
  }

  function say(text) {
    one("say").textContent = text;
  }

  function address() {
    return page.dataset.online + "#" + keep.encode(shown);
  }

  /* What stands in the address is somebody else's, unless this page put it there itself or it is just what one has. */
  function follow() {
    var given = keep.decode(location.hash);
    var own = keep.read();
    var isOwn = !given || (history.state && history.state.eigen) || keep.encode(given) === keep.encode(own);
    isMine = Boolean(isOwn);
    shown = isMine ? own : given;
    draw();
  }

  function put() {
    var made = shown.stukken.length ? "#" + keep.encode(shown) : location.pathname + location.search;
    try {
      history.replaceState({ eigen: true }, "", made);
    } catch (error) {
      /* Some browsers refuse this for a file on disk; what is kept on the device is enough then. */
    }
  }

  function changed() {
    try {
      keep.write(shown);
    } catch (error) {
      say(document.querySelector("[data-keep-link]").dataset.failed);
    }
    put();
  }

  function draw(then) {
    var number = (asked += 1);
    var ids = shown.stukken.map(function (row) {
      return row.id;
    });
    tools.load(ids, base, words, function (found) {
      if (number !== asked) return;
      pieces = found;
      show();
      if (then) then();
    });
  }

  function show() {
    var some = shown.stukken.length > 0;
    one("heading").textContent = isMine ? words.jouw : shown.titel || words.van_ander;
    one("lead").textContent = isMine || !shown.notitie ? one("lead").dataset.text : shown.notitie;
    one("other").hidden = isMine;
    one("empty").hidden = some;
    one("full").hidden = !some;
    one("fields").hidden = !isMine;
    one("clear").hidden = !isMine;
    if (isMine && some) put();
    one("fields").elements.titel.value = shown.titel;
    one("fields").elements.notitie.value = shown.notitie;
    one("list").replaceChildren.apply(one("list"), pieces.map(row));
    links();
    booklet();
  }

  function links() {
    var parts = {};
    pieces.forEach(function (piece) {
      piece.kaarten.forEach(function (id) {
        var split = id.split(".");
        parts[split[0]] = (parts[split[0]] || []).concat((parts[split[0]] || []).indexOf(split[1]) < 0 ? split[1] : []);
      });
    });
    var chosen = Object.keys(parts).map(function (part) {
      return [part].concat(parts[part]).join(".");
    });
    one("deck").hidden = !chosen.length;
    one("deck").href = page.dataset.cards + "?kies=" + chosen.join("_");
    var kit = one("kit");
    kit.href = kit.href.split("#")[0] + "#" + keep.encode(shown);
  }

  function booklet() {
    one("booklet").replaceChildren();
    if (pieces.length) window.wegwijsBoekje.build(one("booklet"), shown, pieces, words, address());
  }

  function row(piece, index) {
    var made = one("piece-row").content.firstElementChild.cloneNode(true);
    var mark = made.querySelector(".mark");
    made.dataset.hue = piece.kleur;
    mark.dataset.hue = piece.kleur;
    mark.firstElementChild.textContent = piece.letter;
    if (!piece.letter) mark.remove();
    made.querySelector("[data-kind]").textContent = piece.soort || "";
    var link = made.querySelector("a");
    link.textContent = piece.titel;
    if (piece.adres) link.href = piece.adres;
    made.querySelector("[data-sentence]").textContent = piece.zin;
    made.querySelector("[data-facts]").textContent = piece.kenmerken.join(" · ");
    var note = shown.stukken[index].notitie;
    var said = made.querySelector("[data-said]");
    if (isMine || !note) said.remove();
    else said.textContent = note;
    if (isMine) own(made, piece, index, note);
    else
      made.querySelectorAll("[data-own]").forEach(function (part) {
        part.remove();
      });
    return made;
  }

  function own(made, piece, index, note) {
    var field = made.querySelector("textarea");
    field.id = "notitie-" + index;
    made.querySelector("label").htmlFor = field.id;
    field.value = note;
    field.addEventListener("input", function () {
      shown.stukken[index].notitie = field.value;
      changed();
      booklet();
    });
    made.querySelectorAll("button").forEach(function (button) {
      button.querySelector(".hidden-text").textContent = ": " + piece.titel;
    });
    made.querySelectorAll("[data-move]").forEach(function (button) {
      var to = index + Number(button.dataset.move);
      button.disabled = to < 0 || to >= shown.stukken.length;
      button.addEventListener("click", function () {
        move(index, to, button.dataset.move);
      });
    });
    made.querySelector("[data-remove]").addEventListener("click", function () {
      remove(index);
    });
  }

  /* The focus goes along with the piece, so that pressing again moves it again. */
  function move(from, to, way) {
    shown.stukken.splice(to, 0, shown.stukken.splice(from, 1)[0]);
    var title = pieces[from].titel;
    changed();
    draw(function () {
      var buttons = one("list").children[to].querySelectorAll("[data-move]");
      var same = Array.from(buttons).filter(function (button) {
        return button.dataset.move === way;
      })[0];
      (same.disabled ? (same === buttons[0] ? buttons[1] : buttons[0]) : same).focus();
      say(tools.fill(words.plaats, { titel: title, plaats: to + 1, aantal: shown.stukken.length }));
    });
  }

  function remove(index) {
    var title = pieces[index].titel;
    shown.stukken.splice(index, 1);
    changed();
    draw(function () {
      var rest = one("list").children;
      if (rest.length) rest[Math.min(index, rest.length - 1)].querySelector("[data-remove]").focus();
      else one("heading").focus();
      say(tools.fill(words.weg, { titel: title }));
    });
  }

  /* Into one's own: what one has stays, what is new comes after it; a title and a note only where one has none. */
  function adopt() {
    var mine = keep.read();
    var have = mine.stukken.map(function (piece) {
      return piece.id;
    });
    var fresh = shown.stukken.filter(function (piece) {
      return have.indexOf(piece.id) < 0;
    });
    shown = keep.clean({
      titel: mine.titel || shown.titel,
      notitie: mine.notitie || shown.notitie,
      stukken: mine.stukken.concat(fresh),
    });
    isMine = true;
    changed();
    draw(function () {
      one("heading").focus();
      say(words.over);
    });
  }

  /* What the panel of Deel passes on. */
  window.wegwijsGedeeld = function () {
    var titles = pieces.map(function (piece) {
      return piece.titel;
    });
    var first = titles.slice(0, 6).join(", ");
    if (titles.length > 6) first += " " + tools.fill(words.meer, { aantal: titles.length - 6 });
    var sentence = [shown.notitie, tools.fill(words.bevat, { titels: first })].filter(Boolean).join(" ");
    return { title: shown.titel || words.van_ander, sentence: sentence, address: address() };
  };

  one("lead").dataset.text = one("lead").textContent;
  one("without-script").hidden = true;
  one("fields").addEventListener("input", function () {
    shown.titel = one("fields").elements.titel.value;
    shown.notitie = one("fields").elements.notitie.value;
    changed();
    booklet();
    links();
  });
  one("fields").addEventListener("submit", function (event) {
    event.preventDefault();
  });
  one("adopt").addEventListener("click", adopt);
  one("mine").addEventListener("click", function (event) {
    event.preventDefault();
    isMine = true;
    shown = keep.read();
    put();
    draw(function () {
      one("heading").focus();
    });
  });
  one("print-booklet").addEventListener("click", function () {
    window.print();
  });
  one("file").addEventListener("click", function () {
    window.wegwijsBoekje.download(one("booklet"), shown, words, address(), base);
  });
  /* Two presses: one slip of the hand must not cost what somebody put together. */
  one("clear").addEventListener("click", function () {
    var button = one("clear");
    var label = button.firstElementChild;
    if (!button.dataset.armed) {
      button.dataset.armed = label.textContent;
      label.textContent = button.dataset.sure;
      return;
    }
    label.textContent = button.dataset.armed;
    delete button.dataset.armed;
    shown = keep.clean(null);
    changed();
    draw(function () {
      one("heading").focus();
      say(words.leeg);
    });
  });
  /* Saved or taken out in the list of the editors below, or in another window. */
  window.addEventListener("storage", function () {
    if (isMine) follow();
  });
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-save]") && isMine) {
      shown = keep.read();
      draw();
    }
  });
  window.addEventListener("hashchange", follow);
  follow();
})();
