// Fetches the search when a reader turns to its box, not before: by pointer, by keys, or with an address that asks.
{
  const form = document.querySelector('[data-module="terms-search"]');
  const box = form.elements.q;
  let panel = null;
  const open = () => {
    panel ??= import(new URL(form.dataset.code, location.href)).then(({ start }) => start(form)).catch(() => {
      panel = null;
      broken();
    });
    return panel;
  };
  // Without the search, the index still leads everywhere.
  const broken = () => {
    const note = form.querySelector(".terms-search-panel") ?? form.appendChild(document.createElement("p"));
    note.className = "terms-search-panel";
    note.setAttribute("role", "status");
    const link = document.createElement("a");
    link.href = form.action;
    link.textContent = form.dataset.broken;
    note.replaceChildren(link);
  };
  box.addEventListener("focus", open);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    open().then((opened) => opened?.follow());
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const combined = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    if (!combined && (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey)) return;
    event.preventDefault();
    if (combined && event.target === box) open().then((opened) => opened?.again());
    box.focus();
    box.select();
  });
  if (new URLSearchParams(location.search).get("q")) box.focus();
}
