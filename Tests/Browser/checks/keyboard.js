// The Tab key, pressed from outside by the browser's own input; here, what it does is watched.
(() => {
  const reach = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex], "
    + "[contenteditable], audio[controls], video[controls]";
  const tabbable = () => [...document.querySelectorAll(reach)].filter((e) => e.tabIndex >= 0 && !e.disabled && !e.closest("[inert]")
    && e.checkVisibility({ visibilityProperty: true }) && !(e.type === "radio" && !e.checked));
  const parts = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "color", "borderTopColor",
    "borderBottomColor", "borderTopWidth", "borderBottomWidth", "textDecorationLine", "textDecorationThickness"];
  const look = (e) => { const style = getComputedStyle(e); return Object.fromEntries(parts.map((p) => [p, style[p]])); };
  const shadowColours = (shadow) => (shadow === "none" ? [] : shadow.match(/(?:rgba?|color|oklch|oklab|lab|lch|hsla?)\([^)]*\)/g) ?? []);

  // How well the mark of focus is seen: its contrast with what is around it, or with what was there before.
  const mark = (e, was) => {
    const now = look(e), outside = audit.ground(e.parentElement ?? e), inside = audit.ground(e);
    if (now.outlineStyle === "auto") return Infinity;
    let best = 0;
    const ring = now.outlineStyle !== "none" && parseFloat(now.outlineWidth) >= 1;
    const against = parseFloat(getComputedStyle(e).outlineOffset) < 0 ? inside : outside;
    if (ring) best = audit.contrast(audit.colour(now.outlineColor), against);
    const shadows = now.boxShadow !== was.boxShadow ? shadowColours(now.boxShadow) : [];
    for (const c of shadows) best = Math.max(best, audit.contrast(audit.colour(c), outside));
    for (const p of ["backgroundColor", "borderTopColor", "borderBottomColor"]) {
      if (now[p] === was[p]) continue;
      const before = audit.colour(was[p]);
      best = Math.max(best, audit.contrast(audit.colour(now[p]), before[3] === 1 ? before : outside));
    }
    for (const p of ["borderTopWidth", "borderBottomWidth"]) {
      const colour = audit.colour(now[p.replace("Width", "Color")]);
      if (parseFloat(now[p]) > parseFloat(was[p])) best = Math.max(best, audit.contrast(colour, outside));
    }
    const underlined = now.textDecorationLine !== was.textDecorationLine && now.textDecorationLine !== "none";
    if (underlined) best = Math.max(best, audit.contrast(audit.colour(now.color), inside));
    return best;
  };

  // Whether h hides what is below it: it, or what it stands in, paints something. Empty space around a neighbour hides nothing.
  const covers = (h, e) => {
    if (h.contains(e) || e.contains(h) || h.closest("label")?.contains(e)) return false;
    for (let x = h; x && !x.contains(e); x = x.parentElement) {
      const style = getComputedStyle(x);
      if (audit.colour(style.backgroundColor)[3] > 0.1 || style.backgroundImage !== "none") return true;
      if (/^(img|svg|canvas|video|iframe)$/i.test(x.tagName)) return true;
    }
    return false;
  };

  // Called as the next key goes down, when the browser has done all that the key before brought about: focus, style, scrolling.
  const watch = () => {
    const e = document.activeElement, pass = audit.pass;
    if (!pass.begun) { pass.begun = true; return; }
    if (!e || e === document.body || e === document.documentElement) { pass.order.push(null); return; }
    pass.order.push(e);
    if (pass.seen.has(e)) return;
    pass.seen.add(e);
    audit.restful();
    const boxes = [...e.getClientRects()].filter((r) => r.width > 0 && r.height > 0);
    const box = boxes.find((r) => r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth);
    if (!box || box.width <= 1 || box.height <= 1) {
      audit.report("focus-off-screen", `has the focus, but is not in view ${pass.state}`, e);
      return;
    }
    const left = Math.max(box.left, 0) + 2, right = Math.min(box.right, innerWidth) - 2;
    const top = Math.max(box.top, 0) + 2, bottom = Math.min(box.bottom, innerHeight) - 2;
    const points = [[(left + right) / 2, (top + bottom) / 2], [left, top], [right, top], [left, bottom], [right, bottom]];
    const over = points.map(([x, y]) => document.elementFromPoint(x, y)).filter((h) => h && covers(h, e));
    // What is higher than the room that something pinned leaves free (a long table that scrolls) cannot be seen whole.
    const pinned = over.find((h) => audit.pinned(h));
    const tall = box.height + (pinned ? pinned.getBoundingClientRect().height : 0) > innerHeight - 16;
    const below = over.length ? `${audit.selector(over[0])} ${pass.state}` : "";
    if (over.length === points.length) audit.report("focus-hidden", `has the focus, but lies wholly below ${below}`, e);
    else if (over.length && !tall) audit.report("focus-partly-hidden", `has the focus, but lies partly below ${below}`, e);
    const was = pass.before.get(e) ?? look(e), around = e.parentElement && pass.before.get(e.parentElement);
    const strength = Math.max(mark(e, was), around ? mark(e.parentElement, around) : 0);
    if (strength === 0) audit.report("focus-not-visible", `looks the same with and without the focus ${pass.state}`, e);
    else if (strength < 3) audit.report("focus-faint", `its mark has a contrast of ${strength.toFixed(2)}, less than 3 ${pass.state}`, e);
  };

  const toTheStart = () => {
    if (location.hash) history.replaceState(null, "", location.pathname);
    document.activeElement?.blur?.();
    const start = document.createElement("span");
    start.tabIndex = -1;
    document.documentElement.prepend(start); // not in the body, where it would be the first of its kind
    start.focus();
    start.remove();
    scrollTo(0, 0);
  };

  audit.keyboardStart = (state) => {
    toTheStart();
    const all = tabbable(), before = new Map();
    for (const e of all) for (const x of [e, e.parentElement]) if (!before.has(x)) before.set(x, look(x));
    audit.pass = { state, all, before, seen: new Set(), order: [], watch };
    addEventListener("keydown", watch, true);
    return all.length;
  };

  audit.keyboardEnd = () => {
    const { state, all, seen, order, watch } = audit.pass;
    watch();
    removeEventListener("keydown", watch, true);
    audit.pass = undefined;
    for (let i = 1; i < order.length; i++) {
      const [a, b] = [order[i - 1], order[i]];
      if (!a || !b) break;
      if (a === b || (order.indexOf(b) < i && all.some((e) => !seen.has(e)))) {
        audit.report("keyboard-trap", `Tab does not get past it ${state}`, b);
        break;
      }
      if (order.indexOf(b) < i) break; // once around
      if (!(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING)) {
        audit.report("focus-order", `comes after ${audit.selector(a)} by Tab, before it in the document ${state}`, b);
        break;
      }
    }
    for (const e of all) if (!seen.has(e) && e.isConnected) audit.report("not-reached", `Tab never gets to it ${state}`, e);
    document.activeElement?.blur?.();
    scrollTo(0, 0);
    return seen.size;
  };

  // The skip link: first, leads into the main part, and Tab then goes on from there. Pressed are Tab, Enter and Tab.
  audit.skipStart = () => {
    toTheStart();
    audit.skip = { first: undefined };
    addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      audit.skip.first = document.activeElement;
      if (!audit.skip.first.getAttribute("href")?.startsWith("#")) event.preventDefault(); // no skip link: stay on the page
    }, true);
  };
  audit.skipEnd = () => {
    const first = audit.skip.first, id = first?.getAttribute?.("href") ?? "";
    const target = /^#./.test(id) ? document.getElementById(decodeURIComponent(id.slice(1))) : null;
    const main = document.querySelector("main, [role=main]");
    if (!target || !main || !(main.contains(target) || target.contains(main))) {
      audit.report("skip-link", "the first thing that Tab reaches does not lead to the main part", first === document.body ? null : first);
      return;
    }
    const e = document.activeElement;
    const ahead = (x) => x !== document.body
      && (target.contains(x) || Boolean(target.compareDocumentPosition(x) & Node.DOCUMENT_POSITION_FOLLOWING));
    if (!ahead(e) && tabbable().some(ahead)) audit.report("skip-link", "the next Tab after following it is not in the main part", target);
  };
})();
