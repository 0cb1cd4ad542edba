"""Defined terms under other names: shortened, turned round, misspelt, with other capitals, in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from macros.terms.check.drafting.terms_lists import LINKS, ROLES
from macros.terms.check.drafting.terms_phrases import Phrase, phrases, shown
from macros.terms.check.drafting.terms_used import SPEAKING, Mention, Terms, terms_of
from macros.terms.check.drafting.terms_words import content, is_shouted, key, words
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault

DEFINITE = {"fr": r"\b(?i:le|du|au|dudit|audit)\s+", "en": r"\b(?i:the)\s+"}
# A noun that goes on names another: le client de messagerie, le prestataire du Client, the client application.
GOES_ON = re.compile(r"\s+(?:de|du|des|d['’]|of|à\s+(?!l)|final|finaux|web|lourd|léger)\b")
CLOSE = 0.85


def term_variant(wording: Wording) -> Iterator[Fault]:
    """A defined term is used in the very form in which it is defined."""
    terms = terms_of(wording)
    for names, found in _renamed(terms):
        line = terms.paragraphs[found[0].at].line_at(found[0].start)
        yield Fault(line=line, message=_variant(names, shown(found), len(found)))
    for name, mentions in _recased(terms).items():
        first = terms.paragraphs[mentions[0].at]
        said = mentions[0].said(first)
        yield Fault(line=first.line_at(mentions[0].words[0].start), message=_variant([name], said, len(mentions)))
    yield from _small(terms)


def _variant(names: list[str], said: str, times: int) -> str:
    expected = " or ".join(f"“{name}”" for name in names)
    often = f" ({times} times, first here)" if times > 1 else ""
    norm = f"expected {expected} as the term is defined, found “{said}”{often}"
    return f"{norm}; use the defined term, or define this one too"


def variants(terms: Terms) -> set[tuple[str, ...]]:
    """The keys of the terms that stand in the text in another form."""
    return {key(name) for names, _ in _renamed(terms) for name in names}


def undefined(terms: Terms) -> dict[tuple[str, ...], list[Phrase]]:
    """The phrases that are written like terms and are neither defined nor a variant of what is, by what they say."""
    found = _grouped(terms.wording)
    return {roots: each for roots, each in found.items() if not _meant(terms, each)}


def _renamed(terms: Terms) -> Iterator[tuple[list[str], list[Phrase]]]:
    """The names that phrases stand for, and those phrases."""
    for found in _grouped(terms.wording).values():
        if names := _meant(terms, found):
            yield names, found


@lru_cache(maxsize=2)
def _grouped(wording: Wording) -> dict[tuple[str, ...], list[Phrase]]:
    """The phrases of a text by what they are compared by, without those that say where they are defined."""
    terms = terms_of(wording)
    found: dict[tuple[str, ...], list[Phrase]] = {}
    for each in phrases(terms):
        if each.roots not in terms.aliases:
            found.setdefault((*each.roots, *key(each.tail if each.is_qualified else "")), []).append(each)
    known = {roots: each for roots, each in found.items() if not any(it.is_pointed for it in each)}
    return {roots: each for roots, each in known.items() if not _is_both(roots, known)}


def _is_both(roots: tuple[str, ...], found: Mapping[tuple[str, ...], list[Phrase]]) -> bool:
    """Whether two phrases that stand by themselves elsewhere only met here: le Prestataire du Bug."""
    ties = [at for at, one in enumerate(roots) if one in LINKS]
    return any(roots[:at] in found and (roots[at + 1 :] in found or roots[at + 2 :] in found) for at in ties)


def _meant(terms: Terms, found: list[Phrase]) -> list[str]:
    """The defined terms of which phrases are another form."""
    places = {each.at for each in found}
    firm = [it for it in terms.defined if it.firm and not places <= it.body]
    return list(dict.fromkeys(name for it in firm for name in it.names if _is_form(name, found[0], terms)))


def _is_form(name: str, phrase: Phrase, terms: Terms) -> bool:
    """Whether a phrase has all the words of a name of several, some of them with the main one, or nearly the same."""
    roots = key(name)
    meant, core = content(roots), content(phrase.roots)
    whole = content([word.root for word in phrase.whole])
    if _joined(roots) == _joined(phrase.roots):
        return True
    if len(meant) == 1:
        return False
    if meant in {core, whole}:
        return True
    if core < meant:
        return head(name, terms.wording.language) in core and core == whole and not phrase.is_qualified
    return len(phrase.roots) == len(roots) > 1 and _likeness(phrase.roots, roots) >= CLOSE


def _joined(roots: Sequence[str]) -> str:
    """Words as one: Sub-processor, Sub processor and Subprocessor are alike."""
    return "".join(roots).replace("-", "")


def _likeness(said: tuple[str, ...], roots: tuple[str, ...]) -> float:
    """How alike two phrases of as many words are, from 0 to 1; only one word may differ."""
    other = [(one, two) for one, two in zip(said, roots, strict=True) if one != two]
    return SequenceMatcher(None, *other[0]).ratio() if len(other) == 1 else 0


def head(name: str, language: str) -> str:
    """The root of the main word of a term: its first in French, the one before "of", or the last, in English."""
    return key(name.partition(" of ")[0])[-1] if language == "en" else key(name)[0]


def _recased(terms: Terms) -> dict[str, list[Mention]]:
    """The mentions of each term with capitals in other places than its definition has them."""
    found: dict[str, list[Mention]] = {}
    for each in terms.mentions:
        if each.is_capital and (name := _differing(terms, each)):
            found.setdefault(name, []).append(each)
    return found


def _differing(terms: Terms, mention: Mention) -> str:
    """The name that a mention writes with other capitals, "" if it does not or if capitals say nothing there."""
    paragraph = terms.paragraphs[mention.at]
    every = dict.fromkeys(name for it in mention.defined for name in it.names)
    names = [name for name in every if key(name) == mention.key and name[:1].isupper()]
    cases = [word.cases for word in mention.words]
    if not names or any([word.cases for word in words(name)] == cases for name in names):
        return ""
    if paragraph.kind not in SPEAKING or is_shouted(paragraph) or terms.is_own(mention):
        return ""
    if _in_values(terms, mention) or (mention.words[0].case == "upper" and _is_shouted_around(terms, mention)):
        return ""
    return names[0]


def _is_shouted_around(terms: Terms, mention: Mention) -> bool:
    """Whether the word before or after is in capitals too: SOFTWARE AS A SERVICE."""
    found = terms.words[mention.at]
    place = found.index(mention.words[0])
    around = (*found[max(0, place - 1) : place], *found[place + len(mention.words) :][:1])
    return any(word.text.isupper() for word in around)


def _in_values(terms: Terms, mention: Mention) -> bool:
    """Whether a mention is part of what a variable prints."""
    said = mention.said(terms.paragraphs[mention.at])
    return any(said in value for value in terms.wording.values)


def _small(terms: Terms) -> Iterator[Fault]:
    """The first place where a party is called by a small letter."""
    article = DEFINITE[terms.wording.language]
    names = {name for it in terms.defined for name in it.names if name.lower() in ROLES and name[:1].isupper()}
    for name in sorted(names):
        pattern = re.compile(rf"{article}({re.escape(name.lower())})\b(?!['’\w-])")
        # the customer named in the order (the “Customer”)
        defined = {it.at: it.start for it in terms.defined if name in it.names}
        found = [
            (paragraph, match.start(1))
            for at, paragraph in enumerate(terms.paragraphs)
            if paragraph.kind in SPEAKING
            for match in pattern.finditer(paragraph.text)
            if not GOES_ON.match(paragraph.text, match.end()) and match.start() >= defined.get(at, 0)
        ]
        if found:
            paragraph, start = found[0]
            yield Fault(line=paragraph.line_at(start), message=_variant([name], name.lower(), len(found)))
