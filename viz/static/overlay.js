// Of a card: the other end of a route stays when one of its ends is chosen anew. Of the form's fields only those of the chosen overlay are shown; without scripts all are, and all work.
(function () {
  "use strict";
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-end]");
    if (!link) return;
    const other = link.dataset.end === "from" ? "to" : "from";
    const kept = new URL(window.location.href).searchParams.get(other);
    const next = new URL(link.href);
    if (!kept || next.searchParams.get(other) || kept === next.searchParams.get(link.dataset.end)) return;
    next.searchParams.set(other, kept);
    link.href = next;
  }, true);

  // On paper nothing can be opened: what is folded is printed open.
  const folded = () => [...document.querySelectorAll(".card details, section > details.panel")].filter((one) => !one.open);
  let opened = [];
  window.addEventListener("beforeprint", () => { opened = folded(); opened.forEach((one) => { one.open = true; }); });
  window.addEventListener("afterprint", () => { opened.forEach((one) => { one.open = false; }); });

  document.querySelectorAll("[data-overlay-fields]").forEach((box) => {
    const chosen = box.querySelector("select[name=overlay]");
    const fields = [...box.querySelectorAll("[data-overlay]")];
    function show() {
      fields.forEach((field) => {
        const on = field.dataset.overlay === chosen.value;
        field.hidden = !on;
        // What is not shown is not asked: an address says only what it means.
        field.querySelectorAll("input, select").forEach((control) => { control.disabled = !on; });
      });
    }
    chosen.addEventListener("change", show);
    window.addEventListener("pageshow", () => setTimeout(show));
    show();
  });
})();
