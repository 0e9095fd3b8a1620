// The review: one fact after another is confirmed, corrected or rejected with the person's key.
window.oporaReview = (function () {
  "use strict";
  const LAST = "opora-decided";
  const KEYS = "opora-review-keys";

  function start(root) {
    const review = root.querySelector("[data-review]");
    if (!review) return;
    const texts = JSON.parse(review.querySelector("[data-texts]").textContent);
    const form = review.querySelector("form[data-fact]");
    told(review, texts);
    whole(review, texts);
    keys(review);
    if (!form) return;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelectorAll("[data-verdict]").forEach((button) => button.addEventListener("click", () => decide(form, review, button.dataset.verdict, texts)));
  }

  function say(node, text, tone) {
    node.textContent = text;
    node.className = "status " + (tone || "");
  }

  // Without a key nothing is sent: the field for it is shown.
  function ready(node, texts) {
    if (window.oporaToken.given()) return true;
    say(node, texts.key, "bad");
    document.getElementById("token").focus();
    return false;
  }

  // The fields whose values differ from what was read.
  function changes(form) {
    const found = {};
    form.querySelectorAll("[data-field]").forEach((field) => {
      if (field.dataset.control === "many") {
        const ticks = [...field.querySelectorAll("input")];
        if (ticks.some((tick) => tick.checked !== (tick.dataset.was === "yes"))) {
          found[field.dataset.field] = ticks.filter((tick) => tick.checked).map((tick) => tick.value);
        }
      } else if (field.value.trim() !== field.dataset.was.trim()) {
        found[field.dataset.field] = field.value.trim() || null;
      }
    });
    return found;
  }

  async function decide(form, review, verdict, texts) {
    const said = form.querySelector("[data-said]");
    if (!ready(said, texts)) return;
    const body = { verdict, order: review.dataset.order, note: form.querySelector("#note").value.trim() || null };
    if (verdict === "corrected") {
      body.changes = changes(form);
      if (!Object.keys(body.changes).length) { say(said, texts.same, "bad"); return; }
    }
    const buttons = [...form.querySelectorAll("button")];
    buttons.forEach((button) => { button.disabled = true; });
    say(said, texts.sending);
    try {
      await window.oporaToken.send("POST", path(form.dataset.list, form.dataset.fact), body);
      const last = { verdict, list: form.dataset.list, fact: form.dataset.fact, label: form.dataset.label, here: form.dataset.here, order: review.dataset.order };
      window.sessionStorage.setItem(LAST, JSON.stringify(last));
      window.location.assign(verdict === "reopened" ? form.dataset.here : form.dataset.next);
    } catch (error) {
      say(said, error.message, "bad");
      buttons.forEach((button) => { button.disabled = false; });
    }
  }

  const path = (list, fact) => "/api/v1/" + list + "/" + encodeURIComponent(fact);

  // What was decided last is told once on the next page, and can be taken back there.
  function told(review, texts) {
    const box = review.querySelector("[data-last]");
    const kept = window.sessionStorage.getItem(LAST);
    if (!kept) return;
    window.sessionStorage.removeItem(LAST);
    const last = JSON.parse(kept);
    if (last.order !== review.dataset.order) return;
    say(box, texts.done[last.verdict] + (last.label ? ": " + last.label : "") + " ", "good");
    if (last.verdict === "reopened" || last.whole) return;
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "plain";
    undo.textContent = texts.undo;
    undo.addEventListener("click", async () => {
      undo.disabled = true;
      try {
        await window.oporaToken.send("POST", path(last.list, last.fact), { verdict: "reopened", order: last.order });
        window.sessionStorage.setItem(LAST, JSON.stringify({ ...last, verdict: "reopened" }));
        window.location.assign(last.here);
      } catch (error) {
        say(box, error.message, "bad");
      }
    });
    box.append(undo);
  }

  function whole(review, texts) {
    const ask = review.querySelector("[data-ask-whole]");
    const dialog = review.querySelector("dialog[data-whole]");
    if (!ask) return;
    const said = dialog.querySelector("[role=status]");
    ask.addEventListener("click", () => { say(said, ""); dialog.showModal(); });
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.querySelector("[data-confirm-whole]").addEventListener("click", async (event) => {
      if (!window.oporaToken.given()) { say(said, texts.key, "bad"); return; }
      event.target.disabled = true;
      say(said, texts.sending);
      try {
        await window.oporaToken.send("POST", "/api/v1/orders/" + encodeURIComponent(review.dataset.order) + "/confirm", {});
        window.location.assign("/orders/" + encodeURIComponent(review.dataset.order) + "?lang=" + document.documentElement.lang);
      } catch (error) {
        say(said, error.message, "bad");
        event.target.disabled = false;
      }
    });
  }

  // Keys by their place, so that they are the same in a Russian and a Latin layout; they can be switched off.
  function keys(review) {
    const box = review.querySelector("[data-keys]");
    if (!box) return;
    box.checked = window.localStorage.getItem(KEYS) !== "off";
    box.addEventListener("change", () => window.localStorage.setItem(KEYS, box.checked ? "on" : "off"));
    const press = (selector) => { const node = review.querySelector(selector); if (node && !node.disabled) node.click(); };
    document.addEventListener("keydown", (event) => {
      const busy = event.target.closest("input:not([type=checkbox]), select, textarea, dialog");
      if (!box.checked || !box.isConnected || busy || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const code = event.code.replace("Numpad", "Digit");
      if (code === "Digit1") press("[data-verdict=confirmed]");
      if (code === "Digit2") { event.preventDefault(); review.querySelector("#correct select, #correct input, #correct textarea")?.focus(); }
      if (code === "Digit3") press("[data-verdict=rejected], [data-verdict=split]");
      if (code === "Digit4") press("[data-verdict=reopened]");
      if (code === "KeyJ") press("a[rel=next]");
      if (code === "KeyK") press("a[rel=prev]");
    });
  }

  start(document.getElementById("main"));
  return { start };
})();
