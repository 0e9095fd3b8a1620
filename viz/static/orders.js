// The list of acts: a file is sent to be read, and the drafts are shown to those who have a key. All data are set as text.
(function () {
  "use strict";
  const texts = JSON.parse(document.getElementById("orders-texts").textContent);
  const form = document.querySelector("form[data-upload]");
  const list = document.querySelector("[data-drafts]");
  const told = document.querySelector("[data-drafts-said]");
  const lang = document.documentElement.lang;

  const address = (order) => "/orders/" + encodeURIComponent(order) + "?" + new URLSearchParams({ edition: "draft", lang });
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));

  function made(tag, text) {
    const node = document.createElement(tag);
    node.textContent = text;
    return node;
  }

  function link(order, text) {
    const node = made("a", text);
    node.href = address(order);
    return node;
  }

  async function drafts() {
    if (!window.oporaToken.given()) return;
    try {
      const found = await window.oporaToken.send("GET", "/api/v1/drafts");
      list.replaceChildren(...found.rows.map((draft) => {
        const item = document.createElement("li");
        const day = new Date(draft.loaded_at).toLocaleDateString(lang);
        item.append(link(draft.order, draft.title), " ");
        const note = made("span", fill(texts.waiting, { day, file: draft.file_name }));
        note.className = "quiet";
        item.append(note);
        return item;
      }));
      told.textContent = found.total ? "" : texts.none;
      told.className = "status";
    } catch (error) {
      list.replaceChildren();
      told.textContent = error.message;
      told.className = "status bad";
    }
  }

  function result(found) {
    const box = form.querySelector("[data-result]");
    const reading = found.reading;
    const share = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 1 }).format(reading.coverage.understood_share);
    const lists = document.createElement("ul");
    Object.entries(texts.lists).forEach(([name, label]) => {
      const count = (reading[name] || []).length;
      if (count) lists.append(made("li", label + ": " + count));
    });
    box.replaceChildren(
      made("p", texts.read),
      made("p", fill(texts.understood, { share, count: found.unread.length })),
      lists,
    );
    if (found.unread.length) {
      const more = document.createElement("details");
      more.append(made("summary", texts.unread));
      const unread = document.createElement("ul");
      found.unread.forEach((place) => unread.append(made("li", "«" + place.text.slice(0, 200) + "» – " + place.reason)));
      more.append(unread);
      box.append(more);
    }
    const way = document.createElement("p");
    way.append(link(found.draft.order, texts.open));
    way.firstChild.className = "button";
    box.append(way);
    box.hidden = false;
    // What was not understood is told once, when a file is read: this tab keeps it for the page of the act.
    const kept = found.unread.map((place) => ({ text: place.text.slice(0, 300), reason: place.reason }));
    try { window.sessionStorage.setItem("opora-unread-" + found.draft.order, JSON.stringify(kept)); } catch (error) { /* full */ }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = form.querySelector("[role=status]");
    const bar = form.querySelector("progress");
    const field = form.querySelector("input[type=file]");
    field.disabled = false;
    const say = (text, tone) => { said.textContent = text; said.className = "status " + (tone || ""); };
    if (!window.oporaToken.given()) { say(texts.key, "bad"); document.getElementById("token").focus(); return; }
    if (!field.files.length) { say(texts.file, "bad"); field.focus(); return; }
    const body = new FormData();
    body.append("file", field.files[0]);
    form.querySelector("[data-result]").hidden = true;
    form.querySelector("button").disabled = true;
    bar.hidden = false;
    say(texts.reading);
    try {
      result(await window.oporaToken.send("POST", "/api/v1/orders", body));
      say("");
      drafts();
    } catch (error) {
      say(error.message, "bad");
    } finally {
      bar.hidden = true;
      form.querySelector("button").disabled = false;
    }
  });

  document.addEventListener("opora:token", drafts);
  drafts();
})();
