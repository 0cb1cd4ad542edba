"""Mutations of the wording: words, sentences and an address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from random import Random

from tests.bench.mutate.outline import SENTENCE_END, few, prose

LONG_WORD = re.compile(r"\b[a-zà-ÿ]{6,}\b")
ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://[^\s)\]]+|\b\d+,? (?:rue|avenue|quai|boulevard)[^,.–\n]+", re.IGNORECASE
)
SENTENCES = (
    "Le Client en est averti par écrit au moins quarante-cinq (45) jours à l'avance.",
    "Cette stipulation s'applique également aux sociétés affiliées, dès lors qu'elles bénéficient des prestations.",
    "Aucune indemnité n'est due au titre d'un retard inférieur à trois (3) jours ouvrés.",
    "La preuve contraire peut être rapportée par tout moyen.",
    "À défaut d'accord dans ce délai, la partie la plus diligente peut saisir un médiateur.",
)


def reword(lines: Sequence[str], rng: Random) -> list[str]:
    """In a few paragraphs, two to four words are others."""
    vocabulary = sorted(set(LONG_WORD.findall("\n".join(lines))))
    result = list(lines)
    for place in few(prose(lines), rng):
        result[place] = other_words(result[place], vocabulary, rng.randint(2, 4), rng)
    return result


def insert_sentences(lines: Sequence[str], rng: Random) -> list[str]:
    """A few paragraphs have one sentence more, anywhere."""
    result = list(lines)
    for place in few(prose(lines), rng):
        sentences = SENTENCE_END.split(result[place])
        sentences.insert(rng.randint(0, len(sentences)), rng.choice(SENTENCES))
        result[place] = " ".join(sentences)
    return result


def delete_sentences(lines: Sequence[str], rng: Random) -> list[str]:
    """A few paragraphs have lost a sentence that is neither their first nor their last."""
    result = list(lines)
    for place in few(prose(lines, least=3), rng):
        sentences = SENTENCE_END.split(result[place])
        del sentences[rng.randrange(1, len(sentences) - 1)]
        result[place] = " ".join(sentences)
    return result


def change_address(lines: Sequence[str], rng: Random) -> list[str]:
    """The address that stands in the text most often is another, everywhere."""
    found = Counter(ADDRESS.findall("\n".join(lines)))
    if not found:
        return list(lines)
    address = found.most_common(1)[0][0]
    number = rng.randint(2, 98)
    other = f"service{number}@nouveau.example" if "@" in address else f"{number} place de la Nouvelle-Adresse"
    if "://" in address:
        other = f"https://nouveau.example/page-{number}"
    return [line.replace(address, other) for line in lines]


def other_words(line: str, vocabulary: Sequence[str], count: int, rng: Random) -> str:
    """A line in which so many long words, or all it has, are words of the vocabulary."""
    places = [match.span() for match in LONG_WORD.finditer(line)]
    for start, end in sorted(rng.sample(places, min(count, len(places))), reverse=True):
        line = line[:start] + rng.choice(vocabulary) + line[end:]
    return line
