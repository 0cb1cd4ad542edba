"""Whatever others made and a browser is sent stands in the list of licences, with the words of its licence."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

from macros.__main__ import main
from macros.licences import ADDRESS, COMPONENTS

# What is made of our own sources and of the contracts.
OURS = (
    "assets/scheme.*.js", "assets/search.*.js", "assets/terms.*.css", "assets/terms.*.js", "embed/v1/terms.*.js",
    "favicon.svg", "*/print.css", "search/*.json", "search/*.pf_fragment", "search/*.pf_index", "search/*.pf_meta",
)  # fmt: skip
DATA = (".docx", ".html", ".ics", ".json", ".md", ".txt", ".xml")


def test_every_font_and_program_of_others_is_listed_with_its_licence(tiny: Path) -> None:
    assert main(["--project", str(tiny), "build"]) == 0
    site = tiny / "site"
    served = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - {"_redirects"}
    patterns = {pattern for each in COMPONENTS for pattern in each.served}
    others = {name for name in served if not name.endswith(DATA) and not any(fnmatch(name, own) for own in OURS)}
    assert [name for name in others if not any(fnmatch(name, each) for each in patterns)] == []
    assert [each for each in patterns if not any(fnmatch(name, each) for name in served)] == []
    listed = (site / ADDRESS).read_text(encoding="utf-8")
    for each in COMPONENTS:
        assert f"\n{each.name}: " in listed
    assert listed.count("SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007") == 3
    assert "Licence: MIT\nFrom: pagefind_bin 1.5.2, https://github.com/pagefind/pagefind/" in listed
    assert 'href="../licences.txt">Licences of fonts and programs</a>' in (site / "en/index.html").read_text("utf-8")
