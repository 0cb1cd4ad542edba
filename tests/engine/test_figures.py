"""What a line says in figures: the same in every language, however it is written; another number is a difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.terms.translate.figures import differences, figures

NBSP, NNBSP = "\u00a0", "\u202f"

# French, English: nothing that one says in figures is missing in the other.
SAME = [
    # Periods, with and without words, with a word before the unit.
    ("trente jours", "thirty days"),
    ("trente jours", "30 days"),
    ("30 jours", "thirty days"),
    ("30 jours", "30-day period"),
    ("trente (30) jours", "thirty (30) days"),
    ("trente (30) jours ouvrés", "thirty (30) working days"),
    ("trente (30) jours ouvrés", "thirty working days"),
    ("trente (30) jours ouvrés", "30 working days"),
    ("cinq Jours Ouvrables", "five (5) Business Days"),
    ("deux (2) jours de travail", "two (2) working days"),
    ("un délai de (30) jours", "a period of thirty days"),
    ("quinze jours calendaires", "fifteen calendar days"),
    ("vingt et un jours", "twenty-one days"),
    ("soixante et onze jours", "seventy-one days"),
    ("quatre-vingts jours", "eighty days"),
    ("quatre-vingt-dix jours", "ninety days"),
    ("cent jours", "a hundred days"),
    ("vingt-quatre heures", "twenty-four hours"),
    ("quarante-huit (48) heures ouvrées", "forty-eight (48) working hours"),
    ("deux semaines", "two weeks"),
    ("trente-six mois", "thirty-six months"),
    ("les douze (12) derniers mois", "the last twelve (12) months"),
    ("les douze (12) premiers mois", "the first twelve (12) months"),
    ("les 15 premiers jours", "the first 15 days"),
    ("le 15 du mois", "the 15th of the month"),
    ("deux trimestres", "two quarters"),
    ("deux années", "two years"),
    ("10 minutes et 30 secondes", "ten minutes and thirty seconds"),
    ("deux à trois jours", "two to three days"),
    ("30 à 45 jours", "30 to 45 days"),
    ("trois mois et six jours", "six days and three months"),
    # Numbers of one word: "un" and "one" are often no more than "a".
    ("un mois", "one month"),
    ("un mois", "a month"),
    ("un (1) mois", "one (1) month"),
    ("1 mois", "1 month"),
    ("1 mois", "one month"),
    ("un mois", "1 month"),
    ("l'un des jours", "one of the days"),
    ("deux jours", "two days"),
    ("neuf jours", "nine days"),
    ("un préavis de neuf mois", "nine months’ notice"),
    ("onze jours", "eleven days"),
    ("seize jours", "sixteen days"),
    ("les deux Parties", "both Parties"),
    ("une fois par an", "once a year"),
    ("trois (3) fois", "three (3) times"),
    ("le premier jour", "the first day"),
    # Percentages.
    ("12 %", "12%"),
    (f"12{NBSP}%", "12 percent"),
    ("12 pour cent", "12 per cent"),
    ("douze pour cent", "twelve percent"),
    ("dix (10) %", "ten (10)%"),
    ("cinq pour cent (5 %)", "five per cent (5%)"),
    (f"99,9{NNBSP}%", "99.9%"),
    ("0,1 %", "0.1 per cent"),
    # Amounts, with the sign or name of the currency before or after, however thousands are set apart.
    ("10 €", "€10"),
    ("10 €", "€ 10"),
    ("10 €", "10 €"),
    ("10€", "10 euros"),
    ("10 EUR", "EUR 10"),
    ("10,50 €", "€10.50"),
    ("10,50 €", "€10.5"),
    ("10,00 €", "€10"),
    ("quarante (40) euros", "forty (40) euros"),
    ("quarante euros", "€40"),
    ("mille euros", "one thousand euros"),
    ("cinq cent mille euros", "€500,000"),
    ("un million d’euros", "one million euros"),
    ("2 millions d’euros", "2 million euros"),
    ("1 234,56 €", "€1,234.56"),
    (f"500{NBSP}000{NBSP}€", "€500,000"),
    (f"500{NNBSP}000{NNBSP}€", "€500,000.00"),
    ("62.734 euros", "62,734 euros"),
    ("62 734,50 euros", "62,734.50 euros"),
    # Numbers without a unit.
    ("10 000", "10,000"),
    (f"1{NNBSP}000{NNBSP}000", "1,000,000"),
    (f"1{NBSP}000 jours", "1000 days"),
    ("AES 256 bits", "256-bit AES"),
    ("+33 1 46 08 83 70", "+33 1 46 08 83 70"),
    ("489 251 264 00045", "489 251 264 00045"),
    # Dates.
    ("1er janvier 2027", "1 January 2027"),
    ("le 1er janvier 2027", "January 1, 2027"),
    ("1er janvier 2027", "1st January 2027"),
    ("1er janvier 2027", "the 1st of January 2027"),
    ("1er janvier 2027", "January 1st, 2027"),
    ("1er janvier 2027", "the 1st of January, 2027"),
    ("vendredi 1er mai 2026", "Friday, 1 May 2026"),
    (f"21{NBSP}novembre{NBSP}2026", "21 November 2026"),
    ("31 décembre 2027", "31/12/2027"),
    ("31/12/2027", "2027-12-31"),
    ("31.12.2027", "31 December 2027"),
    ("6 août 2004", "6 August 2004"),
    ("31 décembre 2027", "31 Dec. 2027"),
    ("février 2026", "February 2026"),
    # Times of day and opening hours.
    ("9h00", "9:00 a.m."),
    ("9 h 00", "9:00 am"),
    ("9h", "9 a.m."),
    ("9h30", "9:30 a.m."),
    ("9h30", "9.30 a.m."),
    ("14h30", "2:30 p.m."),
    ("18h00", "6:00 p.m."),
    ("18h00", "18:00"),
    ("12h00", "12:00 noon"),
    ("12h00", "12:00 p.m."),
    ("0h00", "12:00 a.m."),
    ("de 22 heures à 6 heures", "from 10 p.m. to 6 a.m."),
    ("entre 22 heures et 6 heures", "between 22:00 and 06:00"),
    ("24h/24", "24 hours a day"),
    ("24 h/24 et 7 j/7", "24 hours a day, 7 days a week"),
    ("24h/24 et 7j/7", "24/7"),
    ("7 jours sur 7", "7 days a week"),
    ("24 heures sur 24", "24h/24"),
    # Articles of codes, regulations, acts and standards.
    ("article L. 441-10", "article L. 441-10"),
    ("article L441-10 du Code de commerce", "Article L.441-10 of the French Commercial Code"),
    ("article 1218", "article 1218"),
    ("règlement (UE) 2016/679", "Regulation (EU) 2016/679"),
    ("loi n°78-17 du 6 janvier 1978", "Act No. 78-17 of 6 January 1978"),
    ("ISO/IEC 27001 : 2013", "ISO/IEC 27001: 2013"),
    # Addresses, whatever follows them.
    ("voir https://a.example/b?c=1.", "see https://a.example/b?c=1"),
    ("[ici](https://a.example/b)", "[here](https://a.example/b)"),
    ("https://a.example/fr/b et https://fr.a.example", "https://a.example/en/b and https://fr.a.example"),
    ("écrire à a.b@c.example,", "write to a.b@c.example."),
    ("sur www.a.example ;", "on www.a.example;"),
]

# French, English, what the English misses, what only the English has.
APART = [
    ("trente (30) jours", "sixty (60) days", ["30 day"], ["60 day"]),
    ("trente (30) jours", "sixty (30) days", [], ["60 day"]),
    ("trente (30) jours", "thirty (60) days", [], ["60 day"]),
    ("trente (30) jours", "thirty (30) months", ["30 day"], ["30 month"]),
    ("cinq (5) jours ouvrés", "five (5) days", ["5 working day"], ["5 day"]),
    ("dix jours", "ten Business Days", ["10 day"], ["10 working day"]),
    ("trente jours", "sixty days", ["30 day"], ["60 day"]),
    ("trente jours", "thirty weeks", ["30 day"], ["30 week"]),
    ("trois mois", "three quarters", ["3 month"], ["3 quarter"]),
    ("60 secondes", "60 minutes", ["60 second"], ["60 minute"]),
    ("un mois", "two months", [], ["2 month"]),
    ("deux mois", "a month", ["2 month"], []),
    ("neuf jours", "ten days", ["9 day"], ["10 day"]),
    ("30 jours et 60 jours", "30 days and 30 days", ["60 day"], ["30 day"]),
    ("10 %, puis 10 %", "10%", ["10 %"], []),
    ("2 mois", "", ["2 month"], []),
    ("", "2 months", [], ["2 month"]),
    ("99,9 %", "99.99%", ["99.9 %"], ["99.99 %"]),
    ("douze pour cent", "twenty percent", ["12 %"], ["20 %"]),
    ("10 %", "€10", ["10 %"], ["10 EUR"]),
    ("10 €", "€100", ["10 EUR"], ["100 EUR"]),
    ("10 €", "£10", ["10 EUR"], ["10 GBP"]),
    ("500 EUR", "500 USD", ["500 EUR"], ["500 USD"]),
    ("mille euros", "ten thousand euros", ["1000 EUR"], ["10000 EUR"]),
    ("1 000 jours", "100 days", ["1000 day"], ["100 day"]),
    ("1,5 Go", "15 GB", ["1.5"], ["15"]),
    ("1er janvier 2027", "2 January 2027", ["2027-01-01"], ["2027-01-02"]),
    ("1er janvier 2027", "February 1, 2027", ["2027-01-01"], ["2027-02-01"]),
    ("31/12/2027", "31 December 2028", ["2027-12-31"], ["2028-12-31"]),
    ("03/04/2027", "04/03/2027", ["2027-04-03"], ["2027-03-04"]),
    ("9h00", "9:30 a.m.", ["9 hour"], ["9:30"]),
    ("9h00", "9:00 p.m.", ["9 hour"], ["21 hour"]),
    ("18h00", "8:00 p.m.", ["18 hour"], ["20 hour"]),
    ("7j/7", "5 days a week", ["7 day"], ["5 day"]),
    ("article L. 441-10", "article L. 441-6", ["L. 441-10"], ["L. 441-6"]),
    ("article 1218", "article 1128", ["1218"], ["1128"]),
    ("règlement 2016/679", "Regulation 2016/680", ["2016/679"], ["2016/680"]),
    ("https://a.example/b", "https://a.example/c", ["https://a.example/b"], ["https://a.example/c"]),
    ("http://a.example", "https://a.example", ["http://a.example"], ["https://a.example"]),
    ("a@b.example", "c@b.example", ["a@b.example"], ["c@b.example"]),
    ("+33 1 46 08 83 70", "+33 1 46 08 83 71", ["70"], ["71"]),
]

# Lines that say nothing in figures: a translation has these by name, not by value.
NAMED = [
    "{{ company.capital.amount | number(group=',') }}",
    "{{ support.open_hour }}h00 - {{ support.close_hour }}:30",
    "{{ 30 }}",
    "l'article [](#duree-12)",
    "[12.3](#duree)",
    "« [{title}](#annexe-2) »",
    "## Durée {#duree-30}",
    '### Support {#support number=12 label="11 .1"}',
    "1. premier",
    "12) douzième",
    "(a) un client",
    "  (iv) quatrième",
    "- un tiret",
    "l'un ou l'autre",
]

# Arabic, French: digits of either script, and words that nobody counts.
ARABIC = [
    ("30 يوماً", "30 jours"),
    ("٣٠ يوماً", "30 jours"),
    ("(30) يوماً", "trente (30) jours"),
    ("ثلاثين (30) يوماً", "trente (30) jours"),
    ("ثلاثين (٣٠) يوماً", "trente (30) jours"),
    ("ثلاثين يوماً", "trente jours"),
    ("ثلاثين يوماً", "trente (30) jours"),
    ("يومان", "deux (2) jours"),
    ("99.9%", "99,9 %"),
    ("12 ٪", "12 %"),
    ("١٢ ٪", "12 %"),
    ("٩٩٫٩ ٪", "99,9 %"),
    ("50 000 يورو", "50 000 euros"),
    ("50,000 يورو", "50 000 euros"),
    ("٥٠٬٠٠٠ يورو", "50 000 euros"),
    ("٤٠ €", "40 €"),
    ("1 يناير 2027", "1er janvier 2027"),
    ("١ يناير ٢٠٢٧", "1er janvier 2027"),
    ("٣١/١٢/٢٠٢٧", "31/12/2027"),
    ("٩:٣٠", "9h30"),
    ("22 ساعة", "22 heures"),
    ("٢٠١٦/٦٧٩", "2016/679"),
    ("https://a.example", "https://a.example"),
]


@pytest.mark.parametrize(("french", "english"), SAME)
def test_a_figure_is_the_same_however_a_language_writes_it(french: str, english: str) -> None:
    assert differences(french, "fr", english, "en") == (Counter(), Counter())
    assert differences(english, "en", french, "fr") == (Counter(), Counter())


@pytest.mark.parametrize(("french", "english", "missing", "foreign"), APART)
def test_another_figure_is_told_on_the_side_that_has_it(
    french: str, english: str, missing: list[str], foreign: list[str]
) -> None:
    assert differences(french, "fr", english, "en") == (Counter(missing), Counter(foreign))
    assert differences(english, "en", french, "fr") == (Counter(foreign), Counter(missing))


def test_the_part_of_a_code_belongs_to_the_number_of_its_article() -> None:
    assert differences("l'article L. 441-10", "fr", "article R. 441-10", "en") != (Counter(), Counter())


@pytest.mark.parametrize("line", NAMED)
def test_variables_references_marks_and_attributes_are_no_figures(line: str) -> None:
    assert figures(line, "fr", "en") == Counter()


def test_what_stands_beside_a_variable_or_a_mark_is_read() -> None:
    line = "12. {{ company.name }} paie 10 € dans les 30 jours de l'article [](#duree-60)."
    assert figures(line, "fr", "en") == Counter(["10 EUR", "30 day"])


def test_cells_of_a_row_are_read_one_by_one() -> None:
    row = "| Avancée | 2 serveurs, 8 Go, 200 Go | 55 € | 99,8 % |"
    assert figures(row, "fr", "en") == Counter(["2", "8", "200", "55 EUR", "99.8 %"])


@pytest.mark.parametrize(("arabic", "french"), ARABIC)
def test_arabic_says_figures_in_either_script_or_in_words(arabic: str, french: str) -> None:
    assert differences(french, "fr", arabic, "ar") == (Counter(), Counter())


@pytest.mark.parametrize("arabic", ["60 يوماً", "٦٠ يوماً", "ثلاثين (60) يوماً", "(٦٠) يوماً"])
def test_another_number_in_arabic_digits_is_told(arabic: str) -> None:
    missing, foreign = differences("trente (30) jours", "fr", arabic, "ar")
    assert (missing, foreign) == (Counter(), Counter(["60"]))


def test_an_amount_that_arabic_misses_is_told() -> None:
    missing, _ = differences("40 € dans les 30 jours", "fr", "خلال 30 يوماً", "ar")
    assert missing == Counter(["40 EUR"])


FRENCH = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
ENGLISH_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def french(number: int) -> str:
    """A number up to 10 000 in French words."""
    if number < 20:
        return FRENCH[number]
    if number < 100:
        ten = max(each for each in FRENCH_TENS if each <= number)
        if number == 80:
            return "quatre-vingts"
        link = " et " if number - ten in {1, 11} and ten < 80 else "-"
        return FRENCH_TENS[ten] + (f"{link}{french(number - ten)}" if number > ten else "")
    if number < 1000:
        count, rest = divmod(number, 100)
        many = "cents" if count > 1 and not rest else "cent"
        return " ".join(filter(None, ["" if count == 1 else french(count), many, french(rest) if rest else ""]))
    count, rest = divmod(number, 1000)
    return " ".join(filter(None, ["" if count == 1 else french(count), "mille", french(rest) if rest else ""]))


def english(number: int) -> str:
    """A number up to 10 000 in English words."""
    if number < 20:
        return ENGLISH[number]
    if number < 100:
        ten, one = divmod(number, 10)
        return ENGLISH_TENS[ten] + (f"-{ENGLISH[one]}" if one else "")
    big, size = ("thousand", 1000) if number >= 1000 else ("hundred", 100)
    count, rest = divmod(number, size)
    link = " and " if rest < 100 else " "
    return f"{english(count)} {big}" + (f"{link}{english(rest)}" if rest else "")


class Unit(NamedTuple):
    """How both languages write a number of something."""

    french: str
    english: str


UNITS = [
    Unit("dans un délai de {} jours", "within a period of {} days"),
    Unit("dans un délai de {} jours ouvrés", "within a period of {} working days"),
    Unit("sous {} semaines", "within {} weeks"),
    Unit("moyennant un préavis de {} mois", "subject to {} months’ notice"),
    Unit("une durée de {} ans", "a term of {} years"),
    Unit("pendant {} heures", "for {} hours"),
    Unit("au plus {} minutes", "at most {} minutes"),
    Unit("une indemnité de {} euros", "a compensation of {} euros"),
    Unit("un taux de {} %", "a rate of {}%"),
]
Writing = tuple[Callable[[int], str], Callable[[int], str]]
WRITINGS: dict[str, Writing] = {
    "digits": (str, str),
    "thousands apart": (lambda number: f"{number:,}".replace(",", NNBSP), lambda number: f"{number:,}"),
    "words": (french, english),
    "words and digits": (
        lambda number: f"{french(number)} ({number})",
        lambda number: f"{english(number)} ({number:,})",
    ),
}
NUMBERS = st.integers(1, 100) | st.integers(1, 10_000)
WAYS = st.sampled_from(sorted(WRITINGS))


# "One" and "1" are often no more than "a", and count only in parentheses, "one (1)": each number above reads alike.
@given(NUMBERS.filter(lambda number: number > 1), st.sampled_from(UNITS), WAYS, WAYS)
@example(1, UNITS[3], "digits", "words")
@example(1, UNITS[3], "words and digits", "words and digits")
@example(9, UNITS[0], "words", "digits")
@example(10_000, UNITS[7], "words", "thousands apart")
def test_a_number_with_its_unit_reads_the_same_in_both_languages(number: int, unit: Unit, way: str, other: str) -> None:
    lines = unit.french.format(WRITINGS[way][0](number)), unit.english.format(WRITINGS[other][1](number))
    assert differences(lines[0], "fr", lines[1], "en") == (Counter(), Counter())


@given(NUMBERS, NUMBERS, st.sampled_from(UNITS), WAYS, WAYS)
@example(1, 9, UNITS[0], "words", "words")
@example(9, 1, UNITS[0], "words", "words")
def test_another_number_with_the_unit_is_told(number: int, foreign: int, unit: Unit, way: str, other: str) -> None:
    another = foreign if foreign != number else number + 1
    lines = unit.french.format(WRITINGS[way][0](number)), unit.english.format(WRITINGS[other][1](another))
    assert differences(lines[0], "fr", lines[1], "en") != (Counter(), Counter())


@given(st.text(max_size=60), st.sampled_from(["fr", "en", "ar"]), st.sampled_from(["fr", "en", "ar"]))
def test_any_line_is_read_and_differs_not_from_itself(line: str, language: str, other: str) -> None:
    figures(line, language, other)
    assert differences(line, language, line, language) == (Counter(), Counter())
