// What a person decides is sent with their key. The key lives in this tab's session only, never in an address.
window.oporaToken = (function () {
  "use strict";
  const NAME = "opora-token";
  const read = () => window.sessionStorage.getItem(NAME) || "";
  const texts = JSON.parse(document.getElementById("search-texts").textContent);

  const bearer = () => (read() ? { Authorization: "Bearer " + read() } : {});

  // What the server says of a key is meant for programs: a person is told to look at the key.
  function refusal(answer, found) {
    const told = answer.status === 401 && read() ? texts.refused : found.detail || found.title || texts.unreachable;
    return Object.assign(new Error(told), { status: answer.status });
  }

  // Sends JSON, or a form with a file; gives the answer, or throws an Error whose message is a sentence for the person.
  async function send(method, address, body) {
    const url = new URL(address, window.location.href);
    url.searchParams.set("lang", texts.lang);
    let answer;
    const form = body instanceof FormData; // the browser says its type, with the boundary
    try {
      answer = await fetch(url, {
        method,
        headers: { ...(form ? {} : { "Content-Type": "application/json" }), ...bearer() },
        body: body === undefined || form ? body : JSON.stringify(body),
      });
    } catch (error) {
      throw new Error(texts.unreachable);
    }
    const found = await answer.json().catch(() => ({}));
    if (!answer.ok) throw refusal(answer, found);
    return found;
  }

  // A page of ours that is shown to those who have a key only; gives it as a document.
  async function page(address) {
    let answer;
    try {
      answer = await fetch(address, { headers: bearer() });
    } catch (error) {
      throw new Error(texts.unreachable);
    }
    if (!answer.ok) {
      const found = await answer.json().catch(() => ({}));
      throw refusal(answer, found);
    }
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  const listen = (root) => root.querySelectorAll("form[data-token]").forEach((form) => {
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

  listen(document);
  return { send, page, listen, given: () => read() !== "" };
})();
