"""Contracts from elsewhere to proposed texts: a DOCX, HTML, Markdown or PDF file, or the git history of a file."""
