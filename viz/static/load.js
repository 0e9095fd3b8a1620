// The proposal is fetched without leaving the page, and says that it is being worked out. Without scripts the form
// opens the page that has it.
(function () {
  "use strict";
  const form = document.querySelector("form[data-proposal]");
  if (!form) return;
  const status = document.querySelector("[data-proposal-status]");
  const result = document.querySelector("[data-proposal-result]");
  const button = form.querySelector("button");
  const longest = 60000;

  function say(text, bad) {
    status.textContent = text;
    status.classList.toggle("bad", Boolean(bad));
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const here = new URL(window.location.href);
    const wanted = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (value) wanted.set(name, value); });
    if (here.searchParams.get("rows")) wanted.set("rows", here.searchParams.get("rows"));
    const stop = new AbortController();
    const timer = window.setTimeout(() => stop.abort(), longest);
    say(status.dataset.busy);
    result.setAttribute("aria-busy", "true");
    button.disabled = true;
    try {
      const answer = await fetch("/load/rebalance?" + wanted, { signal: stop.signal });
      if (!answer.ok) {
        const problem = await answer.json().catch(() => ({}));
        result.replaceChildren();
        say(problem.detail || problem.title || status.dataset.failed, true);
        return;
      }
      // The server has escaped the fragment; a parsed document runs nothing of it.
      const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
      result.replaceChildren(...parsed.body.childNodes);
      window.history.replaceState(null, "", here.pathname + "?" + wanted + "#rebalance");
      say("");
    } catch (error) {
      say(error.name === "AbortError" ? status.dataset.late : status.dataset.failed, true);
    } finally {
      window.clearTimeout(timer);
      result.removeAttribute("aria-busy");
      // search.js leaves empty fields of a form that is sent out of the address: this one stays on the page.
      form.querySelectorAll(":disabled").forEach((field) => { field.disabled = false; });
    }
  });
})();
