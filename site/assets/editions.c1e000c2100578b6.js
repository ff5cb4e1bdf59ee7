// Offers this page in the language that the browser prefers, where there is one, until the reader closes the offer.
// Nothing is sent anywhere; without this script the list of languages at the top of the page leads there as well.
(() => {
  const key = "editions-offer-closed";
  try { if (localStorage.getItem(key)) return; } catch { return; }
  const links = [...document.querySelectorAll(".languages a[hreflang]")];
  const matches = (link, wanted) => {
    const have = link.hreflang.toLowerCase(), want = wanted.toLowerCase();
    return have === want || have.split("-")[0] === want.split("-")[0];
  };
  const preferred = (navigator.languages || []).find((wanted) => links.some((link) => matches(link, wanted)));
  if (!preferred) return;
  const link = links.find((link) => link.hreflang.toLowerCase() === preferred.toLowerCase()) || links.find((link) => matches(link, preferred));
  if (link.ariaCurrent || !link.dataset.close || links.some((other) => other.ariaCurrent && matches(other, preferred))) return;
  const name = link.textContent;
  const dir = link.dir || document.documentElement.dir;
  const offer = Object.assign(document.createElement("aside"), { className: "offer", lang: link.lang, dir, ariaLabel: name });
  const target = Object.assign(document.createElement("a"), { href: link.href, textContent: name });
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "✕", title: link.dataset.close, ariaLabel: link.dataset.close });
  close.addEventListener("click", () => {
    offer.remove();
    try { localStorage.setItem(key, "1"); } catch { /* closed for this page only */ }
  });
  offer.append(target, close);
  document.body.append(offer);
})();
