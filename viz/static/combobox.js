// Suggestions under a field: a combobox as WAI-ARIA describes it. Everything shown is set as text.
//
// oporaCombobox(input, { holder, label, least, delay, find, take, none }): `holder` gets the list; `find(words)` gives
// hits {kind, label, detail, …}; `take(hit)` is what a choice does; `none` is said where nothing is found (else the list
// stays shut). `texts.kinds` of the page names the kinds.
window.oporaCombobox = function (input, options) {
  "use strict";
  const { holder, label, least, delay, find, take, none } = options;
  const kinds = JSON.parse(document.getElementById("search-texts").textContent).kinds;
  const list = document.createElement("ul");
  Object.assign(list, { className: "suggestions", id: "suggestions-of-" + input.id, hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  holder.append(list);
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })
    .forEach(([name, value]) => input.setAttribute(name, value));

  let hits = [];
  let active = -1;
  let timer = 0;
  let asked = 0;

  // Marks that turn the direction of what follows must not reorder the list.
  const clean = (text) => String(text || "").replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const cut = (text, most) => (text.length > most ? text.slice(0, most - 1).trimEnd() + "…" : text);

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function point(index) {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
    input.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index].scrollIntoView({ block: "nearest" });
  }

  function choose(hit) {
    close();
    take(hit);
  }

  function option(hit, i) {
    const item = document.createElement("li");
    item.id = list.id + "-" + i;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const name = document.createElement("bdi");
    name.textContent = cut(clean(hit.label), 140);
    const note = document.createElement("small");
    note.textContent = [kinds[hit.kind] || hit.kind, cut(clean(hit.detail), 90)].filter(Boolean).join(", ");
    item.append(name, note);
    item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(hit); });
    return item;
  }

  function draw() {
    list.replaceChildren(...hits.map(option));
    if (!hits.length && none) {
      const said = document.createElement("li");
      said.className = "none";
      said.textContent = none;
      list.append(said);
    }
    active = -1;
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  async function suggest() {
    const words = input.value.trim();
    const mine = ++asked;
    if (words.length < least) { close(); return; }
    const found = await find(words).catch(() => []); // the form asks without suggestions as well
    if (mine !== asked || document.activeElement !== input) return;
    hits = found;
    draw();
  }

  input.addEventListener("input", () => { window.clearTimeout(timer); timer = window.setTimeout(suggest, delay); });
  input.addEventListener("blur", () => { asked += 1; close(); });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "Escape") { event.preventDefault(); close(); return; }
    if (!hits.length) return;
    if (event.key === "ArrowDown") { event.preventDefault(); point((active + 1) % hits.length); }
    if (event.key === "ArrowUp") { event.preventDefault(); point((active + hits.length - (active < 0 ? 0 : 1)) % hits.length); }
    if (event.key === "Enter" && active >= 0) { event.preventDefault(); choose(hits[active]); }
  });
};

// What the search of the program finds.
window.oporaFind = async function (words, limit, lang) {
  "use strict";
  const answer = await fetch("/api/v1/search?" + new URLSearchParams({ q: words.slice(0, 300), limit: String(limit), lang }));
  return answer.ok ? (await answer.json()).rows : [];
};
