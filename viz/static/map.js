// The map: draws what the server placed. Cards are drawn as text on a canvas, so no label is ever parsed as markup.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const holder = document.getElementById("canvas");
  const font = '"Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif';
  const bandGround = { federal: "#f6f3f5", regional: "#f0f5f9", municipal: "#f1f7f3", institutional: "#f8f6f0", none: "#f4f4f4" };
  const shapes = {};
  Object.entries(data.paths).forEach(([kind, look]) => { shapes[kind] = { path: new Path2D(look.path), colour: look.colour }; });
  const W = data.card.width;
  const H = data.card.height;
  const narrow = window.matchMedia("(max-width: 1000px)");
  let layout = null;
  let chosen = null;
  let scale = 1;
  const lines = new Map();

  function columnsFor(width) {
    const fit = Math.floor((width - 2 * data.card.margin + data.card.gap) / (W + data.card.gap));
    return Math.max(1, Math.min(data.layouts.length, fit));
  }

  function wrap(ctx, text, width, most) {
    const key = ctx.font + "|" + width + "|" + most + "|" + text;
    if (lines.has(key)) return lines.get(key);
    const rows = [];
    let row = "";
    // A line may end after a space, a slash or a hyphen; a word longer than a line is cut.
    const pieces = text.split(/(?<=[ /–-])/).flatMap((word) => {
      const parts = [];
      let rest = word;
      while (ctx.measureText(rest.trimEnd()).width > width) {
        let n = rest.length - 1;
        while (n > 1 && ctx.measureText(rest.slice(0, n)).width > width) n -= 1;
        parts.push(rest.slice(0, n));
        rest = rest.slice(n);
      }
      return [...parts, rest];
    });
    for (const piece of pieces) {
      if (row && ctx.measureText((row + piece).trimEnd()).width > width) { rows.push(row.trimEnd()); row = ""; }
      row += piece;
    }
    if (row) rows.push(row.trimEnd());
    if (rows.length > most) {
      let last = rows[most - 1];
      while (last && ctx.measureText(last + "…").width > width) last = last.slice(0, -1);
      rows.length = most;
      rows[most - 1] = last.trimEnd() + "…";
    }
    lines.set(key, rows);
    return rows;
  }

  function frame(ctx, x, y, w, h, r) {
    ctx.beginPath();
    ctx.moveTo(x + r, y);
    ctx.arcTo(x + w, y, x + w, y + h, r);
    ctx.arcTo(x + w, y + h, x, y + h, r);
    ctx.arcTo(x, y + h, x, y, r);
    ctx.arcTo(x, y, x + w, y, r);
    ctx.closePath();
  }

  function drawLine(ctx, line, colour, width) {
    const corners = line.at;
    ctx.setLineDash(line.dashes);
    ctx.beginPath();
    ctx.moveTo(...corners[0]);
    for (let i = 1; i < corners.length - 1; i += 1) ctx.arcTo(...corners[i], ...corners[i + 1], 5);
    ctx.lineTo(...corners[corners.length - 1]);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
    ctx.setLineDash([]);
  }

  function drawCard(node) {
    return function ({ ctx, x, y, state: { selected, hover } }) {
      return {
        nodeDimensions: { width: W, height: H },
        drawNode() {
          const left = x - W / 2;
          const top = y - H / 2;
          const shape = shapes[node.kind];
          if (node.members) {
            [8, 4].forEach((shift) => {
              frame(ctx, left + shift, top + shift, W, H, 6);
              ctx.fillStyle = "#fff"; ctx.fill();
              ctx.strokeStyle = "#b9c3cd"; ctx.lineWidth = 1; ctx.stroke();
            });
          }
          frame(ctx, left, top, W, H, 6);
          ctx.fillStyle = selected ? "#fff8ec" : hover ? "#f3f8fc" : "#fff";
          ctx.fill();
          ctx.setLineDash(node.generic ? [6, 4] : []);
          ctx.lineWidth = selected ? 3 : 1.4;
          ctx.strokeStyle = selected ? "#c2410c" : hover ? shape.colour : node.generic ? "#5f6d7b" : "#a8b4c0";
          ctx.stroke();
          ctx.setLineDash([]);
          ctx.save();
          ctx.translate(left + 10, top + 10);
          ctx.scale(0.92, 0.92);
          ctx.fillStyle = shape.colour;
          ctx.fill(shape.path);
          ctx.restore();
          ctx.textAlign = "left";
          ctx.textBaseline = "top";
          ctx.direction = "ltr";
          const textLeft = left + 42;
          const room = W - 42 - 10;
          ctx.fillStyle = "#1b2733";
          ctx.font = "600 14px " + font;
          const head = wrap(ctx, node.label, room, node.sub ? 2 : 4);
          head.forEach((row, i) => ctx.fillText(row, textLeft, top + 10 + i * 17));
          if (node.sub) {
            ctx.fillStyle = "#4a5866";
            ctx.font = "13px " + font;
            const subTop = top + 11 + head.length * 17;
            wrap(ctx, node.sub, room, 4 - head.length).forEach((row, i) => ctx.fillText(row, textLeft, subTop + i * 16));
          }
          ctx.fillStyle = "#5f6d7b";
          ctx.font = "12px " + font;
          ctx.fillText(wrap(ctx, node.facts, room, 1)[0] || "", textLeft, top + H - 20);
        },
      };
    };
  }

  const nodes = new vis.DataSet(data.nodes.map((node) => ({ ...node, ctxRenderer: drawCard(node) })));
  const edges = new vis.DataSet(data.edges.map((edge, i) => ({ ...edge, id: "e" + i })));
  const network = new vis.Network(holder, { nodes, edges }, data.options);
  const numberOf = new Map(data.nodes.map((node) => [node.ref, node.id]));

  network.on("beforeDrawing", (ctx) => {
    if (!layout) return;
    layout.bands.forEach((band) => {
      frame(ctx, 0, band.top, layout.width, band.height, 8);
      ctx.fillStyle = bandGround[band.level];
      ctx.fill();
    });
    const near = (line) => chosen !== null && (line.from === chosen || line.to === chosen);
    layout.lines.filter((line) => !near(line)).forEach((line) => drawLine(ctx, line, "#758494", 1.5));
    layout.lines.filter(near).forEach((line) => drawLine(ctx, line, "#c2410c", 3));
    layout.bands.forEach((band) => {
      ctx.textAlign = "left";
      ctx.textBaseline = "top";
      ctx.font = "600 15px " + font;
      const name = ctx.measureText(band.label).width;
      ctx.font = "13px " + font;
      const wide = ctx.measureText(band.count).width;
      const count = name + wide + 40 < layout.width ? wide : 0;
      ctx.fillStyle = bandGround[band.level]; // lines pass under the words
      ctx.fillRect(data.card.margin - 4, band.top + 10, name + count + 22, 21);
      ctx.fillStyle = "#5f6d7b";
      if (count) ctx.fillText(band.count, data.card.margin + name + 14, band.top + 15);
      ctx.fillStyle = "#4a5866";
      ctx.font = "600 15px " + font;
      ctx.fillText(band.label, data.card.margin, band.top + 13);
    });
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
