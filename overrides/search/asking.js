// A question to its answer: what stands in the index, what is meant instead of what was typed, what comes first.
import { roots } from "./folding.js";
import { PAGE } from "./index.js";
import { FAMILY, hasForm, otherwise, unknownWords, withFewer, withMore, withRelatives } from "./instead.js";
import { best, matching } from "./matching.js";
import { synonymous } from "./query.js";
import { ranked } from "./ranking.js";

// What a synonym of a word that was typed counts.
const SYNONYM = 0.8;

// { exact, results, spelt, without }: rows of look-ups; results best first; words searched in the place of others;
// words left out.
export const answer = async (index, query, { earlier, here }) => {
  await (earlier ? index.loadEarlier() : index.load());
  const exact = await looked(index, query, earlier, here);
  if (query.identifier || (exact.length && query.number?.whole)) return { exact, results: [], spelt: [], without: [] };
  const asked = await worded(index, query);
  const counting = index.earlier && !earlier ? asked.results.filter(({ id }) => !index.earlier.has(id)) : asked.results;
  const results = await ranked(index, counting, asked.wordings ?? [query.words], here);
  return { ...asked, exact, results: await unrepeated(index, results, exact) };
};

const looked = async (index, query, earlier, here) => {
  const every = earlier ? [index.exact, index.earlierExact] : [index.exact];
  const rows = await Promise.all(every.map(async (exact) => {
    const numbered = query.number ? await exact.numbered(query.number, index.texts, here) : [];
    return numbered.length || !query.identifier ? numbered : exact.identified(query.identifier);
  }));
  return rows.flat();
};

// What a look-up leads to is no result once more.
const unrepeated = async (index, results, exact) => {
  if (!exact.length) return results;
  const rows = new Set(exact.map(place));
  const hits = await Promise.all(results.map((result) => index.hit(result)));
  return results.filter((_, at) => !hits[at] || hits[at].term || !rows.has(place(hits[at])));
};

const place = ({ document, version, clause }) => `${document} ${version} ${clause}`;

const worded = async (index, query) => {
  const typed = await matching(index, query.words, query.phrases);
  if (!query.words.length || query.phrases.length) return { results: typed, spelt: [], without: [] };
  const meant = synonymous(query.raw, index.language, index.members);
  const akin = await withRelatives(index, query.words);
  const unknown = (await unknownWords(index, query.words, typed)).filter((word) => !akin.known.includes(word));
  const results = best(typed, akin.results, FAMILY);
  const wordings = [query.words, ...akin.wordings];
  if (meant && unknown.every((word) => meant.replaced.has(roots(word).join(" ")))) {
    const forms = await Promise.all(unknown.map((word) => hasForm(index, word, results)));
    const own = forms.every(Boolean) ? results : [];
    if (meant.principal && own.length >= PAGE) return { results, wordings, spelt: [], without: [] };
    const both = best(own, await index.ask(meant.words), SYNONYM);
    if (both.length) return { results: both, wordings: own.length ? [...wordings, meant.words] : [meant.words], spelt: [], without: [] };
    const fewer = await withFewer(index, meant.words);
    if (fewer.results.length) return { ...fewer, wordings: [meant.words], spelt: [] };
  }
  if (!unknown.length && !results.length) await index.proved(query.words);
  if (unknown.length || !results.length) return otherwise(index, query, unknown, results);
  return { results: await withMore(index, query.words, results), wordings, spelt: [], without: [] };
};

