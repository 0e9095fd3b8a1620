// How the map looks: cards, lines and bands on a canvas. Labels are drawn as text, never parsed.
window.oporaDraw = function (card, looks) {
  "use strict";
  const font = '"Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif';
  const bandGround = { federal: "#f6f3f5", regional: "#f0f5f9", municipal: "#f1f7f3", institutional: "#f8f6f0", none: "#f4f4f4" };
  const shapes = {};
  Object.entries(looks).forEach(([kind, look]) => { shapes[kind] = { path: new Path2D(look.path), colour: look.colour }; });
  const W = card.width;
  const H = card.height;
  const lines = new Map();

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

  function drawBands(ctx, layout) {
    layout.bands.forEach((band) => {
      frame(ctx, 0, band.top, layout.width, band.height, 8);
      ctx.fillStyle = bandGround[band.level];
      ctx.fill();
    });
  }

  function drawHeads(ctx, layout) {
    layout.bands.forEach((band) => {
      ctx.textAlign = "left";
      ctx.textBaseline = "top";
      ctx.font = "600 15px " + font;
      const name = ctx.measureText(band.label).width;
      ctx.font = "13px " + font;
      const wide = ctx.measureText(band.count).width;
      const count = name + wide + 40 < layout.width ? wide : 0;
      ctx.fillStyle = bandGround[band.level]; // lines pass under the words
      ctx.fillRect(card.margin - 4, band.top + 10, name + count + 22, 21);
      ctx.fillStyle = "#5f6d7b";
      if (count) ctx.fillText(band.count, card.margin + name + 14, band.top + 15);
      ctx.fillStyle = "#4a5866";
      ctx.font = "600 15px " + font;
      ctx.fillText(band.label, card.margin, band.top + 13);
    });
  }

  return { card: drawCard, line: drawLine, bands: drawBands, heads: drawHeads };
};
