"""YAML to plain data that remembers its lines: the only file that knows PyYAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from macros.terms.model import Data, Place

# Far more than any file of ours holds: aliases of aliases would fill the machine.
MOST_VALUES, DEEPEST = 100_000, 20
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
BRACKETS = re.compile(r"[\[\]{}]")
# Words may hold brackets too, and some that are never closed.
MOST_OPEN = 100


# What PyYAML says, by how it begins, in words for people who never heard of a token.
PLAINLY: Mapping[str, str] = {
    "mapping values are not allowed here": "a colon inside words, or a line further in than its neighbours; put the "
    "words into quotation marks, or begin the line where its neighbours begin",
    "found character '\\t'": "a tab; write spaces",
    "could not find expected ':'": "words without a key; write key: value, or begin the line further in than the key "
    "whose words it goes on with",
    "expected <block end>": "a line that begins elsewhere than its neighbours, or a quotation mark too many or too few "
    "in it or above; begin it where they begin, and close what is quoted",
    "found unexpected end of stream": "a quotation mark or bracket that is never closed; close it",
    "expected ',' or": "a comma or a closing bracket too few; write it",
    "found character": "a value that begins with a sign; put it into quotation marks",
    "found unexpected ':'": "a colon inside words; put the words into quotation marks",
}


class InvalidYamlError(ValueError):
    """Text that is not the YAML we read; line counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class _Loader(yaml.SafeLoader):
    """Safe YAML in which only null, decimal numbers and text are told apart.

    YAML 1.1 would make 750 of 12:30, octal 520 of 01010 and a truth of the country NO.
    """


# More digits than sixteen are no amount, and a float would round them: they are text.
_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"0|-?[1-9][0-9]{0,15}", list("-0123456789")),
    ("float", r"-?(?:0|[1-9][0-9]{0,15})\.[0-9]{1,15}", list("-0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first)
WORDS = "tag:yaml.org,2002:str"
TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("float", "int", "map", "null", "seq", "str"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A text that is read: its loader, the line it begins on, the lines of what was found, and how much that is."""

    loader: _Loader
    first: int
    environment: Mapping[str, str] | None
    unseen: bool
    lines: dict[Place, int]
    values: list[int] = field(default_factory=lambda: [0])

    def line(self, node: yaml.Node) -> int:
        """The line on which a node begins."""
        return int(node.start_mark.line) + self.first


def read_yaml(
    text: str, first_line: int = 1, *, environment: Mapping[str, str] | None = None, unseen: bool = False
) -> Data:
    """The data of a YAML text; raises InvalidYamlError with the line and what was expected.

    environment: the variables that !ENV names, in a file of MkDocs', whose other tags are passed over; without them
    every tag is refused. unseen: whether words may hold characters that nobody sees, as
    those of a ledger may, which a command wrote and nobody may change.
    """
    _judge_brackets(text, first_line)
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        reading = _Reading(
            loader=loader, first=first_line, environment=environment, unseen=unseen, lines={(): first_line}
        )
        value = {} if node is None else _construct(reading, node, ())
    except InvalidYamlError:
        raise
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        raise InvalidYamlError(line, _unprintable(chr(error.character))) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = next((words for begins, words in PLAINLY.items() if str(error.problem).startswith(begins)), "")
        message = f"expected valid YAML, found {said}" if said else f"expected valid YAML, found: {error.problem}"
        raise InvalidYamlError((mark.line if mark else 0) + first_line, message) from error
    except (OverflowError, ValueError) as error:
        message = "expected the code of a character behind a backslash, found a greater number"
        raise InvalidYamlError(loader.line + first_line, message) from error
    except RecursionError as error:
        raise InvalidYamlError(first_line, f"expected at most {DEEPEST} levels, found far more") from error
    return Data(value=value, lines=reading.lines)


def _judge_brackets(text: str, first_line: int) -> None:
    """Refuse brackets in brackets before PyYAML reads them, which goes through all that are open at each word."""
    depth = 0
    for match in BRACKETS.finditer(text):
        depth += 1 if match[0] in "[{" else -1
        if depth > MOST_OPEN:
            line = text.count("\n", 0, match.start()) + first_line
            raise InvalidYamlError(line, f"expected at most {DEEPEST} levels, found {MOST_OPEN} brackets left open")


def _construct(reading: _Reading, node: yaml.Node, path: Place) -> object:
    line = reading.line(node)
    reading.lines.setdefault(path, line)
    reading.values[0] += 1
    if len(path) > DEEPEST:
        raise InvalidYamlError(line, f"expected at most {DEEPEST} levels, found more, or an anchor that holds itself")
    if reading.values[0] > MOST_VALUES:
        raise InvalidYamlError(
            line, f"expected at most {MOST_VALUES} values, found more; write out what aliases repeat"
        )
    if node.tag not in TAGS:
        _judge_tag(reading, node)
        return _variable(reading, node, path) if node.tag == "!ENV" else None
    if isinstance(node, yaml.MappingNode):
        return _mapping(reading, node, path)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(reading, item, (*path, index)) for index, item in enumerate(node.value)]
    return _scalar(reading, node)


def _judge_tag(reading: _Reading, node: yaml.Node) -> None:
    """What stands behind a tag, which is another program's, is nothing to us; only its own files may have one."""
    if reading.environment is None:
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        raise InvalidYamlError(reading.line(node), f"expected YAML without tags, found {tag}; take it out")


def _variable(reading: _Reading, node: yaml.Node, path: Place) -> object:
    """The first of some variables that is set; behind several, the last item is what stands where none is."""
    named = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names = [each.value for each in (named[:-1] or named) if isinstance(each, yaml.ScalarNode)]
    environment = reading.environment or {}
    if found := [environment[each] for each in names if each in environment]:
        return found[0]
    return _construct(reading, named[-1], path) if len(named) > 1 else None


def _scalar(reading: _Reading, node: yaml.Node) -> object:
    """A word, a number or nothing; a tag may make words of it, and nothing else."""
    _judge(reading, node)
    plain = reading.loader.resolve(yaml.ScalarNode, node.value, (True, False))  # type: ignore[no-untyped-call]  # PyYAML's stubs leave it out
    if node.tag not in {WORDS, plain}:
        _judge_tag(reading, node)
        return None
    value: object = reading.loader.construct_object(node)
    return value


def _judge(reading: _Reading, node: yaml.Node) -> None:
    """Refuse characters that nobody sees, which an escape may put where none can be typed."""
    found = UNPRINTABLE.search(node.value)
    if found and not reading.unseen:
        raise InvalidYamlError(reading.line(node), _unprintable(found[0]))


def _unprintable(letter: str) -> str:
    return f"expected words without control characters, found U+{ord(letter):04X}; take it out"


def _mapping(reading: _Reading, node: yaml.MappingNode, path: Place) -> dict[str, object]:
    made: dict[str, object] = {}
    for key_node, value_node in node.value:
        line, key = reading.line(key_node), key_node.value
        if not isinstance(key, str):
            raise InvalidYamlError(line, "expected a word as a key, found a list or mapping")
        _judge(reading, key_node)
        if key in made:
            raise InvalidYamlError(line, f"expected each key once, found {key} again")
        reading.lines[*path, key] = line
        made[key] = _construct(reading, value_node, (*path, key))
    return made
