// The page as a document: language, direction, headings, title, layout shift, and what there is to read and follow.
(() => {
  const rightToLeft = /^(ar|arc|ckb|dv|fa|he|ks|nqo|ps|sd|syr|ug|ur|yi)(-|$)|-(Arab|Hebr)/i;

  audit.document = (edition) => {
    const html = document.documentElement;
    if (edition && html.lang !== edition) audit.report("language", `lang is “${html.lang}”, but the page is in the edition “${edition}”`);
    const wanted = rightToLeft.test(html.lang) ? "rtl" : "ltr";
    const dir = html.getAttribute("dir") ?? "", runs = getComputedStyle(document.body).direction;
    if (dir !== wanted) audit.report("direction", `dir is “${dir}”, but “${html.lang}” is written ${wanted}`);
    else if (runs !== wanted) audit.report("direction", `the text does not run ${wanted}`, document.body);
    const headings = [...document.querySelectorAll("h1, [role=heading][aria-level='1']")].filter(audit.shown);
    if (headings.length !== 1) audit.report("one-h1", `${headings.length} headings of the first level`, headings[1] ?? document.body);
    return document.title.trim();
  };

  audit.shifts = () => {
    const sum = tidingsShift.reduce((sum, s) => sum + s.value, 0), node = tidingsShift.find((s) => s.node)?.node;
    const element = node?.nodeType === 1 ? node : node?.parentElement;
    if (sum > 0) audit.report("layout-shift", `content moved while loading, by ${sum.toFixed(4)}`, element);
  };

  // What a visitor can read in the main part, and every place that links lead to. On a page of choices, a script may show or hide by
  // `hidden` what is about choices that need it; such words are taken as shown, and must be there without scripts all the same.
  audit.content = () => {
    const main = document.querySelector("main, [role=main]") ?? document.body, words = [];
    const choices = main.querySelector("input, select, textarea");
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement;
      if (/^(script|style|noscript|template)$/i.test(parent.tagName)) continue;
      if (!audit.shown(parent) && !(choices && parent.closest("[hidden]"))) continue;
      words.push(walk.currentNode.data);
    }
    const links = [...document.querySelectorAll("a[href]")].filter(audit.shown).map((a) => a.href.replace(location.origin, ""));
    return { text: words.join(" ").replace(/\s+/g, " ").trim(), links: [...new Set(links)] };
  };
})();
