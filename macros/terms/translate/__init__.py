"""A binding text and its courtesy translations: what is up to date, and what says something else."""
