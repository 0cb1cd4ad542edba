// What narrows a search, or widens it: this contract, earlier versions, other languages; publisher, contract, kind.
import { FACETS, nameOf } from "./facets.js";
import { element } from "./hits.js";

export const controls = (panel) => {
  const { words, state } = panel;
  const hasEarlier = words.earlier.includes(panel.language);
  const checkbox = (label, checked, set, attributes = {}) => {
    const box = element("input", { type: "checkbox", checked, ...attributes });
    box.addEventListener("change", () => set(box.checked));
    const count = element("span", {});
    return { box, count, node: element("label", {}, box, " ", label, count) };
  };
  const only = panel.here
    ? checkbox(words.narrow, state.only, (on) => panel.change({ only: on }), { "aria-keyshortcuts": "Control+K" }) : null;
  const earlier = hasEarlier ? checkbox(words.archive, state.earlier, (on) => panel.change({ earlier: on })) : null;
  const others = Object.keys(panel.indexes).filter((language) => language !== panel.language).map((language) => ({
    language,
    ...checkbox(words.other.replace("{language}", words.languages[language]), state.also.includes(language), (on) =>
      panel.change({ also: on ? [...panel.state.also, language] : panel.state.also.filter((each) => each !== language) })),
  }));
  const selects = Object.fromEntries(FACETS.map((facet) => {
    const select = element("select", {});
    select.addEventListener("change", () => panel.change({ [facet]: select.value }));
    const label = { publisher: words.publisher, document: words.contract, kind: words.kind }[facet];
    return [facet, { select, node: element("label", {}, element("span", {}, label), " ", select) }];
  }));
  const filters = element("details", { open: FACETS.some((facet) => state[facet]) },
    element("summary", {}, words.filters), ...Object.values(selects).map(({ node }) => node));
  filters.addEventListener("toggle", () => { if (filters.open && panel.state.q.trim()) panel.ask(); });

  const update = ({ parts, state: asked }) => {
    if (only) only.box.checked = panel.state.only;
    if (earlier) earlier.box.checked = panel.state.earlier;
    for (const { language, box, count } of others) {
      const part = parts.find(({ index }) => index.language === language);
      box.checked = panel.state.also.includes(language);
      count.textContent = part ? ` (${part.exact.length + part.results.length})` : "";
    }
    if (!parts.some(({ counts }) => counts)) return;
    const texts = Object.assign({}, ...parts.map(({ index }) => index.texts ?? {}).reverse());
    for (const facet of FACETS) {
      const sums = new Map();
      for (const { counts } of parts) {
        for (const [value, count] of counts?.[facet] ?? []) sums.set(value, (sums.get(value) ?? 0) + count);
      }
      const { select, node } = selects[facet];
      node.hidden = !sums.size && !asked[facet];
      if (asked[facet] && !sums.has(asked[facet])) sums.set(asked[facet], 0);
      const named = [...sums].map(([value, count]) => [value, `${nameOf(facet, value, texts, words)} (${count})`])
        .sort(([, one], [, other]) => one.localeCompare(other, panel.language));
      select.replaceChildren(element("option", { value: "" }, words.all),
        ...named.map(([value, label]) => element("option", { value, selected: value === asked[facet] }, label)));
      select.disabled = facet === "document" && Boolean(panel.state.only && panel.here);
    }
  };
  return {
    node: element("div", { class: "terms-search-controls" },
      ...[only, earlier, ...others].filter(Boolean).map(({ node }) => node), filters),
    get counting() { return filters.open; },
    hasEarlier,
    update,
  };
};
