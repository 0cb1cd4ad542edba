"""The disk to a Library: the only room that reads files."""

from macros.terms.load.library import load

__all__ = ["load"]
