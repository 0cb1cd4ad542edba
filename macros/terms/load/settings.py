"""What mkdocs.yml says to the engine: the site's languages, its name and address, and where its files are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from macros.terms.load.yaml_text import InvalidYamlError, read_yaml
from macros.terms.model import Data, Place, Problem
from macros.terms.names import LANGUAGES

FILE = "mkdocs.yml"
# What a site speaks whose mkdocs.yml does not say.
USUAL = ("fr", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """The settings that commands follow without MkDocs; base ends in a slash, repository and edit may be empty."""

    name: str
    base: str
    repository: str
    edit: str
    languages: tuple[str, ...]


def site_settings(root: Path, environment: Mapping[str, str]) -> tuple[SiteSettings, list[Problem]]:
    """The settings of a site, with the variables that !ENV names, and what is wrong with them."""
    data, problems = _data(root, environment)
    languages, misnamed = _languages(data)
    base = _word(data, "site_url")
    if base and not (urlsplit(base).scheme and urlsplit(base).netloc):
        message = f"site_url: expected an address such as https://terms.example/, found {base}; name the whole address"
        problems.append(Problem(path=FILE, line=data.line(("site_url",)), message=message))
    settings = SiteSettings(
        name=_word(data, "site_name"),
        base=f"{base.rstrip('/')}/",
        repository=_word(data, "repo_url"),
        edit=_word(data, "edit_uri"),
        languages=languages,
    )
    return settings, [*problems, *misnamed]


def _data(root: Path, environment: Mapping[str, str]) -> tuple[Data, list[Problem]]:
    """What the file holds, nothing where it cannot be read, and why not."""
    try:
        return read_yaml((root / FILE).read_text(encoding="utf-8-sig"), environment=environment), []
    except InvalidYamlError as error:
        problem = Problem(path=FILE, line=error.line, message=str(error))
    except UnicodeDecodeError:
        message = "expected a text in UTF-8, found other bytes; save the file as UTF-8"
        problem = Problem(path=FILE, line=1, message=message)
    return Data(value={}, lines={}), [problem]


def site_languages(root: Path) -> tuple[tuple[str, ...], list[Problem]]:
    """The languages that a site speaks, its first choice first, and what is wrong with them."""
    # What else is wrong with the file is told by whoever builds a site of it.
    return _languages(_data(root, {})[0]) if (root / FILE).is_file() else (USUAL, [])


def _languages(data: Data) -> tuple[tuple[str, ...], list[Problem]]:
    for place, value in _options(data.value):
        known = [each for each in value if each in LANGUAGES] if isinstance(value, list) else []
        if not isinstance(value, list) or not value or len(known) < len(value) or len(set(known)) < len(known):
            norm = f"languages: expected a list of languages that have a catalogue ({', '.join(LANGUAGES)}), each once"
            message = f"{norm}, found {value}; begin another catalogue with: make messages LANGUAGE=de"
            return tuple(dict.fromkeys(known)) or USUAL, [Problem(path=FILE, line=data.line(place), message=message)]
        return tuple(known), []
    return USUAL, []


def _word(data: Data, key: str) -> str:
    """A setting of words, empty where there is none."""
    value = data.value.get(key) if isinstance(data.value, Mapping) else None
    return str(value or "")


def _options(config: object) -> Iterator[tuple[Place, object]]:
    """The languages that the options of our plugin name, with their place."""
    plugins = config.get("plugins") if isinstance(config, Mapping) else None
    for index, plugin in enumerate(plugins if isinstance(plugins, Sequence) else ()):
        options = plugin.get("terms") if isinstance(plugin, Mapping) else None
        if isinstance(options, Mapping) and "languages" in options:
            yield ("plugins", index, "terms", "languages"), options["languages"]
