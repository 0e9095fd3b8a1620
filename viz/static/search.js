// What every page has: the search field of the head, forms that leave empty fields out of the address.
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
    // The map listens: a subject it draws is centred there; whatever else leads to its own page.
    const event = new CustomEvent("opora:open", { detail: hit, cancelable: true });
    if (hit.kind === "subject" && !document.dispatchEvent(event)) return;
    window.location.assign(address(hit));
  }

  window.oporaCombobox(box.querySelector("input[type=search]"), {
    holder: box, label: texts.suggestions, least: 2, delay: 140, none: texts.none, take,
    find: (words) => window.oporaFind(words, 8, texts.lang),
  });
})();
