// Reflow, text spacing, text over text, scrolling regions and the size of targets, at whatever width the window has.
(() => {
  const scrolls = (style) => /auto|scroll/.test(style.overflowX) || /auto|scroll/.test(style.overflowY);

  // The nearest ancestors that cut off what stands outside them, up to one that can be scrolled.
  const cutters = (element, known) => {
    if (!element || element === document.body || element === document.documentElement) return { cut: [], scroller: null };
    if (known.has(element)) return known.get(element);
    const style = getComputedStyle(element);
    let answer;
    if (scrolls(style) && style.display !== "inline") answer = { cut: [], scroller: element };
    else {
      const above = style.position === "fixed" ? { cut: [], scroller: null } : cutters(element.parentElement, known);
      const cuts = /hidden|clip/.test(style.overflowX + style.overflowY) && style.display !== "inline" && !(element instanceof SVGElement);
      answer = cuts ? { cut: [element, ...above.cut], scroller: above.scroller } : above;
    }
    known.set(element, answer);
    return answer;
  };

  // As the page is, and again with the reader's own spacing, which is only told of what was well before. state says where,
  // in words: “at 320 px”.
  audit.layout = (state) => {
    const told = new Set();
    look(state, { reflow: "reflow", clipped: "clipped", overlap: "overlap" }, told);
    audit.spacing(true);
    look(`${state} with text spacing`, { reflow: "text-spacing", clipped: "text-spacing", overlap: "text-spacing" }, told);
    audit.spacing(false);
  };

  const look = (state, rules, told) => {
    const root = document.documentElement, wide = root.clientWidth, lines = audit.lines(), known = new Map(), pinned = new Map();
    const once = (rule, what, e) => { if (told.size < 60 && !told.has(e)) { told.add(e); audit.report(rule, `${what} ${state}`, e); } };
    const over = root.scrollWidth - root.clientWidth;
    let culprit = null;
    for (const line of lines) {
      const { cut, scroller } = cutters(line.parent, known);
      if (!scroller && (line.right > wide + 1 || line.left < -1) && !audit.pinned(line.parent, pinned)) {
        culprit ??= line.parent;
        if (over <= 1) once(rules.reflow, "text is cut off at the window's edge", line.parent);
      }
      for (const box of cut) {
        const b = box.getBoundingClientRect(), style = getComputedStyle(box);
        const x = /hidden|clip/.test(style.overflowX) && (line.left < b.left + scrollX - 1 || line.right > b.right + scrollX + 1);
        const y = /hidden|clip/.test(style.overflowY) && (line.top < b.top + scrollY - 3 || line.bottom > b.bottom + scrollY + 3);
        if (x || y) once(rules.clipped, "text is cut off by its box", box);
      }
    }
    if (over > 1 && !told.has(root)) {
      told.add(root);
      culprit ??= [...document.body.querySelectorAll("*")].findLast((e) => {
        const b = e.getBoundingClientRect();
        return b.width > 0 && (b.right > wide + 1 || b.left < -1) && audit.shown(e) && !cutters(e.parentElement, known).scroller;
      });
      audit.report(rules.reflow, `the page scrolls sideways by ${over} px ${state}`, culprit ?? document.body);
    }

    // Text over text: more than half of a line's height, more than two pixels of its width.
    lines.sort((a, b) => a.top - b.top);
    const still = lines.filter((l) => !audit.pinned(l.parent, pinned));
    for (let i = 0; i < still.length; i++) {
      for (let j = i + 1; j < still.length && still[j].top < still[i].bottom; j++) {
        const a = still[i], b = still[j];
        if (a.node === b.node) continue;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - b.top;
        if (across <= 2 || down <= 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top)) continue;
        if (cutters(a.parent, known).scroller !== cutters(b.parent, known).scroller) continue;
        once(rules.overlap, `text lies over “${a.node.data.trim().slice(0, 30)}”`, b.parent);
      }
    }
  };

  audit.spacing = (on) => {
    audit.sheet ??= new CSSStyleSheet();
    // WCAG 1.4.12 asks of a script only what it has: letters of Arabic join, and spacing would take them apart.
    audit.sheet.replaceSync(!on ? "" : `
      * { line-height: 1.5 !important; word-spacing: 0.16em !important }
      *:not(:lang(ar, fa, ur, ckb, ps, ug)) { letter-spacing: 0.12em !important }
      p { margin-block-end: 2em !important }`);
    if (!document.adoptedStyleSheets.includes(audit.sheet)) document.adoptedStyleSheets.push(audit.sheet);
  };

  // What scrolls by itself must be reached by keyboard, and say what it is.
  audit.regions = (state) => {
    for (const e of document.body.querySelectorAll("*")) {
      if (e instanceof SVGElement) continue;
      const style = getComputedStyle(e);
      const across = /auto|scroll/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
      const down = /auto|scroll/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1;
      if (!(across || down) || !audit.shown(e) || audit.unseen(e) || /^(textarea|select|input)$/i.test(e.tagName)) continue;
      const label = (e.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
        .map((id) => document.getElementById(id)?.textContent ?? "").join(" ") + (e.getAttribute("aria-label") ?? "");
      const has = [e.hasAttribute("tabindex") && e.tabIndex >= 0 ? "" : "no tabindex",
        e.getAttribute("role") || /^(section|nav|aside)$/i.test(e.tagName) ? "" : "no role", label.trim() ? "" : "no name"].filter(Boolean);
      if (has.length) audit.report("scroll-region", `scrolls by itself ${state}, but has ${has.join(", ")}`, e);
    }
  };

  // WCAG 2.5.5, level AAA: 44 px, save for links inside sentences. (24 px, 2.5.8, is axe's target-size.)
  audit.targets = (state) => {
    const count = { large: 0, inline: 0, small: 0 };
    const all = document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden]), "
      + "[role=button], [role=link]");
    for (const e of all) {
      if (!audit.shown(e) || audit.unseen(e) || e.disabled) continue;
      const box = (e.labels?.[0] ?? e).getBoundingClientRect();
      if (box.width >= 43.5 && box.height >= 43.5) { count.large++; continue; }
      let block = e.parentElement;
      while (block && /^inline|contents/.test(getComputedStyle(block).display)) block = block.parentElement;
      const around = [...textsOf(block)].filter((t) => !t.parentElement.closest("a, button, summary"));
      if (/^inline$/.test(getComputedStyle(e).display) && around.some((t) => /[\p{L}\p{N}]/u.test(t.data))) { count.inline++; continue; }
      count.small++;
      audit.report("target-44", `${Math.round(box.width)} × ${Math.round(box.height)} px ${state}`, e);
    }
    return count;
  };
  function* textsOf(block) {
    const walk = document.createTreeWalker(block ?? document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) yield walk.currentNode;
  }
})();
