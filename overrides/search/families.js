// Words of one family, where a stemmer keeps them apart.
import { fold, joinedWord, root } from "./folding.js";

// What the words of a family begin with: "modifier" and "modification".
const ENDINGS = {
  fr: /(?:ications?|ations?|ements?|ateurs?|euses?|eurs?|ages?|antes?|ants?|ies?|ier|er|ir|ees?|e|es)$/,
  en: /(?:ifications?|ations?|ments?|ings?|ers?|ors?|ions?|ed|es|s|y)$/,
};
const SHORTEST = 5;
export const family = (word, language) => {
  const folded = fold(word);
  const begins = ENDINGS[language] ? folded.replace(ENDINGS[language], "") : folded;
  return begins.length >= SHORTEST && /^\p{L}+$/u.test(folded) ? begins : word;
};

// Ends of words of one family whose stem changes: "exclure" and "exclusion", "maintain" and "maintenance"; folded.
const CHANGING = Object.fromEntries(Object.entries({
  fr: `ayer aiement, ceder ces, ceder cession, cevoir ception, clure clusion, crire cription, crire scription, diger daction, duire duction,
    faire facon, faire faisant, fendre fense, fier fication, joindre jonction, mettre mission, ouvrir ouverture, oyer oi,
    pandre pansion, pendre pension, primer pression, querir quisition, riger rection, rompre rupture, soudre solution,
    teger tection, tendre tension, tenir tenance, tenir tention, tenir tien, truire truction, venir vention,
    vertir version, vincer viction, voir vision`,
  en: `cede cession, ceive ception, cide cision, clude clusion, duce duction, fend fense, fy fication, ize ise, mit mission,
    olve olution, ore orage, our or, pend pension, ply plication, quire quisition, scind scission, scribe scription,
    stroy struction, sume sumption, tain tenance, tain tention, vert version, vide vision, voke vocation`,
}).map(([language, pairs]) => [language, pairs.split(",").map((pair) => pair.trim().split(" "))
  .flatMap(([one, other]) => [[one, other], [other, one]])]));

// Other words of the family of a word, as far as their ends tell: "reconduction" for "reconduire"; not all need exist.
export const relatives = (word, language) => {
  const typed = root(joinedWord(word));
  return (CHANGING[language] ?? []).filter(([end]) => typed.endsWith(end))
    .map(([end, other]) => typed.slice(0, -end.length) + other).filter((other) => other.length >= SHORTEST);
};
