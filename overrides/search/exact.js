// Numbers of clauses and identifiers, looked up in the small parts that macros/terms/search/exact.py writes.
import { fold } from "./folding.js";

const part = (key) => key.split(".")[0].slice(0, 2);

export class Exact {
  constructor(read, parts) {
    this.read = read;
    this.parts = new Set(parts);
  }

  async rows(key) {
    const name = part(key);
    const rows = this.parts.has(name) ? await this.read(`exact/${name}.json`) : [];
    return rows.filter((row) => row.key === key);
  }

  // The clauses of a number: of the contract that is read first, then of every other.
  async numbered({ noun, key, rest }, texts, here) {
    const rows = (await this.rows(key)).filter((row) => row.label && !row.term && isNumbered(row, noun));
    const fitting = rows.filter((row) => {
      const { title, publisher } = texts[row.document] ?? {};
      const said = fold(`${row.title} ${row.document} ${title} ${publisher}`).split(/[^\p{L}\p{N}]+/u);
      return rest.every((word) => said.some((each) => each.startsWith(word)));
    });
    return fitting.sort((one, other) => (other.document === here) - (one.document === here));
  }

  async identified(key) {
    return (await this.rows(key)).filter((row) => !row.noun);
  }
}

// "article 13" is also 13. in a contract that types no noun; "annexe 1" is no other clause 1.
const isNumbered = (row, noun) => (noun ? row.noun.startsWith(noun) : !OTHERS.some((each) => row.noun.startsWith(each)));
const OTHERS = ["annex", "append", "schedule", "exhibit", "ملحق"];
