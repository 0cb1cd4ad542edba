// What is searched in the place of words that find nothing, or too little.
import { family, relatives } from "./families.js";
import { joinedWord, root, runOn } from "./folding.js";
import { common, isForm } from "./forms.js";
import { PAGE } from "./index.js";
import { best, matching } from "./matching.js";
import { groupOf } from "./query.js";
import { RANKED } from "./ranking.js";

const MOST_LEFT_OUT = 3;
// What another word of the same family counts, and all words but one.
export const FAMILY = 0.9;
const PARTLY = 0.75;
// Of two words either is enough where fewer clauses than these have both.
const FEW = 3;
// A word of so many letters or fewer has others a letter away by chance.
const SHORT = 5;

// What has another word of the family of one that was typed: { results, wordings, known }, known those that have one.
export const withRelatives = async (index, words) => {
  const found = words.flatMap((word) => relatives(word, index.language).map((other) => [word, other]));
  const spelling = found.length ? await index.spelling() : null;
  const akin = found.map(([word, other]) => [word, spelling.written(other)]).filter(([, written]) => written);
  const wordings = akin.map(([word, written]) => words.map((each) => (each === word ? written : each)));
  const results = await Promise.all(wordings.map((wording) => index.ask(wording)));
  return { wordings, results: results.reduce((all, each) => best(all, each, 1), []), known: akin.map(([word]) => word) };
};

// Where few clauses have every word: those that have other words of the same family, then those with all words but one.
export const withMore = async (index, words, results) => {
  if (results.length >= PAGE) return results;
  const families = words.map((word) => family(word, index.language));
  const related = families.join(" ") === words.join(" ") ? [] : await index.ask(families);
  const more = best(results, related, FAMILY);
  if (more.length >= PAGE || words.length < (more.length < FEW ? 2 : 3)) return more;
  const partly = await Promise.all(leavingOut(words, 1).map((rest) => index.ask(rest)));
  return partly.reduce((found, each) => best(found, each, PARTLY), more);
};

// The words that no clause has: Pagefind shortens what it does not know until it finds something.
export const unknownWords = async (index, words, results) => {
  const hits = await Promise.all(results.slice(0, RANKED).map((result) => index.hit(result)));
  const seen = [...new Set(hits.flatMap((hit) => [...(hit?.found ?? [])]))];
  const missing = words.filter((word) => /\p{L}/u.test(word) &&
    !seen.some((each) => each.startsWith(root(joinedWord(word)))));
  if (!missing.length) return [];
  const spelling = await index.spelling();
  return missing.filter((word) => !spelling.knows(word));
};

// What is found with the nearest words instead of the unknown ones; else with fewer words.
export const otherwise = async (index, query, unknown, results) => {
  const spelt = [];
  const lost = [];
  let words = [...query.words];
  for (const word of unknown) {
    const own = await index.ask([word]);
    const spelling = await index.spelling();
    const [bare] = [runOn(word, index.language)].filter(Boolean).map((each) => spelling.written(each));
    const [nearest] = bare ? [bare] : spelling.nearest(word);
    const form = bare ? "" : await formOf(index, word, own);
    if (nearest && !(form && isLikelier(joinedWord(word), form, joinedWord(nearest), spelling))) {
      spelt.push([word, nearest]);
      words = words.map((each) => (each === word ? nearest : each));
    } else if (!form) {
      lost.push(word);
      words = words.filter((each) => each !== word);
    }
  }
  if (!spelt.length && !lost.length && results.length) return { results, spelt, without: [] };
  if (!words.length) return { results: [], spelt: [], without: [] };
  const again = await matching(index, words, []);
  if (again.length) return { results: await withMore(index, words, again), wordings: [words], spelt, without: lost };
  const guessed = await farFetched(index, spelt);
  const certain = words.filter((word) => !guessed.some(([, nearest]) => nearest === word));
  const said = guessed.length && certain.length ? await matching(index, certain, []) : [];
  if (said.length) {
    const sure = spelt.filter((each) => !guessed.includes(each));
    return { results: said, wordings: [certain], spelt: sure, without: [...lost, ...guessed.map(([typed]) => typed)] };
  }
  const { results: fewer, without } = await withFewer(index, words);
  return { results: fewer, wordings: [words.filter((word) => !without.includes(word))], spelt, without: [...lost, ...without] };
};

// Words that are more than a slip from what was typed, or short: where no clause has them beside the others, these count.
const farFetched = async (index, spelt) => {
  const spelling = spelt.length ? await index.spelling() : null;
  return spelt.filter(([typed, nearest]) => joinedWord(typed).length <= SHORT || spelling.distance(typed, nearest) > 1);
};

// Whether a form of a word is likelier meant than the nearest word: where that has less in common with it, differs in
// its last letters only, as another form does, or in more than a slip.
const isLikelier = (typed, form, nearest, spelling) => common(typed, form) > common(typed, nearest) ||
  common(typed, nearest) >= typed.length - 2 || (spelling.distance(typed, nearest) > 1 && common(typed, nearest) < 4);

// The form of a word among the words of results that has most in common with it, "" for none.
const formOf = async (index, word, results) => {
  const typed = joinedWord(word);
  const hits = await Promise.all(results.slice(0, PAGE).map((result) => index.hit(result)));
  const forms = hits.flatMap((hit) => [...(hit?.found ?? [])]).filter((each) => isForm(typed, each));
  return forms.reduce((most, each) => (common(typed, each) > common(typed, most) ? each : most), "");
};

export const hasForm = async (index, word, results) => Boolean(await formOf(index, word, results));

// Results without one of the words, or more: those whose best clause answers best, with the fewest left out.
export const withFewer = async (index, words) => {
  for (let left = 1; left < words.length && left <= MOST_LEFT_OUT; left += 1) {
    const tries = await Promise.all(leavingOut(words, left)
      .filter((rest) => words.every((word) => rest.includes(word) || groupOf(word) < 0))
      .map(async (rest) => ({ rest, results: await index.ask(rest) })));
    const [first] = tries.filter(({ results }) => results.length)
      .sort((one, other) => other.results[0].score - one.results[0].score);
    if (first) return { results: first.results, without: words.filter((word) => !first.rest.includes(word)) };
  }
  return { results: [], without: [] };
};

// Every way to leave out so many words.
const leavingOut = (words, left) =>
  left === 0 ? [words] : words.flatMap((_, place) =>
    leavingOut(words.slice(place + 1), left - 1).map((rest) => [...words.slice(0, place), ...rest]));
