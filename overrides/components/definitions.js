// The definition of a term, shown on hover and focus; it can be pointed at, and Escape closes it (WCAG 1.4.13).
{
  const article = document.querySelector("article.terms");
  const tip = document.createElement("div");
  tip.className = "terms-tooltip";
  tip.popover = "manual";
  tip.setAttribute("role", "tooltip");
  let leaving = 0;

  const hide = () => { if (tip.matches(":popover-open")) tip.hidePopover(); };
  const hideSoon = () => { leaving = setTimeout(hide, 200); };
  const stay = () => clearTimeout(leaving);

  const show = (link) => {
    const definition = document.getElementById(link.getAttribute("aria-describedby"));
    const term = document.getElementById(link.hash.slice(1));
    if (!definition || !term) return;
    stay();
    const name = document.createElement("strong");
    name.textContent = term.textContent;
    const words = document.createElement("p");
    words.textContent = definition.textContent;
    tip.replaceChildren(name, words);
    tip.showPopover();
    const place = link.getBoundingClientRect();
    const room = innerWidth - tip.offsetWidth - 16;
    const above = place.bottom + tip.offsetHeight + 12 > innerHeight && place.top > tip.offsetHeight + 12;
    tip.style.left = `${scrollX + Math.max(16, Math.min(place.left, room))}px`;
    tip.style.top = `${scrollY + (above ? place.top - tip.offsetHeight - 6 : place.bottom + 6)}px`;
  };

  // Without popovers (Safari before 17) the link alone leads to the definition.
  if (article && "showPopover" in tip) {
    article.append(tip);
    const termOf = (event) => event.target.closest?.(".terms-term");
    article.addEventListener("pointerover", (event) => { const link = termOf(event); if (link) show(link); });
    article.addEventListener("pointerout", (event) => { if (termOf(event)) hideSoon(); });
    article.addEventListener("focusin", (event) => { const link = termOf(event); if (link) show(link); });
    article.addEventListener("focusout", (event) => { if (termOf(event)) hide(); });
    tip.addEventListener("pointerenter", stay);
    tip.addEventListener("pointerleave", hideSoon);
    addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  }
}
