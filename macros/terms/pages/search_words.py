"""What the search says in a language; the script that shows results fills in the {names}."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.locales import Translator, translator
from macros.terms.formats import language_name, plural_samples


class Open(int):
    """A number that decides which plural form is said, and leaves the place of {count} open."""

    def __format__(self, _: str) -> str:
        return "{count}"


def search_words(languages: Sequence[str], language: str) -> Mapping[str, object]:
    """The words of the search in a language, with those for every language that a text may be in."""
    say = translator(language)
    return {
        "count": _forms(say, language),
        "kinds": kinds(say),
        "languages": {each: language_name(each, language=language) for each in languages},
        "alphabetical": say("Alphabetical index of terms and clauses"),
        "all": say("all"),
        "archive": say("Include earlier versions"),
        "common": say("Type a word of the subject: these stand in nearly every clause."),
        "contract": say("Contract"),
        "definition": say("Definition"),
        "empty": say("No contract is published in this language yet."),
        "everywhere": say("All contracts"),
        "filters": say("Narrow the search"),
        "gone": say("This result could not be loaded. The site may have changed: load the page again."),
        "kind": say("Kind of contract"),
        "more": say("Show more"),
        "narrow": say("Only this contract"),
        "nothing": say("Nothing found for “{words}”.", words="{words}"),
        "opening": say("Opening"),
        "other": say("Also search the texts in {language}", language="{language}"),
        "otherwise": say("Try also:"),
        "publisher": say("Publisher"),
        "results": say("Clauses found"),
        "searched": say("Searched: {where}", where="{where}"),
        "searching": say("Searching…"),
        "spelt": say("No clause has “{word}”. Searched for “{nearest}” instead.", word="{word}", nearest="{nearest}"),
        "without": say("No clause has all these words. Left out: {words}", words="{words}"),
    }


def kinds(say: Translator) -> Mapping[str, str]:
    """What each kind of contract is called; the keys are those that document.yml may name."""
    return {
        "acceptable-use-policy": say("Acceptable use policy"),
        "data-processing-agreement": say("Data processing agreement"),
        "policy": say("Policy"),
        "privacy-policy": say("Privacy policy"),
        "service-level-agreement": say("Service level agreement"),
        "special-terms": say("Special terms"),
        "terms-of-sale": say("Terms of sale"),
        "terms-of-service": say("Terms of service"),
        "terms-of-use": say("Terms of use"),
    }


def _forms(say: Translator, language: str) -> Mapping[str, str]:
    """How many clauses were found, for each plural category of the language."""
    samples = plural_samples(language)
    return {
        category: say.plural("{count} clause", "{count} clauses", count=Open(sample))
        for category, sample in samples.items()
    }
