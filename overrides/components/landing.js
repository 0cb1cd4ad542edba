// Where the end of an address leads. Chromium forgets to go there where preloaded fonts hold back its first paint and
// all else is at hand, as at every second visit; who loads a page again stays where they were.
addEventListener("load", () => {
  const target = document.getElementById(location.hash.slice(1));
  const [visit] = performance.getEntriesByType("navigation");
  if (target && scrollY === 0 && visit.type === "navigate") target.scrollIntoView();
});
