// The table of contents follows the reading: the current clause is the one at the top of the window,
// or the one that a link led to, until the reader scrolls on.
{
  const toc = document.querySelector('[data-module="terms-toc"]');
  if (toc) {
    const details = toc.querySelector("details");
    const wide = matchMedia("(min-width: 75rem)");
    const unfold = () => { if (wide.matches) details.open = true; };
    wide.addEventListener("change", unfold);
    unfold();
    toc.addEventListener("click", (event) => { if (event.target.closest("a") && !wide.matches) details.open = false; });

    const links = new Map([...toc.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
    const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    let current = null;
    let aimed = null;
    const reached = () => {
      if (aimed?.at === scrollY) return aimed.id;
      aimed = null;
      return headings.filter((section) => section.getBoundingClientRect().top <= innerHeight * 0.25).at(-1)?.id;
    };
    const follow = () => {
      const link = links.get(reached());
      if (link === current) return;
      current?.removeAttribute("aria-current");
      current = link ?? null;
      current?.setAttribute("aria-current", "location");
      if (current && wide.matches) {
        const line = current.getBoundingClientRect();
        const box = toc.getBoundingClientRect();
        if (line.top < box.top + 40 || line.bottom > box.bottom - 40) toc.scrollTop += line.top - box.top - box.height / 3;
      }
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; follow(); });
    }, { passive: true });
    const aim = () => {
      const id = location.hash.slice(1);
      if (links.has(id)) aimed = { id, at: scrollY };
      follow();
    };
    addEventListener("hashchange", aim);
    addEventListener("load", aim);
    follow();
  }
}
