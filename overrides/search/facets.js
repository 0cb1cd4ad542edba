// How many of the results are of each publisher, contract and kind; what a reader chose of them.
export const FACETS = ["publisher", "document", "kind"];

const valueOf = { publisher: (id) => id.split("/")[0], document: (id) => id, kind: (id, texts) => texts[id]?.kind ?? "" };

// The results that the choices leave, and for each facet the number of results of each value, by the other choices.
export const chosen = (results, documentOf, texts, state) => {
  const fits = (id, except) => FACETS.every((facet) =>
    facet === except || !state[facet] || valueOf[facet](id, texts) === state[facet]);
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  const left = results.filter((result) => {
    const id = documentOf(result);
    for (const facet of FACETS) {
      const value = id && fits(id, facet) ? valueOf[facet](id, texts) : "";
      if (value) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
    return id && fits(id);
  });
  return { left, counts };
};

export const nameOf = (facet, value, texts, words) => {
  if (facet === "kind") return Object.hasOwn(words.kinds, value) ? words.kinds[value] : value;
  if (facet === "document") return texts[value]?.title ?? value;
  return Object.entries(texts).find(([id]) => id.startsWith(`${value}/`))?.[1].publisher ?? value;
};
