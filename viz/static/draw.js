// How the map looks: cards, bands and badges on a canvas, or on a recorder of SVG (map-svg.js). Labels are drawn as
// text, never parsed. `scene` says what is chosen, lit or marked now; it is read at each drawing.
window.oporaDraw = function (data, scene) {
  "use strict";
  const font = '"Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif';
  const bandGround = { federal: "#f6f3f5", regional: "#f0f5f9", municipal: "#f1f7f3", institutional: "#f8f6f0", none: "#f4f4f4" };
  const tones = {
    good: ["#14623a", "#e3f3e9"], warn: ["#7a4b00", "#fdf1d3"], bad: ["#9b1c2b", "#fbe6e8"],
    over: ["#56338a", "#eee7f8"], plain: ["#1f4e79", "#e8f0f7"],
  };
  const FULL = 0.75; // below this scale a card shows its icon and name alone, in larger type
  const FAR = 0.3; // below this one, an abbreviation
  const shapes = {};
  Object.entries(data.paths).forEach(([kind, look]) => { shapes[kind] = { d: look.path, path: new Path2D(look.path), colour: look.colour }; });
  const W = data.card.width;
  const H = data.card.height;
  const lines = new Map();
  const words = new Map(); // how wide the longest word of a label is, as a part of the size of its type

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
      if (rows.length > most) break;
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

  function icon(ctx, kind, x, y, size) {
    const shape = shapes[kind];
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(size / 24, size / 24);
    ctx.fillStyle = shape.colour;
    if (ctx.fillPath) ctx.fillPath(shape.d); else ctx.fill(shape.path);
    ctx.restore();
  }

  function text(ctx, rows, x, y, step) { rows.forEach((row, i) => ctx.fillText(row, x, y + i * step)); }

  function near(ctx, node, left, top, marked) {
    const room = W - 52;
    icon(ctx, node.kind, left + 10, top + 10, 22);
    ctx.fillStyle = "#1b2733";
    ctx.font = "600 14px " + font;
    const head = wrap(ctx, node.label, room, node.sub ? 2 : 4);
    text(ctx, head, left + 42, top + 10, 17);
    if (node.sub) {
      ctx.fillStyle = "#4a5866";
      ctx.font = "13px " + font;
      text(ctx, wrap(ctx, node.sub, room, 4 - head.length), left + 42, top + 11 + head.length * 17, 16);
    }
    if (marked) return;
    ctx.fillStyle = "#5f6d7b";
    ctx.font = "12px " + font;
    text(ctx, wrap(ctx, node.facts, W - 20, 1), left + 10, top + H - 20, 0);
  }

  function distant(ctx, node, left, top, scale, marked) {
    const abbreviation = node.label.length <= 9;
    const far = scale < FAR;
    let size = far ? (abbreviation ? 44 : 30) : Math.min(26, Math.max(19, 11 / scale));
    icon(ctx, node.kind, left + 10, top + 8, far ? 34 : 28);
    ctx.fillStyle = "#1b2733";
    ctx.font = "600 " + size + "px " + font;
    if (!words.has(node.label)) words.set(node.label, Math.max(...node.label.split(/[ /–-]/).map((word) => ctx.measureText(word).width)) / size);
    const longest = words.get(node.label) * size;
    // The icon stands in the first line, unless the words would become small for it.
    const beside = !far && !marked && longest * 18 <= (W - 56) * size;
    const room = beside ? W - 56 : W - 18;
    if (longest > room) { size = Math.max(15, Math.floor(size * room / longest)); ctx.font = "600 " + size + "px " + font; }
    if (beside) text(ctx, wrap(ctx, node.label, room, Math.floor((H - 12) / (size * 1.12))), left + 46, top + 9, size * 1.12);
    else text(ctx, wrap(ctx, node.label, room, Math.max(1, Math.floor((H - 46) / size))), left + 10, top + 46, size);
  }

  function badge(ctx, mark, left, top, scale) {
    const [ink, ground] = tones[mark.tone] || tones.plain;
    const small = scale >= FULL;
    const size = small ? 13 : 26;
    ctx.font = "600 " + size + "px " + font;
    const shown = wrap(ctx, small ? mark.sign + " " + mark.text : mark.sign, W - 30, 1)[0] || "";
    const wide = ctx.measureText(shown).width + 14;
    const x = small ? left + 8 : left + W - wide - 8;
    const y = small ? top + H - 27 : top + 6;
    frame(ctx, x, y, wide, size + 7, 5);
    ctx.fillStyle = ground; ctx.fill();
    ctx.strokeStyle = ink; ctx.lineWidth = 1.2; ctx.stroke();
    ctx.fillStyle = ink;
    text(ctx, [shown], x + 7, y + 4, 0);
    if (mark.share === null || mark.share === undefined) return;
    ctx.fillStyle = "#d5dce3";
    ctx.fillRect(left + 3, top + H - 5, W - 6, 4);
    ctx.fillStyle = ink;
    ctx.fillRect(left + 3, top + H - 5, (W - 6) * mark.share, 4);
  }

  // `state`: selected, hover; `scale`: of the drawing now, 1 for a picture.
  function card(ctx, node, x, y, state, scale) {
    const left = x - W / 2;
    const top = y - H / 2;
    const mark = scene.marks.get(node.id);
    ctx.save();
    if (scene.lit && !scene.lit.has(node.id)) ctx.globalAlpha = 0.25;
    ctx.textAlign = "left";
    ctx.textBaseline = "top";
    ctx.direction = "ltr";
    if (node.members) {
      [8, 4].forEach((shift) => {
        frame(ctx, left + shift, top + shift, W, H, 6);
        ctx.fillStyle = "#fff"; ctx.fill();
        ctx.strokeStyle = "#b9c3cd"; ctx.lineWidth = 1; ctx.stroke();
      });
    }
    frame(ctx, left, top, W, H, 6);
    ctx.fillStyle = state.selected ? "#fff8ec" : state.hover ? "#f3f8fc" : "#fff";
    ctx.fill();
    ctx.setLineDash(node.generic ? [6, 4] : []);
    ctx.lineWidth = state.selected ? 3 : node.outside ? 2.5 : 1.4;
    ctx.strokeStyle = state.selected ? "#c2410c" : state.hover ? shapes[node.kind].colour : node.outside ? "#1f4e79" : node.generic ? "#5f6d7b" : "#a8b4c0";
    ctx.stroke();
    ctx.setLineDash([]);
    if (scale >= FULL) near(ctx, node, left, top, mark); else distant(ctx, node, left, top, scale, mark);
    if (scene.pinned.has(node.ref)) { // a pin
      ctx.strokeStyle = "#1f4e79"; ctx.lineWidth = 3;
      ctx.beginPath(); ctx.moveTo(left + 21, top + 52); ctx.lineTo(left + 21, top + 70); ctx.stroke();
      ctx.beginPath(); ctx.arc(left + 21, top + 48, 6, 0, 2 * Math.PI); ctx.fillStyle = "#1f4e79"; ctx.fill();
    }
    if (mark) badge(ctx, mark, left, top, scale);
    if (state.cursor) {
      frame(ctx, left - 5, top - 5, W + 10, H + 10, 9);
      ctx.strokeStyle = "#c2410c"; ctx.lineWidth = 3 / Math.min(1, scale); ctx.setLineDash([3, 3]); ctx.stroke(); ctx.setLineDash([]);
    }
    ctx.restore();
  }

  function bands(ctx, layout) {
    layout.bands.forEach((band) => {
      frame(ctx, 0, band.top, layout.width, band.height, 8);
      ctx.fillStyle = bandGround[band.level];
      ctx.fill();
    });
  }

  function heads(ctx, layout, scale) {
    ctx.textAlign = "left";
    ctx.textBaseline = "top";
    const size = Math.min(34, Math.max(15, 12 / scale));
    layout.bands.forEach((band) => {
      const says = data.bands[band.level];
      ctx.font = (size - 2) + "px " + font;
      const wide = ctx.measureText(says.count).width;
      ctx.font = "600 " + size + "px " + font;
      const name = ctx.measureText(says.label).width;
      const count = name + wide + 40 < layout.width ? wide : 0;
      ctx.fillStyle = bandGround[band.level]; // lines pass under the words
      ctx.fillRect(data.card.margin - 4, band.top + 8, name + count + 24, size + 8);
      ctx.fillStyle = "#4a5866";
      ctx.fillText(says.label, data.card.margin, band.top + 12);
      ctx.font = (size - 2) + "px " + font;
      ctx.fillStyle = "#5f6d7b";
      if (count) ctx.fillText(says.count, data.card.margin + name + 14, band.top + 14);
    });
  }

  return { card, bands, heads, icon, frame, wrap, tones, font };
};
