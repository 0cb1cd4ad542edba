"""The disk to a Library: the only room that reads files."""

from macros.terms.load.library import load, load_ledger

__all__ = ["load", "load_ledger"]
