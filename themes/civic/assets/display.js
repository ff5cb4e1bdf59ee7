// Shows every page as its reader set it on the display page; runs in the head, before anything is shown.
// The choices stay in the browser. Without this script they hold on the display page alone, colours follow the system,
// and every page works.
(() => {
  const key = "display", root = document.documentElement;
  const kept = () => { try { return localStorage.getItem(key) || ""; } catch { return ""; } };
  const keep = (choices) => { try { localStorage.setItem(key, choices); return true; } catch { return false; } };

  // A theme writes its colours once, for those who prefer dark. Who chose here makes those rules hold, or not.
  const queries = new Map();
  const colour = (scheme) => {
    if (!scheme && !queries.size) return;
    for (const sheet of document.styleSheets) {
      let rules;
      try { rules = sheet.cssRules; } catch { continue; }
      for (const rule of rules) {
        if (!rule.media) continue;
        const query = queries.get(rule) || rule.media.mediaText;
        if (!query.includes("prefers-color-scheme")) continue;
        queries.set(rule, query);
        rule.media.mediaText = !scheme ? query : query.replace(/\(prefers-color-scheme: (light|dark)\)/g,
          (_, wanted) => wanted === scheme ? "(min-width: 0px)" : "(max-width: 0px)");
      }
    }
    // Where a page is a file on disk, browsers let no script at the rules; then all stays as the system has it.
    root.style.colorScheme = queries.size && scheme || "";
  };
  const show = (choices) => {
    if (choices) root.dataset.display = choices; else delete root.dataset.display;
    colour((/colours-(light|dark)/.exec(choices) || [])[1]);
  };

  show(kept());
  addEventListener("pageshow", (event) => { if (event.persisted) show(kept()); });
  addEventListener("storage", (event) => { if (event.key === key) show(kept()); });

  addEventListener("DOMContentLoaded", () => {
    const panel = document.querySelector(".display");
    if (!panel) return;
    for (const set of panel.querySelectorAll("fieldset")) set.hidden = false;
    const choices = kept();
    if (keep(choices)) for (const note of panel.querySelectorAll(".kept")) note.hidden = !note.hidden;
    for (const input of panel.querySelectorAll("input")) {
      const group = choices.split(" ").find((choice) => choice.startsWith(input.name + "-"));
      input.checked = group ? group === input.id : input.defaultChecked;
    }
    panel.addEventListener("change", () => {
      const chosen = [...panel.querySelectorAll(":checked")].filter((input) => !input.defaultChecked).map((input) => input.id).join(" ");
      keep(chosen);
      show(chosen);
    });
  });
})();
