// The map: shows what the server placed, opens cards, follows the search. How it looks: draw.js, map-lines.js; what a
// reader does to it: map-view.js, map-keys.js; what is taken away: map-take.js.
window.oporaMap = (function () {
  "use strict";
  const holder = document.getElementById("canvas");
  const narrow = window.matchMedia("(max-width: 1000px)");
  const scene = { chosen: null, cursor: null, lit: null, on: new Set(), gone: new Set(), pinned: new Set(), marks: new Map() };
  const map = { holder, scene, data: null, layout: null };
  let draw = null;
  let lines = null;
  let scale = 1;
  let whole = false; // whether the whole map is fitted into the window, else its width
  let numberOf = new Map();
  const nodes = new vis.DataSet([]);
  const first = JSON.parse(document.getElementById("map-data").textContent);
  const network = new vis.Network(holder, { nodes, edges: new vis.DataSet([]) }, first.options);
  holder.querySelector(".vis-network").removeAttribute("tabindex"); // the holder itself takes the keys

  function read(data) {
    map.data = data;
    draw = window.oporaDraw(data, scene);
    lines = window.oporaLines(data, scene, draw);
    Object.assign(map, { draw, lines });
    numberOf = new Map(data.nodes.map((node) => [node.ref, node.id]));
    scene.marks = new Map((data.over ? data.over.marks : []).map((mark) => [mark.node, mark]));
    scene.pinned = new Set(data.view.pin);
    scene.gone = new Set();
    const asked = new Set(data.view.layers);
    scene.on = new Set(Object.keys(data.layers).filter((kind) => data.layers[kind].always ? !asked.has("-" + kind) : asked.has(kind)));
    const lit = numberOf.get(data.view.expand);
    scene.lit = lit === undefined ? null : lines.around(lit);
    scene.cursor = null;
    map.layout = null;
    nodes.clear();
    nodes.add(data.nodes.map((node) => ({
      ...node,
      ctxRenderer: ({ ctx, x, y, state }) => ({
        nodeDimensions: { width: data.card.width, height: data.card.height },
        drawNode() { draw.card(ctx, node, x, y, { ...state, cursor: scene.cursor === node.id }, scale); },
      }),
    })));
  }

  network.on("beforeDrawing", (ctx) => {
    if (!map.layout) return;
    draw.bands(ctx, map.layout);
    lines.parts(ctx, map.layout);
    draw.heads(ctx, map.layout, scale);
    lines.relations(ctx, map.layout);
  });
  network.on("afterDrawing", (ctx) => {
    if (!map.layout) return;
    lines.said(ctx, map.layout, scale);
    lines.links(ctx, map.layout, scale);
  });

  function columnsFor(width) {
    const card = map.data.card;
    const fits = Math.floor((width - 2 * card.margin + card.gap) / (card.width + card.gap));
    return Math.max(1, Math.min(map.data.layouts.length, fits));
  }

  function fit() {
    const width = holder.clientWidth;
    if (!width || !map.data) return;
    const high = Math.max(320, window.innerHeight - 110);
    const into = (one) => Math.min(1.25, (width - 4) / (one.width + 16), whole ? high / (one.height + 16) : 9);
    const layouts = map.data.layouts;
    const next = whole ? layouts.reduce((a, b) => (into(b) > into(a) ? b : a)) : layouts[columnsFor(width) - 1];
    if (next !== map.layout) {
      map.layout = next;
      lines.forget();
      nodes.update(map.data.nodes.map((node, i) => ({ id: node.id, x: next.at[i][0], y: next.at[i][1] })));
    }
    scale = into(next);
    const tall = Math.ceil((next.height + 16) * scale);
    if (holder.style.height !== tall + "px") {
      holder.style.height = tall + "px";
      network.setSize("100%", tall + "px");
    }
    network.moveTo({ position: { x: next.width / 2, y: next.height / 2 }, scale, animation: false });
    network.redraw();
  }

  function redraw() { lines.forget(); network.redraw(); }

  function choose(id) {
    scene.chosen = id;
    network.selectNodes(id === null ? [] : [id], false);
    document.querySelectorAll("#subjects tr[data-row]").forEach((row) => {
      const is = id !== null && row.dataset.row === map.data.nodes[id].ref;
      if (is) row.setAttribute("aria-current", "true"); else row.removeAttribute("aria-current");
    });
    redraw();
    document.dispatchEvent(new CustomEvent("opora:chosen"));
  }

  function bring(id) {
    const at = network.canvasToDOM(network.getPosition(id));
    const box = holder.getBoundingClientRect();
    if (at.x < 0 || at.y < 0 || at.x > box.width || at.y > box.height) {
      network.moveTo({ position: network.getPosition(id), scale, animation: false });
    }
    // On a narrow screen the card covers the lower part: the subject goes above it.
    const low = narrow.matches ? window.innerHeight * 0.3 : window.innerHeight - 60;
    const y = box.top + network.canvasToDOM(network.getPosition(id)).y;
    if (y < 60 || y > low) window.scrollBy({ top: y - (narrow.matches ? low / 2 + 30 : window.innerHeight / 2) });
  }

  async function open(ref, centre) {
    const id = numberOf.has(ref) ? numberOf.get(ref) : null;
    choose(id);
    if (id !== null && map.data.nodes[id].members) return;
    await window.oporaCard.open(ref);
    if (id === null) document.dispatchEvent(new CustomEvent("opora:absent", { detail: { ref } }));
    else if (centre || narrow.matches) bring(id);
  }

  function close() { window.oporaCard.close(); choose(null); }

  network.on("click", (event) => {
    if (event.nodes.length) open(map.data.nodes[event.nodes[0]].ref, false);
    else network.selectNodes(scene.chosen === null ? [] : [scene.chosen], false);
  });
  network.on("hoverNode", () => { holder.style.cursor = "pointer"; });
  network.on("blurNode", () => { holder.style.cursor = "default"; });
  document.getElementById("card-close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && scene.chosen !== null && event.target.id !== "q") close();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-open]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(link.dataset.open, true).then(() => document.getElementById("card-body").focus({ preventScroll: true }));
  });
  document.addEventListener("opora:open", (event) => {
    if (!numberOf.has(event.detail.id)) return;
    event.preventDefault();
    open(event.detail.id, true);
  });

  // `at`: the place in the window of the map (its middle when absent) where `point` of the map is to be; what is there
  // stays there when no point is given.
  function zoom(by, at, point) {
    const middle = { x: holder.clientWidth / 2, y: holder.clientHeight / 2 };
    const to = at || middle;
    const kept = point || network.DOMtoCanvas(to);
    scale = Math.min(3, Math.max(0.1, scale * by));
    const position = { x: kept.x - (to.x - middle.x) / scale, y: kept.y - (to.y - middle.y) / scale };
    network.moveTo({ position, scale, animation: false });
  }
  function fitTo(all) {
    whole = all;
    fit();
    if (all) holder.scrollIntoView({ block: "end" });
  }
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.25));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(0.8));
  document.getElementById("zoom-fit").addEventListener("click", () => fitTo(true));
  document.getElementById("zoom-wide").addEventListener("click", () => fitTo(false));
  holder.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.1 : 0.9, within(event));
  }, { passive: false });

  // Two fingers scale and move the map: the point that was between them stays between them. One finger scrolls the page.
  const within = (point) => {
    const box = holder.getBoundingClientRect();
    return { x: point.clientX - box.left, y: point.clientY - box.top };
  };
  function pinched(event) {
    if (event.touches.length !== 2) return null;
    const [a, b] = Array.from(event.touches, within);
    return { apart: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)), at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } };
  }
  let pinch = null;
  const grasp = (event) => {
    const now = pinched(event);
    pinch = now && { apart: now.apart, point: network.DOMtoCanvas(now.at) };
  };
  ["touchstart", "touchend", "touchcancel"].forEach((kind) => holder.addEventListener(kind, grasp, { passive: true }));
  holder.addEventListener("touchmove", (event) => {
    const now = pinched(event);
    if (!now || !pinch) return;
    event.preventDefault();
    zoom(now.apart / pinch.apart, now.at, pinch.point);
    pinch.apart = now.apart;
  }, { passive: false });

  // New data in place of the old: another part of the map, the same reader.
  function load(data) {
    const kept = scene.chosen === null ? null : map.data.nodes[scene.chosen].ref;
    scene.chosen = null;
    read(data);
    fit();
    choose(numberOf.has(kept) ? numberOf.get(kept) : null);
  }

  let width = 0;
  new ResizeObserver(() => {
    if (holder.clientWidth !== width) { width = holder.clientWidth; fit(); }
  }).observe(holder);

  read(first);
  fit();
  if (first.chosen && numberOf.has(first.chosen)) { choose(numberOf.get(first.chosen)); bring(scene.chosen); }
  // For tests and for whoever extends the page: where a subject stands now, in pixels of the window.
  holder.oporaPlace = (ref) => {
    const box = holder.getBoundingClientRect();
    const at = network.canvasToDOM(network.getPosition(numberOf.get(ref)));
    return { x: box.left + at.x, y: box.top + at.y };
  };
  holder.oporaBring = (ref) => bring(numberOf.get(ref));
  holder.dataset.ready = "true";
  return Object.assign(map, {
    network, nodes, open, close, choose, bring, redraw, zoom, fitTo, load, scale: () => scale,
    number: (ref) => (numberOf.has(ref) ? numberOf.get(ref) : null),
  });
})();
