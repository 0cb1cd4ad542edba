// Clauses with words and phrases, best first.
import { fold, wordsOf } from "./folding.js";
import { isCommon } from "./query.js";

// A phrase or a number is looked for, sign by sign, in so many clauses at most.
const VERIFIED = 60;

// Results of the words themselves, and of what may stand for them, which counts less.
export const best = (results, others, less) => {
  const found = new Map(others.map((result) => [result.id, { ...result, score: result.score * less }]));
  for (const result of results) {
    if (!(found.get(result.id)?.score >= result.score)) found.set(result.id, result);
  }
  return [...found.values()].sort((one, other) => other.score - one.score);
};

// Clauses with every word and every phrase.
export const matching = async (index, words, phrases) => {
  let results = words.length ? await index.ask(words) : null;
  for (const phrase of phrases) {
    const parts = wordsOf(phrase);
    const telling = parts.filter((word) => !isCommon(word, index.language));
    const said = parts.length < 2 ? await index.ask(parts)
      : best(await index.ask(telling), await index.askPhrase(parts.join(" ")), 1);
    const ids = new Set(said.map(({ id }) => id));
    results = results?.filter(({ id }) => ids.has(id)) ?? said;
  }
  const number = words.length === 1 && /^\d/.test(words[0]) ? words : [];
  return phrases.length || number.length ? verified(index, results, [...phrases, ...number]) : results ?? [];
};

// Those of the first results that print all of it, sign for sign but for accents, capitals and spaces.
const verified = async (index, results, printed) => {
  const patterns = printed.map((each) => new RegExp(
    `(?<![\\p{L}\\p{N}])${wordsOf(each).join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`, "u"));
  const first = results.slice(0, VERIFIED);
  const hits = await Promise.all(first.map((result) => index.hit(result)));
  return first.filter((_, place) => hits[place] &&
    patterns.every((pattern) => pattern.test(fold(`${hits[place].title} ${hits[place].text}`))));
};
