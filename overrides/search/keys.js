// What the keys and the pointer do in the search box and in its panel.
export const listen = (panel) => {
  const { box, form, list, more } = panel;
  box.addEventListener("input", () => panel.ask(box.value));
  box.addEventListener("focus", () => { if (box.value.trim()) panel.open(); });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") escape(panel);
    else if (event.target !== box || !step(panel, event.key)) return;
    event.preventDefault();
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) panel.close();
  });
  document.addEventListener("pointerdown", (event) => { if (!form.contains(event.target)) panel.close(); });
  list.addEventListener("pointerover", (event) => {
    const at = panel.options.indexOf(event.target.closest("[role=option]"));
    if (at >= 0) panel.activate(at, false);
  });
  // A page's own address asks no more before a clause of it is followed, so that the page is not loaded again.
  list.addEventListener("click", (event) => { if (event.target.closest("a")) panel.close(); });
  more.addEventListener("click", () => panel.showMore());
};

// Closes the panel; a second time, empties the box.
const escape = (panel) => {
  if (panel.panel.hidden) {
    panel.box.value = "";
    panel.ask("");
  }
  panel.box.focus();
  panel.close();
};

// Whether the key moved the choice among the results.
const step = (panel, key) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[key];
  const count = panel.options.length;
  if (!by || !count) return false;
  panel.open();
  panel.activate(panel.active < 0 ? 0 : (panel.active + by + count) % count, true);
  return true;
};
