"""Real texts, the ways in which they change, and what is true of every comparison of two of them."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from random import Random

from hypothesis import strategies as st

from macros.terms.compare import compare
from macros.terms.compare.sides import Side, markdown
from macros.terms.model import Passage, Redline, Run
from macros.terms.render.marked import marked
from tests.conftest import ROOT

BLANK = re.compile(r"\n[ \t]*\r?\n")
HEADING = re.compile(r"#{1,6} ")
ID = re.compile(r"[ \t]*\{#[^{}\n]*\}")
# What no reader counts as words: ids, and where links lead.
UNREAD = re.compile(r"\{#[^{}\n]*\}|\]\([^()\s]*\)")
FIGURE = re.compile(r"\d+")
# A word as a reader sees it; scripts without spaces have a word each character.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u00b2\u3040-\u30ff\u3400-\u9fff]+")
KINDS = frozenset({"text", "moved", "renumbered", "variable", "typography", "reference"})
STATES = frozenset({"kept", "added", "removed", "moved-from", "moved-to"})
CHANGES = frozenset(
    {"added", "removed", "edited", "moved", "moved-edited", "renumbered", "variable", "typography", "reference"}
)
ODDITIES = ("🙂", "👩‍👩‍👧", "🇫🇷", "مرحبا بالعالم", "\u200fعقد\u200e", "\u2028", "\u2029", "\u00a0",
    "\u202f", "\u200b", "e\u0301", "本合同自签署之日起生效。", "**gras**", "_un_", "`x`",
    "[lien](https://a.example/b_c)", "\\*", "&nbsp;", "<b>x</b>", "{#x}", "a@b.example", "1 234,56 €", "|",
    "x\\|y", "–", "…", "\t", "\x0c", "$x$", "²", "ﬁ", "ß", "İ")  # fmt: skip
GARBAGE = ("```\nx\n\ny\n```", "> cité\nencore", "<div>\n\nx",
    "| a | b |\n| --- | --- |\n| c | d |\n| e |", "Terme\n: sens\n: autre",
    "(a) un\n(b) deux", "Titre\n=====", "[a]: https://a.example 'b'", "***", "- x\n  - y\n\n    z", "~~~",
    "5. x\n7. y", "# ", "\ufeff")  # fmt: skip

Blocks = list[str]
Mutation = Callable[[Blocks, Random], Blocks]


@cache
def real_texts() -> tuple[str, ...]:
    """The texts of contracts as they were sealed, of two sites."""
    invented = ROOT / "tests/sites/history/docs/exemple/services"
    paths = [
        *ROOT.glob("docs/*/*/*/fr.sealed.md"),
        *(each for each in invented.glob("*/*.sealed.md") if ".r" not in each.name),
    ]
    return tuple(each.read_text(encoding="utf-8") for each in sorted(paths))


def _some(blocks: Blocks, rng: Random, wanted: str = r"[^\W\d_]") -> int | None:
    """The place of any block in which something stands."""
    found = [at for at, each in enumerate(blocks) if re.search(wanted, each)]
    return rng.choice(found) if found else None


def _edited(blocks: Blocks, rng: Random, change: Callable[[list[str]], None], wanted: str = r"\S \S") -> Blocks:
    """The blocks, the words of one of them changed."""
    at = _some(blocks, rng, wanted)
    if at is not None:
        words = blocks[at].split(" ")
        change(words)
        blocks[at] = " ".join(words)
    return blocks


def swap_words(blocks: Blocks, rng: Random) -> Blocks:
    def change(words: list[str]) -> None:
        i, j = rng.randrange(len(words)), rng.randrange(len(words))
        words[i], words[j] = words[j], words[i]

    return _edited(blocks, rng, change)


def insert_words(blocks: Blocks, rng: Random) -> Blocks:
    added = rng.choice(
        ["dans un délai raisonnable", "ne", "pas", "12 jours", "(le « Client »)", "sauf accord contraire."]
    )
    return _edited(blocks, rng, lambda words: words.insert(rng.randint(1, len(words)), added))


def delete_words(blocks: Blocks, rng: Random) -> Blocks:
    def change(words: list[str]) -> None:
        at = rng.randrange(len(words))
        del words[at : at + rng.randint(1, 20)]

    return _edited(blocks, rng, change)


def oddities(blocks: Blocks, rng: Random) -> Blocks:
    return _edited(blocks, rng, lambda words: words.insert(rng.randint(0, len(words)), rng.choice(ODDITIES)))


def glue(blocks: Blocks, rng: Random) -> Blocks:
    def change(words: list[str]) -> None:
        words[rng.randrange(len(words))] += rng.choice(ODDITIES)

    return _edited(blocks, rng, change)


def swap_blocks(blocks: Blocks, rng: Random) -> Blocks:
    if blocks:
        i, j = rng.randrange(len(blocks)), rng.randrange(len(blocks))
        blocks[i], blocks[j] = blocks[j], blocks[i]
    return blocks


def delete_blocks(blocks: Blocks, rng: Random) -> Blocks:
    at = rng.randint(0, len(blocks))
    del blocks[at : at + rng.randint(1, 3)]
    return blocks


def repeat_block(blocks: Blocks, rng: Random) -> Blocks:
    if blocks:
        blocks.insert(rng.randint(0, len(blocks)), rng.choice(blocks))
    return blocks


def foreign_block(blocks: Blocks, rng: Random) -> Blocks:
    other = rng.choice(rng.choice(real_texts()).split("\n\n"))
    blocks.insert(rng.randint(0, len(blocks)), rng.choice([other, *GARBAGE]))
    return blocks


def _clauses(blocks: Blocks) -> list[Blocks]:
    starts = [0, *(at for at, each in enumerate(blocks) if at and HEADING.match(each)), len(blocks)]
    return [blocks[start:end] for start, end in pairwise(starts)]


def move_clause(blocks: Blocks, rng: Random) -> Blocks:
    clauses = _clauses(blocks)
    moved = clauses.pop(rng.randrange(len(clauses)))
    clauses.insert(rng.randint(0, len(clauses)), moved)
    return [each for clause in clauses for each in clause]


def delete_clause(blocks: Blocks, rng: Random) -> Blocks:
    clauses = _clauses(blocks)
    del clauses[rng.randrange(len(clauses))]
    return [each for clause in clauses for each in clause]


def split_paragraph(blocks: Blocks, rng: Random) -> Blocks:
    at = _some(blocks, rng, r"^[A-ZÀ-Ý].*\. [A-ZÀ-Ý]")
    if at is not None:
        blocks[at : at + 1] = re.split(r"(?<=\.) (?=[A-ZÀ-Ý])", blocks[at], maxsplit=rng.randint(1, 2))
    return blocks


def merge_paragraphs(blocks: Blocks, rng: Random) -> Blocks:
    if len(blocks) > 1:
        at = rng.randrange(len(blocks) - 1)
        blocks[at : at + 2] = [blocks[at] + rng.choice([" ", "\n"]) + blocks[at + 1]]
    return blocks


def renumber(blocks: Blocks, rng: Random) -> Blocks:
    more = rng.randint(1, 3)
    return [
        FIGURE.sub(lambda found: str(int(found[0]) + more), each, count=1) if HEADING.match(each) else each
        for each in blocks
    ]


def rewrap(blocks: Blocks, rng: Random) -> Blocks:
    columns = rng.randint(40, 90)
    return [
        textwrap.fill(each, columns, break_long_words=False, break_on_hyphens=False)
        if each[:1].isalpha() and "\n" not in each
        else each
        for each in blocks
    ]


def substitute(blocks: Blocks, rng: Random) -> Blocks:
    found = Counter(re.findall(r"\b[A-ZÀ-Ý]\w{3,}|\d{2,}", "\n".join(blocks))).most_common(8)
    if found:
        old, new = (
            rng.choice(found)[0],
            rng.choice(["Contractant", "47", "contact@nouveau.example", "3 rue Neuve, 31000 Toulouse"]),
        )
        blocks = [each.replace(old, new) for each in blocks]
    return blocks


def edit_table(blocks: Blocks, rng: Random) -> Blocks:
    at = _some(blocks, rng, r"(?m)^\|")
    if at is None:
        return [*blocks, "| Pays | Prix |\n| --- | --- |\n| France | 5 € |\n| Espagne | 9 € |"]
    rows = blocks[at].split("\n")
    row = rng.randrange(len(rows))
    cells = rows[row].split("|")
    cell = rng.randrange(len(cells))
    kind = rng.randrange(6)
    if kind == 0:
        cells[cell] = f" {rng.randint(0, 99)} € "
    elif kind == 1:
        del cells[cell]
    elif kind == 2:
        cells.insert(cell, " autre ")
    rows[row] = "|".join(cells)
    if kind == 3:
        del rows[row]
    elif kind == 4:
        rows.insert(row, rows[row].replace("e", "é"))
    elif kind == 5:
        rows = [f"{each} --- |" if set(each) <= set("|- :") else f"{each} x |" for each in rows]
    blocks[at] = "\n".join(rows)
    return blocks


def sort_list(blocks: Blocks, rng: Random) -> Blocks:
    at = _some(blocks, rng, r"(?m)^(?:[-*]|\(?\w{1,3}[.)]) ")
    if at is not None:
        lines = blocks[at].split("\n")
        rng.shuffle(lines)
        blocks[at] = "\n".join(lines)
    return blocks


def other_marks(blocks: Blocks, rng: Random) -> Blocks:
    mark = rng.choice(["* ", "+ ", "(a) ", "3. "])
    return [re.sub(r"(?m)^- ", mark, each) for each in blocks]


def bold(blocks: Blocks, rng: Random) -> Blocks:
    return _edited(blocks, rng, lambda words: words.__setitem__(slice(0, 2), ["**" + " ".join(words[:2]) + "**"]))


def typeset(blocks: Blocks, rng: Random) -> Blocks:
    space = rng.choice(["\u00a0", "\u202f", "  ", "\u2028", "\n"])
    return [re.sub(" (?=[:;!?%€»])", space, each).replace("'", rng.choice("'’")) for each in blocks]


def levels(blocks: Blocks, rng: Random) -> Blocks:
    return [f"#{each}" if HEADING.match(each) else each for each in blocks]


def strip_ids(blocks: Blocks, rng: Random) -> Blocks:
    return [ID.sub("", each) for each in blocks]


MUTATIONS: Mapping[str, Mutation] = {
    each.__name__: each
    for each in (
        swap_words, insert_words, delete_words, oddities, glue, swap_blocks, delete_blocks, repeat_block, foreign_block,
        move_clause, delete_clause, split_paragraph, merge_paragraphs, renumber, rewrap, substitute, edit_table,
        sort_list,
        other_marks, bold, typeset, levels, strip_ids,
    )
}  # fmt: skip
ENDINGS: Mapping[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "lines end with CR LF": lambda text: text.replace("\n", "\r\n"),
    "lines end with CR": lambda text: text.replace("\n", "\r"),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "no final newline": lambda text: text.rstrip("\n"),
    "empty lines at both ends": lambda text: f"\n\n{text}\n\n \n",
}


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A stretch of a real text, and what several changes made of it."""
    blocks = draw(st.sampled_from(real_texts())).rstrip("\n").split("\n\n")
    start = draw(st.integers(0, len(blocks) - 1))
    before = blocks[start : start + draw(st.integers(1, 40))]
    if draw(st.booleans()):
        before = strip_ids(before, Random(0))
    after = list(before)
    for name, seed in draw(st.lists(st.tuples(st.sampled_from(sorted(MUTATIONS)), st.integers(0, 2**16)), max_size=8)):
        after = MUTATIONS[name](after, Random(seed)) if after else after
    endings = st.sampled_from(sorted(ENDINGS))
    old, new = draw(st.just("as it is") | endings), draw(st.just("as it is") | endings)
    return ENDINGS[old]("\n\n".join(before) + "\n"), ENDINGS[new]("\n\n".join(after) + "\n")


def redline(old: str, new: str) -> Redline:
    """The comparison of two Markdown texts."""
    return compare(markdown(old), markdown(new))


def runs(passage: Passage) -> tuple[Run, ...]:
    """All runs of a passage."""
    return (*passage.lead, *passage.words, *passage.tail)


def spelt(found: Redline, without: str) -> str:
    """One of the texts, from the ops that are not of the other."""
    return "".join(text for op, text, _, _ in found.ops if op != without)


def of_class_text(found: Redline) -> list[tuple[str, str]]:
    """What was deleted or inserted as wording."""
    return [(each.op, each.text) for each in found.ops if each.op != "equal" and each.kind == "text"]


def kinds(found: Redline) -> dict[str, str]:
    """What became of each clause, by its title."""
    return {each.clause.title: each.kind for each in found.changes}


def lines(old: str, new: str) -> list[str]:
    """The passages that differ, each on a line."""
    return [
        f"{passage.state}: {marked(runs(passage))}"
        for passage in redline(old, new).passages
        if any(run.op != "equal" for run in runs(passage))
    ]


def _places(found: Redline, without: str) -> Iterator[tuple[int, int, Run]]:
    """Where each run of one of the texts stands in it."""
    at = 0
    for passage in found.passages:
        for run in runs(passage):
            if run.op != without:
                yield at, at + len(run.text), run
                at += len(run.text)


def untouched(text: str, found: Redline, without: str) -> Counter[str]:
    """The words of one of the texts of which no character is marked."""
    marks = [(start, end) for start, end, run in _places(found, without) if run.op != "equal" and start < end]
    ends = [end for _, end in marks]
    words = Counter[str]()
    for match in WORD.finditer(text):
        at = bisect_right(ends, match.start())
        if at == len(marks) or marks[at][0] >= match.end():
            words[match[0]] += 1
    return words


def of_blocks(side: Side, found: Redline, without: str) -> list[tuple[Passage, list[int], Run]]:
    """The marked words of each passage, with the blocks of one of the texts among which they stand."""
    starts = [each.start for each in side.blocks]
    result, at = [], 0
    for passage in found.passages:
        size = sum(len(run.text) for run in runs(passage) if run.op != without)
        first = bisect_right(starts, at) - 1
        last = max(bisect_right(starts, at + size - 1) - 1, first)
        result += [
            (passage, list(range(first, last + 1)), run) for run in passage.words if run.op not in {"equal", without}
        ]
        at += size
    return result


def totals(found: Redline, op: str) -> int:
    """How many words of class text came or went; the id of a heading is none."""
    return sum(
        len(re.findall(r"[^\W_]+", UNREAD.sub(" ", run.text)))
        for passage in found.passages
        for run in runs(passage)
        if run.op == op and run.kind == "text"
    )


def faults(old: str, new: str) -> list[str]:
    """What should be true of every comparison and is not."""
    before, after = markdown(old), markdown(new)
    found = compare(before, after)
    checks: Iterable[tuple[str, bool]] = (
        ("equal and deleted words spell the old text", spelt(found, "insert") == old),
        ("equal and inserted words spell the new text", spelt(found, "delete") == new),
        (
            "the same bytes",
            spelt(found, "insert").encode() == old.encode() and spelt(found, "delete").encode() == new.encode(),
        ),
        ("equal texts have no mark", old != new or all(each.op == "equal" for each in found.ops)),
        ("texts that differ have marks", old == new or any(each.op != "equal" for each in found.ops)),
        ("no word half marked", untouched(old, found, "insert") == untouched(new, found, "delete")),
        ("no op is empty", all(each.text for each in found.ops)),
        (
            "neighbours differ",
            all((a.op, a.kind, a.clause) != (b.op, b.kind, b.clause) for a, b in pairwise(found.ops)),
        ),
        ("same input, same output", compare(markdown(old), markdown(new)) == found),
        (
            "passages spell what ops spell",
            "".join(r.text for p in found.passages for r in runs(p)) == "".join(each.text for each in found.ops),
        ),
        (
            "classes",
            {each.kind for each in found.ops} <= KINDS
            and {each.op for each in found.ops} <= {"equal", "delete", "insert"},
        ),
        ("states", {each.state for each in found.passages} <= STATES),
        ("kinds of changes", {each.kind for each in found.changes} <= CHANGES),
        (
            "each clause once",
            _once([each.old for each in found.changes]) and _once([each.new for each in found.changes]),
        ),
        ("deleted words are counted", sum(each.deleted for each in found.changes) == totals(found, "delete")),
        ("inserted words are counted", sum(each.inserted for each in found.changes) == totals(found, "insert")),
        ("marks stay in their block", not crossing(before, after, found)),
    )
    return [name for name, holds in checks if not holds]


def _once(clauses: Sequence[object]) -> bool:
    there = [id(each) for each in clauses if each is not None]
    return len(set(there)) == len(there)


def crossing(before: Side, after: Side, found: Redline) -> list[str]:
    """Marked words that begin in one paragraph, item or cell and end in another, where one became one."""
    olds, news = of_blocks(before, found, "insert"), of_blocks(after, found, "delete")
    many = {id(passage) for passage, blocks, _ in (*olds, *news) if len(blocks) > 1}
    return [
        run.text
        for side, rows in ((before, olds), (after, news))
        for passage, blocks, run in rows
        if id(passage) not in many and side.blocks[blocks[0]].kind != "listing" and BLANK.search(run.text.strip())
    ] + [
        run.text for passage, blocks, run in (*olds, *news) if len(blocks) > 1 and passage.state in {"added", "removed"}
    ]
