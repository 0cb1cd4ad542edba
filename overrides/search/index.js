// The index of one language: Pagefind's, with what stands beside it.
import { Exact } from "./exact.js";
import { joined, joinedWord, roots, wordsOf } from "./folding.js";
import { isForm } from "./forms.js";
import { groupOf, membersOf } from "./query.js";
import { Spelling } from "./spelling.js";

// Tuned on tests/search/questions.yml: a long clause is no worse than a short one, a word that is said often no better.
const RANKING = { termFrequency: 0.8, pageLength: 0.5, termSimilarity: 1.2, termSaturation: 1.2 };
// Pagefind adds it to the address of its first file, in the place of the time, so that a page may ask for it beforehand.
const CACHED = "1";
// An earlier version comes after one in force that is found alike.
const EARLIER = 0.5;
// Results that are shown at once, and looked at to tell what was found.
export const PAGE = 8;

export class Index {
  constructor(root, language) {
    this.language = language;
    this.root = new URL(`search/${language}/`, root);
    this.kept = new Map();
  }

  // What a function answers for a name, asked once; a failure is not kept, so that a later attempt may succeed.
  once(name, ask) {
    if (!this.kept.has(name)) {
      const answer = ask();
      answer.catch(() => this.kept.delete(name));
      this.kept.set(name, answer);
    }
    return this.kept.get(name);
  }

  read(path) {
    return this.once(path, async () => {
      const response = await fetch(new URL(path, this.root));
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    });
  }

  load() {
    return this.once("load", async () => {
      const [program, texts, exact] = await Promise.all([
        import(new URL("pagefind.js", this.root)), this.read("texts.json"), this.read("exact.json"),
      ]);
      this.texts = texts;
      this.synonyms = exact.synonyms;
      this.members = membersOf(exact.synonyms);
      this.exact = new Exact((path) => this.read(path), exact.parts);
      this.pagefind = program.createInstance({ basePath: this.root.href, noWorker: true, metaCacheTag: CACHED, ranking: RANKING });
    });
  }

  // The earlier versions too; their clauses are told apart by name from those of the texts that count.
  loadEarlier() {
    return this.once("earlier", async () => {
      await this.load();
      try {
        const [texts, exact, named] = await Promise.all([
          this.read("archive/texts.json"), this.read("archive/exact.json"), this.documents("archive/clauses.json"),
        ]);
        await this.pagefind.mergeIndex(new URL("archive/", this.root).href, { language: this.language, indexWeight: EARLIER });
        this.texts = withVersions(this.texts, texts);
        this.earlierExact = new Exact((path) => this.read(`archive/${path}`), exact.parts);
        this.earlier = named;
      } catch (error) {
        this.renew();
        throw error;
      }
    });
  }

  // The document of each clause, by the name that Pagefind gives the clause.
  documents(path = "clauses.json") {
    return this.once(`documents of ${path}`, async () =>
      new Map(Object.entries(await this.read(path)).flatMap(([document, names]) =>
        names.split(" ").map((name) => [`${this.language}_${name}`, document]))));
  }

  spelling() {
    return this.once("spelling", async () => new Spelling(await this.read("vocabulary.json")));
  }

  // Pagefind keeps what failed: a later attempt starts it anew.
  renew() {
    this.kept.delete("load");
    this.kept.delete("earlier");
    this.earlier = undefined;
  }

  async search(words) {
    try {
      return (await this.pagefind.search(words)).results;
    } catch (error) {
      this.renew();
      throw error;
    }
  }

  // Clauses with all these words, or forms of them, best first.
  async ask(words) {
    const results = words.length ? await this.search(words.join(" ")) : [];
    // A group of synonyms of which no clause says any is shortened to the marks of others.
    if (!this.earlier) return !words.some(isMark) || await this.has(results.slice(0, 1), words.filter(isMark)) ? results : [];
    const halves = [results.filter(({ id }) => !this.earlier.has(id)), results.filter(({ id }) => this.earlier.has(id))];
    const has = await Promise.all(halves.map((half) => this.has(half, words)));
    return results.filter(({ id }) => has[Number(this.earlier.has(id))]);
  }

  // Whether the first of some results have the words: each merged index shortens a word that it does not know.
  async has(results, words) {
    const hits = await Promise.all(results.slice(0, PAGE).map((result) => this.hit(result)));
    const found = hits.flatMap((hit) => [...(hit?.found ?? [])]);
    return words.every((word) => (isMark(word) ? found.includes(word) : found.some((each) => isForm(joinedWord(word), each))));
  }

  // Clauses with these words one after the other.
  askPhrase(words) {
    return this.search(`"${words}"`);
  }

  // Throws where words that clauses have are found in none: a part of the index could not be fetched, and Pagefind says nothing.
  async proved(words) {
    const spelling = await this.spelling();
    const known = words.filter((word) => spelling.knows(word));
    const found = await Promise.all(known.map((word) => this.ask([word])));
    if (!found.some((results) => !results.length)) return;
    this.renew();
    throw new Error("a part of the index is missing");
  }

  // A result as it is shown: which clause of which version, its parts, and the words that were found; null where the
  // site has changed since the index was opened.
  hit(result) {
    return this.once(`clause ${result.id} ${result.words}`, async () => {
      const data = await result.data();
      const [publisher, name, version, file] = decodeURIComponent(data.raw_url).replace(/^\//, "").split("/");
      const [clause, term = ""] = file.replace(/\.html$/, "").split(/\.(.*)/s);
      const [label, title, above, text, , meant] = data.raw_content.split("␟")
        .map((part) => joined(plain(part).trim(), this.language));
      return this.named({
        document: `${publisher}/${name}`, version, clause: clause === "_" ? "" : clause, term, label, title, above, text,
        meant, found: withSynonyms(found(data), `${title} ${text}`, this.synonyms),
      });
    }).catch(() => {
      this.renew();
      return null;
    });
  }

  // An exact look-up as it is shown.
  row(row) {
    return this.named({ ...row, above: "", found: new Set() });
  }

  named(hit) {
    const document = this.texts[hit.document];
    const { status, standing } = document.versions[hit.version];
    const version = status === "in-force" ? "" : `${hit.version}/`;
    const anchor = hit.term || hit.clause;
    return {
      ...hit, status, standing, language: this.language, contract: document.title, publisher: document.publisher,
      address: `${this.language}/${hit.document}/${version}${anchor && "#"}${anchor}`,
    };
  }

  // Whether the site was built anew since the index was opened: its parts may be gone.
  async changed() {
    const [before, now] = await Promise.all([
      this.read("clauses.json"),
      fetch(new URL("clauses.json", this.root), { cache: "no-store" }).then((response) => response.json()),
    ]);
    return JSON.stringify(before) !== JSON.stringify(now);
  }
}

const isMark = (word) => groupOf(word) >= 0;

// Documents with the versions of both; what they are called is told by the texts that count.
const withVersions = (texts, earlier) => Object.fromEntries(
  [...new Set([...Object.keys(texts), ...Object.keys(earlier)])].map((document) => [document, {
    ...(texts[document] ?? earlier[document]),
    versions: { ...earlier[document]?.versions, ...texts[document]?.versions },
  }]));

const plain = (words) => words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

// The words of a result at the places that Pagefind names, folded: "sous-traitant" whole and in its parts.
const found = (data) => {
  const said = data.raw_content.split(/\s+/);
  const words = data.locations.map((place) => wordsOf(said[place] ?? ""));
  return new Set(words.flatMap((parts) => [...parts, parts.join("")]));
};

// Of a group of synonyms that was found, the words that stand in the text.
const withSynonyms = (words, said, synonyms) => {
  const groups = [...words].map(groupOf).filter((group) => group >= 0);
  if (!groups.length) return words;
  const line = ` ${roots(said).join(" ")} `;
  const parts = groups.flatMap((group) => synonyms[group]).map((member) => roots(member).join(" "))
    .filter((member) => line.includes(` ${member} `)).flatMap((member) => member.split(" "));
  const meant = new Set(parts.filter((part) => part.length > 2));
  return new Set([...words, ...wordsOf(said).filter((word) => meant.has(roots(word)[0]))]);
};
