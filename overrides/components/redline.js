// Reading a redline: from change to change, only what changed, both texts side by side; the state is in the address.
{
  const redline = document.querySelector('[data-module="terms-redline"]');
  const article = redline?.querySelector("article");
  if (article) {
    const tools = redline.querySelector(".terms-tools");
    const said = tools.querySelector(".terms-at");
    const original = [...article.querySelectorAll(":scope > .terms-clause")];
    const wide = matchMedia("(min-width: 56.01rem)");
    const state = new URL(location.href).searchParams;
    const count = Number(article.dataset.stops);
    let at = 0;

    // Among changed clauses, those that they stand under are shown by their headings.
    let under = 0;
    for (const section of original.toReversed()) {
      const level = Number(section.querySelector(":scope > .terms-heading > :is(h3, h4, h5, h6)")?.localName[1] ?? 0);
      if (!level) continue;
      if (section.dataset.change) under = level;
      else if (level < under) { section.dataset.above = ""; under = level; }
    }

    const say = (words, number) => words.replace("{number}", number).replace("{count}", count);
    const write = () => {
      const address = new URL(location.href);
      for (const key of ["show", "view"]) {
        if (state.get(key)) address.searchParams.set(key, state.get(key)); else address.searchParams.delete(key);
      }
      history.replaceState(null, "", address);
    };

    // What one side has nothing of: an item, a link… of which every word is hidden there.
    const hideEmpty = (column, hidden) => {
      for (const element of column.querySelectorAll("a, li, tr, p, dt, dd")) {
        if (!element.querySelector(hidden)) continue;
        const rest = element.cloneNode(true);
        for (const gone of rest.querySelectorAll(hidden)) gone.remove();
        if (element.textContent.trim() && !rest.textContent.replace(/^\(?\w{1,6}[.)]/, "").trim()) element.classList.add("terms-gone");
      }
    };

    // One row for each clause: what it said, what it says. What went keeps its ids on the old side, the rest on the new one.
    const sides = () => {
      for (const section of original) {
        const row = document.createElement("div");
        row.className = "terms-sides";
        for (const key of ["above", "change", "continued"]) if (key in section.dataset) row.dataset[key] = section.dataset[key];
        const copy = section.cloneNode(true);
        const went = section.dataset.side === "old";
        for (const element of [copy, ...copy.querySelectorAll("[id]")]) {
          const id = `${element.id}--old`;
          if (element.id && !went && !document.getElementById(id)) element.id = id; else element.removeAttribute("id");
        }
        for (const element of [copy, ...copy.querySelectorAll(".terms-at-stop")]) element.classList.remove("terms-at-stop");
        const [before, after] = went ? [section, copy] : [copy, section];
        section.replaceWith(row);
        row.append(before, after);
        before.classList.add("terms-side-old");
        after.classList.add("terms-side-new");
        hideEmpty(before, "ins, .terms-fact");
        hideEmpty(after, "del");
      }
    };
    const inline = () => {
      for (const section of original) {
        section.classList.remove("terms-side-old", "terms-side-new");
        for (const element of section.querySelectorAll(".terms-gone")) {
          element.classList.remove("terms-gone");
          if (!element.className) element.removeAttribute("class");
        }
        section.parentElement.replaceWith(section);
      }
    };
    const reading = () => original.find((section) => section.getBoundingClientRect().bottom > tools.offsetHeight + 8);

    const show = () => {
      const view = wide.matches && state.get("view") === "sides" ? "sides" : "";
      if ((redline.dataset.viewing ?? "") !== view) {
        const place = reading();
        if (view) sides(); else inline();
        redline.dataset.viewing = view;
        if (scrollY > article.offsetTop) place?.scrollIntoView();
      }
      article.dataset.showing = state.get("show") ?? "";
      for (const button of tools.querySelectorAll("[data-show], [data-view]")) {
        const on = state.get(button.dataset.show ? "show" : "view") === (button.dataset.show ?? button.dataset.view);
        button.setAttribute("aria-pressed", String(on));
      }
    };

    const stopOf = (number) => {
      const mark = document.getElementById(`change--${number}`);
      return mark?.classList.contains("terms-stop") ? mark.closest(".terms-clause") : mark;
    };
    const mark = (number) => {
      at = number;
      const stop = stopOf(at);
      for (const each of article.querySelectorAll(".terms-at-stop")) each.classList.remove("terms-at-stop");
      stop.classList.add("terms-at-stop");
      said.textContent = say(said.dataset.at, at);
      return stop;
    };
    // The address follows once the reader rests: browsers take a hundred of them in ten seconds, and a key that is held
    // down asks for more. Who has followed a link since then stays where it led.
    let resting = 0;
    const go = (step) => {
      if (!count) return;
      const stop = mark(Math.min(Math.max(at + step, 1), count));
      stop.tabIndex = -1;
      stop.focus({ preventScroll: true });
      stop.scrollIntoView({ block: stop.offsetHeight > innerHeight / 2 ? "start" : "center" });
      clearTimeout(resting);
      const from = location.hash;
      resting = setTimeout(() => {
        if (location.hash !== from) return;
        const address = new URL(location.href);
        address.hash = `change--${at}`;
        history.replaceState(null, "", address);
      }, 150);
    };

    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.go) { go(button.dataset.go === "next" ? 1 : -1); return; }
      const [key, value] = button.dataset.show ? ["show", button.dataset.show] : ["view", button.dataset.view];
      if (state.get(key) === value) state.delete(key); else state.set(key, value);
      show();
      write();
    });
    // Single keys only where a person reads the text, so that they never take a key from a field (WCAG 2.1.4).
    article.tabIndex = -1;
    article.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "n" || event.code === "KeyN") go(1);
      else if (event.key === "p" || event.code === "KeyP") go(-1);
    });
    wide.addEventListener("change", show);
    tools.hidden = false;
    said.textContent = say(said.dataset.none, count);
    show();
    const asked = () => Number(/^#change--(\d+)$/.exec(location.hash)?.[1] ?? 0);
    const follow = () => { if (asked() && stopOf(asked())) mark(asked()); };
    addEventListener("hashchange", follow);
    if (asked() && stopOf(asked())) { at = asked() - 1; go(1); }
  }
}
