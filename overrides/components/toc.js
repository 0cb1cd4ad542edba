// The table of contents follows the reading.
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
    let current = null;
    document.addEventListener("terms-reading", (event) => {
      current?.removeAttribute("aria-current");
      current = links.get(event.detail) ?? null;
      current?.setAttribute("aria-current", "location");
      if (current && wide.matches) {
        const line = current.getBoundingClientRect();
        const box = toc.getBoundingClientRect();
        if (line.top < box.top + 40 || line.bottom > box.bottom - 40) toc.scrollTop += line.top - box.top - box.height / 3;
      }
    });
  }
}
