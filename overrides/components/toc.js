// The table of contents follows the reading: the clause at the top of the window is the current one.
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
    const follow = () => {
      const passed = headings.filter((section) => section.getBoundingClientRect().top <= innerHeight * 0.25);
      const link = links.get(passed.at(-1)?.id);
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
    follow();
  }
}
