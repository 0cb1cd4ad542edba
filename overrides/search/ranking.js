// Which of the results comes first.
import { joinedWord, roots, wordsOf } from "./folding.js";
import { isForm } from "./forms.js";

// The first results are read: a title before a definition before a text, which Pagefind's score alone does not say.
const RANKED = 16;
// The contract that is being read, before others that answer as well.
const HERE = 1.15;

// The first results by where the words stand: in the title of a clause, as they were typed or in another form; in the
// term of a definition; all but one in a title; in the text, as typed or not. Then the contract that is being read, and
// the title that says least else.
export const ranked = async (index, results, words, here) => {
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
  const around = titleWords(`${hit.contract} ${hit.publisher}`);
  const asked = typed.filter((word) => !around.some((each) => each.startsWith(word)) || title.includes(word));
  const had = asked.filter((word) => [...hit.found].some((each) => isForm(word, each)));
  const place = placed(hit, title, had, had.length === asked.length);
  const earlier = hit.status === "in-force" ? 0 : hit.status === "upcoming" ? 1 : 2;
  const said = typed.filter((word) => title.some((each) => each.startsWith(root(word)))).length;
  return [place, earlier, hit.document === here ? 0 : 1, -said, place < 3 ? titleWords(hit.title).length : 0];
};

const placed = (hit, title, words, all) => {
  const same = words.every((word) => title.some((each) => each.startsWith(root(word))));
  const form = words.every((word) => title.some((each) => each.startsWith(word) || (hit.found.has(each) && isForm(word, each))));
  if (form && words.length) return !all ? 3 : hit.term ? 2 : same ? 0 : 1;
  return all && words.every((word) => [...hit.found].some((each) => each.startsWith(root(word)))) ? 4 : 5;
};

const root = (word) => roots(word)[0] ?? word;

const titleWords = (title) => title.split(/\s+/).flatMap((each) => [joinedWord(each), ...wordsOf(each)]).filter(Boolean);

const compare = (one, other) => {
  const place = one.findIndex((each, at) => each !== other[at]);
  return place < 0 ? 0 : one[place] - (other[place] ?? 0);
};
