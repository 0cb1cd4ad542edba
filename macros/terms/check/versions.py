"""Rules about the versions of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.terms.model import Library, Problem, Reading


def binding_text(library: Library, _: Mapping[str, Reading]) -> Iterator[Problem]:
    """Every version has its text in the language that it names as binding, the same in all its texts."""
    for publisher in library.publishers:
        for document in publisher.documents:
            for version in document.versions:
                for text in version.texts:
                    if version.text(text.front.binding) is None:
                        norm = f"binding: expected a text in {text.front.binding} beside this one"
                        yield Problem(path=text.path, line=1, message=f"{norm}, found none; add it or correct binding")
