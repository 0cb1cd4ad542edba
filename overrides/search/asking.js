// A question to its answer: what stands in the index, what is meant instead of what was typed, what comes first.
import { roots } from "./folding.js";
import { hasForm, otherwise, unknownWords, withFewer, withMore } from "./instead.js";
import { best, matching } from "./matching.js";
import { synonymous } from "./query.js";
import { ranked } from "./ranking.js";

const PAGE = 8;
// What a synonym of a word that was typed counts.
const SYNONYM = 0.8;

// { exact, results, spelt, without }: rows of look-ups; results best first; words searched in the place of others;
// words left out.
export const answer = async (index, query, { earlier, here }) => {
  await (earlier ? index.loadEarlier() : index.load());
  const exact = await looked(index, query, here);
  if (exact.length && (query.identifier || query.number?.whole)) return { exact, results: [], spelt: [], without: [] };
  const asked = await worded(index, query);
  const counting = index.earlier && !earlier ? asked.results.filter(({ id }) => !index.earlier.has(id)) : asked.results;
  return { ...asked, exact, results: await ranked(index, counting, asked.wordings ?? [query.words], here) };
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
    const both = best(own, await index.ask(meant.words), SYNONYM);
    if (both.length) return { results: both, wordings: own.length ? [query.words, meant.words] : [meant.words], spelt: [], without: [] };
    const fewer = await withFewer(index, meant.words);
    if (fewer.results.length) return { ...fewer, wordings: [meant.words], spelt: [] };
  }
  if (unknown.length || !results.length) return otherwise(index, query, unknown, results);
  return { results: await withMore(index, query.words, results), spelt: [], without: [] };
};

