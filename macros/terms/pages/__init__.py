"""Page by page, what the site shows: facts and readings to views."""
