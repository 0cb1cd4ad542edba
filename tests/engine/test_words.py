"""Words as a reader sees them: every character belongs to one, and what two texts share is what a reader would say."""

from __future__ import annotations

import string
from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.terms.words.edits import Same, common, rising
from macros.terms.words.patterns import PLAIN, SPECIAL, TOKEN
from macros.terms.words.tokens import Vocabulary

# Pieces that stick together in nasty ways.
PIECES = st.sampled_from(
    ["le", "Client", "l'", "e\u0301", "12", "1 234,56 €", "1er mars 2026", "2026-12-31", "a@b.example",
    "https://a.example/b_c", "[3.2](#prix)", "[lien](https://a.example)", "**", "_", "`", "|", "\\", "\\*", "[",
    "](", "]", "<", "<b>", "</b>", "&", "&nbsp;", "{#x}", "{", "...", "…", "🙂", "👩‍👩‍👧", "🇫🇷", "日本",
    "العميل", "\u200f", "\u00a0", "\u202f", "\u2028", " ", "  ", "\n", "\t", ",", ".", "@", "://", "%", "€",
    "²", "\u00ad", "\u200b", "\ufeff"]
)  # fmt: skip
TEXTS = st.text(max_size=30) | st.lists(PIECES, max_size=12).map("".join)
PLAIN_PIECES = st.sampled_from(
    ["le", "Client", "l'", "e\u0301", "12", "1 234,56 €", "1er mars 2026", "March 5, 2026", "2026-12-31",
    "31/12/2026", "3,5 %", "$", "7", "é", "日本", "العميل", "\u00a0", "\u202f", " ", "\n", ",", ".", "..", "–",
    "«", "²", "(", ")", "-", "#"]
)  # fmt: skip
PLAIN_TEXTS = (st.text(max_size=30) | st.lists(PLAIN_PIECES, max_size=12).map("".join)).filter(
    lambda text: not SPECIAL.search(text)
)


def tokens(text: str) -> list[str]:
    """The tokens of a text, as typed."""
    found = Vocabulary().tokens(text, 0, len(text))
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def shared(old: str, new: str) -> list[str]:
    """The stretches that two texts have in common, as the new one types them."""
    vocabulary = Vocabulary()
    a, b = vocabulary.tokens(old, 0, len(old)), vocabulary.tokens(new, 0, len(new))
    return [
        new[b.starts[each.new] : b.ends[each.new + each.size - 1]]
        for each in common(a.ids, b.ids, vocabulary)
        if each.size
    ]


@given(TEXTS)
def test_every_character_belongs_to_a_word_or_to_the_space_and_marks_before_it(text: str) -> None:
    found = Vocabulary().tokens(text, 0, len(text))
    edges = [0, *(at for span in zip(found.starts, found.ends, strict=True) for at in span), len(text)]
    assert edges == sorted(edges)
    assert all(start < end for start, end in zip(found.starts, found.ends, strict=True))
    for end, start in zip([0, *found.ends], [*found.starts, len(text)], strict=True):
        left = text[end:start]
        # What no token has is spaces and marks: the marks of Markdown hold words only as addresses and attributes.
        assert not left or not any(each.isalnum() for each in left) or set(left) & set("<&{")


@given(TEXTS, TEXTS, TEXTS)
def test_words_are_the_same_wherever_the_text_begins(before: str, text: str, after: str) -> None:
    vocabulary = Vocabulary()
    alone = vocabulary.tokens(text, 0, len(text))
    inside = vocabulary.tokens(before + text + after, len(before), len(before) + len(text))
    assert (inside.ids, [at - len(before) for at in inside.starts]) == (alone.ids, alone.starts)


@given(PLAIN_TEXTS)
def test_text_without_special_signs_has_the_same_words_read_either_way(text: str) -> None:
    assert [pair for pair in PLAIN.findall(text) if any(pair)] == [pair for pair in TOKEN.findall(text) if any(pair)]


WHOLE = [
    "1 234,56 €", "1\u202f234,56\u00a0€", "12,5 %", "3.2", "1,234.50", "1er janvier 2026", "12 mars 2026",
    "2026-12-31", "31/12/2026", "January 5, 2026", "5 January 2026", "5 يناير 2026",
    "https://acme.example/a_b?c=d&e=1#f", "aide.client+sav@acme-2.example.fr", "[3.2](#prix)", "[A](#annexe)",
    "🇫🇷", "👩‍👩‍👧", "e\u0301te\u0301", "🙂\ufe0f",
]  # fmt: skip


@pytest.mark.parametrize("whole", WHOLE)
def test_an_amount_a_date_an_address_or_a_reference_is_one_token(whole: str) -> None:
    assert tokens(f"Le tout ({whole}), est là.") == ["Le", "tout", "(", whole, ")", ",", "est", "là", "."]


def test_a_chinese_character_is_a_token() -> None:
    assert tokens("有效期三年。") == list("有效期三年。")


def test_an_arabic_word_is_a_token() -> None:
    assert tokens("يدفع العميل الثمن.") == ["يدفع", "العميل", "الثمن", "."]


@pytest.mark.parametrize(
    ("one", "other"),
    [("l'accès", "l’accès"), ("« x »", '" x "'), ("a – b", "a - b"), ("e\u0301", "é"), ("1 000",
    "1\u202f000"), ("x…", "x..."),
     ("a&amp;b", "a&b"), ("con\u00adtrat", "contrat"), ("un\u200b an", "un an"), ("\u200bun", "un"),
     ("et/ou", "et/\u200bou"), ("\ufefftacite\u2060ment", "tacitement"), ("un &shy; an", "un an"), ("\u200b", "")],
)  # fmt: skip
def test_what_typography_alone_tells_apart_counts_as_the_same(one: str, other: str) -> None:
    vocabulary = Vocabulary()
    assert vocabulary.tokens(one, 0, len(one)).ids == vocabulary.tokens(other, 0, len(other)).ids


# Few words, so that much is common; and what texts are made of.
WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", ".", ","]), max_size=25)


def numbers(words: Sequence[str], vocabulary: Vocabulary) -> list[int]:
    """The words by number."""
    return [vocabulary.number(each) for each in words]


@given(WORDS, WORDS)
def test_what_two_texts_share_is_equal_on_both_sides_and_in_order(old: list[str], new: list[str]) -> None:
    vocabulary = Vocabulary()
    found = common(numbers(old, vocabulary), numbers(new, vocabulary), vocabulary)
    for each in found:
        assert old[each.old : each.old + each.size] == new[each.new : each.new + each.size]
    for last, following in pairwise([Same(0, 0, 0), *found, Same(len(old), len(new), 0)]):
        assert last.old + last.size <= following.old
        assert last.new + last.size <= following.new


@given(WORDS)
def test_equal_texts_share_everything(words: list[str]) -> None:
    vocabulary = Vocabulary()
    ids = numbers(words, vocabulary)
    assert common(ids, ids, vocabulary) == ([Same(0, 0, len(ids))] if ids else [])


@given(WORDS, WORDS)
def test_no_island_of_one_or_two_words_stands_between_two_changes(old: list[str], new: list[str]) -> None:
    vocabulary = Vocabulary()
    found = common(numbers(old, vocabulary), numbers(new, vocabulary), vocabulary)
    stretches = [Same(0, 0, 0), *(each for each in found if each.size), Same(len(old), len(new), 0)]
    for last, each, following in zip(stretches, stretches[1:], stretches[2:], strict=False):
        changed_before = last.old + last.size < each.old or last.new + last.size < each.new
        changed_after = each.old + each.size < following.old or each.new + each.size < following.new
        words = sum(word.isalpha() for word in old[each.old : each.old + each.size])
        assert not (changed_before and changed_after and words in {1, 2})


@given(WORDS, WORDS)
def test_texts_share_three_words_in_ten_or_whole_sentences_or_nothing(old: list[str], new: list[str]) -> None:
    vocabulary = Vocabulary()
    found = common(numbers(old, vocabulary), numbers(new, vocabulary), vocabulary)
    every = sum(word.isalpha() for word in (*old, *new))
    same = [sum(word.isalpha() for word in old[each.old : each.old + each.size]) for each in found]
    assert not every or 2 * sum(same) >= 0.3 * every or all(size >= 6 for size in same)


ISLANDS = {
    "one word": ("Le Client doit payer le prix convenu avant la fin du mois.",
        "Le Client peut payer un prix convenu avant la fin du mois.",
        ["Le Client", "prix convenu avant la fin du mois."]),
    "a word between two words": ("Le vendeur livre la chose au client dans le mois.",
        "Le fournisseur livre une chose au client dans le mois.", ["Le", "chose au client dans le mois."]),
    "three words": ("Le vendeur livre toujours la chose au client dans le mois.",
        "Le fournisseur livre toujours la marchandise au client dans le mois.",
        ["Le", "livre toujours la", "au client dans le mois."]),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), ISLANDS.values(), ids=ISLANDS)
def test_few_words_between_two_changes_are_read_as_part_of_one(old: str, new: str, expected: list[str]) -> None:
    assert shared(old, new) == expected


def test_texts_with_little_in_common_are_replaced_whole() -> None:
    assert (
        shared(
            "Le Client paie le prix dans les trente jours.",
            "Aucune somme avant que le bien soit livré, le mois suivant.",
        )
        == []
    )


def test_a_sentence_stays_in_a_paragraph_of_which_little_else_does() -> None:
    stays = "Le droit français s'applique à ce contrat."
    old = f"Le Client paie dans les trente jours, sans escompte ni remise. {stays} Le vendeur livre partout."
    new = f"Aucune somme avant livraison complète et acceptée, sauf urgence prouvée. {stays} Rien d'autre ne compte."
    assert any(stays in each for each in shared(old, new))


SENTENCES = [
    "Le Client paie.",
    "Le Client peut résilier à tout moment.",
    "Le Client garde ses données.",
    "Le contrat finit.",
]


@pytest.mark.parametrize("place", range(len(SENTENCES)))
def test_a_sentence_that_comes_or_goes_does_so_whole(place: int) -> None:
    whole, without = " ".join(SENTENCES), " ".join(SENTENCES[:place] + SENTENCES[place + 1 :])
    around = list(filter(None, (" ".join(SENTENCES[:place]), " ".join(SENTENCES[place + 1 :]))))
    assert shared(whole, without) == shared(without, whole) == around


# Pairs in order of their first place, as the alignment gives them, and what each weighs.
PAIRS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 5)), max_size=8, unique_by=lambda each: each[:2]
)


def is_rising(pairs: Sequence[tuple[int, int]]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


@given(PAIRS)
def test_rising_is_the_heaviest_choice_that_rises_on_both_sides(drawn: list[tuple[int, int, int]]) -> None:
    # One old place with several new ones: the later of them first, so that only one of them can rise.
    ordered = sorted(drawn, key=lambda each: (each[0], -each[1]))
    pairs, weights = [each[:2] for each in ordered], [float(each[2]) for each in ordered]
    found = rising(pairs, weights)
    assert is_rising(found)
    choices = (each for size in range(len(pairs) + 1) for each in combinations(range(len(pairs)), size))
    best = max(sum(weights[at] for at in each) for each in choices if is_rising([pairs[at] for at in each]))
    assert sum(weights[pairs.index(each)] for each in found) == best


@given(st.permutations(range(7)))
def test_without_weights_rising_is_the_longest_choice(places: list[int]) -> None:
    pairs = list(enumerate(places))
    assert rising(pairs) == rising(pairs, [1.0] * len(pairs))


def test_very_long_texts_are_cut_at_words_that_both_have_once() -> None:
    old = [f"{letter}{number % 50}" for number in range(6000) for letter in string.ascii_lowercase[number % 3]]
    old[1::100] = [f"seul{number}" for number in range(len(old[1::100]))]
    new = [*old[:3000], "autre", *old[3001:]]
    vocabulary = Vocabulary()
    found = common(numbers(old, vocabulary), numbers(new, vocabulary), vocabulary)
    assert sum(each.size for each in found) == len(old) - 1
