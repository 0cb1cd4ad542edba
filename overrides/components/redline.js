// Reading a redline: from change to change, only what changed, both texts side by side; the state is in the address.
{
  const redline = document.querySelector('[data-module="terms-redline"]');
  const article = redline?.querySelector("article");
  if (article) {
    const tools = redline.querySelector(".terms-tools");
    const said = tools.querySelector(".terms-at");
    const original = [...article.children];
    const wide = matchMedia("(min-width: 56.01rem)");
    const state = new URL(location.href).searchParams;
    const count = Number(article.dataset.stops);
    let at = 0;

    const say = (words, number) => words.replace("{number}", number).replace("{count}", count);
    const write = () => {
      const address = new URL(location.href);
      for (const key of ["show", "view"]) {
        if (state.get(key)) address.searchParams.set(key, state.get(key)); else address.searchParams.delete(key);
      }
      history.replaceState(null, "", address);
    };

    // One row for each clause: what it said, what it says. The elements are the same, seen from either side.
    const sides = () => {
      for (const section of original) {
        const row = document.createElement("div");
        row.className = "terms-sides";
        if (section.dataset.change) row.dataset.change = section.dataset.change;
        const before = section.cloneNode(true);
        before.classList.add("terms-side-old");
        for (const element of [before, ...before.querySelectorAll("[id]")]) {
          const id = `${element.id}--old`;
          if (element.id && !document.getElementById(id)) element.id = id; else element.removeAttribute("id");
        }
        section.classList.add("terms-side-new");
        row.append(before, section);
        article.append(row);
      }
    };
    const inline = () => {
      for (const section of original) section.classList.remove("terms-side-new");
      article.replaceChildren(...original);
    };

    const show = () => {
      const view = wide.matches && state.get("view") === "sides" ? "sides" : "";
      if ((redline.dataset.viewing ?? "") !== view) {
        if (view) sides(); else inline();
        redline.dataset.viewing = view;
      }
      article.dataset.showing = state.get("show") ?? "";
      for (const button of tools.querySelectorAll("[data-show], [data-view]")) {
        const on = state.get(button.dataset.show ? "show" : "view") === (button.dataset.show ?? button.dataset.view);
        button.setAttribute("aria-pressed", String(on));
      }
    };

    const stopOf = (number) => {
      const mark = document.getElementById(`change-${number}`);
      return mark?.classList.contains("terms-stop") ? mark.closest("section") : mark;
    };
    const go = (step) => {
      if (!count) return;
      at = Math.min(Math.max(at + step, 1), count);
      const stop = stopOf(at);
      for (const each of article.querySelectorAll(".terms-at-stop")) each.classList.remove("terms-at-stop");
      stop.classList.add("terms-at-stop");
      stop.tabIndex = -1;
      stop.focus({ preventScroll: true });
      stop.scrollIntoView({ block: stop.offsetHeight > innerHeight / 2 ? "start" : "center" });
      said.textContent = say(said.dataset.at, at);
      const address = new URL(location.href);
      address.hash = `change-${at}`;
      history.replaceState(null, "", address);
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
      if (event.key === "n") go(1);
      if (event.key === "p") go(-1);
    });
    wide.addEventListener("change", show);
    tools.hidden = false;
    said.textContent = say(said.dataset.none, count);
    show();
    const asked = /^#change-(\d+)$/.exec(location.hash);
    if (asked && stopOf(Number(asked[1]))) { at = Number(asked[1]) - 1; go(1); }
  }
}
