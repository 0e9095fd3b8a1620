// The page of an act: what was read lights up with its words, doubtful facts are stepped through, a draft is fetched.
(function () {
  "use strict";
  const typing = (node) => node.closest("input, select, textarea, [contenteditable]");

  function start(root) {
    light(root);
    steps(root);
    unread(root);
  }

  // A fact lights the words it was read from, and words light their facts.
  function light(root) {
    const of = (node) => {
      const fact = node.closest && node.closest(".fact[id]");
      const piece = node.closest && node.closest(".piece");
      if (piece) return piece.dataset.facts.split(" ");
      return fact ? [fact.id] : [];
    };
    const show = (event, on) => of(event.target).forEach((id) => {
      const fact = document.getElementById(id);
      if (fact) fact.classList.toggle("lit", on);
      root.querySelectorAll('.piece[data-facts~="' + CSS.escape(id) + '"]').forEach((piece) => piece.classList.toggle("lit", on));
    });
    ["mouseover", "focusin"].forEach((name) => root.addEventListener(name, (event) => show(event, true)));
    ["mouseout", "focusout"].forEach((name) => root.addEventListener(name, (event) => show(event, false)));
  }

  function steps(root) {
    const bar = root.querySelector("[data-steps]");
    if (!bar) return;
    const said = bar.querySelector("[role=status]");
    bar.hidden = false;
    let at = -1;
    const go = (way) => {
      const doubtful = [...root.querySelectorAll(".fact.is-doubtful")];
      if (!doubtful.length) return;
      at = at < 0 && way < 0 ? doubtful.length - 1 : (at + way + doubtful.length) % doubtful.length;
      doubtful[at].focus();
      doubtful[at].scrollIntoView({ block: "center" });
      said.textContent = (at + 1) + " / " + doubtful.length;
    };
    bar.querySelectorAll("[data-step]").forEach((button) => button.addEventListener("click", () => go(Number(button.dataset.step))));
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target) || !root.contains(bar)) return;
      if (event.code === "KeyJ") go(1);
      if (event.code === "KeyK") go(-1);
    });
  }

  // What was not understood is known to the tab in which the file was read.
  function unread(root) {
    const box = root.querySelector("[data-unread]");
    const kept = box && window.sessionStorage.getItem("opora-unread-" + box.dataset.unread);
    if (!kept) return;
    const places = JSON.parse(kept);
    if (!places.length) return;
    box.querySelector("ul").replaceChildren(...places.map((place) => {
      const item = document.createElement("li");
      item.textContent = "«" + place.text + "» – " + place.reason;
      return item;
    }));
    box.hidden = false;
  }

  // A draft is in nobody's answers: its page comes with the key, escaped by the server like every page.
  async function draft(frame) {
    const said = frame.querySelector("[data-said]");
    if (!window.oporaToken.given()) return;
    said.textContent = said.dataset.wait;
    said.className = "status";
    try {
      const here = new URL(window.location.href);
      const page = await window.oporaToken.page(here.pathname + "/draft" + here.search);
      const main = document.getElementById("main");
      main.replaceChildren(...[...page.getElementById("main").childNodes].map((node) => document.adoptNode(node)));
      document.title = page.title;
      start(main);
      if (window.oporaReview) window.oporaReview.start(main);
      window.oporaToken.listen(main);
    } catch (error) {
      said.textContent = error.message;
      said.className = "status bad";
    }
  }

  const frame = document.querySelector("[data-draft-frame]");
  if (frame) {
    document.addEventListener("opora:token", () => { if (frame.isConnected) draft(frame); });
    draft(frame);
  } else {
    start(document.getElementById("main"));
  }
})();

// Clauses out of sight have guessed heights until they are drawn: the one that was asked for moves while those above it
// are. It is brought into sight until it stays there.
(function () {
  "use strict";
  function settle(times) {
    const target = document.querySelector(".clause:target");
    if (!target || !times) return;
    const box = target.getBoundingClientRect();
    if (box.top < 0 || box.top > window.innerHeight / 2) target.scrollIntoView();
    window.setTimeout(() => settle(times - 1), 60);
  }
  ["load", "hashchange"].forEach((when) => window.addEventListener(when, () => settle(8)));
})();
