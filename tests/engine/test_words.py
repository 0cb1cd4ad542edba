"""The comparison of words loses none: what both texts say can be spelt again from what is marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.terms.words import edits, marked

NBSP = "\u00a0"
# Any text, and texts made of few words, which have much in common.
COMMON = st.lists(
    st.sampled_from(["le", "Client", "paie", "trente", "(30)", "l'", "é", "e\u0301", "_", " ", "\n", NBSP, ",", "🙂"]),
    max_size=12,
).map("".join)
TEXTS = st.text(max_size=30) | COMMON
LONG = "Le Client paie le prix dans les trente jours qui suivent la réception de la facture, par virement"


@given(TEXTS, TEXTS)
def test_what_is_equal_or_deleted_spells_the_old_text_and_what_is_equal_or_inserted_the_new(old: str, new: str) -> None:
    found = list(edits(old, new))
    assert "".join(token for _, before, _ in found for token in before) == old
    assert "".join(token for _, _, after in found for token in after) == new
    for kind, before, after in found:
        assert (kind == "equal") == (list(before) == list(after))
        assert (kind in {"delete", "insert"}) == (not before or not after)


@given(TEXTS)
def test_equal_texts_have_nothing_to_mark(text: str) -> None:
    assert [kind for kind, _, _ in edits(text, text)] in ([], ["equal"])


@given(TEXTS.filter(lambda text: not set(text) & set("[{+-")))
def test_equal_texts_have_no_mark(text: str) -> None:
    assert not set(marked(text, text)) & set("[{+-")


@given(COMMON, COMMON)
def test_texts_that_only_spaces_tell_apart_have_no_mark(one: str, other: str) -> None:
    same_words = " ".join(one.split()) == " ".join(other.split())
    found = marked(one, other)
    assert same_words == ("[-" not in found and "{+" not in found)


@given(TEXTS, TEXTS)
def test_the_marks_stand_on_one_line(old: str, new: str) -> None:
    assert "\n" not in marked(old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("", "Un mot.", "{+Un mot.+}"),
        ("Un mot.", "", "[-Un mot.-]"),
        ("en trente (30) jours", "en soixante (60) jours", "en [-trente-]{+soixante+} ([-30-]{+60+}) jours"),
        ("une option à 25 000 euros", "une option à 50 000 euros", "une option à [-25-]{+50+} 000 euros"),
        ("99,5 %", "99,9 %", "99,[-5-]{+9+} %"),
        ("au capital de 62.734 euros", "au capital de 62 734 euros", "au capital de 62[-.-]{+ +}734 euros"),
        ("€62,734.00", "€62,734.50", "€62,734.[-00-]{+50+}"),
        ("à ses frais", "à ses frais ;", "à ses frais{+ ;+}"),
        ("l'obligation d'un mois", "l’obligation d'un an", "l[-'-]{+’+}obligation d'un [-mois-]{+an+}"),
        ("Le client paie", "Le Client paie", "Le [-client-]{+Client+} paie"),
        ("non-respect", "respect", "[-non--]respect"),
        ("tel que définie", "telle que définie", "[-tel-]{+telle+} que définie"),
        ("un  deux\ntrois", "un deux trois", "un deux trois"),
        ("sous_traitant", "sous-traitant", "sous[-_-]{+-+}traitant"),
        ("الشروط العامة للخدمات", "الشروط الخاصة للخدمات", "الشروط [-العامة-]{+الخاصة+} للخدمات"),
        (LONG, LONG, "…la facture, par virement"),
        (
            LONG,
            LONG.replace("suivent", "précèdent"),
            "…les trente jours qui [-suivent-]{+précèdent+} la réception de la facture, par virement",
        ),
        (
            LONG,
            LONG.replace("Client", "client").replace("virement", "chèque"),
            "Le [-Client-]{+client+} paie le prix dans… la facture, par [-virement-]{+chèque+}",
        ),
    ],
)
def test_differences_read_among_the_words_around_them(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected
