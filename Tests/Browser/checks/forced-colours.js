// Forced colours, where the browser replaces the page's colours by the reader's own few. axe's contrast rules have no
// meaning there; what can go wrong is that a mark made of a background vanishes, that a colour kept by the page does not
// stand out from the reader's ground, or that focus was shown by a shadow or a background alone.
(() => {
  const painted = (style) => audit.colour(style.backgroundColor)[3] > 0.05 || style.backgroundImage !== "none";
  const bordered = (style) => ["Top", "Right", "Bottom", "Left"].some((s) =>
    parseFloat(style[`border${s}Width`]) > 0 && style[`border${s}Style`] !== "none" && audit.colour(style[`border${s}Color`])[3] > 0)
    || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
  const drawn = /^(img|svg|canvas|video|iframe|input|select|textarea|button|br|hr|progress|meter)$/i;
  const empty = (e) => !e.childElementCount && !e.textContent.trim() && !drawn.test(e.tagName);

  // Before colours are forced: the marks that only a background makes.
  audit.marksBefore = () => {
    audit.marks = [];
    for (const e of document.body.querySelectorAll("*")) {
      if (e instanceof SVGElement || !audit.shown(e) || audit.unseen(e)) continue;
      const ground = audit.ground(e.parentElement);
      const differs = (style) => style.backgroundImage !== "none" || audit.contrast(audit.colour(style.backgroundColor), ground) > 1.3;
      const style = getComputedStyle(e), box = e.getBoundingClientRect();
      const mark = painted(style) && !bordered(style) && differs(style);
      if (mark && empty(e) && box.width >= 2 && box.height >= 2) audit.marks.push([e, null]);
      for (const pseudo of ["::before", "::after"]) {
        const s = getComputedStyle(e, pseudo);
        if (s.content !== '""' && s.content !== "normal" && s.content !== "none" && s.content !== '" "') continue;
        if (s.content === "normal" || s.content === "none" || s.display === "none") continue;
        const width = parseFloat(s.width), height = parseFloat(s.height);
        if (width < 2 || height < 2 || s.visibility !== "visible") continue;
        if (painted(s) && !bordered(s) && differs(s)) audit.marks.push([e, pseudo]);
      }
    }
  };

  audit.forcedColours = () => {
    for (const [e, pseudo] of audit.marks) {
      const style = getComputedStyle(e, pseudo), own = audit.colour(style.backgroundColor);
      if (style.display === "none" || style.visibility !== "visible" || bordered(style)) continue;
      if (style.backgroundImage !== "none" && style.backgroundImage.startsWith("url(")) continue; // pictures stay
      if (audit.contrast(own, audit.ground(pseudo ? e : e.parentElement)) >= 3) continue;
      audit.report("forced-colours-mark", `a mark${pseudo ? ` ${pseudo}` : ""} made of a background alone vanishes`, e);
    }
    const told = new Set();
    for (const { parent } of audit.lines()) {
      if (told.has(parent)) continue;
      told.add(parent);
      const what = audit.faintText(parent, 4.5);
      if (what) audit.report("forced-colours-text", what, parent);
    }
    const drawnByBrowser = "[type=hidden], [type=checkbox], [type=radio], [type=range], [type=color], [type=file]";
    for (const e of document.querySelectorAll(`button, input:not(${drawnByBrowser}), select, textarea`)) {
      if (audit.shown(e) && !bordered(getComputedStyle(e))) audit.report("forced-colours-control", "a control without an edge", e);
    }
    for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
      if (!audit.shown(e) || e.disabled) continue;
      e.focus({ preventScroll: true, focusVisible: true });
      if (document.activeElement !== e) continue;
      const seen = [e, e.parentElement].some((x) => {
        const style = getComputedStyle(x);
        return style.outlineStyle === "auto" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
          && audit.contrast(audit.colour(style.outlineColor), audit.ground(x.parentElement ?? x)) >= 3);
      });
      if (!seen) audit.report("forced-colours-focus", "no outline shows the focus; a shadow or a background does not survive", e);
    }
    document.activeElement?.blur?.();
  };
})();
