// Justifying a finding and taking that back, at the place where it is read; without scripts the page shows all the same.
(function () {
  "use strict";
  const holder = document.getElementById("findings-texts");
  if (!holder) return;
  const texts = JSON.parse(holder.textContent);
  const PARTS = ["findings-summary", "findings-list", "findings-justified"];
  const key = document.getElementById("key");
  const main = document.getElementById("main");

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  const articles = () => Array.from(document.querySelectorAll("article.finding"));
  const findArticle = (id) => articles().find((article) => article.dataset.id === id);

  function prepare() {
    document.querySelectorAll("[data-justify], [data-withdraw], .unfold").forEach((part) => { part.hidden = false; });
  }

  function closeForm(back) {
    const form = document.querySelector("form.decide");
    if (!form) return;
    const article = form.closest("article");
    document.getElementById("key-home").append(key);
    form.remove();
    const button = article.querySelector("[data-justify], [data-withdraw]");
    button.setAttribute("aria-expanded", "false");
    if (back) button.focus();
  }

  function askForKey(form, text) {
    form.before(key);
    key.open = true;
    say(form, text, true);
    key.querySelector("input").focus();
  }

  function say(form, text, bad) {
    const status = form.querySelector("[role=status]");
    status.textContent = text;
    status.classList.toggle("bad", Boolean(bad));
  }

  function openForm(button) {
    const article = button.closest("article");
    const mine = article.querySelector("form.decide");
    closeForm(false);
    if (mine) return;
    const justify = button.hasAttribute("data-justify");
    const made = document.getElementById(justify ? "justify-form" : "withdraw-form").content.cloneNode(true);
    article.append(made);
    const form = article.querySelector("form.decide");
    form.addEventListener("submit", (event) => { event.preventDefault(); send(article, form, justify); });
    form.querySelector("[data-cancel]").addEventListener("click", () => closeForm(true));
    button.setAttribute("aria-expanded", "true");
    if (!window.oporaToken.given()) askForKey(form, texts.need);
    else form.querySelector("textarea, button").focus();
  }

  async function send(article, form, justify) {
    const until = justify && form.elements.until.value;
    const reason = justify && form.elements.reason.value.trim();
    if (justify && !reason) { say(form, texts.reason, true); form.elements.reason.focus(); return; }
    if (!window.oporaToken.given()) { askForKey(form, texts.need); return; }
    const day = new URL(window.location.href).searchParams.get("as_of");
    const address = "/api/v1/findings/" + encodeURIComponent(article.dataset.id) + "/justification"
      + (justify && day ? "?as_of=" + encodeURIComponent(day) : "");
    const submit = form.querySelector("[type=submit]");
    submit.disabled = true;
    say(form, texts.sending);
    try {
      await window.oporaToken.send(
        justify ? "POST" : "DELETE", address, justify ? { reason, ...(until ? { until } : {}) } : undefined);
    } catch (error) {
      submit.disabled = false;
      if (error.status === 401 || error.status === 403) askForKey(form, texts.refused);
      else say(form, error.message, true);
      return;
    }
    await moved(article, justify ? texts.justified : texts.withdrawn);
  }

  // The page is asked for again, so that all its counts are right; what stood open stays so, and so does the place.
  async function moved(article, text) {
    const id = article.dataset.id;
    const top = article.getBoundingClientRect().top;
    const all = articles();
    const after = all.slice(all.indexOf(article) + 1).map((other) => other.dataset.id);
    const group = (article.closest("details.kind") || {}).id;
    const inJustified = Boolean(article.closest("#findings-justified"));
    const open = new Map(Array.from(document.querySelectorAll("details[id]")).map((part) => [part.id, part.open]));
    document.getElementById("key-home").append(key);
    let page;
    try {
      const answer = await fetch(window.location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch (error) {
      window.location.reload();
      return;
    }
    PARTS.forEach((name) => {
      const old = document.getElementById(name), fresh = page.getElementById(name);
      if (old && fresh) old.replaceWith(document.adoptNode(fresh));
    });
    document.querySelectorAll("details[id]").forEach((part) => { if (open.has(part.id)) part.open = open.get(part.id); });
    prepare();
    const section = document.getElementById(inJustified ? "findings-justified" : "findings-list");
    const next = after.map(findArticle).find((other) => other && section.contains(other));
    const note = element("p", text, "notice");
    note.tabIndex = -1;
    note.setAttribute("role", "status");
    const link = element("a", texts.show);
    if (findArticle(id)) {
      link.href = "#finding-" + id;
    } else {
      const there = new URL(window.location.href);
      ["kind", "severity", "level", "q", "subject", "state", "page"].forEach((name) => there.searchParams.delete(name));
      there.searchParams.set("id", id);
      link.href = there.href;
    }
    note.append(" ", link);
    const nextGroup = next && next.closest("details.kind");
    if (nextGroup && nextGroup.id !== group) nextGroup.before(note); // its own group is gone
    else if (next) next.before(note);
    else section.append(note);
    note.focus({ preventScroll: true });
    window.scrollBy(0, note.getBoundingClientRect().top - top);
  }

  // A link to a finding that stands in a closed group opens it; to one on another page leads there.
  function follow() {
    const hash = decodeURIComponent(window.location.hash);
    if (!hash.startsWith("#finding-")) return;
    const id = hash.slice("#finding-".length);
    const article = findArticle(id);
    if (!article) {
      const there = new URL(window.location.href);
      if (there.searchParams.get("id") === id) return;
      there.hash = "";
      there.searchParams.set("id", id);
      window.location.replace(there.href);
      return;
    }
    const group = article.closest("details");
    if (group) group.open = true;
    article.scrollIntoView();
  }

  main.addEventListener("click", (event) => {
    const button = event.target.closest("[data-justify], [data-withdraw], [data-unfold]");
    if (!button) return;
    if (button.dataset.unfold) {
      document.querySelectorAll("details.kind").forEach((group) => { group.open = button.dataset.unfold === "true"; });
    } else {
      openForm(button);
    }
  });
  main.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest("form.decide")) closeForm(true);
  });
  document.addEventListener("opora:token", () => {
    const form = document.querySelector("form.decide");
    if (!form) return;
    say(form, "");
    form.querySelector("textarea, [type=submit]").focus();
  });
  window.addEventListener("hashchange", follow);
  prepare();
  follow();
})();
