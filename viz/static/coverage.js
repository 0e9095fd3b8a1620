// A click on a cell opens its clauses below the row; without scripts the link leads to the page of the function.
(function () {
  "use strict";
  const table = document.getElementById("matrix");
  if (!table) return;
  let asked = 0;

  function close() {
    asked += 1;
    table.querySelectorAll("a.cell[aria-expanded=true]").forEach((open) => open.setAttribute("aria-expanded", "false"));
    table.querySelectorAll("tr.why").forEach((row) => row.remove());
  }

  async function fill(holder, cell) {
    const mine = asked;
    try {
      const answer = await fetch(cell.dataset.cell);
      if (!answer.ok) throw new Error(String(answer.status));
      // A fragment of our own server, in which every label is escaped.
      const part = new DOMParser().parseFromString(await answer.text(), "text/html").body;
      if (mine === asked) holder.replaceChildren(...part.childNodes);
    } catch (error) {
      if (mine === asked) holder.textContent = table.dataset.failed;
    }
  }

  table.querySelectorAll("a.cell").forEach((cell) => {
    cell.setAttribute("role", "button");
    cell.setAttribute("aria-expanded", "false");
    cell.addEventListener("keydown", (event) => {
      if (event.key === " ") { event.preventDefault(); cell.click(); }
      if (event.key === "Escape") close();
    });
    cell.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const was = cell.getAttribute("aria-expanded") === "true";
      close();
      if (was) return;
      cell.setAttribute("aria-expanded", "true");
      const row = document.createElement("tr");
      row.className = "why";
      const holder = document.createElement("td");
      holder.colSpan = cell.closest("tr").children.length;
      holder.setAttribute("aria-live", "polite");
      holder.addEventListener("keydown", (event) => { if (event.key === "Escape") { close(); cell.focus(); } });
      holder.textContent = table.dataset.loading;
      row.append(holder);
      cell.closest("tr").after(row);
      fill(holder, cell);
    });
  });
})();
