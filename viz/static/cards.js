// The card beside the map: fetched as a fragment that the server has escaped.
window.oporaCard = (function () {
  "use strict";
  const area = document.getElementById("map-area");
  const hint = document.getElementById("card-hint");
  const shut = document.getElementById("card-close");
  const side = document.getElementById("card-side");
  const body = document.getElementById("card-body");
  const texts = JSON.parse(document.getElementById("search-texts").textContent);
  let asked = 0;

  async function open(id) {
    const mine = ++asked;
    const here = new URL(window.location.href);
    const params = new URLSearchParams({ lang: texts.lang });
    if (here.searchParams.get("as_of")) params.set("as_of", here.searchParams.get("as_of"));
    if (texts.territory) params.set("territory", texts.territory);
    hint.hidden = true;
    shut.hidden = false;
    area.classList.add("with-card");
    body.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch("/cards/" + encodeURIComponent(id) + "?" + params);
      const html = await answer.text();
      if (mine !== asked) return;
      if (!answer.ok) throw new Error(String(answer.status));
      body.innerHTML = html;
      side.scrollTop = 0;
    } catch (error) {
      if (mine === asked) body.textContent = texts.failed;
    } finally {
      if (mine === asked) body.removeAttribute("aria-busy");
    }
    here.searchParams.set("subject", id);
    here.searchParams.delete("q");
    window.history.replaceState(null, "", here);
  }

  function close() {
    asked += 1;
    hint.hidden = false;
    shut.hidden = true;
    area.classList.remove("with-card");
    body.replaceChildren();
    const here = new URL(window.location.href);
    here.searchParams.delete("subject");
    window.history.replaceState(null, "", here);
  }

  return { open, close };
})();
