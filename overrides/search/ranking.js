// Which of the results comes first.
import { joinedWord, remembered, root, wordsOf } from "./folding.js";
import { isForm } from "./forms.js";

// The first results are read: a title before a definition before a text, which Pagefind's score alone does not say.
export const RANKED = 16;
// The contract that is being read, before others that answer as well.
const HERE = 1.15;
// Places in the order: from this one on words stand in the text only; last, where only what they mean does.
const IN_TEXT = 3;
const MEANT = 6;

// The first results by where the words stand: in the title of a clause, as they were typed or in another form; in the
// term of a definition; in the text, as typed; not all of them, but in a title; in the text in another form; what they
// mean in the text. Then the
// contract that is being read, and the title that says least else. A question may be worded in several ways; names of
// contracts are no subject.
export const ranked = async (index, results, wordings, here) => {
  const documents = here ? await index.documents() : new Map();
  const nearer = here ? weighed(results, documents, here) : results;
  const first = foremost(nearer);
  const hits = await Promise.all(first.map((result) => index.hit(result)));
  const orders = new Map(first.map((result, place) => [result, wordings
    .map((words, other) => order(hits[place], words.map(joinedWord), here, other)).sort(compare)[0]]));
  const versions = new Map(first.map((result, place) => [result, hits[place]?.version ?? ""]));
  const later = (one, other) => (versions.get(one) < versions.get(other) ? 1 : -1);
  return [
    ...first.sort((one, other) => compare(orders.get(one), orders.get(other)) || other.score - one.score || later(one, other)),
    ...nearer.filter((result) => !orders.has(result)),
  ];
};

// The first ones; of those that Pagefind scores alike, which it gives in no order, always the same.
const foremost = (results) => {
  const least = results[RANKED - 1]?.score ?? 0;
  const alike = results.filter(({ score }, place) => place < RANKED || score === least);
  const before = alike.filter(({ score }) => score !== least);
  const last = alike.filter(({ score }) => score === least).sort((one, other) => (one.id < other.id ? -1 : 1));
  return [...before, ...last].slice(0, RANKED);
};

const weighed = (results, documents, here) => results
  .map((result) => [result.score * (documents.get(result.id) === here ? HERE : 1), result])
  .sort(([one], [other]) => other - one)
  .map(([, result]) => result);

const order = (hit, typed, here, other) => {
  if (!hit) return [9];
  const title = titleWords(`${hit.title} ${hit.meant}`);
  const names = titleWords(`${hit.document.replace(/[/-]/g, " ")} ${hit.publisher}`);
  const subject = typed.filter((word) => !names.includes(word));
  const asked = subject.length ? subject : typed;
  const had = asked.filter((word) => [...hit.found].some((each) => isForm(word, each)));
  const place = placed(hit, title, had, had.length === asked.length);
  const earlier = hit.status === "in-force" ? 0 : hit.status === "upcoming" ? 1 : 2;
  const said = typed.filter((word) => title.some((each) => each.startsWith(root(word)))).length;
  const length = place < 3 ? titleWords(hit.title).length : 0;
  return [place < IN_TEXT || !other ? place : MEANT, earlier, hit.document === here ? 0 : 1, -said, length];
};

const placed = (hit, title, words, all) => {
  const same = words.every((word) => title.some((each) => each.startsWith(root(word))));
  const form = words.every((word) => title.some((each) => each.startsWith(word) || (hit.found.has(each) && isForm(word, each))));
  if (form && words.length && all) return hit.term ? 2 : same ? 0 : 1;
  if (all && words.every((word) => [...hit.found].some((each) => each.startsWith(root(word))))) return IN_TEXT;
  return form && words.length ? IN_TEXT + 1 : IN_TEXT + 2;
};

const titleWords = remembered((title) => title.split(/\s+/).flatMap((each) => [joinedWord(each), ...wordsOf(each)]).filter(Boolean));

const compare = (one, other) => {
  const place = one.findIndex((each, at) => each !== other[at]);
  return place < 0 ? 0 : one[place] - (other[place] ?? 0);
};
