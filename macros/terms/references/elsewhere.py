"""Whether a reference in words leads out of the text: to a law, a code, another contract."""

from __future__ import annotations

import re

from macros.terms.definitions import words_of
from macros.terms.model import Reading
from macros.terms.references.citations import Passage
from macros.terms.search.folding import fold, roots

LAW = (
    r"(?:codes?|lois?|règlements?|décrets?|ordonnances?|directives?|arrêtés?|traités?|constitution|normes?|statuts?|chartes?"
    r"|laws?|acts?|regulations?|statutes?|treaty|treaties|standards?|RGPD|GDPR|DSGVO|ISO|LCEN|CCPA|CPRA|TFUE|TFEU|DSA|DMA"
    r"|CGI|CPC|CPI|USC|CFR|BGB|UCC|C\.\s?civ\.?|C\.\s?com\.?|U\.S\.C\.|clauses contractuelles types"
    r"|standard contractual clauses|SCCs?|CCT)"
)
LAW_AFTER = re.compile(rf"[\s,(]*(?:UK\s|EU\s)?{LAW}(?!\w)", re.IGNORECASE)
# "du Code civil, notamment son article 1218", "GDPR Article 28", "Code civil (art. 1218)"; not a code of access.
NAMED_LAW = (
    r"(?:(?-i:Code)|code\s+(?:civil|pénal|monétaire|général|des\s|du\s+travail|de\s+(?:commerce|procédure|la\s+\w+)|of\s|§)"
    r"|lois?|(?-i:Règlement)|règlement\s+(?:\(|n°|général|européen|\d)|décrets?|ordonnances?|directive\s+(?:\(|n°|europ|\d)"
    r"|arrêtés?|traité|(?-i:Law|Acts?|Regulations?|Directive|Statute|Treaty)|RGPD|GDPR|DSGVO|ISO(?:/IEC)?|LCEN|CCPA|CPRA"
    r"|CGI|CPC|CPI|USC|CFR|FAR|UCC|SCCs?|CCT|C\.\s?civ\.?|C\.\s?com\.?|U\.S\.C\.|C\.F\.R\."
    r"|standard contractual clauses|clauses contractuelles types)"
)
MODELS = re.compile(
    r"\b(?:clauses\s+contractuelles\s+types|standard\s+contractual\s+clauses|SCCs?|CCT)\b", re.IGNORECASE
)
LAW_NAMED = re.compile(rf"(?<!\w){NAMED_LAW}(?!\w)", re.IGNORECASE)
LAW_BEFORE = re.compile(
    rf"(?<!\w){NAMED_LAW}(?!\w)(?![^.;]*\b(?:présente?s?|contrat|conditions|agreement|terms|contract)\b)[^.;]{{0,60}}$",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    r"\b(?:et|ou|and|or)\s+(?:(?:à|aux?|de|par|dans|with|to|under|in|by|of)\s+)?(?:l['’]|les\s|the\s)?$", re.IGNORECASE
)
OWNED = re.compile(r"\b(?:son|ses|leurs?|its|their|cet|that)\s+(?:\w+\s+)?$", re.IGNORECASE)
LAST_WORDS = re.compile(
    r"(?:[\s,]*(?:et\s+s(?:uivants?|uiv\.|\.)|ff\.|et\s+seq\.?))?"
    r"(?:,?\s+(?:\w+\s+)?(?:alinéas?|tirets?|phrases?|sub-?paragraphs?|sentences?|indents?)\b)?",
)
OF = re.compile(
    r"[\s,]*(?P<of>(?i:du(?:dit)?|de\s+(?:la(?:dite)?|cette|notre|votre)|de\s+l['’]|des(?:dite?s)?|d['’]une?|de\s+ces?"
    r"|(?:of|to|in|from|under)(?:\s+(?:the|said|such|that|its|our|your|an?))?))\s*(?P<what>[^.;:()]{1,80})",
)
PRESENT = re.compile(r"(?:les?\s+|la\s+|the\s+)?(?:présente?s?|this|these|here)\b", re.IGNORECASE)
SAME = re.compile(r"(?:même|same)\s+")
PLAIN = frozenset({"contrat", "contract", "agreement", "cgu", "cgv", "cgs", "cgps", "cga", "accord"})
NAMING = frozenset({"condition", "term", "terme", *PLAIN})
WORD = re.compile(r"[^\W_](?:[\w’'&-]*\w)?")
LINKING = frozenset({"de", "du", "des", "d", "la", "le", "les", "of", "the", "for", "and", "et", "l"})
ADJECTIVES = frozenset(
    roots("générales particulières spécifiques principal cadre général spéciales general special particular master")
)
# No contract has so many articles as a code.
MANY = 99


def names_models(text: str) -> bool:
    """Whether words name clauses that authorities wrote, which contracts complete by their numbers."""
    return MODELS.search(text) is not None


def names_law(text: str) -> bool:
    """Whether words name a law, or clauses that authorities wrote."""
    return LAW_NAMED.search(text) is not None


class Elsewhere:
    """What a text calls itself, to tell its own clauses from those of laws and of other contracts."""

    def __init__(self, reading: Reading) -> None:
        tree = reading.tree
        titles = (reading.text.front.title, *map(words_of, tree.titles))
        self.own = frozenset(roots(" ".join(titles)))
        self.most = max((each.counts[-1] for each in tree.clauses if each.counts), default=0)

    def passages(self, text: str, found: tuple[Passage, ...]) -> list[tuple[Passage, bool]]:
        """The passages of a text, each with whether it leads elsewhere."""
        judged: list[tuple[Passage, bool]] = []
        for passage in found:
            joined = judged[-1][1] and _is_joined(text, judged[-1][0], passage) if judged else False
            judged.append((passage, self._leads_away(text, passage, joined=joined)))
        return judged

    def _leads_away(self, text: str, passage: Passage, *, joined: bool) -> bool:
        start, end = passage[0].start, passage[-1].end
        numbers = [each.number.partition(".")[0] for citation in passage for each in citation.references]
        many = any(each.isdigit() and int(each) > max(MANY, self.most) for each in numbers)
        return self.leads_away(text, start, end, otherwise=joined or many)

    def leads_away(self, text: str, start: int, end: int, *, otherwise: bool = False) -> bool:
        """Whether the words around a reference name another text; otherwise: what holds where they name none."""
        after = text[end : end + 160]
        if last := LAST_WORDS.match(after):
            after = after[last.end() :]
        said = self._said_of(after)
        if said is not None:
            return said
        before = text[max(0, start - 120) : start]
        law = LAW_BEFORE.search(before)
        return otherwise or bool(OWNED.search(before)) or bool(law and not ANOTHER.search(law[0]))

    def _said_of(self, after: str) -> bool | None:
        """Whether the words after a reference name another text, None where they name none."""
        law = LAW_AFTER.match(after)
        if law and not self.own & set(roots(law[0])):
            return True
        match = OF.match(after)
        if not match:
            return None
        if PRESENT.match(match["what"]):
            return False
        words = WORD.findall(SAME.sub("", match["what"]))
        return self._names_another(words) if words else None

    def _names_another(self, words: list[str]) -> bool | None:
        head = (roots(words[0]) or ("",))[0]
        name = {root for word in _name(words) for root in roots(word)}
        if head in NAMING or head in self.own:
            return not (name - {head} <= self.own and (head in PLAIN or head in self.own))
        if words[0][0].isupper() or re.match(rf"{LAW}(?!\w)", " ".join(words), re.IGNORECASE):
            return True
        return None


def _name(words: list[str]) -> list[str]:
    """The words that are part of a name: its first, adjectives and capitalised ones, and what comes after "de"."""
    name, linked = words[:1], False
    for word in words[1:]:
        folded = fold(word)
        if folded in LINKING:
            linked = folded not in {"and", "et"}
            continue
        if not (word[0].isupper() or linked or (roots(word) or ("",))[0] in ADJECTIVES):
            break
        name.append(word)
        linked = False
    return name


def _is_joined(text: str, before: Passage, passage: Passage) -> bool:
    """Whether "and" joins a passage to the one before: "l'article 28 du RGPD et l'article 32"."""
    gap = text[before[-1].end : passage[0].start]
    return len(gap) < 80 and not re.search(r"[.;:]\s", gap) and bool(ANOTHER.search(gap))
