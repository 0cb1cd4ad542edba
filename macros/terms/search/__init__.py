"""Clause trees to what a search looks in: pages for the index, exact look-ups, words that mean the same."""
