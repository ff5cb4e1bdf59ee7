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

// Offers this page in the language that the browser prefers, where there is one, until the reader closes the offer.
// Nothing is sent anywhere; without this script the list of languages at the top of the page leads there as well.
addEventListener("DOMContentLoaded", () => {
  const key = "editions-offer-closed";
  try { if (localStorage.getItem(key)) return; } catch { return; }
  const list = document.querySelector(".languages[data-close]");
  if (!list) return;
  const links = [...list.querySelectorAll("a")];
  const language = (link) => (link.lang || link.hreflang).toLowerCase();
  const matches = (link, wanted) => {
    const have = language(link), want = wanted.toLowerCase();
    return have === want || have.split("-")[0] === want.split("-")[0];
  };
  const preferred = (navigator.languages || []).find((wanted) => links.some((link) => matches(link, wanted)));
  if (!preferred) return;
  const link = links.find((link) => language(link) === preferred.toLowerCase()) || links.find((link) => matches(link, preferred));
  // One with a note leads to a page that is not translated.
  if (link.ariaCurrent || link.querySelector(".note") || links.some((other) => other.ariaCurrent && matches(other, preferred))) return;
  const name = link.textContent, closing = list.dataset.close.split("|")[links.indexOf(link)];
  const dir = link.dir || document.documentElement.dir;
  const offer = Object.assign(document.createElement("aside"), { className: "offer", lang: link.lang, dir, ariaLabel: name });
  const target = Object.assign(document.createElement("a"), { href: link.href, textContent: name });
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "✕", title: closing, ariaLabel: closing });
  close.addEventListener("click", () => {
    offer.remove();
    try { localStorage.setItem(key, "1"); } catch { /* closed for this page only */ }
  });
  offer.append(target, close);
  document.body.append(offer);
});
