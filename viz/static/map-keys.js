// The map by keyboard: arrows move between cards, Enter opens one, Space its menu; plus, minus, 0 and 1 scale.
(function () {
  "use strict";
  const map = window.oporaMap;
  const { scene, holder } = map;
  const said = document.getElementById("map-said");
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function to(id) {
    scene.cursor = id;
    map.redraw();
    const node = map.data.nodes[id];
    said.textContent = node.title.replace("\n", ", ") + ", " + node.facts;
    map.bring(id);
  }

  // The nearest card in that direction; what lies aside counts thrice.
  function next([dx, dy]) {
    const at = map.layout.at;
    const [x, y] = at[scene.cursor];
    let best = null;
    at.forEach(([ax, ay], id) => {
      const along = (ax - x) * dx + (ay - y) * dy;
      if (along < 8 || scene.gone.has(id)) return;
      const cost = along + 3 * (Math.abs((ax - x) * dy) + Math.abs((ay - y) * dx));
      if (!best || cost < best.cost) best = { id, cost };
    });
    return best ? best.id : scene.cursor;
  }

  function start() {
    if (scene.cursor !== null || !map.layout) return;
    to(scene.chosen === null ? 0 : scene.chosen);
  }
  holder.addEventListener("focus", () => { if (holder.matches(":focus-visible")) start(); });
  holder.addEventListener("blur", () => { scene.cursor = null; map.redraw(); });
  holder.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key;
    if (ways[key]) { if (scene.cursor === null) start(); else to(next(ways[key])); }
    else if (key === "Enter") {
      start();
      const node = map.data.nodes[scene.cursor];
      if (node.members) map.act("open", scene.cursor);
      else map.open(node.ref, false).then(() => document.getElementById("card-body").focus({ preventScroll: true }));
    } else if (key === " " || key === "ContextMenu") { start(); map.menu(scene.cursor); }
    else if (key === "+" || key === "=") map.zoom(1.25);
    else if (key === "-") map.zoom(0.8);
    else if (key === "0") map.fitTo(true);
    else if (key === "1") map.fitTo(false);
    else return;
    event.preventDefault();
  });
  // From a card the key Escape leads back to the map.
  document.getElementById("card-body").addEventListener("keydown", (event) => {
    if (event.key === "Escape") holder.focus({ preventScroll: true });
  });
})();
