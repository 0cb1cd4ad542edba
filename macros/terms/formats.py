"""Values as a language writes them: the only room that knows Babel and phonenumbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, partial
from urllib.parse import quote

import phonenumbers
from babel import Locale
from babel.core import get_global
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, get_currency_name, get_currency_symbol
from babel.units import format_unit

from macros.terms.markdown_text import Markdown, escape

# Interface and contract languages to CLDR locales: English as a European lawyer writes dates.
LOCALES: Mapping[str, str] = {"ar": "ar", "en": "en_GB", "fr": "fr_FR"}
# Languages that ISO 639-2 names twice: these are the names for libraries, the standards of law take the others.
BIBLIOGRAPHIC = frozenset({
    "alb", "arm", "baq", "bur", "chi", "cze", "dut", "fre", "geo", "ger",
    "gre", "ice", "mac", "mao", "may", "per", "rum", "slo", "tib", "wel",
})  # fmt: skip
# What stands in a draft for a date that is not set: seen, and never a date.
TO_BE_SET = Markdown(r"\[…\]")
# What an address may hold as it is; anything else could end the link that it stands in.
ADDRESS = "!#$%&'*+,-./:;=?@_~"
# An amount or a share has fewer digits, on either side of its point: more would only fill the machine.
MOST_DIGITS = 30
FIRST_OF_MONTH = re.compile(r"\b1 (?=[^\W\d]{3,})")


def _locale(language: str) -> str:
    return LOCALES.get(language, language)


def written_size(size: int, *, language: str) -> str:
    """The size of a file of so many bytes, in kilobytes of a thousand: "34 ko"."""
    return format_unit(max(1, round(size / 1000)), "digital-kilobyte", "short", locale=_locale(language))


def written_date(value: date | Markdown, style: str = "long", *, language: str) -> str:
    """The date in a Babel style or pattern; French law writes the first of a month "1er"."""
    if value is TO_BE_SET:
        return TO_BE_SET
    if not isinstance(value, date):
        raise TypeError(f"expected a date, found {value!r}")
    text = format_date(value, style, locale=_locale(language))
    first = language == "fr" and value.day == 1 and style in {"long", "full"}
    return FIRST_OF_MONTH.sub("1er ", text) if first else text


def three_letters(language: str) -> str:
    """The ISO 639-2 code of a language, as the identifiers of legal texts take it: fr gives fra."""
    aliases = get_global("language_aliases")
    names = [each for each, other in aliases.items() if other == language and len(each) == 3]
    named = sorted(set(names) - BIBLIOGRAPHIC, key=lambda each: (not each.startswith(language), each))
    return named[0] if named else language


def number(value: object, decimals: int = 0, group: str | None = None, *, language: str) -> str:
    """The number with so many decimals, its thousands apart by group (else as the language does)."""
    exact = Decimal(str(value))
    if not exact.is_finite() or abs(exact.adjusted()) > MOST_DIGITS or not 0 <= decimals <= MOST_DIGITS:
        raise ValueError(f"expected a number and its decimals, of at most {MOST_DIGITS} digits each, found {value}")
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text: str = format_decimal(exact, pattern, locale=_locale(language))
    if group is None:
        return text
    return text.replace(Locale.parse(_locale(language)).number_symbols["latn"]["group"], group)


def money(value: Mapping[str, object], *, language: str) -> str:
    """An amount with its currency, as Babel writes it in the language."""
    amount = Decimal(str(value["amount"]))
    return str(format_currency(amount, str(value["currency"]), locale=_locale(language)))


def siren(value: str) -> str:
    """A SIREN or SIRET in groups: 794 223 461, 489 251 264 00045."""
    return " ".join(filter(None, (value[:3], value[3:6], value[6:9], value[9:])))


def phone(value: str, separator: str = " ") -> str:
    """The national form of an E.164 number, its groups apart by separator."""
    number_ = phonenumbers.parse(value)
    national = phonenumbers.format_number(number_, phonenumbers.PhoneNumberFormat.NATIONAL)
    return str(national).replace(" ", separator)


def is_phone(value: str) -> bool:
    """Whether the text is a number of the E.164 form that a telephone network could route."""
    try:
        return value.startswith("+") and phonenumbers.is_valid_number(phonenumbers.parse(value))
    except phonenumbers.NumberParseException:
        return False


def country(value: str, *, language: str) -> str:
    """The name of an ISO 3166 country in the language."""
    return str(Locale.parse(_locale(language)).territories[value])


def territories(language: str) -> Mapping[str, str]:
    """The name of each country in the language, by its two capitals."""
    names = Locale.parse(_locale(language)).territories
    return {code: str(name) for code, name in names.items() if len(code) == len("FR") and code.isalpha()}


def month_numbers(language: str) -> Mapping[str, int]:
    """The number of each month by its names in small letters, short ones without their full stop."""
    names = Locale.parse(_locale(language)).months["format"]
    return {
        name.casefold().removesuffix("."): number
        for width in ("wide", "abbreviated")
        for number, name in names[width].items()
    }


@cache
def month_pattern(language: str) -> str:
    """The pattern of all names of months, the longest first."""
    return "|".join(sorted(map(re.escape, month_numbers(language)), key=len, reverse=True))


def weekdays(language: str) -> Sequence[str]:
    """The whole names of the days of the week, from Monday on."""
    names = Locale.parse(_locale(language)).days["format"]["wide"]
    return [names[number] for number in range(7)]


def currency_names(code: str, language: str) -> list[str]:
    """What a language calls a currency: its code, its sign, its name in singular and plural; longer ones first."""
    locale = _locale(language)
    names = {get_currency_name(code, count=count, locale=locale) for count in (1, 2, 5, 100)}
    return sorted({code, get_currency_symbol(code, locale=locale), *names}, key=lambda each: (-len(each), each))


def language_name(code: str, *, language: str) -> str:
    """The name of a language in another one: "français", "French"."""
    return str(Locale.parse(_locale(language)).languages[code])


def link(value: str, *, bare: bool = False) -> Markdown:
    """An e-mail or web address as a Markdown link that prints itself; bare drops the scheme."""
    target = quote(f"mailto:{value}" if "@" in value and "://" not in value else value, safe=ADDRESS)
    words = re.sub(r"^https?://|/$", "", value) if bare else value
    return Markdown(f"[{escape(words, before='[')}]({target})")


FILTERS: Mapping[str, Callable[..., object]] = {
    "country": country,
    "date": written_date,
    "link": link,
    "money": money,
    "number": number,
    "phone": phone,
    "siren": siren,
}
SPEAKING = frozenset({"country", "date", "money", "number"})


def filters(language: str) -> dict[str, Callable[..., object]]:
    """The filters that an author may use, bound to the language of the text."""
    return {
        name: partial(function, language=language) if name in SPEAKING else function
        for name, function in FILTERS.items()
    }


def plural_samples(language: str) -> dict[str, int]:
    """The first number of each plural category of a language, such as one: 1 and other: 2."""
    category = Locale.parse(language).plural_form
    return {category(number): number for number in range(200, -1, -1)}
