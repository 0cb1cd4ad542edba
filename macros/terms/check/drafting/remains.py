"""Rule of what a draft leaves behind: blanks to fill in, notes to colleagues, Word's own errors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.terms.check.drafting.typed import Spot, spots
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.paragraphs import CODE

# What has to be done, or filled in: enough between square brackets, alone between others.
DONE = (
    r"(?:compl[ée]ter|d[ée]finir|pr[ée]ciser|d[ée]terminer|ins[ée]rer|renseigner|remplir|confirmer|v[ée]rifier|valider|"
    r"revoir|supprimer|reprendre|adapter|discuter|ajouter|"
    r"completed|defined|confirmed|determined|inserted|agreed|specified|discussed|checked|added|filled)"
)
TO_DO = rf"(?:[àa]\s+|to\s+be\s+|to\s+)?(?:{DONE}|insert|complete|define|confirm|specify|check|fill\s+in|delete|choose)"
BLANK = (
    r"nom|pr[ée]nom|raison\s+sociale|d[ée]nomination|adresse|si[èe]ge|date|montant|num[ée]ro|n°|ville|soci[ée]t[ée]|"
    r"prestataire|client|fournisseur|dur[ée]e|prix|nombre|d[ée]lai|lieu|siren|pays|"
    r"name|address|amount|number|city|company|customer|supplier|provider|period|price|place|country|term|currency|"
    r"votre|your|the\s+(?:name|date|address|amount|company)"
)
NOTE = r"note|nb|nota|n\.b\.|ndlr|commentaire|comment|draft|projet|option|variante|todo|tbd|tbc|xx+"
NOTE_TO = (
    r"note\s+(?:de\s+rédaction|d[eu]s?\s+rédact\w+|aux?\s+rédact\w+|interne|à\s+moi)|ndlr|"
    r"note\s+(?:to|for|from)\s+(?:the\s+)?(?:draft\w*|legal|counsel|reviewers?|editors?|lawyers?)|"
    r"draft(?:ing|er['’]s)\s+notes?|internal\s+note"
)
UNIT = (
    r"(?:€|%|\$|£|euros?|eur|jours?|mois|ans?|années?|heures?|pour\s+cent|"
    r"days?|months?|years?|hours?|percent|per\s+cent|pounds?|dollars?)(?!\w)"
)
YEAR = r"(?:xxxx|xx|aaaa|yyyy|aa|yy|0000|____)"
NUMBERED = "titre title annexe livre article chapitre chapter section schedule annex part"
NO_NUMERAL = "".join(rf"(?<!{each}\sx)" for each in NUMBERED.split())
# Each begins with the sign by which it is found; a set of letters first is what makes a search slow.
REMAINS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\[(?:\s*(?:{TO_DO})\b|[^\[\]]{{0,80}}\b(?:[àa]|to\s+be)\s+(?:{DONE})\b)[^\[\]]{{0,200}}\]",
        rf"\[\s*(?:(?:{BLANK})\b[^\[\]]{{0,60}}|(?:{NOTE})\b[^\[\]]{{0,300}})\]",
        rf"\((?:\s*(?:[àa]|to\s+be)\s+(?:{DONE})\s*)\)|<(?:\s*(?:[àa]|to\s+be)\s+(?:{DONE})\s*)>",
        # A choice left open: "[30 / 60] jours", "[le/la]", "[twelve or twenty-four] months".
        rf"\[\s*(?-i:[a-zà-ÿ\d])[^\[\]/]{{0,60}}(?:\s/\s[^\[\]]{{1,80}}\]|(?:/|\s(?:ou|or)\s)[^\[\]]{{1,60}}\]\s?{UNIT})",
        r"\[(?!et/ou|and/or)(?-i:[a-zà-ÿ’'-]{2,30}/[a-zà-ÿ’'-]{2,30})\]",
        rf"\b(?:{NOTE_TO})\b\s?:|\b(?:{NOTE})\s?:\s*(?:[àa]|to\s+be)\s+(?:{DONE})\b",
        r"\[(?:[●•■□▪◦*?_.\s/-]++|\s*+[x×]++\s*+)\]",
        r"●(?<=\w\s●)",
        rf"_(?<!__)_{{2,}}+\s?{UNIT}",
        rf"\.(?<!\.\.)\.{{3,}}+\s?{UNIT}",
        rf"…(?<!……)…++\s?{UNIT}",
        r"\?{2,}",
        # Numbers and dates that nobody filled in; XX and XXX are also Roman numerals.
        rf"[xjdm0_](?<![\w/].)(?:(?<=[x0_m])[x0_m]|(?<=j)j|(?<=d)d)[/.-](?:xx|mm|dd|00|__)[/.-]{YEAR}(?![\w/])",
        rf"x(?<![\w@/.-]x)x+(?:[.,]x+)?\s?{UNIT}",
        r"x(?<![\w@/.-]x)x{3,}(?![\w@])",
        rf"x(?<![\w@/.-]x){NO_NUMERAL}xx(?![\w@])",
        r"lorem\s+ipsum|dolor\s+sit\s+amet|fixme\b",
        # Markdown that none was read as: a footnote, a link, the line under a table's head that has other columns.
        r"\[\^[^\[\]\s]{1,40}\]",
        rf"\[[^\[\]]{{1,80}}\]\s?(?:\((?:mailto:|tel:)?[{CODE}#][^()]{{0,200}}\)|\[[^\[\]\s]{{0,40}}\])",
        r"\|\s?:?-{3,}:?\s?\|",
        r"\[[^\[\]]{0,80}\]\s+\(#[a-z0-9-]{1,80}\)",
        # An expression with a brace too few, and those of other programs.
        r"\{(?<!\{\{)\s*[a-z_]{1,40}(?:\.[a-z_]{1,40})+\s*\}(?!\})|\$\{[^{}]{1,60}\}",
        # What negotiation left between brackets: "[thirty (30)] days".
        rf"\[[a-zà-ÿ-]{{2,30}}\s\(\d{{1,6}}\)\](?=\s?{UNIT})",
        # UTF-8 that was read as another code: "donnÃ©es", "lâ€™accÃ¨s".
        r"Ã[\u0080-\u00bf€]|â€[™œ\u009d“”¦]|Â[\u00a0«»°]",
        r"erreur\s*!\s*(?:source|signet|r[ée]f[ée]rence|nous|il)\b[^.\n]{0,60}",
        r"error!\s*(?:reference|bookmark|not|no)\b[^.\n]{0,60}",
    )
)
# Only in capitals: "todo" is a word of other languages.
SHOUTED = re.compile(r"\b(?:TODO|TBD|TBC|TBA|À\s+COMPLÉTER|A\s+COMPLETER|À\s+DÉFINIR|A\s+DEFINIR|À\s+PRÉCISER)\b")
NOTED = "a text has no footnotes: put the words of the note where it is called, or into a clause"
ELLIPSIS = re.compile(r"\[\s*(?:…|\.{2,})\s*\]")
FORMAT = re.compile(r"\bformat\b[^.]{0,20}$", re.IGNORECASE)
QUOTE = re.compile(r"«[^«»]{0,2000}»|“[^“”]{0,2000}”|\"[^\"]{0,2000}\"")


def remains(wording: Wording) -> Iterator[Fault]:
    """Nothing is left to fill in, no note to colleagues and no sign of a broken reference."""
    every = (spot for pattern in (SHOUTED, ELLIPSIS, *REMAINS) for spot in spots(wording, pattern))
    found = {(id(each.paragraph), each.start): each for each in every}
    for each in _outermost(sorted(found.values(), key=lambda spot: (spot.line, spot.start))):
        text = each.paragraph.text
        words = " ".join(text[each.start : each.end].split())
        if ELLIPSIS.fullmatch(text, each.start, each.end) and _is_quoted(text, each.start):
            continue
        if FORMAT.search(text[max(0, each.start - 40) : each.start]):
            continue
        cure = NOTED if words.startswith("[^") else "write what is meant, or take it out"
        yield Fault(line=each.line, message=f"expected a finished text, found “{words}”; {cure}")


def _outermost(found: Iterable[Spot]) -> Iterator[Spot]:
    """Places in order, without those that stand inside the one before."""
    last: Spot | None = None
    for each in found:
        if last is None or each.paragraph is not last.paragraph or each.start >= last.end:
            last = each
            yield each


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place stands inside a quotation, where an ellipsis stands for words left out."""
    return any(match.start() < at < match.end() for match in QUOTE.finditer(text))
