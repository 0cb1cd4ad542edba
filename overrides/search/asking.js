// A question to its answer: what stands in the index, what is meant instead of what was typed, what comes first.
import { fold, joinedWord, roots, wordsOf } from "./folding.js";
import { synonymous } from "./query.js";

const SYNONYM = 0.8;
// The first results are read: a title before a definition before a text, which Pagefind's score alone does not say.
export const RANKED = 16;
// A phrase or a number is looked for, sign by sign, in so many clauses at most.
const VERIFIED = 60;
const PAGE = 8;
const MOST_LEFT_OUT = 3;
// The contract that is being read, before others that answer as well.
const HERE = 1.15;

// { exact, results, spelt, without }: rows of look-ups; results best first; words searched in the place of others;
// words left out.
export const answer = async (index, query, { earlier, here }) => {
  await (earlier ? index.loadEarlier() : index.load());
  const exact = await looked(index, query, here);
  if (exact.length && (query.identifier || query.number?.whole)) return { exact, results: [], spelt: [], without: [] };
  const asked = await worded(index, query);
  const counting = index.earlier && !earlier ? asked.results.filter(({ id }) => !index.earlier.has(id)) : asked.results;
  return { ...asked, exact, results: await ranked(index, counting, asked.words ?? query.words, here) };
};

const looked = async (index, query, here) => {
  const rows = query.number ? await index.exact.numbered(query.number, index.texts, here) : [];
  return rows.length || !query.identifier ? rows : index.exact.identified(query.identifier);
};

const worded = async (index, query) => {
  const results = await matching(index, query.words, query.phrases);
  if (!query.words.length || query.phrases.length) return { results, spelt: [], without: [] };
  const meant = synonymous(query.raw, index.language, index.synonyms);
  const unknown = await unknownWords(index, query.words, results);
  if (meant && unknown.every((word) => meant.replaced.has(roots(word).join(" ")))) {
    const forms = await Promise.all(unknown.map((word) => hasForm(index, word, results)));
    const own = forms.every(Boolean) ? results : [];
    if (meant.principal && own.length >= PAGE) return { results, spelt: [], without: [] };
    const both = best(own, await index.ask(meant.words));
    if (both.length) return { results: both, words: own.length ? query.words : meant.words, spelt: [], without: [] };
  }
  if (unknown.length || !results.length) return otherwise(index, query, unknown, results);
  return { results, spelt: [], without: [] };
};

// Results of the words themselves, and of what means the same.
const best = (results, meant) => {
  const found = new Map(meant.map((result) => [result.id, { ...result, score: result.score * SYNONYM }]));
  for (const result of results) {
    if (!(found.get(result.id)?.score >= result.score)) found.set(result.id, result);
  }
  return [...found.values()].sort((one, other) => other.score - one.score);
};

// Clauses with every word and every phrase.
const matching = async (index, words, phrases) => {
  let results = words.length ? await index.ask(words) : null;
  for (const phrase of phrases) {
    const parts = wordsOf(phrase);
    const said = parts.length > 1 ? best(await index.ask(parts), await index.askPhrase(parts.join(" "))) : await index.ask(parts);
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

// The words that no clause has: Pagefind shortens what it does not know until it finds something.
const unknownWords = async (index, words, results) => {
  const hits = await Promise.all(results.slice(0, PAGE).map((result) => index.hit(result)));
  const seen = [...new Set(hits.flatMap((hit) => [...(hit?.found ?? [])]))];
  const missing = words.filter((word) => /\p{L}/u.test(word) &&
    !seen.some((each) => each.startsWith(joinedWord(word))));
  if (!missing.length) return [];
  const spelling = await index.spelling();
  return missing.filter((word) => !spelling.knows(word));
};

// What is found with the nearest words instead of the unknown ones; else with fewer words.
const otherwise = async (index, query, unknown, results) => {
  const spelt = [];
  const lost = [];
  let words = [...query.words];
  for (const word of unknown) {
    const own = await index.ask([word]);
    const [nearest] = (await index.spelling()).nearest(word);
    const form = await hasForm(index, word, own);
    if (nearest && !(form && isEnding(joinedWord(word), joinedWord(nearest)))) {
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
  if (again.length) return { results: again, words, spelt, without: lost };
  const { results: fewer, without } = await withFewer(index, words);
  return { results: fewer, words: words.filter((word) => !without.includes(word)), spelt, without: [...lost, ...without] };
};

// Whether two words differ in their last letters only, as forms of one word do.
const isEnding = (one, other) => common(one, other) >= one.length - 2;

// Whether a word that was found is a form of the one that was typed: most of its letters, from the first one on.
const isForm = (typed, found) => common(typed, found) >= Math.max(3, typed.length * 0.6);

const hasForm = async (index, word, results) => {
  const hits = await Promise.all(results.slice(0, PAGE).map((result) => index.hit(result)));
  return hits.some((hit) => [...(hit?.found ?? [])].some((each) => isForm(joinedWord(word), each)));
};

// Results without one of the words, or more: those whose best clause answers best, with the fewest left out.
const withFewer = async (index, words) => {
  for (let left = 1; left < words.length && left <= MOST_LEFT_OUT; left += 1) {
    const tries = await Promise.all(leavingOut(words, left).map(async (rest) => ({ rest, results: await index.ask(rest) })));
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

const common = (one, other) => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

// The first results by where the words stand: in the title of a clause, as they were typed or in another form; in the
// term of a definition; in the text. Then the contract that is being read, and the title that says least else.
const ranked = async (index, results, words, here) => {
  const documents = here ? await index.documents() : new Map();
  const nearer = here
    ? [...results].sort((one, other) => weight(other, documents, here) - weight(one, documents, here)) : results;
  const first = nearer.slice(0, RANKED);
  const hits = await Promise.all(first.map((result) => index.hit(result)));
  const typed = words.map(joinedWord);
  const orders = new Map(first.map((result, place) => [result, order(hits[place], typed, here)]));
  return [
    ...first.sort((one, other) => compare(orders.get(one), orders.get(other)) || other.score - one.score),
    ...nearer.slice(RANKED),
  ];
};

const weight = (result, documents, here) => result.score * (documents.get(result.id) === here ? HERE : 1);

const order = (hit, typed, here) => {
  if (!hit) return [9];
  const title = titleWords(`${hit.title} ${hit.meant}`);
  const same = typed.every((word) => title.some((each) => each.startsWith(word)));
  const form = typed.every((word) => title.some((each) => each.startsWith(word) || (hit.found.has(each) && isForm(word, each))));
  const place = same && !hit.term ? 0 : form && !hit.term ? 1 : form ? 2 : 3;
  const earlier = hit.status === "in-force" ? 0 : hit.status === "upcoming" ? 1 : 2;
  return [place, earlier, hit.document === here ? 0 : 1, place < 3 ? titleWords(hit.title).length : 0];
};

const titleWords = (title) => title.split(/\s+/).flatMap((each) => [joinedWord(each), ...wordsOf(each)]).filter(Boolean);

const compare = (one, other) => {
  const place = one.findIndex((each, at) => each !== other[at]);
  return place < 0 ? 0 : one[place] - (other[place] ?? 0);
};
