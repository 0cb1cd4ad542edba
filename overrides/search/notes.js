// What the search says of its answer: how many clauses, what was searched instead, and ways on where there are none.
import { fold, wordsOf } from "./folding.js";
import { element } from "./hits.js";

const NEAR = 5;

// How many clauses, or why there are none.
export const told = ({ words, language, state }, { parts }, count) => {
  if (!parts.length) return words.empty;
  if (!count) return saysNothing(parts) ? words.common : words.nothing.replace("{words}", state.q.trim());
  const form = words.count[new Intl.PluralRules(language).select(count)] ?? words.count.other;
  return form.replace("{count}", new Intl.NumberFormat(language).format(count));
};

// Questions that ask for no word of their own.
const saysNothing = (parts) => parts.every(({ query }) => query.onlyCommon);

// What was searched in the place of what was typed, and, where nothing was found, in what.
export const notes = (panel, { languages, parts, state }, count) => {
  const { words } = panel;
  const instead = parts.flatMap(({ spelt, without }) => [
    ...spelt.map(([word, nearest]) => words.spelt.replace("{word}", word).replace("{nearest}", nearest)),
    ...(without.length && count ? [words.without.replace("{words}", without.join(", "))] : []),
  ]);
  const searched = count || saysNothing(parts) ? [] : [words.searched.replace("{where}", where(panel, languages, state))];
  return [...new Set([...instead, ...searched])].map((note) => element("p", {}, note));
};

const where = ({ words, indexes, language }, languages, state) => {
  const document = state.document && indexes[language]?.texts?.[state.document]?.title;
  const named = languages.map((each) => words.languages[each]).join(", ");
  return [document, named, state.earlier ? words.archive : ""].filter(Boolean).join(" · ");
};

// Nearest words, all contracts, earlier versions, other languages: a button for each; and whether the site has changed.
export const ways = async (panel, { parts }) => {
  if (parts.length && saysNothing(parts)) return [];
  const { state, words } = panel;
  const near = (await Promise.all(parts.map(nearest))).flat();
  const others = Object.keys(panel.indexes).filter((each) => each !== panel.language && !state.also.includes(each));
  const offered = [
    ...near.slice(0, NEAR).map((word) => [word, () => panel.ask(word)]),
    ...(state.only || state.document ? [[words.everywhere, () => panel.change({ only: false, document: "" })]] : []),
    ...(panel.controls.hasEarlier && !state.earlier ? [[words.archive, () => panel.change({ earlier: true })]] : []),
    ...others.map((each) => [
      words.other.replace("{language}", words.languages[each]), () => panel.change({ also: [...state.also, each] }),
    ]),
  ];
  const changed = await Promise.all(parts.map(({ index }) => index.changed().catch(() => false)));
  return [
    ...(offered.length ? [element("p", {}, words.otherwise), element("ul", {}, ...offered.map((way) => item(panel, way)))] : []),
    ...(changed.some(Boolean) ? [element("p", {}, words.gone)] : []),
  ];
};

// Words of the contracts that are spelt almost like those that found nothing.
const nearest = async ({ index, query }) => {
  const spelling = await index.spelling().catch(() => null);
  const typed = [...query.words, ...query.phrases.flatMap(wordsOf)];
  const near = spelling ? typed.flatMap((word) => spelling.nearest(word, NEAR)) : [];
  return [...new Set(near)].filter((word) => !typed.some((each) => fold(each) === fold(word)));
};

const item = (panel, [label, act]) => {
  const button = element("button", { type: "button" }, label);
  button.addEventListener("click", () => {
    panel.box.focus();
    act();
  });
  return element("li", {}, button);
};
