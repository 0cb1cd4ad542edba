// Fetches the search when a reader turns to its box, not before: by pointer, by keys, or with an address that asks.
{
  const form = document.querySelector('[data-module="terms-search"]');
  const box = form.elements.q;
  const starts = [...(form.dataset.starts ?? "").split(" ")].filter(Boolean);
  const unserved = location.protocol === "file:";
  let panel = null;
  let note = null;
  const open = () => {
    panel ??= start().catch(broken);
    return panel;
  };
  const start = async () => {
    if (unserved) throw new Error("no browser lets a file load a module or an index");
    hint();
    checked();
    const { start: begin } = await import(new URL(form.dataset.code, location.href));
    const opened = await begin(form);
    note?.remove();
    note = null;
    return opened;
  };
  // What the search will ask for one after the other is asked for at once.
  const hint = () => {
    for (const address of starts.splice(0)) {
      const link = document.createElement("link");
      const program = address.endsWith(".js");
      const href = new URL(address, location.href).href;
      Object.assign(link, { rel: program ? "modulepreload" : "preload", href, crossOrigin: "anonymous" });
      if (!program) link.as = "fetch";
      document.head.append(link);
    }
  };
  // The module that is imported next is the one that the page means, or none: a browser knows it from here by its hash.
  const checked = () => {
    const link = document.createElement("link");
    const href = new URL(form.dataset.code, location.href).href;
    document.head.append(Object.assign(link, { rel: "modulepreload", href, integrity: form.dataset.integrity }));
  };
  // Without the search, the index still leads everywhere.
  const broken = () => {
    panel = null;
    note ??= form.appendChild(document.createElement("p"));
    note.className = "terms-search-panel";
    note.setAttribute("role", "status");
    const link = document.createElement("a");
    link.href = form.action;
    link.textContent = unserved ? form.dataset.unserved : form.dataset.broken;
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
