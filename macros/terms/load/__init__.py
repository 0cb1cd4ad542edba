"""The disk to a Library: the only room that reads files."""

from macros.terms.load.beside import load_facts, load_published, load_rest
from macros.terms.load.library import load, load_around, load_document, load_folders, load_ledger
