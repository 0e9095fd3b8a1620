// Suggestions under the field of questions: functions, territories and bodies whose names the words fit.
(function () {
  "use strict";
  const form = document.querySelector("form[data-ask]");
  if (!form) return;
  const texts = JSON.parse(document.getElementById("search-texts").textContent);
  const input = form.querySelector("input[name=q]");
  const MOST = { function: 5, territory: 2, subject: 2 };

  function take(hit) {
    const next = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (name !== "q" && value) next.set(name, value); });
    if (hit.kind === "subject") next.set("question", "holdings");
    next.set(hit.kind, hit.id);
    window.location.assign("/responsibility?" + next);
  }

  async function find(words) {
    const rows = await window.oporaFind(words, 20, texts.lang);
    return Object.entries(MOST).flatMap(([kind, most]) => rows.filter((hit) => hit.kind === kind).slice(0, most));
  }

  window.oporaCombobox(input, { holder: input.parentElement, label: form.dataset.suggestions, least: 3, delay: 160, find, take });
})();
