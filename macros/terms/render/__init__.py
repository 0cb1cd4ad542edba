"""A tree to what a reader or a machine opens: one file per format."""
