// What the other checks share. Everything hangs on one name, so that a page's own scripts are not disturbed.
var audit = window.tidingsAudit = {};
(() => {
  // A short path that finds an element again: from the nearest id, with classes and a place among its kind.
  audit.selector = (element) => {
    const steps = [];
    for (let e = element; e && e.nodeType === 1 && e !== document.body; e = e.parentElement) {
      if (e.id) { steps.unshift("#" + CSS.escape(e.id)); break; }
      const kin = e.parentElement ? [...e.parentElement.children].filter((k) => k.tagName === e.tagName) : [e];
      const name = e.tagName.toLowerCase() + [...e.classList].slice(0, 2).map((c) => "." + CSS.escape(c)).join("");
      steps.unshift(kin.length > 1 && !e.classList.length ? `${name}:nth-of-type(${kin.indexOf(e) + 1})` : name);
    }
    return steps.slice(-4).join(" > ") || "body";
  };

  audit.shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  // There for screen readers only: clipped to nothing, or to a pixel.
  const clipped = (e) => {
    const style = getComputedStyle(e);
    if (/inset\((50|100)%/.test(style.clipPath) || /rect\((0|1)px,? (0|1)px,? (0|1)px,? (0|1)px\)/.test(style.clip)) return true;
    return style.overflowX !== "visible" && e.clientWidth <= 1 && e.clientHeight <= 1 && style.display !== "inline";
  };
  // Whether this holds of an element or of one around it; what is known already may be given, for as long as nothing changes.
  const within = (holds) => function look(element, known) {
    if (!element) return false;
    if (known?.has(element)) return known.get(element);
    const answer = holds(element) || look(element.parentElement, known);
    known?.set(element, answer);
    return answer;
  };
  audit.unseen = within((e) => e !== document.documentElement && clipped(e));
  audit.pinned = within((e) => /fixed|sticky/.test(getComputedStyle(e).position));

  // Each line of text that is painted: where it stands on the page, and the element it belongs to.
  audit.lines = () => {
    const found = [], known = new Map(), hidden = new Map(), range = document.createRange();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = walk.currentNode, parent = node.parentElement;
      if (!node.data.trim() || /^(script|style|noscript|template|title|desc)$/i.test(parent.tagName)) continue;
      if (!known.has(parent)) known.set(parent, audit.shown(parent) && !audit.unseen(parent, hidden));
      if (!known.get(parent)) continue;
      range.selectNodeContents(node);
      for (const r of range.getClientRects()) {
        if (r.width < 1 || r.height < 1) continue;
        found.push({ node, parent, left: r.left + scrollX, right: r.right + scrollX, top: r.top + scrollY, bottom: r.bottom + scrollY });
      }
    }
    return found;
  };

  // Colours as the browser resolves them, by WCAG's formulas.
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d", { willReadFrequently: true }), colours = new Map();
  audit.colour = (text) => {
    if (!colours.has(text)) {
      const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text);
      if (plain) colours.set(text, [+plain[1], +plain[2], +plain[3], plain[4] === undefined ? 1 : +plain[4]]);
      else {
        brush.clearRect(0, 0, 1, 1);
        brush.fillStyle = text;
        brush.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
        colours.set(text, [r, g, b, a / 255]);
      }
    }
    return colours.get(text);
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  audit.ground = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const colour = audit.colour(getComputedStyle(e).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    if (layers.length === 1 && layers[0][3] === 1) return layers[0];
    const dark = /dark/.test(getComputedStyle(document.documentElement).colorScheme) && matchMedia("(prefers-color-scheme: dark)").matches;
    return layers.reduceRight((below, top) => over(top, below), dark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  audit.contrast = (colour, ground) => {
    const [a, b] = [luminance(over(colour, ground)), luminance(ground)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  // Less than this contrast, by the colours of the text and of what it stands in; for text in a drawing, of what that stands in.
  audit.faintText = (e, wanted) => {
    const style = getComputedStyle(e), size = parseFloat(style.fontSize), bold = parseInt(style.fontWeight) >= 700;
    const large = size >= 24 || (size >= 18.66 && bold);
    const ratio = audit.contrast(audit.colour(e instanceof SVGElement ? style.fill : style.color), audit.ground(e));
    const least = large ? (wanted === 7 ? 4.5 : 3) : wanted;
    return ratio < least ? `text has a contrast of ${ratio.toFixed(2)}, less than ${least}` : null;
  };

  audit.faintTexts = (state) => {
    for (const e of new Set(audit.lines().map((line) => line.parent))) {
      const [aa, aaa] = [audit.faintText(e, 4.5), audit.faintText(e, 7)];
      if (aa ?? aaa) audit.report(aa ? "color-contrast" : "color-contrast-enhanced", `${aa ?? aaa} ${state}`, e);
    }
  };

  audit.open = () => { for (const details of document.querySelectorAll("details")) details.open = true; };
  audit.restful = () => { for (const a of document.getAnimations()) { try { a.finish(); } catch { a.cancel(); } } };

  audit.found = [];
  audit.report = (rule, what, element) => audit.found.push([rule, what, element ? audit.selector(element) : "html"]);
  audit.collect = () => audit.found.splice(0);
})();
