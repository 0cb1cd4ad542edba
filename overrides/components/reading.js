// Which clause is being read: the one at the top of the window, or the one that a link led to, until the reader
// scrolls on. Whoever follows it listens to "terms-reading" on the document.
{
  const sections = [...document.querySelectorAll(".terms-text section[id], .terms-redline-body section[id]")];
  let current = "";
  let aimed = null;
  const reached = () => {
    if (aimed?.at === scrollY) return aimed.id;
    aimed = null;
    return sections
      .filter((section) => section.getClientRects().length && section.getBoundingClientRect().top <= innerHeight * 0.12)
      .at(-1)?.id ?? "";
  };
  const follow = () => {
    const id = reached();
    if (id === current) return;
    current = id;
    document.dispatchEvent(new CustomEvent("terms-reading", { detail: id }));
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; follow(); });
  }, { passive: true });
  const aim = () => {
    const id = location.hash.slice(1);
    if (sections.some((section) => section.id === id)) aimed = { id, at: scrollY };
    follow();
  };
  if (sections.length) {
    addEventListener("hashchange", aim);
    addEventListener("load", aim);
  }
}
