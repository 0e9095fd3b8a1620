// An exported page: one territory at a time, and cards that lie in the page itself (cards.js asks a server for them).
window.oporaCard = (function () {
  "use strict";
  const sections = Array.from(document.querySelectorAll("section[data-territory]"));
  const named = () => decodeURIComponent(window.location.hash).replace("#territory=", "");
  const chosen = sections.find((section) => section.dataset.territory === named()) || sections[0];
  sections.forEach((section) => { if (section !== chosen) section.remove(); });
  // Ids are given here: until now every territory had its own part of each name.
  chosen.querySelectorAll("[data-id]").forEach((element) => { element.id = element.dataset.id; });

  const select = document.getElementById("territory");
  if (select) {
    select.value = chosen.dataset.territory;
    select.form.hidden = false;
    select.addEventListener("change", () => { window.location.hash = "territory=" + encodeURIComponent(select.value); });
    window.addEventListener("hashchange", () => {
      if (window.location.hash.startsWith("#territory=") && named() !== chosen.dataset.territory) window.location.reload();
    });
  }

  const area = document.getElementById("map-area");
  const hint = document.getElementById("card-hint");
  const shut = document.getElementById("card-close");
  const side = document.getElementById("card-side");
  const body = document.getElementById("card-body");

  async function open(id) {
    const template = document.getElementById("card-" + id);
    hint.hidden = true;
    shut.hidden = false;
    area.classList.add("with-card");
    if (template) body.replaceChildren(template.content.cloneNode(true));
    else body.textContent = body.dataset.none;
    side.scrollTop = 0;
  }

  function close() {
    hint.hidden = false;
    shut.hidden = true;
    area.classList.remove("with-card");
    body.replaceChildren();
  }

  return { open, close };
})();
