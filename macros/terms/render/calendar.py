"""Days to keep in mind as an iCalendar file (RFC 5545): whole days, lines of 75 octets, no clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from macros.terms.pages.news import Deadline, Place
from macros.terms.render.atom import tag

DAY = timedelta(days=1)
OCTETS = 75
# In UTF-8, what octets within a letter have in common.
GOES_ON, GOES_ON_MARK = 0xC0, 0x80
MEANT = re.compile(r"[\\;,]")


def calendar(deadlines: Sequence[Deadline], place: Place, base: str) -> str:
    """The calendar of these days."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Clausier//Clausier//{place.language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(place.title)}",
        f"X-WR-CALNAME:{_text(place.title)}",
        *(line for each in deadlines for line in _event(each, base)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(deadline: Deadline, base: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{tag(base, deadline.id)}"
    yield f"DTSTAMP:{deadline.known:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{deadline.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{deadline.day + DAY:%Y%m%d}"
    yield f"SUMMARY:{_text(deadline.title)}"
    yield f"URL:{base}{deadline.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    return MEANT.sub(r"\\\g<0>", words).replace("\n", r"\n")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of 75 octets; those after the first begin with a space, and no letter is cut."""
    octets = line.encode()
    while len(octets) > OCTETS:
        end = OCTETS
        while octets[end] & GOES_ON == GOES_ON_MARK:
            end -= 1
        yield octets[:end].decode()
        octets = b" " + octets[end:]
    yield octets.decode()
