// The map as a picture: all of it, not only what is in sight, with title, territory, day and legend. PNG at twice the
// size; SVG with text as text; the same SVG goes to the printer.
(function () {
  "use strict";
  const map = window.oporaMap;
  const MARGIN = 24;
  const HEAD = 74;
  const MOST = 120e6; // pixels a browser surely makes a picture of
  const SIDE = 16000;

  // What the legend of the picture says: kinds, layers that are drawn, marks of what lies over the map.
  function entries() {
    const { data, scene } = map;
    const kinds = Object.entries(data.paths).map(([kind, look]) => {
      const all = data.nodes.filter((node) => node.kind === kind && !scene.gone.has(node.id));
      return { kind, text: look.label + ": " + all.reduce((sum, node) => sum + (node.members || 1), 0) };
    });
    const near = (line) => scene.chosen !== null && (line.from === scene.chosen || line.to === scene.chosen);
    const drawn = new Set([...data.relations, ...data.layouts[0].lines].filter((line) => scene.on.has(line.kind) || (near(line) && !data.layers[line.kind].always)).map((line) => line.kind));
    const layers = Object.entries(data.layers).filter(([kind]) => drawn.has(kind)).map(([, layer]) => ({ layer, text: layer.label }));
    const marks = (data.over ? data.over.legend : []).map((one) => ({ mark: one, text: one.sign + " " + one.label + ": " + one.count }));
    const generic = data.nodes.some((node) => node.generic) ? [{ generic: true, text: data.texts.generic }] : [];
    return [...kinds, ...generic, ...layers, ...marks];
  }

  function paint(ctx, width, height, rows) {
    const { data, draw, lines, layout, scene } = map;
    ctx.fillStyle = "#fff";
    ctx.fillRect(0, 0, width, height);
    ctx.textAlign = "left";
    ctx.textBaseline = "top";
    ctx.fillStyle = "#1b2733";
    ctx.font = "600 22px " + draw.font;
    ctx.fillText(draw.wrap(ctx, data.texts.title, width - 2 * MARGIN, 1)[0], MARGIN, 16);
    ctx.font = "15px " + draw.font;
    ctx.fillStyle = "#4a5866";
    ctx.fillText(draw.wrap(ctx, [data.over ? data.over.title : "", data.texts.day].filter(Boolean).join(". "), width - 2 * MARGIN, 1)[0], MARGIN, 44);
    ctx.save();
    ctx.translate(MARGIN, HEAD);
    draw.bands(ctx, layout);
    lines.parts(ctx, layout);
    draw.heads(ctx, layout, 1);
    lines.relations(ctx, layout);
    data.nodes.filter((node) => !scene.gone.has(node.id)).forEach((node) => {
      draw.card(ctx, node, ...layout.at[node.id], { selected: scene.chosen === node.id }, 1);
    });
    lines.said(ctx, layout, 1);
    lines.links(ctx, layout, 1);
    ctx.restore();
    let y = HEAD + layout.height + 18;
    ctx.font = "14px " + draw.font;
    rows.forEach((row) => {
      row.forEach(({ x, one }) => {
        if (one.kind) draw.icon(ctx, one.kind, x, y, 17);
        if (one.layer || one.generic) {
          ctx.setLineDash(one.generic ? [5, 3] : one.layer.dashes);
          ctx.beginPath();
          if (one.generic) { ctx.moveTo(x, y + 2); ctx.lineTo(x + 22, y + 2); ctx.lineTo(x + 22, y + 15); ctx.lineTo(x, y + 15); ctx.closePath(); }
          else { ctx.moveTo(x, y + 9); ctx.lineTo(x + 24, y + 9); }
          ctx.strokeStyle = one.generic ? "#5f6d7b" : one.layer.colour; ctx.lineWidth = 2; ctx.stroke();
          ctx.setLineDash([]);
        }
        ctx.fillStyle = one.mark ? draw.tones[one.mark.tone][0] : "#1b2733";
        ctx.fillText(one.text, x + (one.mark ? 0 : one.kind ? 24 : 32), y + 1);
      });
      y += 26;
    });
  }

  function plan() {
    const gauge = document.createElement("canvas").getContext("2d");
    gauge.font = "14px " + map.draw.font;
    const width = map.layout.width + 2 * MARGIN;
    const rows = [[]];
    let x = MARGIN;
    entries().forEach((one) => {
      const text = map.draw.wrap(gauge, one.text, width - 2 * MARGIN - 40, 1)[0];
      const wide = gauge.measureText(text).width + 56;
      if (x + wide > width && x > MARGIN) { rows.push([]); x = MARGIN; }
      rows[rows.length - 1].push({ x, one: { ...one, text } });
      x += wide;
    });
    return { width, height: HEAD + map.layout.height + 34 + 26 * rows.length, rows };
  }

  function svg() {
    const { width, height, rows } = plan();
    const ctx = window.oporaSvg(width, height);
    map.lines.forget();
    paint(ctx, width, height, rows);
    map.redraw();
    return ctx.element;
  }

  function save(blob, ending) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = map.data.texts.file + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  function png() {
    const { width, height, rows } = plan();
    const by = Math.min(2, Math.sqrt(MOST / (width * height)), SIDE / width, SIDE / height);
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(width * by);
    canvas.height = Math.floor(height * by);
    const ctx = canvas.getContext("2d");
    ctx.scale(by, by);
    paint(ctx, width, height, rows);
    canvas.toBlob((blob) => save(blob, ".png"), "image/png");
  }

  document.getElementById("take-png")?.addEventListener("click", png);
  document.getElementById("take-svg")?.addEventListener("click", () => {
    save(new Blob([new XMLSerializer().serializeToString(svg())], { type: "image/svg+xml" }), ".svg");
  });
  window.addEventListener("beforeprint", () => {
    const picture = svg();
    picture.id = "map-print";
    picture.setAttribute("class", "map-print");
    document.getElementById("map-print")?.remove();
    map.holder.after(picture);
  });
  window.addEventListener("afterprint", () => document.getElementById("map-print")?.remove());
})();
