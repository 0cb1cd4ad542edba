// What is searched, in the address of the page: so that a search can be sent to somebody.
const KEYS = ["q", "publisher", "document", "kind"];
const LONGEST_VALUE = 200;

export const read = (location) => {
  const given = new URLSearchParams(location.search);
  const state = Object.fromEntries(KEYS.map((key) => [key, (given.get(key) ?? "").slice(0, LONGEST_VALUE)]));
  return {
    ...state,
    only: given.get("only") === "1",
    earlier: given.get("earlier") === "1",
    also: (given.get("also") ?? "").slice(0, LONGEST_VALUE).split(",").filter(Boolean),
  };
};

// Keeps what else the address says: the view of a redline, the clause.
export const write = (state) => {
  const url = new URL(location.href);
  const values = {
    ...Object.fromEntries(KEYS.map((key) => [key, state[key]])),
    only: state.only ? "1" : "", earlier: state.earlier ? "1" : "", also: state.also.join(","),
  };
  for (const [key, value] of Object.entries(values)) {
    if (value && state.q) url.searchParams.set(key, value);
    else url.searchParams.delete(key);
  }
  if (url.href !== location.href) history.replaceState(history.state, "", url);
};
