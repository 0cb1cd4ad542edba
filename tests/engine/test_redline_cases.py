"""The changes that redlines are known to get wrong, each with what a careful reader should be shown."""

# ruff: noqa: E501  # what a reader is shown is asserted whole, on one line
from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

import pytest

from tests.engine.redline_texts import kinds, lines, of_class_text, redline

Article = tuple[str, str]
OBJECT: Article = ("Objet", "Le Prestataire fournit au Client un accès au Service pendant la durée du contrat.")
PRICE: Article = ("Prix", "Le Client paie le prix dans les trente (30) jours de la facture, par virement.")
END: Article = (
    "Résiliation",
    "Chaque partie peut résilier le contrat avec un préavis de trois mois, par lettre recommandée.",
)
SECRET: Article = (
    "Confidentialité",
    "Les parties gardent secrètes les informations échangées, pendant cinq ans après la fin du contrat.",
)
LAW: Article = ("Loi applicable", "Le contrat est soumis au droit français.\n\nLes tribunaux de Paris sont compétents.")
LONG = (
    "Le Prestataire fournit au Client un accès au Service pendant toute la durée du contrat, sauf pendant les opérations "
    "de maintenance annoncées au moins trois jours à l'avance par un message électronique."
)
SENTENCES = "Le Client paie le prix. Le prix ne comprend pas les taxes. Les retards portent intérêt. Aucun escompte n'est accordé."
PARIS, LYON = "12 rue de la Paix, 75002 Paris", "4 avenue Foch, 69006 Lyon"
ITEMS = (
    "envoyer des messages non sollicités à des tiers", "vendre le service à des tiers sans accord écrit",
    "copier tout ou partie du logiciel fourni", "accéder aux données d'un autre client",
)  # fmt: skip
TERMS = (
    ("Client", "personne qui signe le contrat"), ("Service", "logiciel que le Prestataire met en ligne"),
    ("Données", "fichiers que le Client dépose"), ("Avis", "message envoyé par écrit"),
)  # fmt: skip
HEAD = "| Pays | Délai | Prix |\n| --- | --- | --- |\n"
FIFTY = [f"| Poste {number} | {number * 10} € | annuel |" for number in range(1, 51)]


def articles(*written: Article, level: str = "##") -> str:
    """Numbered articles without ids."""
    return "\n".join(
        f"{level} Article {number}. {title}\n\n{words}\n" for number, (title, words) in enumerate(written, 1)
    )


def items(*written: str) -> str:
    return "".join(f"- {each} ;\n" for each in written)


def terms(written: Sequence[tuple[str, str]]) -> str:
    return "\n\n".join(f"{term}\n: {words}" for term, words in written) + "\n"


def wrapped(text: str, columns: int = 80) -> str:
    return textwrap.fill(text, columns) + "\n"


def at(parties: str, notices: str, returns: str) -> str:
    """Three articles with an address each."""
    return articles(
        ("Parties", f"La société a son siège {parties}."),
        ("Avis", f"Les avis sont envoyés au {notices}, par lettre simple."),
        ("Retours", f"Les marchandises retournées par le Client sont à envoyer franco au {returns}, sous huit jours."),
    )


CASES: Mapping[str, tuple[str, str, list[str]]] = {
    "a section moved, and the later numbers shifted": (
        articles(OBJECT, PRICE, END, SECRET, LAW),
        articles(OBJECT, SECRET, PRICE, END, LAW),
        [
            "moved-to: {>## >}{+Article 2.+}{> Confidentialité >}",
            "moved-to: {>…ans après la fin du contrat. >}",
            "kept: ## [-Article 2.-]{+Article 3.+} Prix",
            "kept: ## [-Article 3.-]{+Article 4.+} Résiliation",
            "moved-from: [<## <][-Article 4.-][< Confidentialité <]",
            "moved-from: [<…ans après la fin du contrat. <]",
        ],
    ),
    "a section moved and one of its words changed": (
        articles(OBJECT, PRICE, END, SECRET, LAW),
        articles(OBJECT, (SECRET[0], SECRET[1].replace("cinq", "dix")), PRICE, END, LAW),
        [
            "moved-to: {>## >}{+Article 2.+}{> Confidentialité >}",
            "moved-to: {>Les parties gardent secrètes les informations échangées, pendant >}{+dix+}{> ans après la fin du contrat. >}",
            "kept: ## [-Article 2.-]{+Article 3.+} Prix",
            "kept: ## [-Article 3.-]{+Article 4.+} Résiliation",
            "moved-from: [<## <][-Article 4.-][< Confidentialité <]",
            "moved-from: [<Les parties gardent secrètes les informations échangées, pendant <][-cinq-][< ans après la fin du contrat. <]",
        ],
    ),
    "paragraphs deleted between two others": (
        "Intro.\n\nThe fee is due monthly.\n\nYou may cancel at any time.\n\nThe rest.\n",
        "Intro.\n\nThe rest.\n",
        [
            "removed: [-The fee is due monthly. -]",
            "removed: [-You may cancel at any time. -]",
        ],
    ),
    "a deletion that begins and ends in mid-block": (
        "The provider hosts the data in France. It may move them.\n\nYou may cancel at any time. The rest of these terms stays in force.\n",
        "The provider hosts the data in France. The rest of these terms stays in force.\n",
        [
            "kept: The provider hosts the data in France. [-It may move them. You may cancel at any time. -]The rest of these terms stays in force.",
        ],
    ),
    "a deletion that begins in mid-block and takes a heading": (
        "## Fees\n\nThe fee is due monthly, in advance. You may cancel at any time.\n\n## Data\n\nWe keep your data for a year.\n",
        "## Fees\n\nThe fee is due monthly, in advance.\n",
        [
            "kept: The fee is due monthly, in advance.[- You may cancel at any time. -]{+ +}",
            "removed: [-## Data -]",
            "removed: [-We keep your data for a year. -]",
        ],
    ),
    "a deletion that begins in a paragraph and ends in a list": (
        "You may use the service, but not for these ends. We may look:\n\n- sending mail\n- selling it on\n- copying it\n",
        "You may use the service, but not for these ends.\n\n- copying it\n",
        [
            "kept: You may use the service, but not for these ends.[- We may look:-]",
            "removed: [-- sending mail -]",
            "removed: [-- selling it on -]",
        ],
    ),
    "an article rewritten": (
        articles(OBJECT, PRICE, END),
        articles(OBJECT, ("Prix", "Aucune somme n'est due avant la livraison complète et acceptée, sauf urgence déclarée par écrit."), END),
        [
            "removed: [-Le Client paie le prix dans les trente (30) jours de la facture, par virement. -]",
            "added: {+Aucune somme n'est due avant la livraison complète et acceptée, sauf urgence déclarée par écrit. +}",
        ],
    ),
    "paragraphs turned into a table": (
        articles(OBJECT, ("Tarifs", "La formule simple coûte 5 € par mois.\n\nLa formule double coûte 9 € par mois."), END),
        articles(OBJECT, ("Tarifs", "| Formule | Prix |\n| --- | --- |\n| La formule simple | 5 € par mois |\n| La formule double | 9 € par mois |"), END),
        [
            "added: {+| Formule +}",
            "added: {+| Prix | | --- | --- | +}",
            "kept: {+| +}La formule simple[- -]{+ +}",
            "kept: {+| +}[-coûte -]5 € par mois[-. -]{+ | +}",
            "kept: {+| +}La formule double[- -]{+ +}",
            "kept: {+| +}[-coûte -]9 € par mois[-. -]{+ | +}",
        ],
    ),
    "the same address changed in several places, once with another old value": (
        at(PARIS, PARIS, "9 quai Nord, 75010 Paris"),
        at(LYON, LYON, LYON),
        [
            "kept: La société a son siège [-12 rue de la Paix, 75002 Paris-]{+4 avenue Foch, 69006 Lyon+}.",
            "kept: Les avis sont envoyés au [-12 rue de la Paix, 75002 Paris-]{+4 avenue Foch, 69006 Lyon+}, par lettre simple.",
            "kept: Les marchandises retournées par le Client sont à envoyer franco au [-9 quai Nord, 75010 Paris-]{+4 avenue Foch, 69006 Lyon+}, sous huit jours.",
        ],
    ),
    "levels of headings and list marks changed everywhere": (
        articles(OBJECT, ("Usages", items(*ITEMS))),
        articles(OBJECT, ("Usages", items(*ITEMS).replace("- ", "* ")), level="###"),
        [
            "kept: [-## -]{+### +}Article 1. Objet",
            "kept: [-## -]{+### +}Article 2. Usages",
            "kept: [---]{+*+} envoyer des messages non sollicités à des tiers ;",
            "kept: [---]{+*+} vendre le service à des tiers sans accord écrit ;",
            "kept: [---]{+*+} copier tout ou partie du logiciel fourni ;",
            "kept: [---]{+*+} accéder aux données d'un autre client ;",
        ],
    ),
    "table rows added, removed and edited together": (
        HEAD + "| France | 2 jours | 5 € |\n| Espagne | 4 jours | 9 € |\n| Italie | 5 jours | 9 € |\n| Malte | 8 jours | 20 € |\n",
        HEAD + "| France | 3 jours | 5 € |\n| Italie | 5 jours | 9 € |\n| Grèce | 7 jours | 12 € |\n| Malte | 8 jours | 20 € |\n",
        [
            "kept: | [-2-]{+3+} jours",
            "removed: [-| Espagne -]",
            "removed: [-| 4 jours -]",
            "removed: [-| 9 € | -]",
            "added: {+| Grèce +}",
            "added: {+| 7 jours +}",
            "added: {+| 12 € | +}",
        ],
    ),
    "two amounts exchanged in a table": (
        HEAD + "| France | 2 jours | 5 € |\n| Espagne | 4 jours | 9 € |\n",
        HEAD + "| France | 2 jours | 9 € |\n| Espagne | 4 jours | 5 € |\n",
        [
            "kept: | [-5 €-]{+9 €+} |",
            "kept: | [-9 €-]{+5 €+} |",
        ],
    ),
    "text wrapped at 80 columns and edited": (
        wrapped(LONG),
        wrapped(LONG.replace("trois jours", "cinq jours ouvrés").replace("toute la", "la")),
        [
            "kept: Le Prestataire fournit au Client un accès au Service pendant [-toute -]la durée du contrat, sauf pendant… opérations de maintenance annoncées au moins [-trois jours-]{+cinq jours ouvrés+} à l'avance par un message électronique.",
        ],
    ),
    "text wrapped at other columns and edited": (
        wrapped(LONG, 80),
        wrapped(LONG.replace("trois", "cinq"), 60),
        [
            "kept: Le Prestataire fournit au Client un accès au Service pendant[- -]{+ +}toute la durée du[- -]{+ +}contrat, sauf pendant les opérations de[- -]{+ +}maintenance annoncées au moins [-trois-]{+cinq+}[- -]{+ +}jours à l'avance par un[- -]{+ +}message électronique.",
        ],
    ),
    "a paragraph split": (
        SENTENCES,
        SENTENCES.replace(". Les", ".\n\nLes"),
        [
            "kept: Le Client paie le prix. Le prix ne comprend pas les taxes.[- -]{+ +}",
        ],
    ),
    "paragraphs merged": (
        SENTENCES.replace(". Les", ".\n\nLes"),
        SENTENCES,
        [
            "kept: Le Client paie le prix. Le prix ne comprend pas les taxes.[- -]{+ +}Les retards portent intérêt. Aucun escompte n'est accordé.",
        ],
    ),
    "paragraphs merged and edited": (
        SENTENCES.replace(". Les", ".\n\nLes"),
        SENTENCES.replace("escompte", "rabais"),
        [
            "kept: Le Client paie le prix. Le prix ne comprend pas les taxes.[- -]{+ +}Les retards portent intérêt. Aucun [-escompte-]{+rabais+} n'est accordé.",
        ],
    ),
    "a moved list item that was also edited": (
        items(*ITEMS),
        items(ITEMS[2].replace("fourni", "livré"), ITEMS[0], ITEMS[1], ITEMS[3]),
        [
            "moved-to: {>- copier tout ou partie du logiciel >}{+livré+}{> ; >}",
            "moved-from: [<- copier tout ou partie du logiciel <][-fourni-][< ; <]",
        ],
    ),
    "an ordinal list restarted": (
        "1. un premier point\n2. un deuxième point\n3. un troisième point\n4. un quatrième point\n",
        "1. un premier point\n2. un deuxième point\n\nPuis :\n\n1. un troisième point\n2. un quatrième point\n",
        [
            "kept: 2. un deuxième point[- -]{+ +}",
            "added: {+Puis : +}",
            "kept: [-3.-]{+1.+} un troisième point",
            "kept: [-4.-]{+2.+} un quatrième point",
        ],
    ),
    "an item before all others": (
        "1. un premier point\n2. un deuxième point\n",
        "1. un nouveau point inséré\n2. un premier point\n3. un deuxième point\n",
        [
            "added: {+1. un nouveau point inséré +}",
            "kept: [-1.-]{+2.+} un premier point",
            "kept: [-2.-]{+3.+} un deuxième point",
        ],
    ),
    "a definition list sorted": (
        terms(TERMS),
        terms(sorted(TERMS)),
        [
            "moved-to: {>Avis >}",
            "moved-to: {>: message envoyé par écrit>}{+ +}",
            "moved-to: {>Données >}",
            "moved-to: {>: fichiers que le Client dépose >}",
            "kept: : logiciel que le Prestataire met en ligne[- -]{+ +}",
            "moved-from: [<Données <]",
            "moved-from: [<: fichiers que le Client dépose <]",
            "moved-from: [<Avis <]",
            "moved-from: [<: message envoyé par écrit<][- -]",
        ],
    ),
    "two identical clauses of which one is deleted": (
        articles(OBJECT, PRICE, SECRET, PRICE, LAW),
        articles(OBJECT, PRICE, SECRET, LAW),
        [
            "removed: [-## Article 4. Prix -]",
            "removed: [-Le Client paie le prix dans les trente (30) jours de la facture, par virement. -]",
            "kept: ## [-Article 5.-]{+Article 4.+} Loi applicable",
        ],
    ),
    "a clause that keeps its id and no word": (
        "## Prix {#prix}\n\nLe Client paie trente jours après facture.\n\n## Fin {#fin}\n\nLe contrat prend fin.\n",
        "## Montants {#prix}\n\nAucune somme avant livraison.\n\n## Fin {#fin}\n\nLe contrat prend fin.\n",
        [
            "kept: ## [-Prix-]{+Montants+} {#prix}",
            "removed: [-Le Client paie trente jours après facture. -]",
            "added: {+Aucune somme avant livraison. +}",
        ],
    ),
    "an article that names another by its number": (
        articles(OBJECT, PRICE, ("Fin", "Le contrat finit selon l'article 2, sauf cas prévu aux articles 1 et 2.")),
        articles(LAW, OBJECT, PRICE, ("Fin", "Le contrat finit selon l'article 3, sauf cas prévu aux articles 2 et 3.")),
        [
            "added: {+## Article 1. Loi applicable +}",
            "added: {+Le contrat est soumis au droit français. +}",
            "added: {+Les tribunaux de Paris sont compétents. +}",
            "kept: ## [-Article 1.-]{+Article 2.+} Objet",
            "kept: ## [-Article 2.-]{+Article 3.+} Prix",
            "kept: ## [-Article 3.-]{+Article 4.+} Fin",
            "kept: Le contrat finit selon l'article [-2-]{+3+}, sauf cas prévu aux articles [-1-]{+2+} et [-2-]{+3+}.",
        ],
    ),
    "a word for a word in brackets too": (
        PRICE[1],
        PRICE[1].replace("trente (30)", "soixante (60)"),
        [
            "kept: Le Client paie le prix dans les [-trente-]{+soixante+} ([-30-]{+60+}) jours de la facture, par virement.",
        ],
    ),
    "a negation": (
        "Le Client peut céder le contrat à un tiers qui en reprend les obligations.",
        "Le Client ne peut pas céder le contrat à un tiers qui en reprend les obligations.",
        [
            "kept: Le Client [-peut-]{+ne peut pas+} céder le contrat à un tiers qui en reprend les obligations.",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_a_nasty_change_reads_as_a_careful_reader_would_mark_it(old: str, new: str, expected: list[str]) -> None:
    assert lines(old, new) == expected


def test_one_vital_sentence_is_found_among_headings_that_were_all_renumbered() -> None:
    names = ["alpha", "bêta", "gamma", "delta", "zêta", "iota", "kappa", "lambda", "oméga", "rho", "sigma", "tau"]
    written = [
        (f"Titre {name}", f"La clause {name} dit ce que les parties ont convenu, et rien d'autre.")
        for name in (*names, *map(str.upper, names))
    ]
    old = articles(*written)
    written[17] = (written[17][0], f"{written[17][1]} Aucune responsabilité n'est encourue.")
    found = redline(old, articles(("Préambule", "Les parties ont négocié."), *written))
    assert [text.strip() for _, text in of_class_text(found) if "clause" in text or "responsabilité" in text] == [
        "Aucune responsabilité n'est encourue."
    ]
    told = [*kinds(found).values()]
    assert (told.count("added"), told.count("edited"), told.count("renumbered")) == (1, 1, 23)


def test_schedules_that_differ_in_one_number_are_told_apart_row_for_row() -> None:
    old = HEAD + "\n".join(FIFTY) + "\n"
    for row in (0, 24, 49):
        price = f"{(row + 1) * 10} €"
        new = old.replace(f"| {price} |", "| 7 € |", 1)
        assert lines(old, new) == [f"kept: | [-{price}-]{{+7 €+}}"]


@pytest.mark.parametrize("gone", range(5))
def test_of_identical_clauses_the_one_that_went_is_told_once(gone: int) -> None:
    written = [OBJECT, PRICE, SECRET, PRICE, LAW]
    found = redline(articles(*written), articles(*(each for place, each in enumerate(written) if place != gone)))
    assert {op for op, _ in of_class_text(found)} == {"delete"}
    assert sorted(each.kind for each in found.changes) == ["removed", *["renumbered"] * (4 - gone)]


def test_another_bullet_is_no_wording_and_the_sign_of_a_figure_is() -> None:
    marked, typed = (
        "Sont dus :\n\n- le prix convenu ;\n- les frais.\n",
        "Sont dus :\n\n{0}le prix convenu ;\n\n{0}les frais.\n",
    )
    for bullet in ("• ", "– ", "-"):
        assert kinds(redline(marked, typed.format(bullet))) == {"": "typography"}
    assert kinds(redline(typed.format("• "), typed.format("– "))) == {"": "typography"}
    assert kinds(redline("- 5 °C au départ.\n", "-5 °C au départ.\n")) == {"": "edited"}
