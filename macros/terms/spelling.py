"""Words to whether a kept dictionary has them: the only room that knows hunspell."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice, product
from pathlib import Path

from hunspell import Hunspell

# Words of contracts and of computing that the dictionaries lack.
LISTS = Path(__file__).parent / "word_lists"
# Where `make check` puts the dictionaries, and where a machine that has hunspell keeps its own.
FOLDERS = (Path(sys.prefix) / "share" / "hunspell", Path("/usr/share/hunspell"))
# The dictionary of each language that is spelt, French and British; American is the package's own.
KEPT = {"en": "en_GB", "fr": "fr"}
AMERICAN = "en_US"
# What American and British spell apart: "color" and "colour", "center" and "centre", "canceled" and "cancelled".
APART = (
    ("or", "our"),
    ("iz", "is"),
    ("yz", "ys"),
    ("ense", "ence"),
    ("l", "ll"),
    ("ll", "l"),
    ("er", "re"),
    ("og", "ogue"),
)
# Beyond this no language has a word, and hunspell does not look.
LONGEST = 50
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŸÆæ'’-]+")
ELISION = re.compile(
    r"^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|entr|aujourd)['’](?=.)", re.IGNORECASE
)
POSSESSIVE = re.compile(r"(?<=.)['’]s?$", re.IGNORECASE)
# Before a word they make another: "cyberattaque", "resubmit".
PREFIXES = {
    "fr": "re|ré|dé|dés|cyber|télé|auto|multi|pré|post|co|inter|non|anti|micro|macro|géo|hyper|infra|intra|extra|méta|"
    "crypto|pseudo|sous|sur|ultra|mono|pluri|bi|vidéo|audio|éco|e|web|ex|quasi|archi|contre|semi|trans",
    "en": "re|un|non|pre|de|dis|sub|co|over|under|cyber|multi|inter|mis|anti|counter|auto|micro|macro|geo|hyper|infra|"
    "intra|extra|meta|crypto|pseudo|post|semi|trans|tele|video|audio|e|web|ex|quasi|super|cross|self",
}
PREFIX = {
    language: re.compile(rf"(?:{prefixes})-?(?=\w{{4}})", re.IGNORECASE) for language, prefixes in PREFIXES.items()
}
LIGATURES = (("oe", "œ"), ("OE", "Œ"), ("Oe", "Œ"), ("ae", "æ"))
ACCENTED = {"e": "èêë", "a": "àâ", "i": "îï", "o": "ô", "u": "ùûü", "c": "ç"}
# Where the reform writes è for é: "considèrerait"; and where it leaves out a circumflex.
GRAVE = re.compile(r"è(?=[^\W_aeiouyéèê]{1,2}e)")
CIRCUMFLEX = {"i": "î", "u": "û"}
ACUTE = {"e": "eé"}
MOST_ACUTE, MOST_VARIANTS = 64, 600


@cache
def folder(language: str) -> Path | None:
    """Where the dictionary of a language is, None where this machine has none."""
    return next((each for each in FOLDERS if (each / f"{KEPT[language]}.dic").is_file()), None)


@cache
def _dictionary(name: str) -> Hunspell:
    return Hunspell(KEPT[name], hunspell_data_dir=str(folder(name))) if name in KEPT else Hunspell(name)


@cache
def _added(language: str) -> frozenset[str]:
    """The words of contracts that the dictionary of a language lacks."""
    return frozenset((LISTS / f"{language}.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=1 << 17)
def has(word: str, name: str) -> bool:
    """Whether a dictionary has the word just so; one that this machine has not cannot say that a word is wrong."""
    if name in KEPT and folder(name) is None:
        return True
    plain = word.replace("’", "'")
    letters = plain.isascii() if name == AMERICAN else LATIN.fullmatch(plain)
    return bool(letters) and len(plain) <= LONGEST and bool(_dictionary(name).spell(plain))


@lru_cache(maxsize=1 << 17)
def is_word(word: str, language: str) -> bool:
    """Whether the word is one of the language: elided, with a prefix, in capitals without accents, typed without œ."""
    return len(word) <= LONGEST and any(_stands(form, language) for form in _forms(word, language))


def bare(word: str, language: str) -> str:
    """The word without what is elided before it, or the English possessive after it."""
    return ELISION.sub("", word) if language == "fr" else POSSESSIVE.sub("", word)


def _forms(word: str, language: str) -> Iterator[str]:
    yield word
    yield (alone := bare(word, language))
    # Names in small letters, as in addresses: "linux", "sepa".
    yield from (alone.capitalize(), alone.upper())
    if language == "fr":
        # Adverbs that the dictionary lacks, not "conformement" for "conformément".
        if alone.endswith("ement") and not has(f"{alone.removesuffix('ement')}ément", language):
            yield alone.removesuffix("ment")
        yield from _reformed(alone)
        for typed, ligature in LIGATURES:
            if typed in alone:
                yield alone.replace(typed, ligature)
        if alone[:1].isupper():
            yield from accented(alone)


def _reformed(word: str) -> Iterator[str]:
    """The older spelling of what the French reform of 1990 lets one write: "règlementaire", "entraine"."""
    yield GRAVE.sub("é", word)
    yield from (
        word[:at] + CIRCUMFLEX[letter] + word[at + 1 :] for at, letter in enumerate(word) if letter in CIRCUMFLEX
    )


def _stands(word: str, language: str) -> bool:
    """Whether the dictionary has a word, the list beside it, or what follows a prefix."""
    lower = word.lower()
    if has(word, language) or not {lower, lower.rstrip("sx")}.isdisjoint(_added(language)):
        return True
    rest = PREFIX[language].sub("", lower, count=1)
    return rest != lower and has(rest, language)


def accented(word: str) -> Iterator[str]:
    """What capitals without accents may stand for, the first few hundred."""
    return islice(_accented(word), MOST_VARIANTS)


def _accented(word: str) -> Iterator[str]:
    """What capitals without accents may stand for: "ETAT", "Etat", "RESILIATION", "CONTROLE"."""
    lower = word.lower()
    if not word.isupper():
        yield from (
            first + lower[1:] for first in ("é" + ACCENTED["e"] if lower[0] == "e" else ACCENTED.get(lower[0], ""))
        )
        return
    acute = list(map("".join, islice(product(*(ACUTE.get(letter, letter) for letter in lower)), MOST_ACUTE)))
    yield from acute
    for at, letter in enumerate(lower):
        for other in ACCENTED.get(letter, ""):
            yield from (each[:at] + other + each[at + 1 :] for each in acute)


def offered(word: str, language: str) -> Iterator[str]:
    """What hunspell offers for a word; it looks for a time, so on a busy machine it offers less."""
    return (each.replace("'", "’") for each in _dictionary(language).suggest(word))


def british(word: str) -> str:
    """How the British spell an American word, "" where it is none."""
    return _twin(word, APART, "en") if not has(word, "en") and has(word, AMERICAN) else ""


def american(word: str) -> str:
    """How Americans spell a British word, "" where it is none."""
    swapped = [(british, american) for american, british in APART]
    return _twin(word, swapped, AMERICAN) if has(word, "en") and not has(word, AMERICAN) else ""


def _twin(word: str, pairs: Iterable[tuple[str, str]], name: str) -> str:
    """The word of a dictionary that is made by writing the second of a pair for the first, "" where none is."""
    made = (word[: match.start()] + new + word[match.end() :] for old, new in pairs for match in re.finditer(old, word))
    return next((each for each in made if has(each, name)), "")
