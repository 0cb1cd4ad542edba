"""YAML to plain data that remembers its lines: the only file that knows PyYAML."""

from __future__ import annotations

import re

import yaml

from macros.terms.model import Data, Place


class InvalidYamlError(ValueError):
    """Text that is not the YAML we read; line counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class _Loader(yaml.SafeLoader):
    """Safe YAML in which only null, decimal numbers and text are told apart.

    YAML 1.1 would make 750 of 12:30, octal 520 of 01010 and a truth of the country NO.
    """


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"0|-?[1-9][0-9]*", list("-0123456789")),
    ("float", r"-?(?:0|[1-9][0-9]*)\.[0-9]+", list("-0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first)


class _Tagged(_Loader):
    """The same of a file whose tags are another program's: what they stand for is nothing to us."""


_Tagged.add_multi_constructor("", lambda *_: None)


def read_yaml(text: str, first_line: int = 1, *, tagged: bool = False) -> Data:
    """The data of a YAML text; raises InvalidYamlError with the line and what was expected.

    tagged: whether tags such as !ENV are passed over.
    """
    try:
        loader = (_Tagged if tagged else _Loader)(text)
        node = loader.get_single_node()
        lines: dict[Place, int] = {(): first_line}
        value = {} if node is None else _construct(loader, node, (), lines, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        message = f"expected valid YAML, found: {error.problem}"
        raise InvalidYamlError(line + first_line, message) from error
    except yaml.YAMLError as error:
        message = f"expected valid YAML, found: {str(error).splitlines()[0]}"
        raise InvalidYamlError(first_line, message) from error
    except RecursionError as error:
        raise InvalidYamlError(first_line, "expected plain YAML, found an anchor that holds itself") from error
    return Data(value=value, lines=lines)


def _construct(loader: _Loader, node: yaml.Node, path: Place, lines: dict[Place, int], first: int) -> object:
    lines.setdefault(path, node.start_mark.line + first)
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node, path, lines, first)
    if isinstance(node, yaml.SequenceNode):
        items = enumerate(node.value)
        return [_construct(loader, item, (*path, index), lines, first) for index, item in items]
    return loader.construct_object(node)


def _mapping(
    loader: _Loader, node: yaml.MappingNode, path: Place, lines: dict[Place, int], first: int
) -> dict[str, object]:
    made: dict[str, object] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + first
        key = key_node.value
        if not isinstance(key, str):
            raise InvalidYamlError(line, "expected a word as a key, found a list or mapping")
        if key in made:
            raise InvalidYamlError(line, f"expected each key once, found {key} again")
        lines[*path, key] = line
        made[key] = _construct(loader, value_node, (*path, key), lines, first)
    return made
