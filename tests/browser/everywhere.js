// What test_pages_everywhere.py asks of a page, as one object of functions.
({
  // What stands out of the page at its right: the innermost elements, without what scrolls in a region of its own.
  wider() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const scrolls = (e) => e && (getComputedStyle(e).overflowX !== "visible" || scrolls(e.parentElement));
    const out = [...document.body.querySelectorAll("*")].filter(
      (e) => e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement),
    );
    const inner = out.filter((e) => !out.some((o) => o !== e && e.contains(o)));
    return [`${document.documentElement.scrollWidth} px`, ...inner.slice(0, 5).map((e) => e.outerHTML.slice(0, 120))];
  },

  // Texts of the interface: labels, buttons, heads, names for reading aloud. Names of the data stand in <bdi>.
  said() {
    const own = "label, legend, button, summary, th[scope=col], thead th, .menu a, h1, h2, h3, caption, .take, footer";
    const text = (e) => {
      const copy = e.cloneNode(true);
      copy.querySelectorAll("bdi, [lang], select").forEach((data) => data.remove());
      return e.closest("bdi") ? "" : copy.textContent.trim();
    };
    const read = [...document.querySelectorAll("[placeholder], nav[aria-label], [role=group][aria-label]")];
    const aloud = read.flatMap((e) => [e.getAttribute("aria-label"), e.getAttribute("placeholder")]);
    return [...document.querySelectorAll(own)].map(text).concat(aloud).filter(Boolean);
  },

  // The width of a sheet of A4 less its margins, in CSS pixels; a page may ask for it to lie on its side.
  sheet() {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    return rules.some((rule) => rule instanceof CSSPageRule && /landscape/.test(rule.cssText)) ? 1032 : 718;
  },

  // What a sheet of paper shows and cannot use, and what it cuts off.
  printed() {
    const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 1;
    const told = (e) => e.outerHTML.slice(0, 120);
    const controls = [...document.querySelectorAll("button, input, select, textarea, .no-print, .skip, .menu")];
    const cut = (e) => {
      const held = getComputedStyle(e).overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1;
      return held && e.textContent.trim() && !e.closest("svg, .hidden-visually");
    };
    return {
      controls: controls.filter(seen).map(told),
      cut: [...document.querySelectorAll("main *")].filter((e) => seen(e) && cut(e)).map(told),
    };
  },

  // Where the Tab key stops; and of these what does not show that it has the focus, or has it out of sight.
  stops() {
    const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";
    const all = [...document.querySelectorAll(focusable)].filter(
      (e) => e.tabIndex >= 0 && !e.disabled && e.type !== "hidden" && e.checkVisibility({ visibilityProperty: true }),
    );
    const odd = [];
    const look = (s) => [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor, s.stroke].join();
    const tellOf = (e) => (what) => odd.push(`${what}: ${e.outerHTML.slice(0, 120)}`);
    all.filter((e) => e.tabIndex > 0).forEach((e) => tellOf(e)(`tabindex ${e.tabIndex}`));
    // Each look lays the page out anew: of very many stops every so many is looked at.
    const step = Math.ceil(all.length / 250);
    for (const e of all.filter((_, i) => i % step === 0 || i > all.length - 10)) {
      const tell = tellOf(e);
      document.activeElement.blur();
      const before = look(getComputedStyle(e));
      e.focus({ focusVisible: true });
      if (document.activeElement !== e) continue;
      if (look(getComputedStyle(e)) === before) tell("no sign of focus");
      const box = e.getBoundingClientRect();
      if (box.width < 1 || box.right < 0 || box.bottom + scrollY < 0) tell("out of sight");
    }
    return { count: all.length, odd };
  },

  // Where the focus is: place in the document, and whether one press of Tab may leave it there (a date has parts).
  focused() {
    const e = document.activeElement;
    return {
      place: [...document.querySelectorAll("*")].indexOf(e),
      html: e.outerHTML.slice(0, 80),
      parts: e.type === "date",
      content: Boolean(e.closest("main, footer")),
    };
  },
})
