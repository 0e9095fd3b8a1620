// The filters of a report: they hide findings, and kinds of which none is left.
(function () {
  "use strict";
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const findings = Array.from(document.querySelectorAll(".finding"));
  const fields = ["kind", "territory", "severity"].map((name) => [name, form.elements[name]]).filter((pair) => pair[1]);

  function apply() {
    let count = 0;
    findings.forEach((finding) => {
      finding.hidden = fields.some(([name, field]) => field.value && finding.dataset[name] !== field.value);
      if (!finding.hidden) count += 1;
    });
    const chosen = fields.some((pair) => pair[1].value);
    document.querySelectorAll(".kind").forEach((kind) => {
      kind.hidden = chosen && !kind.querySelector(".finding:not([hidden])");
    });
    shown.textContent = shown.dataset.text.replace("%1", count).replace("%2", findings.length);
  }

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => window.setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
