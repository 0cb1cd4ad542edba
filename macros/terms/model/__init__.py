"""The nouns of Clausier: frozen, knowing nothing of disks, themes or clocks."""

from macros.terms.model.acts import Entry
from macros.terms.model.answering import Accept, Refusal
from macros.terms.model.compared import Change, ClauseHeading, Container, Group, Passage, Redline, Run, joined, spelt
from macros.terms.model.edited import (
    Dated,
    Document,
    FrontMatter,
    Guide,
    Library,
    Numbering,
    Publisher,
    Source,
    Text,
    Translated,
    Version,
)
from macros.terms.model.embed import Embed, Script
from macros.terms.model.parsed import Clause, Contents, Definition, Expression, Filled, Node, Reading, Tree
from macros.terms.model.problems import Data, Fault, Place, Problem
