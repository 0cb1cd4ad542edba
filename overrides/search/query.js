// What a reader typed, to what the search asks for.
import { fold, roots, withoutElisions, wordsOf } from "./folding.js";

// Questions that ask for no word of their own.
const ASKED = {
  fr: /\b(?:combien de temps|est-ce qu[e']|qu['’]est-ce qu[e'’]|que se passe-t-il|y a-t-il)/giu,
  en: /\b(?:how long|how much|how many|is there|what happens)\b/giu,
};
// « les journaux sont-ils conservés », « peut-on », « y a-t-il »
const INVERTED = /-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce)(?![\p{L}\p{N}-])/giu;
const LONGEST = 200;
const MOST_WORDS = 12;

// Words that nearly every clause has, and those that only make a question of a sentence; folded.
const COMMON = Object.fromEntries(Object.entries({
  fr: `a ai apres au aux avec avant avez avoir avons c ca car cas ce ceci cela celle celui ces cet cette chez combien comme
    comment d dans de des dois doit doivent donc du elle elles en entre es est et etes etre eu eux faire fait faut il
    ils j je jusqu l la le les leur leurs lorsqu lui m ma mais me mes moi mon n ne ni nos notre nous on ont ou par
    pas pendant peut peuvent peux plus pour pourquoi puis puisqu qu quand que quel quelle quelles quels qui quoi s sa
    sans se sera serai ses si sommes son sont suis sur t ta te tes toi ton tous tout toute toutes tu un une vais va
    vers veut veux vos votre vous y`,
  en: `a about all am an and any are as at be been but by can could did do does for from get had has have he her his how
    i if in into is it its may me must my no nor not of on or our out s shall she should so than that the their them
    then there these they this those to up us was we were what when where which who whom whose why will with would
    you your`,
  ar: `في من على إلى عن أن إن هل ما ماذا متى كيف كم أين هذا هذه ذلك تلك التي الذي مع أو و ثم قد لا لم لن كل بعد قبل هو هي`,
}).map(([language, words]) => [language, new Set(wordsOf(words))]));

// Whether a folded word, or a letter, says nothing of its own.
export const isCommon = (word, language) => Boolean(COMMON[language]?.has(word)) || /^[a-z]$/.test(word);

// What a reference puts before the number of a clause, whatever the contract calls it itself.
const NOUNS = new Set(wordsOf(`article articles art arts clause clauses cl section sections sec paragraphe paragraph
  paragraphs par point points numero no المادة مادة البند بند`));
const NUMBER = /^(?:(?:(?<noun>[\p{L}]{2,}|§|n°)[\s.°]*)?(?<number>\d+(?:\s*\.\s*\d+)*)|(?<named>[\p{L}]{2,})\s+(?<sign>[ivxlc]+|\p{L}))\.?$/u;
const NUMBER_AMONG = /(?:^|\s)(?:(?<noun>[\p{L}]{2,})\.?\s+)?(?<number>\d+(?:\.\d+)*)(?=\s|$)/u;
const IDENTIFIER = /^\+?(?:[a-z]{2}\s?)?\d(?:[\s.,/-]?\d)+$/;

// phrases: between quotation marks. number: of a clause, with its noun and what else was typed. identifier: digits,
// however spaced. words: the rest, without those that say nothing.
export const parse = (typed, language) => {
  const raw = typed.slice(0, LONGEST).replace(/\p{C}+/gu, " ").replace(/\s+/g, " ").trim();
  const phrases = [...raw.matchAll(/["“«”]([^"“”«»]+)["”»“]/g)].map((match) => match[1].trim()).filter(Boolean);
  const rest = raw.replace(/["“«][^"“”«»]*["”»]?/g, " ");
  const folded = fold(rest).trim();
  const said = ASKED[language] ? rest.replace(ASKED[language], " ") : rest;
  const uninverted = withoutElisions(language === "fr" ? said.replace(INVERTED, "") : said, language);
  const all = uninverted.match(/[\p{L}\p{N}]+(?:[-’'.,/][\p{L}\p{N}]+)*/gu) ?? [];
  const words = all.filter((word) => !isCommon(fold(word), language));
  const compact = folded.replace(/[^\p{L}\p{N}]/gu, "");
  return {
    raw,
    phrases,
    words: words.slice(0, MOST_WORDS),
    onlyCommon: all.length > 0 && !words.length && !phrases.length,
    number: phrases.length ? null : numberOf(folded),
    identifier: IDENTIFIER.test(folded) && compact.replace(/\D/g, "").length > 3 ? compact : "",
  };
};

const numberOf = (folded) => {
  const whole = folded.match(NUMBER)?.groups;
  if (whole) {
    const key = (whole.number ?? whole.sign).replace(/\s/g, "");
    return { ...named(whole.noun ?? whole.named), key, rest: [], whole: true };
  }
  const among = folded.match(NUMBER_AMONG);
  if (!among) return null;
  const { noun, number } = among.groups;
  const rest = wordsOf(folded.replace(among[0], " ")).filter((word) => !NOUNS.has(word));
  const own = noun && !NOUNS.has(noun) ? [noun] : [];
  return { noun: "", key: number, rest: [...own, ...rest], whole: false };
};

const named = (noun) => ({ noun: !noun || NOUNS.has(noun) || noun === "§" || noun === "n°" ? "" : noun });

const MARK = /^zzsyn(\d{3})$/;
const markOf = (group) => `zzsyn${String(group).padStart(3, "0")}`;

// The group of synonyms that a word of the index stands for, -1 where it is none.
export const groupOf = (word) => Number(word.match(MARK)?.[1] ?? -1);

// Every synonym with the number of its group, the longest first.
export const membersOf = (groups) => groups
  .flatMap((group, number) => group.map((member, place) => ({ said: roots(member).join(" "), number, first: place === 0 })))
  .sort((one, other) => other.said.length - one.said.length);

// The words with the mark of their group in the place of each synonym, and the words that it replaced; principal is
// whether all of these are what the contracts say themselves.
export const synonymous = (raw, language, members) => {
  let said = ` ${roots(withoutElisions(raw, language)).join(" ")} `;
  const replaced = new Set();
  let principal = true;
  for (const { said: member, number, first } of members) {
    const other = said.replace(` ${member} `, ` ${markOf(number)} `);
    if (other === said) continue;
    said = other;
    for (const word of member.split(" ")) replaced.add(word);
    principal &&= first;
  }
  const words = said.trim().split(" ").filter((word) => !isCommon(word, language));
  return replaced.size ? { words: words.slice(0, MOST_WORDS), principal, replaced } : null;
};
