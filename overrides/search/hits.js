// Results as a reader sees them: number and title, contract and publisher, an excerpt with the words marked.
import { fold, remembered } from "./folding.js";

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);
const WORDS = /[\p{L}\p{N}]+(?:[-.,/][\p{L}\p{N}]+)*/gu;
// Words of an excerpt, and how many of them stand before the first one that was found.
const SHOWN = 34;
const AHEAD = 8;

export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== "" && child !== null));
  return made;
};

// One option of the list; its address is that of the clause.
export const option = (hit, id, root, words) => element(
  "a",
  {
    role: "option", id, tabindex: -1, "aria-selected": "false", class: "terms-hit", href: new URL(hit.address, root).href,
    lang: hit.language, dir: RIGHT_TO_LEFT.has(hit.language) ? "rtl" : "ltr",
    "data-document": hit.document, "data-version": hit.version, "data-clause": hit.clause, "data-status": hit.status,
  },
  element("span", { class: "terms-hit-title" },
    hit.label ? element("span", { class: "terms-hit-label" }, hit.label) : "", hit.label ? " " : "",
    ...marked(hit.title || (hit.clause ? hit.text.split(" ").slice(0, 8).join(" ") : words.opening), hit.found)),
  " ",
  element("span", { class: "terms-hit-where" },
    ...[hit.term ? words.definition : "", hit.above, hit.contract, hit.contract.includes(hit.publisher) ? "" : hit.publisher]
      .filter(Boolean).flatMap((each, place) => [place ? " · " : "", element("bdi", {}, each)])),
  hit.standing ? element("span", { class: "terms-hit-standing" }, " ", hit.standing) : "",
  hit.text ? element("span", { class: "terms-hit-text" }, " ", ...marked(excerpt(hit.text, hit.found), hit.found)) : "",
);

// The words around those that were found, whole sentences where they fit.
const excerpt = (text, found) => {
  const words = text.split(" ");
  const places = words.flatMap((word, place) => (has(word, found) ? [place] : []));
  const densest = places.map((place) => [places.filter((other) => other >= place && other < place + SHOWN - AHEAD).length, place])
    .sort((one, other) => other[0] - one[0] || one[1] - other[1])[0]?.[1] ?? 0;
  const start = densest <= AHEAD ? 0 : densest - AHEAD;
  const shown = words.slice(start, start + SHOWN);
  return `${start ? "… " : ""}${shown.join(" ")}${start + SHOWN < words.length ? " …" : ""}`;
};

const has = (words, found) => (words.match(WORDS) ?? []).some((word) => isFound(word, found));
const folded = remembered(fold);
const isFound = (word, found) => found.has(folded(word)) ||
  (word.includes("-") && word.split("-").some((part) => found.has(folded(part))));

// The words as nodes, those that were found in <mark>.
const marked = (words, found) => {
  const nodes = [];
  let done = 0;
  for (const match of words.matchAll(WORDS)) {
    if (!isFound(match[0], found)) continue;
    nodes.push(words.slice(done, match.index), element("mark", {}, match[0]));
    done = match.index + match[0].length;
  }
  return [...nodes, words.slice(done)].filter(Boolean);
};
