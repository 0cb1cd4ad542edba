"""Words of a page, where they stand on it, to its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from macros.terms.intake.model import Run
from macros.terms.intake.pandoc_runs import HIGH, LOW
from macros.terms.intake.printed import Line

# Letters nearer than this share of their size are one word; a space between Y and A takes 0.157 of it.
GAP = 0.14
# Letters smaller than this share of the others, and so far above or below their foot, are set high or low.
SMALL, RAISED, LOWERED = 0.88, 0.2, 0.05
BOLD = ("bold", "black", "heavy", "semibold", "demi")
ITALIC = ("italic", "oblique")


def lines_of(words: Sequence[dict[str, Any]]) -> Iterator[Line]:
    """Words by line, from top to bottom: those whose middle another one's height holds stand on its line."""
    lines: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda each: (each["bottom"], each["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        near = next((line for line in lines[-3:] if _holds(line, word, middle)), None)
        if near is None:
            lines.append([word])
        else:
            near.append(word)
    return (_line(sorted(line, key=lambda each: each["x0"])) for line in sorted(lines, key=_top))


def _holds(line: Sequence[dict[str, Any]], word: dict[str, Any], middle: float) -> bool:
    tallest = max(line, key=lambda each: each["bottom"] - each["top"])
    own = (tallest["top"] + tallest["bottom"]) / 2
    if tallest["top"] <= middle <= tallest["bottom"] or word["top"] <= own <= word["bottom"]:
        return True
    low = word["text"].isdecimal() and tallest["top"] < word["top"] < tallest["bottom"]
    return (
        low
        and word["size"] < SMALL * tallest["size"]
        and any(abs(word["x0"] - each["x1"]) < GAP * word["size"] for each in line)
    )


def _top(line: Sequence[dict[str, Any]]) -> float:
    return max(float(word["bottom"]) for word in line)


def _line(words: Sequence[dict[str, Any]]) -> Line:
    """Words that follow each other as a line, a space between those that stand apart."""
    longest = max(words, key=lambda word: len(word["text"]))
    runs: list[Run] = []
    for index, word in enumerate(words):
        apart = index > 0 and word["x0"] - words[index - 1]["x1"] > GAP * word["size"]
        run = _run(word, " " if apart else "")
        runs.append(run if apart or not index else _set_off(run, word, longest))
    # Letters of one setting are one run: a sign after a bold word is none of its own.
    merged = [
        Run(text="".join(run.text for run in group), strong=strong, emphasis=emphasis)
        for (strong, emphasis), group in groupby(runs, key=lambda run: (run.strong, run.emphasis))
    ]
    return Line(
        runs=tuple(merged),
        left=float(words[0]["x0"]),
        right=float(words[-1]["x1"]),
        top=float(min(word["top"] for word in words)),
        bottom=float(max(word["bottom"] for word in words)),
        size=round(float(longest["size"]), 1),
        first=float(words[0]["x1"] - words[0]["x0"]),
    )


def _set_off(run: Run, word: dict[str, Any], line: dict[str, Any]) -> Run:
    """The run, figures set high or low behind another word as such: 10⁶ is not 106."""
    if word["size"] >= SMALL * line["size"] or not run.text.isdecimal():
        return run
    below = (word["bottom"] - line["bottom"]) / line["size"]
    figures = HIGH if below < -RAISED else LOW if below > LOWERED else {}
    return replace(run, text=run.text.translate(figures))


def _run(word: dict[str, Any], space: str) -> Run:
    font = str(word["fontname"]).lower()
    return Run(
        text=space + word["text"],
        strong=any(each in font for each in BOLD),
        emphasis=any(each in font for each in ITALIC),
    )
