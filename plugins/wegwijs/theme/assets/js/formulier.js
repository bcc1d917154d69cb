/**
 * Formulier: the steps of the form, what is said at each field, the draft on this device and the doors. What is right is decided by
 * formulier-regels.js; how an item is written, by formulier-concept.js.
 */
(function () {
  "use strict";

  const { read, put, press, pick, search, rowsOf, fieldsOf } = window.wegwijsAntwoorden;
  const { fill } = window.wegwijsRegels;
  const Doors = window.wegwijsDeuren;
  const Kept = window.wegwijsBewaar;
  const make = window.wegwijsVoorbeeld.make;
  const WAIT = 200;
  const SMALL_NAME = 80;

  class WegwijsFormulier extends HTMLElement {
    connectedCallback() {
      this.data = window.wegwijsFormulier;
      if (!this.data) return;
      this.words = window.wegwijsFormulierWoorden = JSON.parse(this.dataset.woorden);
      this.kind = this.dataset.soort;
      this.screens = [...this.querySelectorAll("[data-stap]")];
      this.say = window.wegwijsVoorbeeld.formats(this.words);
      const item = new URLSearchParams(window.location.search).get("item") || "";
      this.key = `wegwijs.concept.${this.kind}${item ? `.${item}` : ""}`;
      const known = this.data.items[item];
      if (item && known && (known.soort === this.kind || this.kind === "ervaring")) this.#load(item, () => this.#begin(item));
      else this.#begin("", item && this.words.geen_item);
    }

    /** The file of an item, as a script, because from disk nothing else can be read. */
    #load(slug, then) {
      window.wegwijsItem = null;
      const script = document.createElement("script");
      script.src = `${this.dataset.wortel}/assets/formulier/items/${slug}.js`;
      script.addEventListener("load", then);
      script.addEventListener("error", () => this.#begin("", this.words.geen_item));
      document.head.append(script);
    }

    #begin(item, told = "") {
      this.draft = new window.wegwijsConcept.Draft(this.data, this.kind);
      if (item && this.kind !== "ervaring") this.draft.correct(window.wegwijsItem);
      else this.draft.fresh(new Date().toLocaleDateString("sv-SE"));
      if (item && this.kind === "ervaring") this.draft.values.item = item;
      this.item = item;
      this.hasUnkept = false;
      const kept = this.#stored();
      const isBack = kept && this.draft.restore(kept);
      if (isBack) this.#bringFiles();
      document.querySelector("[data-zonder-script]").hidden = true;
      this.hidden = false;
      this.seen = new Set();
      if (!this.isListening) this.#listen();
      this.#show();
      this.#go(this.#asked(), false);
      this.#tell(told || (isBack ? this.words.verder : this.words.leeg_concept));
      if (this.draft.original) document.querySelector("[data-titel]").textContent = fill(this.words.verandert, { titel: this.draft.title() });
    }

    /** The step that the address names, as in `#stap-nakijken`, when the page opens; otherwise the first. */
    #asked() {
      const id = this.wasAsked ? "" : window.location.hash.slice("#stap-".length);
      this.wasAsked = true;
      return (this.screens.find((each) => each.dataset.stap === id) || this.screens[0]).dataset.stap;
    }

    #stored() {
      try {
        return localStorage.getItem(this.key);
      } catch {
        return null;
      }
    }

    /** At once, so that who closes the page within a blink loses nothing. */
    #keep() {
      try {
        localStorage.setItem(this.key, this.draft.kept());
        this.isKept = true;
      } catch {
        this.isKept = false;
      }
    }

    #tellKept() {
      const time = new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
      const { bewaard, bewaard_zonder_bijlage: textOnly, niet_bewaard: nothing } = this.words;
      this.#tell(this.isKept ? fill(this.hasUnkept ? textOnly : bewaard, { tijd: time }) : nothing);
    }

    /** The attachments of the draft, beside its text. */
    async #keepFiles() {
      const had = this.hasUnkept;
      try {
        await Kept.keep(this.key, this.draft.files);
        this.hasUnkept = false;
      } catch {
        this.hasUnkept = Object.values(this.draft.files).some((each) => each.bytes);
      }
      if (this.hasUnkept !== had) this.#keepAndJudge();
    }

    /** What was chosen before and is still asked for comes back; a file that was not kept is asked for again, at its field. */
    async #bringFiles() {
      const draft = this.draft;
      const files = await Kept.find(this.key).catch(() => ({}));
      for (const [name, file] of Object.entries(files)) {
        if (this.#isImage(name)) file.url = await this.#asUrl(new Blob([file.bytes], { type: file.soort }));
        // What was chosen meanwhile is newer; what was taken out stays out.
        if (this.draft === draft && draft.offered().includes(name) && !(draft.files[name] || {}).bytes) draft.files[name] = file;
      }
      if (this.draft !== draft) return;
      for (const field of this.querySelectorAll("[data-soort=bestand]")) this.#showFile(field);
      this.#judge();
    }

    #isImage(name) {
      return this.data.regels.afbeeldingen.includes(name.split(".").at(-1));
    }

    #tell(text) {
      const place = this.querySelector("[data-status]");
      if (place.textContent !== text) place.textContent = text;
    }

    #listen() {
      this.isListening = true;
      this.addEventListener("input", (event) => this.#typed(event.target));
      this.addEventListener("change", (event) => this.#changed(event.target));
      this.addEventListener("focusout", (event) => this.#left(event.target));
      this.addEventListener("click", (event) => {
        const button = event.target.closest("button, [data-plek]");
        if (button) this.#pressed(button, event);
      });
      this.addEventListener("wegwijs-bestand", (event) => this.#showFile(event.target));
    }

    /** All values on the page. */
    #show() {
      for (const field of this.#fields()) put(field, this.draft.values[field.dataset.veld]);
      const name = this.querySelector("#naam");
      if (name) {
        name.value = this.draft.naam;
        name.closest("[data-naam-veld]").hidden = Boolean(this.draft.original);
      }
      this.#showSections();
      this.#judge();
    }

    /** The fields of the item itself, not those inside another. */
    #fields() {
      return [...this.querySelectorAll(".form-screen [data-veld]")].filter((each) => !each.parentNode.closest("[data-veld]") && !each.closest("template"));
    }

    #showSections() {
      const place = this.querySelector("[data-koppen]");
      if (!place) return;
      const boxes = () => [...place.querySelectorAll("[data-kop]")];
      for (const { title } of this.draft.sections) {
        if (boxes().some((each) => each.dataset.kop === title)) continue;
        const box = this.querySelector("[data-kop-sjabloon]").content.firstElementChild.cloneNode(true);
        const id = `kop-extra-${boxes().length}`;
        box.dataset.kop = title;
        box.querySelector("label").textContent = title;
        box.querySelector("label").htmlFor = box.querySelector("textarea").id = id;
        box.querySelector("[data-fout]").id = `${id}-fout`;
        box.querySelector("textarea").setAttribute("aria-describedby", `${id}-fout`);
        place.append(box);
      }
      const wanted = this.draft.wanted();
      for (const box of boxes()) {
        const section = this.draft.sections.find((each) => each.title === box.dataset.kop);
        box.hidden = !wanted.includes(box.dataset.kop) && !section;
        const area = box.querySelector("textarea");
        if (area !== document.activeElement) area.value = section ? section.text : "";
      }
    }

    #typed(target) {
      const picker = target.matches("[data-zoek]") && target.closest("[data-soort=kiezer]");
      if (picker) search(picker, this.draft.naam);
      else if (target.matches("[data-beloof]")) this.#promised();
      else if (target.id === "naam") {
        this.#name(target.value, true);
        this.#keepAndJudge();
      } else if (target.closest("[data-kop]")) {
        this.draft.write(target.closest("[data-kop]").dataset.kop, target.value);
        this.#keepAndJudge();
      } else if (target.type !== "file") this.#take(target);
    }

    #changed(target) {
      if (target.matches("[data-open]")) this.#openFile(target);
      else if (target.type === "file") this.#addFile(target);
      if (target.matches("[data-deel]")) target.closest("li").querySelector("[data-bron]").parentNode.hidden = !target.checked;
      if (target.id === "naam") target.value = this.draft.naam;
    }

    /** Take over what a field of the item says now. */
    #take(node) {
      let field = node.closest("[data-veld]");
      while (field && field.parentNode.closest("[data-veld]")) field = field.parentNode.closest("[data-veld]");
      if (!field) return;
      const name = field.dataset.veld;
      const value = read(field);
      if (value === undefined) delete this.draft.values[name];
      else this.draft.values[name] = value;
      if (name === "titel" && !this.draft.isNamed) this.#name(value || "", false);
      if (this.kind === "ervaring") this.#name([this.draft.values.item, this.draft.values.school, this.draft.values.jaar].filter(Boolean).join(" "), false);
      if (name === "bijlagen" && this.draft.tidy()) this.#keepFiles();
      if (name === "status") {
        this.draft.arrange();
        this.#showSections();
      }
      this.#keepAndJudge();
    }

    #name(text, isOwn) {
      this.draft.naam = window.wegwijsTekst.slugify(text).replace(/_+/g, "-").slice(0, SMALL_NAME).replace(/^-+|-+$/g, "");
      this.draft.isNamed = this.draft.isNamed || isOwn;
      const field = this.querySelector("#naam");
      if (field && !isOwn) field.value = this.draft.naam;
    }

    /** Keep the draft now; say so, and judge it, when the typing stops. */
    #keepAndJudge() {
      clearTimeout(this.waiting);
      this.#keep();
      this.waiting = setTimeout(() => {
        this.#judge();
        this.#tellKept();
      }, WAIT);
    }

    #left(target) {
      const field = target.closest("[data-soort]");
      if (!field || field === this || target.matches("[data-zoek]")) return;
      this.seen.add(field);
      this.#keepAndJudge();
    }

    // --- What is said ---

    #judge() {
      this.problems = this.draft.check().map((each) => ({ ...each, ...this.#place(each.plaats) }));
      for (const place of this.querySelectorAll("[data-fout]:not([hidden])")) this.#clear(place);
      for (const problem of this.problems) if (problem.field && this.#mayShow(problem)) this.#showProblem(problem);
      this.#counts();
      this.#steps();
      if (!this.querySelector('[data-stap="nakijken"]').hidden) this.#review();
      if (!this.querySelector('[data-stap="insturen"]').hidden) this.#open();
    }

    /** Where a problem shows: its field, where the focus goes, and its step. */
    #place(path) {
      let node = this;
      let found = null;
      if (path[0] === "naam" || path[0] === "code") found = this.querySelector("[data-naam-veld]");
      else if (path[0] === "tekst") found = [...this.querySelectorAll("[data-kop]")].find((each) => each.dataset.kop === path[1]) || this.querySelector("[data-kop]");
      else {
        for (const part of path) {
          const next = typeof part === "number" ? this.#row(node, part) : this.#child(node, part);
          if (!next) break;
          found = node = next;
        }
      }
      const screen = found && found.closest("[data-stap]");
      const focus = found && (found.querySelector("input:not([type=hidden]):not([hidden]), textarea, select, button") || found);
      return { field: found, focus, step: screen ? screen.dataset.stap : "afspraken" };
    }

    #row(node, number) {
      const list = node.querySelector && node.querySelector("[data-rijen]");
      const rows = list ? rowsOf(node).filter((row) => read(row.querySelector("[data-soort]")) !== undefined) : [];
      return rows[number] && rows[number].querySelector("[data-soort]");
    }

    #child(node, name) {
      const inside = node === this ? this.#fields() : node.dataset.soort === "delen" ? [] : fieldsOf(node);
      return inside.find((each) => each.dataset.veld === name);
    }

    #mayShow({ field, step }) {
      return this.seen.has(step) || this.seen.has(field) || [...field.querySelectorAll("[data-soort]")].some((each) => this.seen.has(each));
    }

    #clear(place) {
      place.hidden = true;
      place.replaceChildren();
      const field = place.closest("[data-soort]");
      for (const input of field ? field.querySelectorAll("[aria-invalid]") : []) input.removeAttribute("aria-invalid");
    }

    #line(problem, tag = "p") {
      const line = make(tag, "", make("span", `${problem.bericht} ${problem.uitweg} `));
      line.className = problem.fout ? "is-error" : "is-advice";
      const help = make("a", problem.code);
      help.href = `${this.dataset.wortel}/${this.data.hulp[problem.code]}`;
      help.target = "_blank";
      help.setAttribute("aria-label", `${this.words.uitleg}: ${problem.code}`);
      line.append(help);
      return line;
    }

    #showProblem(problem) {
      const place = problem.field.querySelector("[data-fout]") || problem.field.closest(".form-field").querySelector("[data-fout]");
      if (!place) return;
      place.hidden = false;
      place.append(this.#line(problem));
      const input = problem.field.querySelector(":scope > input, :scope > textarea, :scope > select, :scope > p > input");
      if (input && problem.fout) input.setAttribute("aria-invalid", "true");
    }

    /** Characters that are left, and minutes that add up. */
    #counts() {
      for (const place of this.querySelectorAll("[data-tekens]")) {
        const field = place.parentNode.querySelector("input, textarea");
        place.textContent = fill(this.words.tekens, { aantal: [...field.value.trim()].length, grens: place.dataset.tekens });
      }
      for (const place of this.querySelectorAll("[data-som]")) {
        const steps = this.draft.values[place.closest("[data-veld]").dataset.veld] || [];
        const sum = steps.reduce((total, step) => total + (Number(step.minuten) || 0), 0);
        const duration = this.say.duration(this.draft.values.duur);
        place.textContent = sum ? fill(duration ? this.words.som_duur : this.words.som, { som: this.say.minutes(sum), duur: duration }) : "";
      }
    }

    #steps() {
      for (const button of this.querySelectorAll(".form-steps [data-naar]")) {
        const id = button.dataset.naar;
        const open = this.problems.filter((each) => each.fout && each.step === id).length;
        const place = button.querySelector("[data-staat]");
        const isQuestion = !["nakijken", "insturen"].includes(id);
        place.textContent = !isQuestion || !this.seen.has(id) ? "" : open ? fill(this.words.nog, { aantal: open }) : this.words.klaar;
        button.classList.toggle("is-done", isQuestion && this.seen.has(id) && !open);
      }
    }

    /** Links to the fields that need a look. */
    #list(problems) {
      const list = make("ul");
      for (const problem of problems) {
        const line = this.#line(problem, "li");
        const button = make("button", line.firstElementChild.textContent.trim());
        button.type = "button";
        button.dataset.plek = this.problems.indexOf(problem);
        line.firstElementChild.replaceWith(button, document.createTextNode(" "));
        list.append(line);
      }
      return list;
    }

    // --- Steps ---

    get step() {
      return this.screens.find((each) => !each.hidden).dataset.stap;
    }

    #go(id, moves = true) {
      for (const screen of this.screens) screen.hidden = screen.dataset.stap !== id;
      const at = this.screens.findIndex((each) => each.dataset.stap === id);
      const screen = this.screens[at];
      screen.querySelector("[data-plaats]").textContent = fill(this.words.stap, { nummer: at + 1, aantal: this.screens.length });
      for (const button of this.querySelectorAll(".form-steps [data-naar]")) {
        if (button.dataset.naar === id) button.setAttribute("aria-current", "step");
        else button.removeAttribute("aria-current");
      }
      this.querySelector("[data-vorige]").hidden = at === 0;
      this.querySelector("[data-volgende]").hidden = at === this.screens.length - 1;
      if (["nakijken", "insturen"].includes(id)) for (const each of this.screens) this.seen.add(each.dataset.stap);
      if (at) this.#judge();
      if (moves) {
        screen.querySelector("h2").focus({ preventScroll: true });
        this.scrollIntoView({ block: "start" });
      }
    }

    #next() {
      const id = this.step;
      const screen = this.screens.find((each) => each.dataset.stap === id);
      const summary = screen.querySelector("[data-overzicht]");
      const wasTold = this.told === id;
      this.seen.add(id);
      this.#judge();
      const open = this.problems.filter((each) => each.fout && each.step === id);
      if (!summary || !open.length || wasTold) {
        if (summary) summary.hidden = true;
        this.told = "";
        this.#go(this.screens[this.screens.findIndex((each) => each.dataset.stap === id) + 1].dataset.stap);
        return;
      }
      this.told = id;
      summary.replaceChildren(make("h3", this.words.fouten_kop), this.#list(open), make("p", this.words.fouten_verder));
      summary.hidden = false;
      summary.focus();
    }

    #pressed(button, event) {
      const { dataset } = button;
      const changed = press(button, (text) => this.#tell(text)) || pick(button);
      if (changed) this.#take(changed);
      else if (dataset.naar) {
        this.seen.add(this.step);
        this.#go(dataset.naar);
      } else if ("volgende" in dataset) this.#next();
      else if ("vorige" in dataset) this.#go(this.screens[this.screens.findIndex((each) => each.dataset.stap === this.step) - 1].dataset.stap);
      else if (dataset.plek) {
        event.preventDefault();
        const { step, focus } = this.problems[Number(dataset.plek)];
        this.#go(step);
        if (focus) focus.focus();
      } else if ("bewaar" in dataset) Doors.download(`${this.draft.naam || "concept"}.md`, new Blob([this.draft.text()], { type: "text/markdown" }));
      else if ("opnieuw" in dataset) this.#restart(button);
      else if (dataset.deur) this.#door(dataset.deur);
    }

    #restart(button) {
      if (button.dataset.zeker !== "ja") {
        button.dataset.zeker = "ja";
        this.#tell(this.words.zeker);
        return;
      }
      delete button.dataset.zeker;
      clearTimeout(this.waiting);
      try {
        localStorage.removeItem(this.key);
      } catch {
        // Nothing was kept, so nothing has to go.
      }
      Kept.keep(this.key, {}).catch(() => {});
      this.#begin(this.item);
      this.querySelector(`[data-stap="${this.step}"] h2`).focus();
    }

    // --- Files ---

    async #openFile(target) {
      const [file] = target.files;
      if (!file) return;
      const text = await file.text();
      try {
        const draft = new window.wegwijsConcept.Draft(this.data, this.kind);
        if (this.draft.original) Object.assign(draft, { original: this.draft.original, opened: this.draft.opened, files: this.draft.files });
        const opened = draft.open(text);
        if (!draft.hasText !== "item" in opened.values) throw Object.assign(new Error("kind"), { isKind: true });
        draft.opened = draft.opened || opened;
        draft.naam = this.draft.original ? this.draft.naam : window.wegwijsTekst.slugify(file.name.replace(/\.\w+$/, ""));
        draft.isNamed = true;
        this.draft = draft;
        this.#show();
        this.#keep();
        this.#keepFiles();
        this.#tell(fill(this.words.geopend, { bestand: file.name }));
      } catch (fault) {
        if (!(fault instanceof window.wegwijsBestand.Unreadable) && !fault.isKind) throw fault;
        this.#tell(fault.isKind ? this.words.andere_soort : fill(this.words.niet_te_lezen, { regel: fault.line }));
      }
      target.value = "";
    }

    async #addFile(target) {
      const [file] = target.files;
      const field = target.closest("[data-soort=bestand]");
      if (!file || !field) return;
      const name = window.wegwijsBijlagen.safeName(file.name);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const found = { ...(await window.wegwijsBijlagen.inspect(name, bytes, this.data)), bytes, soort: file.type };
      if (this.#isImage(name)) found.url = await this.#asUrl(file);
      delete this.draft.files[field.dataset.bestand];
      this.draft.files[name] = found;
      field.dataset.bestand = name;
      this.seen.add(field);
      this.#showFile(field);
      this.#take(field);
      this.#keepFiles();
    }

    #asUrl(file) {
      return new Promise((done) => {
        const reader = new FileReader();
        reader.addEventListener("load", () => done(reader.result));
        reader.readAsDataURL(file);
      });
    }

    #showFile(field) {
      const name = field.dataset.bestand;
      const file = name && this.draft.files[name];
      const size = file && `${Math.max(1, Math.round(file.grootte / 1000))} kB`;
      field.querySelector("[data-nu]").textContent = file ? fill(this.words.bestand_nu, { naam: name, grootte: size }) : name ? fill(this.words.bestand_weer, { naam: name }) : "";
    }

    // --- The end ---

    #preview() {
      const preview = new window.wegwijsVoorbeeld.Preview(this, this.words, (name) => (this.draft.files[name] || {}).url);
      const sections = this.draft.sections.map(({ title, text }) => ({ title, text }));
      return preview.page({ soort: this.kind, velden: this.draft.values }, sections);
    }

    #review() {
      const all = this.querySelector("[data-alles]");
      const parts = [];
      for (const [isError, key] of [[true, "moet"], [false, "mag"]]) {
        const found = this.problems.filter((each) => each.fout === isError);
        if (found.length) parts.push(make("h3", this.words[key]), this.#list(found));
      }
      all.classList.toggle("is-good", !parts.length);
      all.replaceChildren(...(parts.length ? parts : [make("p", this.words.alles_goed)]));
      this.querySelector("[data-voorbeeld]").replaceChildren(this.#preview());
    }

    #open() {
      const count = this.problems.filter((each) => each.fout).length;
      const place = this.querySelector("[data-nog]");
      place.hidden = !count;
      place.textContent = fill(this.words.nog_fouten, { aantal: count });
    }

    #promised() {
      const boxes = [...this.querySelectorAll("[data-beloof]")];
      const missing = boxes.find((each) => !each.checked);
      const place = this.querySelector("#beloof-fout");
      if (!missing) this.#clear(place);
      return missing;
    }

    #done(text) {
      this.querySelector("[data-gedaan]").textContent = text;
    }

    async #door(id) {
      const missing = this.#promised();
      if (missing) {
        const place = this.querySelector("#beloof-fout");
        place.hidden = false;
        place.replaceChildren(make("p", this.words.beloof));
        missing.focus();
        return;
      }
      clearTimeout(this.waiting);
      this.#judge();
      if (id === "pakket") this.#pack();
      else if (id === "tekst") this.#done((await Doors.copy(this.draft.text())) ? this.words.gekopieerd : this.words.niet_gekopieerd);
      else this.#propose();
    }

    #pack() {
      const promises = [...this.querySelectorAll("[data-beloof]")].map((each) => each.parentNode.textContent.trim());
      const name = Doors.pack({ draft: this.draft, words: this.words, problems: this.problems, promises, preview: this.#preview() });
      this.#done(fill(this.words.pakket_klaar, { naam: name }));
      const mail = this.querySelector("[data-mail]");
      if (mail) mail.href = Doors.mail(this.data.deuren, this.words, this.draft.title(), name);
    }

    #propose() {
      const propose = (draft) => {
        const { url, fits } = Doors.address(this.data.deuren, draft);
        const apart = Object.values(this.draft.files).some((each) => each.bytes) ? this.words.bijlagen_apart : "";
        this.#done(apart);
        if (!fits) Doors.copy(draft.text()).then((isCopied) => this.#done(`${isCopied ? this.words.plak : this.words.niet_gekopieerd} ${apart}`));
        window.open(url, "_blank", "noopener");
      };
      if (this.kind !== "ervaring") propose(this.draft);
      // An experience is a row in the file of its item.
      else if (this.data.items[this.draft.values.item]) this.#load(this.draft.values.item, () => propose(this.#withUse()));
    }

    #withUse() {
      const item = new window.wegwijsConcept.Draft(this.data, this.data.items[this.draft.values.item].soort).correct(window.wegwijsItem);
      const use = { ...this.draft.values };
      delete use.item;
      item.values.ervaringen = [...(item.values.ervaringen || []), use];
      return item;
    }
  }

  if (!customElements.get("wegwijs-formulier")) customElements.define("wegwijs-formulier", WegwijsFormulier);
})();
