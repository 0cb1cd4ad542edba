"""Two lists of words to what they have in common."""
