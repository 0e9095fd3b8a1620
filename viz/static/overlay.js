// Of the form's fields only those of the chosen overlay are shown; without scripts all are, and all work.
(function () {
  "use strict";
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
