"""Mutations of the layout: marks, typography, line ends and the ends of paragraphs."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from random import Random

from tests.bench.mutate.outline import SENTENCE_END, few, prose
from tests.bench.mutate.wording import reword

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


def markup(lines: Sequence[str], rng: Random) -> list[str]:
    """Other list marks, other levels of headings, words in bold; no word changes."""
    mark = rng.choice("*+")
    result = [re.sub(r"^- ", f"{mark} ", re.sub(r"^###", "####", line)) for line in lines]
    for place in few(prose(lines), rng):
        result[place] = re.sub(r"\b([a-zà-ÿ]{7,})\b", r"**\1**", result[place].replace("**", ""), count=2)
    return result


def typography(lines: Sequence[str], rng: Random) -> list[str]:
    """Other apostrophes, quotes, dashes and kinds of space; no word changes."""
    space = rng.choice((NO_BREAK, NARROW))
    return [line if line.startswith(("#", "|", ":")) else _typeset(line, space) for line in lines]


def hard_wrap(lines: Sequence[str], rng: Random) -> list[str]:
    """Paragraphs in lines of at most 80 columns, and a few words of a few of them others."""
    result = reword(lines, rng)
    wrapped = set(prose(result))
    return [part for place, line in enumerate(result) for part in (_wrapped(line) if place in wrapped else [line])]


def split_paragraphs(lines: Sequence[str], rng: Random) -> list[str]:
    """A few paragraphs in two, at the end of a sentence."""
    result = list(lines)
    for place in reversed(few(prose(lines, least=2), rng)):
        sentences = SENTENCE_END.split(result[place])
        cut = rng.randrange(1, len(sentences))
        result[place : place + 1] = [" ".join(sentences[:cut]), "", " ".join(sentences[cut:])]
    return result


def merge_paragraphs(lines: Sequence[str], rng: Random) -> list[str]:
    """A few paragraphs in one with the paragraph after them."""
    whole = set(prose(lines))
    pairs = [place for place in whole if place + 2 in whole and not lines[place + 1]]
    result = list(lines)
    for place in reversed(few(sorted(pairs), rng)):
        result[place : place + 3] = [f"{result[place]} {result[place + 2]}"]
    return result


def _typeset(line: str, space: str) -> str:
    turned = line.translate({ord("'"): "’", ord("’"): "'", ord("–"): "—"})
    return re.sub(r"(?<=[«\d]) | (?=[»:;!?%€])", space, turned)


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, 80, break_long_words=False, break_on_hyphens=False)
