// The search box once a reader has turned to it: what is asked, what is shown, what the keys do.
import { read, write } from "./address.js";
import { answer } from "./asking.js";
import { controls } from "./controls.js";
import { FACETS, chosen } from "./facets.js";
import { element, option } from "./hits.js";
import { Index, PAGE } from "./index.js";
import { listen } from "./keys.js";
import { notes, told, ways } from "./notes.js";
import { parse } from "./query.js";

class Panel {
  constructor(form, words, indexes) {
    this.form = form;
    this.words = words;
    this.box = form.elements.q;
    this.root = new URL(form.dataset.root, location.href);
    this.language = form.dataset.language;
    this.here = document.querySelector("article[data-document]")?.dataset.document ?? "";
    this.indexes = indexes;
    this.state = read(location);
    this.turn = 0;
    this.active = -1;
    this.shown = PAGE;
    this.asking = false;
    this.wanted = false;
    this.options = [];
    this.build();
    listen(this);
    if (this.state.q && !this.box.value) this.box.value = this.state.q;
    if (this.box.value.trim()) this.ask();
  }

  build() {
    const { words } = this;
    this.status = element("p", { class: "terms-search-status", role: "status" });
    this.notes = element("div", { class: "terms-search-notes" });
    this.list = element("div", { id: "page--hits", role: "listbox", "aria-label": words.results });
    this.more = element("button", { type: "button", class: "terms-search-more", hidden: true }, words.more);
    this.controls = controls(this);
    this.panel = element("div", { class: "terms-search-panel", hidden: true },
      this.controls.node, this.status, this.notes, this.list, this.more,
      element("p", { class: "terms-search-foot" }, element("a", { href: this.form.action }, words.alphabetical)));
    this.form.append(this.panel);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": "page--hits",
      "aria-expanded": "false",
    })) this.box.setAttribute(name, value);
  }

  change(change) {
    Object.assign(this.state, change);
    return this.ask();
  }

  // Answers what was typed, unless something else is typed meanwhile.
  async ask(typed = this.box.value) {
    const turn = ++this.turn;
    if (this.box.value !== typed) this.box.value = typed;
    this.state.q = typed;
    this.shown = PAGE;
    this.wanted = false;
    if (!typed.trim()) {
      this.clear();
      this.close();
      return;
    }
    this.unfold();
    this.busy(true);
    if (!this.options.length) this.status.textContent = this.words.searching;
    try {
      const given = await this.answer();
      if (turn === this.turn) await this.show(given);
    } catch {
      if (turn === this.turn) this.fail();
    }
    if (turn !== this.turn) return;
    this.busy(false);
    if (this.wanted) this.follow();
    // Once the results are seen, since a browser takes its time over an address.
    else setTimeout(() => { if (turn === this.turn && !this.panel.hidden) write(this.state); });
  }

  async answer() {
    const languages = [...new Set([this.language, ...this.state.also])].filter((each) => Object.hasOwn(this.indexes, each));
    const only = this.state.only && this.here;
    const state = { ...this.state, document: only ? this.here : this.state.document };
    const parts = await Promise.all(languages.map(async (language) => {
      const index = this.indexes[language];
      const query = parse(this.state.q, language);
      if (query.onlyCommon) return { index, query, exact: [], results: [], spelt: [], without: [] };
      return { index, query, ...(await answer(index, query, { earlier: this.state.earlier, here: this.here })) };
    }));
    const counted = this.controls.counting || FACETS.some((facet) => state[facet]);
    return { languages, state, parts: await Promise.all(parts.map((part) => this.narrowed(part, state, counted))) };
  }

  // The results of a language that the choices leave; how many of each is told where the reader looks at the filters.
  async narrowed(part, state, counted) {
    if (!counted) return part;
    const { index } = part;
    const named = await index.documents();
    const earlier = index.earlier && this.state.earlier ? await index.documents("archive/clauses.json") : new Map();
    const documentOf = (result) => result.document ?? named.get(result.id) ?? earlier.get(result.id);
    const { left: exact } = chosen(part.exact, documentOf, index.texts, state);
    const { left: results, counts } = chosen([...part.exact, ...part.results], documentOf, index.texts, state);
    return { ...part, exact, results: results.filter((result) => result.id), counts };
  }

  async show(answer) {
    const turn = this.turn;
    const { parts } = answer;
    const found = inTurn(parts.map(({ index, exact, results }) => [
      ...exact.map((row) => ({ index, row })), ...results.map((result) => ({ index, result })),
    ]));
    const hits = await Promise.all(found.slice(0, this.shown).map(({ index, row, result }) => (row ? index.row(row) : index.hit(result))));
    if (turn !== this.turn) return;
    this.found = found;
    this.answered = answer;
    this.list.replaceChildren(...hits.map((hit, place) => (hit
      ? option(hit, `page--hit-${place}`, this.root, this.words)
      : element("div", { role: "option", "aria-disabled": "true", id: `page--hit-${place}`, class: "terms-hit" }, this.words.gone))));
    this.options = [...this.list.querySelectorAll("a[role=option]")];
    this.more.hidden = found.length <= this.shown;
    this.controls.update(answer);
    this.status.textContent = told(this, answer, found.length);
    this.notes.replaceChildren(...notes(this, answer, found.length));
    this.activate(this.options.length ? 0 : -1, false);
    if (!found.length) await this.offer(answer);
  }

  showMore() {
    this.shown += PAGE;
    const at = this.options.length;
    this.show(this.answered).then(() => this.activate(at, true));
    this.box.focus();
  }

  // Ways on for a question that found nothing.
  async offer(answer) {
    const turn = this.turn;
    const offered = await ways(this, answer);
    if (turn === this.turn) this.notes.append(...offered);
  }

  busy(asking) {
    this.asking = asking;
    this.list.setAttribute("aria-busy", asking);
  }

  clear() {
    this.busy(false);
    this.list.replaceChildren();
    this.notes.replaceChildren();
    this.options = [];
    this.more.hidden = true;
    this.activate(-1, false);
  }

  fail() {
    this.clear();
    this.status.textContent = this.form.dataset.broken;
  }

  open() {
    write(this.state);
    this.unfold();
  }

  unfold() {
    this.panel.hidden = false;
    this.box.setAttribute("aria-expanded", "true");
  }

  // The address asks no more, so that that of a clause is copied, and followed, without the question.
  close() {
    write({ ...this.state, q: "" });
    this.panel.hidden = true;
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }

  activate(at, scroll) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = at;
    const option = this.options[at];
    option?.setAttribute("aria-selected", "true");
    if (option) this.box.setAttribute("aria-activedescendant", option.id);
    else this.box.removeAttribute("aria-activedescendant");
    if (scroll) option?.scrollIntoView({ block: "nearest" });
  }

  // Enter opens the result that is chosen, the first one unless the arrows chose another; one that is still awaited too.
  follow() {
    if (this.panel.hidden && this.box.value.trim()) this.ask();
    else if (this.asking) this.wanted = true;
    else this.options[this.active]?.click();
  }

  // Ctrl-K once more: only the contract on this page, or all again.
  again() {
    if (this.here) return this.change({ only: !this.state.only });
    return null;
  }
}

// The first of each language, then the second of each: scores of two indexes do not compare.
const inTurn = (lists) => {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1))).flat();
};

// The index is fetched while the reader still thinks of a word.
export const start = async (form) => {
  const { language, root } = form.dataset;
  const base = new URL(root, location.href);
  const response = await fetch(new URL(`search/${language}/words.json`, base));
  if (!response.ok) throw new Error(`words.json: ${response.status}`);
  const words = await response.json();
  const indexes = Object.fromEntries(words.indexed.map((each) => [each, new Index(base, each)]));
  indexes[language]?.load().catch(() => {});
  return new Panel(form, words, indexes);
};
