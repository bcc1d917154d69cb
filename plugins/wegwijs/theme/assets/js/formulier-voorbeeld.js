/**
 * Voorbeeld: the item as its page will show it, in the markup of that page. Builds elements and never HTML from text, so nothing
 * that someone types can act.
 */
(function () {
  "use strict";

  const { fill } = window.wegwijsRegels;
  const DAY = 480;

  function make(name, text, ...children) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    element.append(...children);
    return element;
  }

  const INLINE = /(`+)(.+?)\1|!\[([^\]]*)\]\(([^)\s]+)[^)]*\)|\[([^\]]*)\]\(([^)\s]+)[^)]*\)|\*\*(.+?)\*\*|\*([^*\s][^*]*)\*|<(https?:[^\s<>]+)>/su;

  /** A line of text with its marks. `images` gives the address of a chosen image. */
  function inline(text, images) {
    const found = INLINE.exec(text);
    if (!found) return [document.createTextNode(text)];
    const before = document.createTextNode(text.slice(0, found.index));
    const rest = inline(text.slice(found.index + found[0].length), images);
    return [before, ...mark(found, images), ...rest];
  }

  function mark([, , code, alt, image, words, target, strong, soft, address], images) {
    if (code !== undefined) return [make("code", code)];
    if (image !== undefined) {
      const source = images(image.split("/").at(-1));
      if (!source) return [make("em", `[${alt}]`)];
      const element = make("img");
      element.alt = alt;
      element.src = source;
      return [element];
    }
    if (strong !== undefined) return [make("strong", "", ...inline(strong, images))];
    if (soft !== undefined) return [make("em", "", ...inline(soft, images))];
    const link = make("a", "", ...(address ? [document.createTextNode(address)] : inline(words, images)));
    const leads = address || target;
    if (/^https?:\/\//.test(leads)) {
      link.href = leads;
      link.rel = "noopener noreferrer";
      link.target = "_blank";
    } else link.href = "#stap-nakijken";
    return [link];
  }

  const ITEM = /^( *)(?:[-*+]|(\d+)\.) +(.*)$/;

  /** The blocks of a text: paragraphs, lists, tables, quotations, code and headings. */
  function blocks(text, images) {
    const lines = text.split("\n");
    const made = [];
    let at = 0;
    const until = (test) => {
      const start = at;
      while (at < lines.length && test(lines[at])) at += 1;
      return lines.slice(start, at);
    };
    while (at < lines.length) {
      const line = lines[at];
      const heading = /^(#{1,6})\s*(.+?)\s*#*$/.exec(line);
      if (!line.trim()) at += 1;
      else if (heading) {
        made.push(make(`h${Math.min(6, Math.max(5, heading[1].length + 2))}`, "", ...inline(heading[2], images)));
        at += 1;
      } else if (/^(?:```|~~~)/.test(line)) {
        at += 1;
        made.push(make("pre", "", make("code", until((each) => !/^(?:```|~~~)/.test(each)).join("\n"))));
        at += 1;
      } else if (ITEM.test(line)) made.push(list(until((each) => each.trim() && (ITEM.test(each) || /^\s/.test(each))), images));
      else if (/^\s*\|/.test(line)) made.push(table(until((each) => /^\s*\|/.test(each)), images));
      else if (line.startsWith(">")) made.push(make("blockquote", "", ...blocks(until((each) => each.startsWith(">")).map((each) => each.replace(/^> ?/, "")).join("\n"), images)));
      else {
        const words = until((each) => each.trim() && !/^(?:#{1,6}\s|>|```|~~~|\s*\|)/.test(each));
        if (!words.length) words.push(lines[at++]);
        made.push(make("p", "", ...inline(words.join(" "), images)));
      }
    }
    return made;
  }

  function list(lines, images) {
    const isNumbered = ITEM.exec(lines[0])[2] !== undefined;
    const items = [];
    for (const line of lines) {
      const item = ITEM.exec(line);
      if (item && item[1].length < 2) items.push([item[3]]);
      else items.at(-1).push(line.trim());
    }
    return make(isNumbered ? "ol" : "ul", "", ...items.map((item) => make("li", "", ...inline(item.join(" "), images))));
  }

  function table(lines, images) {
    const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());
    const rows = lines.filter((line) => !/^[\s|:-]+$/.test(line)).map(cells);
    const row = (name, values) => make("tr", "", ...values.map((value) => make(name, "", ...inline(value, images))));
    return make("table", "", make("thead", "", row("th", rows[0] || [])), make("tbody", "", ...rows.slice(1).map((each) => row("td", each))));
  }

  /** Times and numbers in words, as plugins/wegwijs/views/formats.py says them. */
  function formats(words) {
    const shown = (amount) => String(Number(amount.toPrecision(6))).replace(".", ",");
    const unit = (amount, name) => (amount === 1 ? words.tijd[name][0] : fill(words.tijd[name][1], { aantal: shown(amount) }));
    const minutes = (count) => {
      if (count >= DAY && count % 240 === 0) return unit(count / DAY, "dag");
      if (count >= 120 || count === 60) return unit(Math.round(count / 15) / 4, "uur");
      return unit(count, "minuut");
    };
    const duration = (span) => {
      const [min, max] = span ? [Number(span.min), Number(span.max)] : [];
      if (!min || !max) return "";
      if (min === max) return minutes(max);
      for (const [step, length, name] of [[240, DAY, "dag"], [30, 60, "uur"]]) {
        if (min % step === 0 && max % step === 0 && min >= length) return fill(words.tijd[name][1], { aantal: `${shown(min / length)}–${shown(max / length)}` });
      }
      if (max <= 180) return fill(words.tijd.minuut[1], { aantal: `${min}–${max}` });
      return `${minutes(min)} – ${minutes(max)}`;
    };
    const people = (span) => {
      if (!span || !span.min || !span.max) return "";
      if (span.min === span.max) return Number(span.max) === 1 ? words.groep[0] : fill(words.groep[1], { aantal: span.max });
      return fill(words.groep[1], { aantal: `${span.min}–${span.max}` });
    };
    const listing = (names) => {
      const low = names.map((name, at) => (at ? name[0].toLowerCase() + name.slice(1) : name));
      return low.length > 1 ? fill(words.en, { eerste: low.slice(0, -1).join(", "), laatste: low.at(-1) }) : low.join("");
    };
    const clock = (count) => `${Math.floor(count / 60)}:${String(count % 60).padStart(2, "0")}`;
    return { minutes, duration, people, listing, clock };
  }

  class Preview {
    constructor(form, words, images) {
      Object.assign(this, { form, words, images, say: formats(words), data: window.wegwijsFormulier });
    }

    template(name) {
      return this.form.querySelector(`template[data-sjabloon="${name}"]`).content.firstElementChild.cloneNode(true);
    }

    /** The page of a draft. */
    page(draft, sections) {
      const values = draft.velden;
      const isUse = draft.soort === "ervaring";
      const made = this.template(isUse ? "ervaring" : "item");
      for (const place of made.querySelectorAll("[data-v]")) this.put(place, values);
      if (isUse) made.querySelector("[data-v=item]").textContent = (this.data.items[values.item] || {}).titel || "";
      else {
        this.facts(made, values);
        this.parts(made, values);
        for (const { title, text } of sections) made.querySelector("[data-secties]").append(this.section(title, text, values));
      }
      for (const block of made.querySelectorAll("[data-blok]")) if (!(block.querySelector("[data-v]").textContent || "").trim()) block.remove();
      return made;
    }

    put(place, values) {
      const name = place.dataset.v;
      const value = values[name];
      if (name === "status") {
        if (!value || value === "actueel") place.remove();
        else place.textContent = value.replace("-", " ");
      } else if (name === "bijlagen") place.append(...(value || []).map((row) => make("li", row.titel || row.bestand)));
      else if (name === "bronnen") {
        const lines = (value || []).map((row) => [this.data.bronnen[row.bron] || row.titel || row.bron, row.plaats].filter(Boolean).join(", "));
        place.append(...lines.map((line) => make("li", line)));
      } else if (Array.isArray(value)) place.append(...value.map((line) => make("li", line)));
      else if (typeof value === "string") place.textContent = value;
      else if (["titel", "samenvatting"].includes(name)) place.textContent = this.words.nog_leeg;
    }

    facts(made, values) {
      const { say, words } = this;
      const facet = (name) => [(values.facetten || {})[name] || []].flat().map((id) => ((this.data.kenmerken[name] || { waarden: {} }).waarden[id] || [id])[0]);
      const { begeleider: helper, periode: period, herkomst: origin } = values;
      const need = helper && words.begeleider[helper.nodig];
      const found = {
        rol: say.listing(facet("rol")),
        niveau: say.listing(facet("niveau")),
        duur: [say.duration(values.duur), values.spreiding].filter(Boolean).join(", "),
        groep: say.people(values.groep),
        voorbereiding: values.voorbereiding && (Number(values.voorbereiding) ? say.minutes(Number(values.voorbereiding)) : words.geen_voorbereiding),
        begeleider: need && (helper.nodig === "niet-nodig" || !helper.ervaring ? need : fill(words.begeleider_met, { nodig: need, ervaring: words.begeleider_ervaring[helper.ervaring] })),
        vooraf: values.vooraf,
        deelnemers: values.deelnemers && fill(words.groep[1], { aantal: values.deelnemers }),
        uitgever: values.uitgever && [values.uitgever, values.jaar].filter(Boolean).join(", "),
        omvang: values.omvang,
        herkomst: !values.uitgever && origin && [origin.naam, origin.jaar].filter(Boolean).join(", "),
        periode: period && [period.van, period.tot].filter(Boolean).join("–"),
      };
      for (const place of made.querySelectorAll("[data-feit]")) {
        if (found[place.dataset.feit]) place.querySelector("dd").textContent = found[place.dataset.feit];
        else place.remove();
      }
      if (!made.querySelector("[data-feit]")) made.querySelector(".facts").remove();
    }

    parts(made, values) {
      const { bron = [], redactie = [] } = values.elementen || {};
      const place = made.querySelector("[data-v=delen]");
      place.replaceChildren(...[...bron, ...redactie].map((id) => make("li", "", Object.assign(make("span", this.data.delen[id] || id), { className: "chip" }))));
    }

    section(title, text, values) {
      const made = Object.assign(make("div", "", make("h4", title)), { className: "prose" });
      const steps = values.stappen || values.programma || [];
      if (["Zo doe je het", "Wat je leert"].includes(title) && steps.length) made.append(this.steps(steps));
      made.append(...(text.trim() ? blocks(text, this.images) : [Object.assign(make("p", this.words.nog_leeg), { className: "form-help" })]));
      const lines = { Voorbereiding: values.nodig, "Wat het oplevert": values.levert_op }[title] || [];
      if (lines.length) made.append(make("ul", "", ...lines.map((line) => make("li", line))));
      return made;
    }

    steps(steps) {
      let start = 0;
      const rows = steps.map((step) => {
        const row = this.template("stap");
        row.querySelector(".step-start").textContent = this.say.clock(start);
        row.querySelector("[data-duurt]").textContent = this.say.minutes(Number(step.minuten) || 0);
        row.querySelector("h5").textContent = step.titel || "";
        row.querySelector("p:not(.step-time)").textContent = step.uitleg || "";
        start += Number(step.minuten) || 0;
        return row;
      });
      return Object.assign(make("ol", "", ...rows), { className: "steps" });
    }
  }

  window.wegwijsVoorbeeld = { Preview, formats, blocks, make };
})();
