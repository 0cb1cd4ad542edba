// The nearest word of the contracts to one that none of them has.
import { joinedWord, root } from "./folding.js";

// How many letters may be wrong, doubled, missing or exchanged, by the length of the word.
const allowed = (word) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

// Damerau and Levenshtein's distance, Infinity as soon as it is over a limit.
const distance = (one, other, limit) => {
  if (Math.abs(one.length - other.length) > limit) return Infinity;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let place = 1; place <= other.length; place += 1) {
      const same = one[row - 1] === other[place - 1];
      line[place] = Math.min(last[place] + 1, line[place - 1] + 1, last[place - 1] + (same ? 0 : 1));
      if (row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1]) {
        line[place] = Math.min(line[place], before[place - 2] + 1);
      }
    }
    if (Math.min(...line) > limit) return Infinity;
    [before, last] = [last, line];
  }
  return last.at(-1) > limit ? Infinity : last.at(-1);
};

// A vocabulary has the most common word first: of two that are as near, it is the likelier one.
export class Spelling {
  constructor(vocabulary) {
    this.words = vocabulary.map((word) => [joinedWord(word), word]);
  }

  // Whether some word is this one, or begins with it.
  knows(word) {
    const typed = joinedWord(word);
    return this.words.some(([folded]) => folded.startsWith(typed));
  }

  // A word as it is written, whatever its accents, in the singular or the plural; undefined where no clause has it.
  written(word) {
    const one = root(word);
    const forms = [one, `${one}s`, `${one}x`];
    return this.words.find(([folded]) => forms.includes(folded))?.[1];
  }

  distance(word, other) {
    return distance(joinedWord(word), joinedWord(other), Infinity);
  }

  // Whoever mistypes a word seldom does so in its first letter, unless two are exchanged.
  nearest(word, count = 1) {
    const typed = joinedWord(word);
    return this.words
      .filter(([folded]) => folded[0] === typed[0] || (folded[0] === typed[1] && folded[1] === typed[0]))
      .map(([folded, written]) => [distance(typed, folded, allowed(typed)), written])
      .filter(([far]) => far < Infinity)
      .sort(([one], [other]) => one - other)
      .slice(0, count)
      .map(([, written]) => written);
  }
}
