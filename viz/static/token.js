// What a person decides is sent with their key. The key lives in this tab's session only, never in an address.
window.oporaToken = (function () {
  "use strict";
  const NAME = "opora-token";
  const read = () => window.sessionStorage.getItem(NAME) || "";
  const texts = JSON.parse(document.getElementById("search-texts").textContent);

  // Sends JSON; gives the answer, or throws an Error whose message is a sentence for the person.
  async function send(method, address, body) {
    const url = new URL(address, window.location.href);
    url.searchParams.set("lang", texts.lang);
    let answer;
    try {
      answer = await fetch(url, {
        method,
        headers: { "Content-Type": "application/json", ...(read() ? { Authorization: "Bearer " + read() } : {}) },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
    } catch (error) {
      throw new Error(texts.unreachable);
    }
    const found = await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error(found.detail || found.title || texts.unreachable), { status: answer.status });
    return found;
  }

  document.querySelectorAll("form[data-token]").forEach((form) => {
    const field = form.querySelector("input");
    const status = form.querySelector("[role=status]");
    const said = () => { status.textContent = read() ? texts.token : ""; };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      window.sessionStorage.setItem(NAME, field.value.trim());
      field.value = "";
      said();
      document.dispatchEvent(new CustomEvent("opora:token"));
    });
    said();
  });

  return { send, given: () => read() !== "" };
})();
