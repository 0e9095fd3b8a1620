// What a reader does to the map: layers, kinds and levels on and off, hide, keep, focus, light the neighbours. The state
// lives in the address; what changes which cards are drawn is arranged anew by the server and put in place.
(function () {
  "use strict";
  const map = window.oporaMap;
  const scene = map.scene;
  const area = document.getElementById("map-area");
  const tools = document.getElementById("chosen-tools");
  const menu = document.getElementById("map-menu");
  const said = document.getElementById("map-said");
  const form = document.getElementById("map-form");
  const redo = document.getElementById("map-redo");
  const alone = !form; // an exported page: no server to ask
  let asked = 0;

  const listed = (url, name) => (url.searchParams.get(name) || "").split(",").filter(Boolean);

  function address(changes) {
    const url = new URL(window.location.href);
    Object.entries(changes).forEach(([name, value]) => {
      const text = Array.isArray(value) ? value.join(",") : value;
      if (text) url.searchParams.set(name, text); else url.searchParams.delete(name);
    });
    url.hash = "";
    return url;
  }

  // Puts the parts of the page at `url` that depend on the view in the place of ours.
  async function go(url, everything) {
    window.history.replaceState(null, "", url);
    form.querySelectorAll("[data-kept]").forEach((field) => {
      field.value = url.searchParams.get(field.name) || "";
      field.disabled = !field.value;
    });
    const mine = ++asked;
    area.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== asked) return;
      const data = page.getElementById("map-data");
      if (!answer.ok || !data) { window.location.assign(url); return; }
      const active = document.activeElement && document.activeElement.dataset.switch ? document.activeElement : null;
      document.querySelectorAll("[data-swap], #map-data").forEach((old) => {
        const fresh = page.getElementById(old.id);
        if (fresh && (everything || old.id === "map-tables")) old.replaceWith(document.adoptNode(fresh));
      });
      if (everything) {
        const told = JSON.parse(document.getElementById("map-data").textContent);
        map.load(told);
        settle();
        said.textContent = told.texts.said.replace("{count}", told.nodes.length);
        if (active) document.querySelector('[data-switch="' + active.name + '"][value="' + active.value + '"]')?.focus();
      }
    } catch (error) {
      if (mine === asked) said.textContent = map.data.texts.failed;
      if (mine === asked) said.classList.remove("hidden-visually");
    } finally {
      if (mine === asked) area.removeAttribute("aria-busy");
    }
  }

  // What is left may be much smaller: the map stays in sight, and in it who is chosen.
  function settle() {
    const frame = map.holder.closest(".map-frame");
    const box = frame.getBoundingClientRect();
    if (box.top < 0 && box.height < window.innerHeight) frame.scrollIntoView();
    else if (scene.chosen !== null) map.bring(scene.chosen);
    quiet();
  }
  const quiet = () => document.querySelectorAll(".vis-tooltip").forEach((tip) => { tip.style.visibility = "hidden"; });

  const switches = (name) => Array.from(document.querySelectorAll('[data-switch="' + name + '"]'));
  const off = (name) => switches(name).filter((box) => !box.checked).map((box) => "-" + box.value);
  function layers() {
    return switches("layers").filter((box) => box.checked !== map.data.layers[box.value]?.always)
      .map((box) => (box.checked ? "" : "-") + box.value);
  }
  const state = () => ({ layers: layers(), kinds: off("kinds"), levels: off("levels") });

  document.addEventListener("change", (event) => {
    const box = event.target.closest("[data-switch]");
    if (!box) return;
    if (box.dataset.switch === "layers") {
      if (box.checked) scene.on.add(box.value); else scene.on.delete(box.value);
      map.redraw();
    }
    if (alone) without(); else go(address(state()), box.dataset.switch !== "layers");
  });
  if (form) form.addEventListener("submit", () => {
    ["layers", "kinds", "levels"].forEach((name) => {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value: state()[name].join(","), disabled: !state()[name].length });
      form.append(field);
    });
    document.querySelectorAll("[data-switch]").forEach((box) => { box.disabled = true; });
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("[data-switch]").forEach((box) => { box.disabled = false; }));

  // Without a server: cards vanish from their places.
  const hidden = new Set();
  const level = (n) => map.data.layouts[0].bands.find((b) => map.data.layouts[0].at[n][1] < b.top + b.height).level;
  function without() {
    const kinds = new Set(off("kinds").map((kind) => kind.slice(1)));
    const levels = new Set(off("levels").map((one) => one.slice(1)));
    scene.gone = new Set(map.data.nodes.filter((n) => hidden.has(n.ref) || kinds.has(n.kind) || levels.has(level(n.id))).map((n) => n.id));
    map.nodes.update(map.data.nodes.map((n) => ({ id: n.id, hidden: scene.gone.has(n.id) })));
    redo.hidden = !hidden.size;
    map.redraw();
  }

  const acts = {
    card: (node) => map.open(node.ref, true),
    open: async (node) => {
      const before = new Set(map.data.nodes.map((one) => one.ref));
      await go(address({ open: [...listed(new URL(window.location.href), "open"), node.ref] }), true);
      const fresh = map.data.nodes.find((one) => !before.has(one.ref));
      if (fresh) { map.choose(null); map.bring(fresh.id); }
    },
    expand: (node) => {
      if (!alone) { go(address({ expand: map.data.view.expand === node.ref ? "" : node.ref }), true); return; }
      scene.lit = scene.lit ? null : map.lines.around(node.id);
      map.redraw();
    },
    focus: (node) => go(address({ focus: node.ref, hide: "" }), true),
    pin: (node) => {
      const kept = listed(new URL(window.location.href), "pin");
      go(address({ pin: kept.includes(node.ref) ? kept.filter((id) => id !== node.ref) : [...kept, node.ref] }), true);
    },
    hide: (node) => {
      if (alone) { hidden.add(node.ref); map.close(); without(); return; }
      const url = new URL(window.location.href);
      map.close();
      go(address({ hide: [...listed(url, "hide"), node.ref], pin: listed(url, "pin").filter((id) => id !== node.ref) }), true);
    },
    from: (node) => window.location.assign(address({ from: node.ref, overlay: "between" })),
    to: (node) => window.location.assign(address({ to: node.ref, overlay: "between" })),
    close: (node) => window.location.assign(address({ close: node.ref, overlay: "what-if" })),
  };
  // A subject that is drawn as a part of a group comes out of it when its card is opened.
  document.addEventListener("opora:absent", async (event) => {
    if (alone) return;
    await go(new URL(window.location.href), true);
    const id = map.number(event.detail.ref);
    if (id !== null) { map.choose(id); map.bring(id); }
  });
  const suits = (button, node) => (button.dataset.act === "open" ? node.members > 0 : !(node.members && button.hasAttribute("data-one")));
  const does = (name, node) => { shut(); if (node) acts[name](node); };

  function told() {
    const node = scene.chosen === null ? null : map.data.nodes[scene.chosen];
    tools.hidden = !node;
    if (!node) return;
    document.getElementById("chosen-name").textContent = node.label;
    tools.querySelectorAll("[data-act]").forEach((button) => {
      button.hidden = !suits(button, node);
      if (button.dataset.act === "pin") button.textContent = scene.pinned.has(node.ref) ? map.data.texts.unpin : map.data.texts.pin;
    });
  }
  document.addEventListener("opora:chosen", told);
  told();
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button) does(button.dataset.act, map.data.nodes[scene.chosen]);
  });

  // The menu of a card: the same deeds, where the card is.
  let back = null;
  function show(id, at) {
    map.choose(id);
    quiet();
    const node = map.data.nodes[id];
    menu.replaceChildren(...Array.from(tools.querySelectorAll("[data-act]")).filter((button) => suits(button, node)).map((button) => {
      const item = document.createElement("button");
      Object.assign(item, { type: "button", textContent: button.textContent, tabIndex: -1 });
      item.setAttribute("role", "menuitem");
      item.addEventListener("click", () => does(button.dataset.act, node));
      return item;
    }));
    menu.hidden = false;
    back = document.activeElement;
    const room = menu.offsetParent.getBoundingClientRect();
    menu.style.left = Math.max(4, Math.min(at.x - room.left, room.width - menu.offsetWidth - 4)) + "px";
    menu.style.top = at.y - room.top + "px";
    menu.firstElementChild.focus({ preventScroll: true });
  }
  function shut() { if (!menu.hidden) { menu.hidden = true; (back || map.holder).focus({ preventScroll: true }); } }
  menu.addEventListener("keydown", (event) => {
    const items = Array.from(menu.children);
    const to = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (to) items[(items.indexOf(document.activeElement) + to + items.length) % items.length].focus();
    else if (event.key === "Escape" || event.key === "Tab") shut();
    else return;
    event.preventDefault();
  });
  document.addEventListener("pointerdown", (event) => { if (!menu.contains(event.target)) menu.hidden = true; });
  const under = (event) => map.network.getNodeAt(event.pointer.DOM);
  map.network.on("oncontext", (event) => {
    const id = under(event);
    if (id === undefined) return;
    event.event.preventDefault();
    show(id, { x: event.event.clientX, y: event.event.clientY });
  });
  map.network.on("hold", (event) => {
    const id = under(event);
    const box = map.holder.getBoundingClientRect();
    if (id !== undefined) show(id, { x: box.left + event.pointer.DOM.x, y: box.top + event.pointer.DOM.y });
  });
  map.network.on("doubleClick", (event) => {
    const id = under(event);
    if (id === undefined) return;
    const node = map.data.nodes[id];
    if (!node.members) acts.expand(node);
    else if (alone) document.getElementById("table").scrollIntoView();
    else acts.open(node);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-view]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const url = new URL(link.href);
    const now = new URL(window.location.href).searchParams;
    ["subject", "overlay", "from", "to", "route", "close", "into"].forEach((name) => {
      if (now.get(name)) url.searchParams.set(name, now.get(name)); // what was opened since the page came
    });
    go(url, true);
  });
  redo?.addEventListener("click", () => { hidden.clear(); without(); });
  map.menu = (id) => show(id, map.holder.oporaPlace(map.data.nodes[id].ref));
  map.act = (name, id) => does(name, map.data.nodes[id]);
})();
