// A click on a cell opens the clauses below its row; without scripts the link leads to the page of the function.
(function () {
  "use strict";
  const table = document.getElementById("matrix");
  if (!table) return;
  const texts = JSON.parse(table.dataset.texts);
  const clean = (text) => String(text || "").replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

  const dayFormat = new Intl.DateTimeFormat(texts.lang === "ru" ? "ru-RU" : "en-GB", { timeZone: "UTC" });

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function line(row) {
    const item = element("li");
    const link = element("a", clean(row.subject.name).replace(/^./u, (first) => first.toUpperCase()));
    const params = new URLSearchParams({ territory: table.dataset.territory, subject: row.subject.id, lang: texts.lang });
    link.href = "/?" + params;
    const order = [
      row.order.number && texts.number.replace("{number}", clean(row.order.number)),
      row.order.date && texts.of.replace("{day}", dayFormat.format(new Date(row.order.date))),
    ].filter(Boolean).join(" ");
    const clause = /^\d/.test(row.clause) ? texts.clause.replace("{address}", clean(row.clause)) : clean(row.clause);
    item.append(link, ` – ${texts.deeds[row.role] || row.role}: ${clause}, ${texts.order} ${order}`);
    if (row.subject.generic) item.append(` (${texts.generic})`);
    if (row.quote) item.append(element("blockquote", clean(row.quote)));
    return item;
  }

  async function fill(holder, cell) {
    if (cell.dataset.why) holder.append(element("p", cell.dataset.why + "."));
    const here = new URL(window.location.href);
    const params = new URLSearchParams({
      function: cell.dataset.function, territory: table.dataset.territory, level: cell.dataset.level, lang: texts.lang,
    });
    if (here.searchParams.get("as_of")) params.set("as_of", here.searchParams.get("as_of"));
    if (!cell.dataset.why) {
      const answer = await fetch("/api/v1/responsibility?" + params);
      if (!answer.ok) throw new Error(String(answer.status));
      const found = await answer.json();
      if (found.nobody) holder.append(element("p", clean(found.nobody.explanation)));
      const list = element("ul", "", "sentences");
      list.append(...found.rows.map(line));
      if (found.rows.length) holder.append(list);
    }
    const more = element("a", texts.more);
    more.href = cell.href;
    holder.append(more);
  }

  function close(row) {
    table.querySelectorAll("a.cell[aria-expanded=true]").forEach((open) => open.setAttribute("aria-expanded", "false"));
    row.remove();
  }

  table.querySelectorAll("a.cell").forEach((cell) => {
    cell.setAttribute("role", "button");
    cell.setAttribute("aria-expanded", "false");
    cell.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); cell.click(); } });
    cell.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const was = cell.getAttribute("aria-expanded") === "true";
      const shown = table.querySelector("tr.why");
      if (shown) close(shown);
      if (was) return;
      cell.setAttribute("aria-expanded", "true");
      const row = element("tr", "", "why");
      const holder = element("td");
      holder.colSpan = cell.closest("tr").children.length;
      holder.setAttribute("aria-live", "polite");
      row.append(holder);
      cell.closest("tr").after(row);
      try {
        await fill(holder, cell);
      } catch (error) {
        holder.replaceChildren(element("p", texts.failed));
      }
    });
  });
})();
