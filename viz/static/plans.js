// A person with a key tells what became of an agreement or an activity; the row then says so. Marks of the timeline
// lead to their rows.
(function () {
  "use strict";
  document.querySelectorAll("[data-needs-script]").forEach((part) => { part.hidden = false; });

  const table = document.querySelector("table[data-texts]");
  const texts = table ? JSON.parse(table.dataset.texts) : {};

  async function page(address) {
    const answer = await fetch(address);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  // The page as the server shows it now: the counts anew, and the row, whether or not the filters still show it.
  async function refresh(row, said) {
    const here = new URL(window.location.href);
    const now = await page(here);
    ["totals", "pairs-part"].forEach((id) => {
      const counts = now.getElementById(id);
      if (counts) document.getElementById(id)?.replaceWith(document.adoptNode(counts));
    });
    let fresh = now.getElementById(row.id);
    if (!fresh) {
      const alone = new URL(here.pathname, here);
      ["territory", "as_of", "lang"].forEach((name) => {
        if (here.searchParams.get(name)) alone.searchParams.set(name, here.searchParams.get(name));
      });
      alone.searchParams.set("only", row.id);
      fresh = (await page(alone)).getElementById(row.id);
    }
    if (!fresh) return;
    fresh = document.adoptNode(fresh);
    fresh.classList.add("fresh");
    row.replaceWith(fresh);
    fresh.querySelectorAll("[data-needs-script]").forEach((part) => { part.hidden = false; });
    const form = fresh.querySelector(".tell");
    const note = document.createElement("p");
    note.className = "status good";
    note.setAttribute("role", "status");
    note.tabIndex = -1;
    form.before(note);
    note.textContent = said;
    note.focus();
  }

  function judgement(form) {
    const changes = {};
    form.querySelectorAll("input, select").forEach((field) => {
      if (field.name && field.name !== "note") changes[field.name] = field.value.trim() || null;
    });
    if (form.dataset.status) changes.status = form.dataset.status;
    const note = form.elements.note.value.trim();
    return { verdict: "corrected", changes, ...(note ? { note } : {}) };
  }

  // The script of all forms puts empty fields out of action when a form is sent.
  const enable = (form) => form.querySelectorAll(":disabled").forEach((field) => { field.disabled = false; });

  async function send(form, body, said) {
    const holder = form.closest("[data-fact]");
    const status = form.querySelector("[role=status]");
    const buttons = form.querySelectorAll("button");
    if (!window.oporaToken.given()) {
      status.className = "status bad";
      status.textContent = texts.key;
      document.querySelector("details.key").open = true;
      enable(form);
      return;
    }
    status.className = "status";
    status.textContent = texts.sending;
    buttons.forEach((button) => { button.disabled = true; });
    try {
      await window.oporaToken.send("POST", holder.dataset.fact, { ...body, order: holder.dataset.order });
      await refresh(form.closest("tr"), said);
    } catch (error) {
      status.className = "status bad";
      status.textContent = error.message;
    } finally {
      enable(form);
    }
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest(".tell form");
    if (!form) return;
    event.preventDefault();
    send(form, judgement(form), texts.told);
  });
  document.addEventListener("click", (event) => {
    const undo = event.target.closest(".tell [data-undo]");
    if (undo) send(undo.form, { verdict: "reopened" }, texts.undone);
  });

  // What a mark says is shown under the pointer as well; a click leads to the row with the same words.
  const rows = document.getElementById("timeline-rows");
  if (!rows) return;
  const rowOf = JSON.parse(rows.textContent);
  document.querySelectorAll(".timeline svg [aria-label]").forEach((mark) => {
    const label = mark.getAttribute("aria-label");
    if (!rowOf[label]) return;
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = label;
    mark.append(title);
    mark.dataset.row = rowOf[label];
    mark.addEventListener("click", () => { window.location.hash = mark.dataset.row; });
  });
})();
