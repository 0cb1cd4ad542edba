// Words as the search compares them: macros/terms/search/folding.py folds alike.
const ALIKE = { "œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "ʼ": "'", "‘": "'", "ـ": "" };
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

// Without accents, capitals and ligatures, apostrophes straight, digits European.
export const fold = (words) =>
  words.toLowerCase().replace(/[œæß’ʼ‘ـ]/g, (sign) => ALIKE[sign])
    .replace(DIGITS, (digit) => digit.codePointAt(0) & 0xf)
    .normalize("NFKD").replace(/\p{M}/gu, "");

// The words of results come back with every key that is typed: what is made of them is made once.
export const remembered = (make) => {
  const kept = new Map();
  return (words) => {
    if (!kept.has(words)) kept.set(words, make(words));
    return kept.get(words);
  };
};

export const wordsOf = (words) => fold(words).match(/[\p{L}\p{N}]+/gu) ?? [];

// A word without the signs in and around it: "sous-traitant" and "off-site" are one word each.
export const joinedWord = (word) => wordsOf(word).join("");

// Each word without the s or x of a plural.
export const roots = (words) => wordsOf(words).map((word) => (word.length > 3 ? word.replace(/[sx]$/, "") : word));

export const root = (word) => roots(word)[0] ?? word;

// In French, « l’hébergement » is two words; an index page writes them apart, and results join them again.
const ELIDED = "(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)";
const SPLIT = new RegExp(`(?<![\\p{L}\\p{N}])(${ELIDED}['’]) `, "giu");
const BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])${ELIDED}['’ʼ‘](?=[\\p{L}\\p{N}])`, "giu");
// What such a word becomes where nobody types the apostrophe: "lassurance".
export const runOn = (word, language) => (language === "fr" ? /^(?:[cdjlmnst]|qu)([aeiouyh]\p{L}{2,})$/u.exec(fold(word))?.[1] : undefined);

export const joined = (words, language) => (language === "fr" ? words.replace(SPLIT, "$1") : words);
export const withoutElisions = (words, language) => (language === "fr" ? words.replace(BEFORE, " ") : words);
