// Suggestions under the search field: a combobox as WAI-ARIA describes it. Everything shown is set as text.
(function () {
  "use strict";
  // An empty field says nothing: it is left out of the address.
  document.querySelectorAll('form[method="get"]').forEach((form) => form.addEventListener("submit", () => {
    form.querySelectorAll("input, select").forEach((field) => { if (!field.value) field.disabled = true; });
  }));
  window.addEventListener("pageshow", () => document.querySelectorAll("form :disabled").forEach((field) => { field.disabled = false; }));

  // On a narrow screen the sections scroll sideways: the current one is brought into sight.
  document.querySelector(".menu [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

  const box = document.querySelector("[data-search]");
  const texts = JSON.parse(document.getElementById("search-texts").textContent);
  if (!box) return;
  const input = box.querySelector("input[type=search]");
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", texts.suggestions);
  box.append(list);
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions" })
    .forEach(([name, value]) => input.setAttribute(name, value));

  let hits = [];
  let active = -1;
  let timer = 0;
  let asked = 0;

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
    if (index >= 0 && list.children[index]) {
      input.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  }

  function draw() {
    list.replaceChildren(...hits.map((hit, i) => {
      const item = document.createElement("li");
      item.id = "suggestion-" + i;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const label = document.createElement("bdi");
      label.textContent = cut(clean(hit.label), 140);
      const note = document.createElement("small");
      note.textContent = [texts.kinds[hit.kind] || hit.kind, cut(clean(hit.detail), 90)].filter(Boolean).join(", ");
      item.append(label, note);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(hit); });
      return item;
    }));
    if (!hits.length) {
      const none = document.createElement("li");
      none.className = "none";
      none.textContent = texts.none;
      list.append(none);
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    active = -1;
  }

  function address(hit) {
    const here = new URL(window.location.href);
    const next = new URLSearchParams();
    ["lang", "as_of", "territory"].forEach((name) => {
      if (here.searchParams.get(name)) next.set(name, here.searchParams.get(name));
    });
    if (texts.territory && !next.get("territory")) next.set("territory", texts.territory);
    if (hit.kind === "function") { next.set("function", hit.id); return "/responsibility?" + next; }
    if (hit.kind === "territory") { next.set("territory", hit.id); return "/?" + next; }
    next.delete("territory");
    return (hit.kind === "subject" ? "/subjects/" : "/orders/") + encodeURIComponent(hit.id) + "?" + next;
  }

  function take(hit) {
    close();
    // The map listens: a subject it draws is centred there; whatever else leads to its own page.
    const event = new CustomEvent("opora:open", { detail: hit, cancelable: true });
    if (hit.kind === "subject" && !document.dispatchEvent(event)) return;
    window.location.assign(address(hit));
  }

  async function suggest() {
    const words = input.value.trim();
    const mine = ++asked;
    if (words.length < 2) { close(); return; }
    try {
      const answer = await fetch("/api/v1/search?" + new URLSearchParams({ q: words, limit: "8", lang: texts.lang }));
      if (mine !== asked) return;
      hits = answer.ok ? (await answer.json()).rows : [];
    } catch (error) {
      hits = [];
    }
    if (mine === asked && document.activeElement === input) draw();
  }

  input.addEventListener("input", () => { window.clearTimeout(timer); timer = window.setTimeout(suggest, 140); });
  input.addEventListener("blur", () => { asked += 1; close(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); return; }
    if (list.hidden || !hits.length) return;
    if (event.key === "ArrowDown") { event.preventDefault(); point((active + 1) % hits.length); }
    if (event.key === "ArrowUp") { event.preventDefault(); point((active + hits.length - (active < 0 ? 0 : 1)) % hits.length); }
    if (event.key === "Enter" && active >= 0) { event.preventDefault(); take(hits[active]); }
  });
})();
