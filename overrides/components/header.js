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
// The same text in another language is opened at the clause that was being read, in the same view. The bar stands at
// the top of the page: who scrolls up to it has not read what passes by.
{
  const languages = document.querySelector(".terms-languages");
  let read = "";
  let last = 0;
  let timer = 0;
  document.addEventListener("terms-reading", (event) => {
    clearTimeout(timer);
    if (scrollY >= last) read = event.detail;
    else timer = setTimeout(() => { if (event.detail) read = event.detail; }, 1500);
    last = scrollY;
  });
  const keep = (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    link.search = location.search;
    link.hash = read;
  };
  for (const kind of ["click", "auxclick"]) languages?.addEventListener(kind, keep);
}
