// A stand-in for a canvas that records SVG: shapes as paths, text as text. It knows what draw.js and map-lines.js use.
// Elements are made one by one, so nothing in a label is ever read as markup.
window.oporaSvg = function (width, height) {
  "use strict";
  const NS = "http://www.w3.org/2000/svg";
  const gauge = document.createElement("canvas").getContext("2d"); // knows how wide a text is
  const root = document.createElementNS(NS, "svg");
  root.setAttribute("xmlns", NS);
  root.setAttribute("viewBox", "0 0 " + width + " " + height);
  root.setAttribute("width", width);
  root.setAttribute("height", height);
  const round = (n) => Math.round(n * 100) / 100;
  let path = [];
  let last = [0, 0];
  let move = [0, 0, 1]; // shift and scale
  let dashes = [];
  const kept = [];
  const ctx = {
    fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, globalAlpha: 1, textAlign: "left", textBaseline: "top",
    font: "12px sans-serif", direction: "ltr",
  };
  const at = (x, y) => round(move[0] + x * move[2]) + " " + round(move[1] + y * move[2]);

  function put(name, attributes) {
    const element = document.createElementNS(NS, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    if (ctx.globalAlpha < 1) element.setAttribute("opacity", ctx.globalAlpha);
    root.append(element);
    return element;
  }

  return Object.assign(ctx, {
    element: root,
    measureText(text) { gauge.font = ctx.font; return gauge.measureText(text); },
    save() { kept.push({ move: [...move], dashes, ...Object.fromEntries(["fillStyle", "strokeStyle", "lineWidth", "globalAlpha", "font"].map((k) => [k, ctx[k]])) }); },
    restore() { const { move: m, dashes: d, ...rest } = kept.pop(); move = m; dashes = d; Object.assign(ctx, rest); },
    translate(x, y) { move = [move[0] + x * move[2], move[1] + y * move[2], move[2]]; },
    scale(by) { move[2] *= by; },
    setLineDash(list) { dashes = list; },
    beginPath() { path = []; },
    moveTo(x, y) { path.push("M" + at(x, y)); last = [x, y]; },
    lineTo(x, y) { path.push("L" + at(x, y)); last = [x, y]; },
    bezierCurveTo(a, b, c, d, x, y) { path.push("C" + at(a, b) + " " + at(c, d) + " " + at(x, y)); last = [x, y]; },
    closePath() { path.push("Z"); },
    arc(x, y, r) { path.push("M" + at(x - r, y) + "a" + r + " " + r + " 0 1 0 " + 2 * r + " 0a" + r + " " + r + " 0 1 0 " + -2 * r + " 0"); },
    // The corner at (x, y) on the way to (u, v), rounded; as on a canvas the path ends where the arc does.
    arcTo(x, y, u, v, r) {
      const towards = (p, q) => Math.hypot(q[0] - p[0], q[1] - p[1]) || 1;
      const corner = [x, y];
      const in_ = Math.min(r, towards(corner, last)) / towards(corner, last);
      const out = Math.min(r, towards(corner, [u, v])) / towards(corner, [u, v]);
      const a = [x + (last[0] - x) * in_, y + (last[1] - y) * in_];
      const b = [x + (u - x) * out, y + (v - y) * out];
      path.push("L" + at(...a) + "Q" + at(x, y) + " " + at(...b));
      last = b;
    },
    fill() { put("path", { d: path.join(""), fill: ctx.fillStyle }); },
    stroke() {
      const line = { d: path.join(""), fill: "none", stroke: ctx.strokeStyle, "stroke-width": round(ctx.lineWidth * move[2]) };
      put("path", dashes.length ? { ...line, "stroke-dasharray": dashes.join(" ") } : line);
    },
    fillPath(d) { put("path", { d, fill: ctx.fillStyle, transform: "translate(" + at(0, 0) + ") scale(" + round(move[2] * 1000) / 1000 + ")" }); },
    fillRect(x, y, w, h) { put("rect", { x: round(move[0] + x * move[2]), y: round(move[1] + y * move[2]), width: round(w * move[2]), height: round(h * move[2]), fill: ctx.fillStyle }); },
    fillText(text, x, y) {
      const [, weight, size, family] = ctx.font.match(/^(?:(\d+) )?([\d.]+)px (.*)$/);
      const [left, top] = at(x, y + size * 0.86).split(" ");
      const element = put("text", { x: left, y: top, fill: ctx.fillStyle, "font-size": size * move[2], "font-family": family });
      if (weight) element.setAttribute("font-weight", weight);
      element.textContent = text;
    },
  });
};
