// The button that goes from the system's scheme to light, to dark and back.
{
  const SCHEMES = ["auto", "light", "dark"];
  const button = document.querySelector('[data-module="terms-scheme"]');
  const root = document.documentElement;
  const show = () => { button.textContent = button.dataset[root.dataset.termsScheme ?? "auto"]; };
  const choose = () => {
    const next = SCHEMES[(SCHEMES.indexOf(root.dataset.termsScheme ?? "auto") + 1) % SCHEMES.length];
    if (next === "auto") delete root.dataset.termsScheme; else root.dataset.termsScheme = next;
    try {
      if (next === "auto") localStorage.removeItem("terms-scheme"); else localStorage.setItem("terms-scheme", next);
    } catch { /* the choice holds for this page only */ }
    show();
  };
  if (button) {
    button.hidden = false;
    button.addEventListener("click", choose);
    show();
  }
}
// The same text in another language is opened at the clause that is being read, in the same view.
{
  const here = () => [...document.querySelectorAll(".terms-text section[id], .terms-redline-body section[id]")]
    .filter((section) => section.getBoundingClientRect().top <= innerHeight / 3).at(-1);
  const keep = (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    link.search = location.search;
    link.hash = here()?.id ?? "";
  };
  for (const kind of ["click", "auxclick"]) document.querySelector(".terms-languages")?.addEventListener(kind, keep);
}
