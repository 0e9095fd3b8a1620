// The map: shows what the server placed, opens cards, follows the search. How it looks: draw.js.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const holder = document.getElementById("canvas");
  const draw = window.oporaDraw(data.card, data.paths);
  const W = data.card.width;
  const narrow = window.matchMedia("(max-width: 1000px)");
  let layout = null;
  let chosen = null;
  let scale = 1;

  function columnsFor(width) {
    const fit = Math.floor((width - 2 * data.card.margin + data.card.gap) / (W + data.card.gap));
    return Math.max(1, Math.min(data.layouts.length, fit));
  }

  const nodes = new vis.DataSet(data.nodes.map((node) => ({ ...node, ctxRenderer: draw.card(node) })));
  const edges = new vis.DataSet(data.edges.map((edge, i) => ({ ...edge, id: "e" + i })));
  const network = new vis.Network(holder, { nodes, edges }, data.options);
  const numberOf = new Map(data.nodes.map((node) => [node.ref, node.id]));

  network.on("beforeDrawing", (ctx) => {
    if (!layout) return;
    const near = (line) => chosen !== null && (line.from === chosen || line.to === chosen);
    draw.bands(ctx, layout);
    layout.lines.filter((line) => !near(line)).forEach((line) => draw.line(ctx, line, "#758494", 1.5));
    layout.lines.filter(near).forEach((line) => draw.line(ctx, line, "#c2410c", 3));
    draw.heads(ctx, layout);
  });

  function fit() {
    const width = holder.clientWidth;
    if (!width) return;
    const next = data.layouts[columnsFor(width) - 1];
    if (next !== layout) {
      layout = next;
      nodes.update(data.nodes.map((node, i) => ({ id: node.id, x: next.at[i][0], y: next.at[i][1] })));
    }
    scale = Math.min(1.25, width / (layout.width + 16));
    const tall = Math.ceil((layout.height + 16) * scale);
    if (holder.style.height !== tall + "px") {
      holder.style.height = tall + "px";
      network.setSize("100%", tall + "px");
    }
    network.moveTo({ position: { x: layout.width / 2, y: layout.height / 2 }, scale, animation: false });
    network.redraw();
  }

  function highlight(id) {
    chosen = id;
    network.selectNodes(id === null ? [] : [id], false);
    // Agreements and interactions show at the chosen subject only; "always" lines are drawn along the gutters.
    edges.update(edges.get().map((edge) => ({
      id: edge.id, hidden: id === null || data.always.includes(edge.kind) || (edge.from !== id && edge.to !== id),
    })));
    document.querySelectorAll("#subjects tr[data-row]").forEach((row) => {
      const is = id !== null && row.dataset.row === data.nodes[id].ref;
      if (is) row.setAttribute("aria-current", "true"); else row.removeAttribute("aria-current");
    });
  }

  function bringIntoSight(id) {
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
    if (id !== null && data.nodes[id].members) { document.getElementById("table").scrollIntoView(); return; }
    highlight(id);
    await window.oporaCard.open(ref);
    if (id !== null && (centre || narrow.matches)) bringIntoSight(id);
  }

  network.on("click", (event) => {
    if (event.nodes.length) open(data.nodes[event.nodes[0]].ref, false);
    else if (chosen !== null) network.selectNodes([chosen], false);
  });
  network.on("hoverNode", () => { holder.style.cursor = "pointer"; });
  network.on("blurNode", () => { holder.style.cursor = "default"; });
  document.getElementById("card-close").addEventListener("click", () => { window.oporaCard.close(); highlight(null); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen !== null && event.target.id !== "q") { window.oporaCard.close(); highlight(null); }
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

  function zoom(by) {
    scale = Math.min(3, Math.max(0.15, scale * by));
    network.moveTo({ scale, animation: false });
  }
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.25));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(0.8));
  document.getElementById("zoom-fit").addEventListener("click", fit);
  holder.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.1 : 0.9);
  }, { passive: false });

  let width = 0;
  new ResizeObserver(() => {
    if (holder.clientWidth !== width) { width = holder.clientWidth; fit(); if (chosen !== null) highlight(chosen); }
  }).observe(holder);

  fit();
  if (data.focus && numberOf.has(data.focus)) { highlight(numberOf.get(data.focus)); bringIntoSight(numberOf.get(data.focus)); }
  // For tests and for whoever extends the page: where a subject stands now, in pixels of the window.
  holder.oporaPlace = (ref) => {
    const box = holder.getBoundingClientRect();
    const at = network.canvasToDOM(network.getPosition(numberOf.get(ref)));
    return { x: box.left + at.x, y: box.top + at.y };
  };
  holder.oporaBring = (ref) => bringIntoSight(numberOf.get(ref));
  holder.dataset.ready = "true";
})();
