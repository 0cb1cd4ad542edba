"""What mkdocs.yml says to the engine: the languages of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.terms.load.yaml_text import InvalidYamlError, read_yaml
from macros.terms.model import Place, Problem
from macros.terms.names import LANGUAGES

FILE = "mkdocs.yml"
# What a site speaks whose mkdocs.yml does not say.
USUAL = ("fr", "en")


def site_languages(root: Path) -> tuple[tuple[str, ...], list[Problem]]:
    """The languages that a site speaks, its first choice first, and what is wrong with them."""
    try:
        data = read_yaml((root / FILE).read_text(encoding="utf-8"), tagged=True)
    except (OSError, UnicodeDecodeError, InvalidYamlError):
        # MkDocs reads the file too, and says what is wrong with it.
        return USUAL, []
    for place, value in _options(data.value):
        known = [each for each in value if each in LANGUAGES] if isinstance(value, list) else []
        if not isinstance(value, list) or not value or len(known) < len(value) or len(set(known)) < len(known):
            norm = f"languages: expected a list of languages that have a catalogue ({', '.join(LANGUAGES)}), each once"
            message = f"{norm}, found {value}; begin another catalogue with: make messages LANGUAGE=de"
            return tuple(dict.fromkeys(known)) or USUAL, [Problem(path=FILE, line=data.line(place), message=message)]
        return tuple(known), []
    return USUAL, []


def _options(config: object) -> Iterator[tuple[Place, object]]:
    """The languages that the options of our plugin name, with their place."""
    plugins = config.get("plugins") if isinstance(config, Mapping) else None
    for index, plugin in enumerate(plugins if isinstance(plugins, Sequence) else ()):
        options = plugin.get("terms") if isinstance(plugin, Mapping) else None
        if isinstance(options, Mapping) and "languages" in options:
            yield ("plugins", index, "terms", "languages"), options["languages"]
