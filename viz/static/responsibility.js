// Suggestions under the field of questions: functions, territories and bodies whose names the last words fit. Everything
// shown is set as text; without scripts the form asks as it is.
(function () {
  "use strict";
  const form = document.querySelector("form[data-ask]");
  const known = document.getElementById("search-texts");
  if (!form || !known) return;
  const texts = JSON.parse(known.textContent);
  const input = form.querySelector("input[name=q]");
  const list = document.createElement("ul");
  Object.assign(list, { className: "suggestions", id: "question-suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestions);
  input.after(list);
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })
    .forEach(([name, value]) => input.setAttribute(name, value));

  let hits = [];
  let active = -1;
  let timer = 0;
  let asked = 0;
  const clean = (text) => String(text || "").replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

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

  function take(hit) {
    close();
    const next = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (name !== "q" && value) next.set(name, value); });
    if (hit.kind === "function") next.set("function", hit.id);
    if (hit.kind === "territory") { next.set("territory", hit.id); }
    if (hit.kind === "subject") { next.set("question", "holdings"); next.set("subject", hit.id); }
    window.location.assign("/responsibility?" + next);
  }

  function draw() {
    list.replaceChildren(...hits.map((hit, i) => {
      const item = document.createElement("li");
      item.id = "question-suggestion-" + i;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const label = document.createElement("bdi");
      label.textContent = clean(hit.label).slice(0, 140);
      const note = document.createElement("small");
      note.textContent = [texts.kinds[hit.kind] || hit.kind, clean(hit.detail).slice(0, 90)].filter(Boolean).join(", ");
      item.append(label, note);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(hit); });
      return item;
    }));
    active = -1;
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(hits.length > 0));
  }

  async function suggest() {
    const words = input.value.trim();
    const mine = ++asked;
    if (words.length < 3) { close(); return; }
    let rows = [];
    try {
      const answer = await fetch("/api/v1/search?" + new URLSearchParams({ q: words.slice(0, 300), limit: "20", lang: texts.lang }));
      if (answer.ok) rows = (await answer.json()).rows;
    } catch (error) {
      rows = []; // the field asks without suggestions as well
    }
    if (mine !== asked || document.activeElement !== input) return;
    hits = ["function", "territory", "subject"].flatMap((kind) => rows.filter((hit) => hit.kind === kind).slice(0, kind === "function" ? 5 : 2));
    draw();
  }

  input.addEventListener("input", () => { window.clearTimeout(timer); timer = window.setTimeout(suggest, 160); });
  input.addEventListener("blur", () => { asked += 1; close(); });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "Escape") { event.preventDefault(); close(); }
    if (event.key === "ArrowDown") { event.preventDefault(); point((active + 1) % hits.length); }
    if (event.key === "ArrowUp") { event.preventDefault(); point((active + hits.length - (active < 0 ? 0 : 1)) % hits.length); }
    if (event.key === "Enter" && active >= 0) { event.preventDefault(); take(hits[active]); }
  });
})();
