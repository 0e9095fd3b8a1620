// Lines of the map: parts along the gutters, relations as curves with their clause, an overlay's links above all.
window.oporaLines = function (data, scene, draw) {
  "use strict";
  const W = data.card.width;
  const H = data.card.height;
  const CHOSEN = "#c2410c";
  const MOST_LABELS = 60;
  let labels = null;
  let placed = null;

  const touches = (line) => scene.chosen !== null && (line.from === scene.chosen || line.to === scene.chosen);
  const there = (line) => !scene.gone.has(line.from) && !scene.gone.has(line.to);
  const dim = (line) => scene.lit && !(scene.lit.has(line.from) && scene.lit.has(line.to));

  function parts(ctx, layout) {
    const shown = layout.lines.filter((line) => scene.on.has(line.kind) && there(line));
    [...shown.filter((line) => !touches(line)), ...shown.filter(touches)].forEach((line) => {
      const layer = data.layers[line.kind];
      ctx.globalAlpha = dim(line) ? 0.25 : 1;
      ctx.setLineDash(layer.dashes);
      ctx.beginPath();
      ctx.moveTo(...line.at[0]);
      for (let i = 1; i < line.at.length - 1; i += 1) ctx.arcTo(...line.at[i], ...line.at[i + 1], 5);
      ctx.lineTo(...line.at[line.at.length - 1]);
      ctx.strokeStyle = touches(line) ? CHOSEN : layer.colour;
      ctx.lineWidth = touches(line) ? 3 : 1.5;
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.globalAlpha = 1;
    });
  }

  // Several lines at one card leave it side by side.
  function curve(layout, line, index, above) {
    const aside = ((index * 5) % 11 - 5) * 13;
    const [ax, ay] = layout.at[line.from];
    const [bx, by] = layout.at[line.to];
    if (Math.abs(ay - by) < H) {
      const side = above ? 1 : -1;
      const rise = side * (26 + Math.min(70, Math.abs(ax - bx) * 0.1));
      const from = [ax + aside, ay + side * H / 2];
      const to = [bx + aside * 0.6, by + side * H / 2];
      return [from, [from[0], from[1] + rise], [to[0], to[1] + rise], to];
    }
    const down = by > ay ? 1 : -1;
    const from = [ax + aside, ay + down * H / 2];
    const to = [bx + aside * 0.6, by - down * H / 2];
    const bend = Math.max(24, Math.abs(to[1] - from[1]) * 0.42) * down;
    return [from, [from[0], from[1] + bend], [to[0], to[1] - bend], to];
  }

  function point([p, q, r, s], t) {
    const u = 1 - t;
    return [0, 1].map((i) => u * u * u * p[i] + 3 * u * u * t * q[i] + 3 * u * t * t * r[i] + t * t * t * s[i]);
  }

  function stroke(ctx, at, colour, width, dashes, arrow) {
    ctx.setLineDash(dashes);
    ctx.beginPath();
    ctx.moveTo(...at[0]);
    ctx.bezierCurveTo(...at[1], ...at[2], ...at[3]);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
    ctx.setLineDash([]);
    if (!arrow) return;
    const way = at[3][1] > at[2][1] ? 1 : -1;
    const size = 5 + width;
    ctx.beginPath();
    ctx.moveTo(at[3][0], at[3][1]);
    ctx.lineTo(at[3][0] - size * 0.7, at[3][1] - way * size * 1.4);
    ctx.lineTo(at[3][0] + size * 0.7, at[3][1] - way * size * 1.4);
    ctx.closePath();
    ctx.fillStyle = colour;
    ctx.fill();
  }

  const shown = () => data.relations.filter((line) => there(line) && (scene.on.has(line.kind) || touches(line)));

  function relations(ctx, layout) {
    const all = shown();
    all.forEach((line, i) => {
      const layer = data.layers[line.kind];
      ctx.globalAlpha = dim(line) ? 0.12 : scene.chosen !== null && !touches(line) ? 0.45 : 1;
      stroke(ctx, curve(layout, line, i), layer.colour, touches(line) ? 2.6 : 1.8, layer.dashes, layer.arrow);
      ctx.globalAlpha = 1;
    });
  }

  // Where a word can stand: off the cards and off the other words, if there is such a place along the line.
  function place(ctx, layout, at, words, taken, must) {
    const wide = ctx.measureText(words).width + 10;
    const cards = layout.at;
    let best = null;
    for (const t of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9]) {
      const [x, y] = point(at, t);
      const left = Math.min(Math.max(x - wide / 2, 2), layout.width - wide - 2);
      const box = [left, y - 9, left + wide, y + 9];
      const over = (other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1];
      if (taken.some(over)) continue;
      const hits = cards.filter(([cx, cy], n) => !scene.gone.has(n) && over([cx - W / 2, cy - H / 2, cx + W / 2, cy + H / 2])).length;
      if (!best || hits < best.hits) best = { box, hits };
      if (!hits) break;
    }
    if (!best || (best.hits && !must)) return null;
    taken.push(best.box);
    return best.box;
  }

  function words(ctx, layout) {
    if (labels && labels.layout === layout) return labels.all;
    const taken = linked(ctx, layout, 1).map((one) => one.box); // what lies over the map has the first choice
    ctx.font = "12px " + draw.font;
    const all = shown();
    const said = [];
    const near = all.some(touches);
    all.forEach((line, i) => {
      if (dim(line) || (near && !touches(line)) || (!near && all.length > MOST_LABELS)) return;
      const label = data.layers[line.kind].label + (line.text ? ", " + line.text : "") + (line.count > 1 ? " (" + line.count + ")" : "");
      const short = draw.wrap(ctx, label, 230, 1)[0];
      const box = place(ctx, layout, curve(layout, line, i), short, taken, touches(line));
      if (box) said.push({ box, text: short, colour: data.layers[line.kind].colour });
    });
    labels = { layout, all: said };
    return said;
  }

  function pill(ctx, box, text, ink, ground, size, weight) {
    draw.frame(ctx, box[0], box[1], box[2] - box[0], box[3] - box[1], 5);
    ctx.fillStyle = ground; ctx.fill();
    ctx.strokeStyle = ink; ctx.lineWidth = 1; ctx.stroke();
    ctx.textAlign = "left"; ctx.textBaseline = "top";
    ctx.font = weight + size + "px " + draw.font;
    ctx.fillStyle = ink;
    ctx.fillText(text, box[0] + 5, box[1] + (box[3] - box[1] - size) / 2);
  }

  function said(ctx, layout, scale) {
    if (scale < 0.5) return;
    words(ctx, layout).forEach((one) => pill(ctx, one.box, one.text, one.colour, "#fff", 12, ""));
  }

  // The links of what lies over the map, each with its words and their place.
  function linked(ctx, layout, scale) {
    const size = Math.min(28, Math.max(13, 11 / scale));
    if (!data.over) return [];
    if (placed && placed.layout === layout && placed.size === size) return placed.all;
    const taken = [];
    ctx.font = "600 " + size + "px " + draw.font;
    const all = data.over.links.filter(there).map((line, i) => {
      const at = curve(layout, line, i, true);
      const words = [line.number === null ? "" : line.number + ".", line.text].filter(Boolean).join(" ");
      const short = words && draw.wrap(ctx, words, 230 * size / 13, 1)[0];
      const box = words && place(ctx, layout, at, short, taken, true);
      if (box) { box[1] -= (size - 13) / 2; box[3] += (size - 13) / 2; }
      return { line, at, short, box: box || [0, 0, 0, 0] };
    });
    placed = { layout, size, all };
    return all;
  }

  function links(ctx, layout, scale) {
    const all = linked(ctx, layout, scale);
    all.forEach(({ line, at }) => {
      const broken = line.tone === "bad" ? [9, 5] : [];
      stroke(ctx, at, "#fff", 8, [], false);
      stroke(ctx, at, draw.tones[line.tone][0], 4, broken, line.number !== null); // only an order has a direction
    });
    all.filter((one) => one.short && one.box[2]).forEach(({ line, short, box }) => {
      const [ink, ground] = draw.tones[line.tone];
      pill(ctx, box, short, ink, ground, placed.size, "600 ");
    });
  }

  // Who is directly connected with a card by any relation, the card itself among them.
  function around(id) {
    const near = new Set([id]);
    [...data.relations, ...data.layouts[0].lines].forEach((line) => {
      if (line.from === id) near.add(line.to);
      if (line.to === id) near.add(line.from);
    });
    return near;
  }

  return { parts, relations, said, links, around, forget: () => { labels = null; placed = null; } };
};
