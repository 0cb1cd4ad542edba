"""Words of which no two mean the same, by what they say: in each language beyond doubt, and in other ways."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

# The languages whose words are here.
READ = frozenset({"en", "fr"})
# What each word says beyond doubt, and after a bar what else may say it, by language.
GROUPS: Sequence[Mapping[str, Mapping[str, tuple[str, str]]]] = (
    {
        "least": {
            "en": (r"\bat least\b", r"minim|\b(?:less|fewer|more|earlier)\b|below|under"),
            "fr": (r"\bau moins\b", r"minim|\bmoins\b|inférieur|plus\b|au plus tôt"),
        },
        "most": {
            "en": (r"\bat most\b", r"maxim|\b(?:more|later|latest|longer|up to)\b|exce|limit|\bcap|within"),
            "fr": (
                r"\bau (?:plus(?! t)|maximum)\b",
                r"maxim|\bplus\b|excé|dépass|supérieur|limit|plafon|jusqu|tard|dans l",
            ),
        },
    },
    {
        "before": {
            "en": (
                r"\b(?:before|prior to)\b",
                r"prior|previous|preced|advance|until|earli|\b(?:by (?:the|\d)|pre-|former|above|already|first)|late",
            ),
            "fr": (
                r"\bavant\b",
                r"préalabl|antérieur|précéd|avance|tard|jusqu|préavis|\b(?:déjà|d['’]ici|d['’]abord|ci-dessus)\b",
            ),
        },
        "after": {
            "en": (
                r"\bafter\b",
                (
                    r"follow|subsequent|late|expir|"
                    r"\b(?:from|within|upon|once|beyond|since|past|as of|when|on|next|post)\b"
                ),
            ),
            "fr": (
                r"\baprès\b",
                (
                    r"suiv|suite|postérieur|ultérieur|compter|partir|dès|issue|pass|expir|au-delà|depuis|lendemain|lors|"
                    r"\b(?:une fois|dans les|sous|fin)\b"
                ),
            ),
        },
    },
    {
        "less": {
            "en": (r"\b(?:less|fewer) than\b", r"under|below|within|short|low|up to|exce|before|late|small"),
            "fr": (r"\bmoins d(?:e\b|['’])", r"inférieur|deçà|dans l|avant|tard|moindre|\bplus\b|moins"),
        },
        "more": {
            "en": (r"\bmore than\b", r"over|above|exce|great|long|beyond|least|more|less|higher"),
            "fr": (r"\bplus d(?:e\b|['’])", r"supérieur|au-delà|excé|dépass|(?:au|pas) moins|partir|pendant|\bplus\b"),
        },
    },
    {
        "greater": {
            "en": (r"\b(?:greater|higher|larger) of\b", r"great|high|larg|maxim|most"),
            "fr": (r"\bplus (?:élevée?|grande?|haute?|importante?)s?\b", r"maxim|supérieur"),
        },
        "lesser": {
            "en": (r"\b(?:less(?:er)?|lower|smaller) of\b", r"less|low|small|minim|least"),
            "fr": (
                r"\b(?:plus (?:faible|basse?|petite?)s?|moins (?:élevée?|importante?)s?|moindre)\b",
                r"minim|inférieur",
            ),
        },
    },
    {
        "without tax": {
            "en": (
                r"\b(?:exclusive of|excluding|excl\.?|net of|before)\s(?:(?:all|any)\s)?(?:tax(?:es)?|VAT)\b",
                r"exclu|\bnet\b|before|without|plus",
            ),
            "fr": (r"\b(?:hors (?:toutes )?taxes?|hors TVA|HT)\b", r"\bhors\b|H\.T|sans"),
        },
        "with tax": {
            "en": (
                r"\b(?:inclusive of|including|incl\.?)\s(?:(?:all|any)\s)?(?:tax(?:es)?|VAT)\b|\b(?:VAT|taxes) incl",
                r"inclu",
            ),
            "fr": (r"\b(?:toutes taxes comprises|TTC|TVA (?:comprise|incluse))\b", r"compris|inclu|T\.T\.C"),
        },
    },
    {
        "every day": {
            "en": (r"\bper day\b", r"\bda(?:y|ily)"),
            "fr": (r"\bpar jour\b", r"jour|quotidien"),
        },
        "every week": {"en": (r"\bper week\b", r"week"), "fr": (r"\bpar semaine\b", r"semaine|hebdo")},
        "every month": {
            "en": (r"\bper month\b|\bmonthly\b", r"month"),
            "fr": (r"\bpar mois\b|\bmensuel\w*", r"mois|mensu"),
        },
        "every year": {
            "en": (r"\bper (?:year|annum)\b|\b(?:yearly|annual)\w*", r"year|annu"),
            "fr": (r"\bpar an(?:née)?\b|\bannuel\w*", r"\ban(?:s|née|nu)?"),
        },
    },
    {
        "once": {
            "en": (r"\bonce (?:a|per|every|each)\b", r"\b(?:once|one|an?|1|each|every|single)\b|annual|year"),
            "fr": (r"\bune (?:seule )?fois par\b", r"\b(?:une?|1|chaque|tou[st]e?s?)\b|annuel|seul"),
        },
        "twice": {
            "en": (r"\btwice\b", r"\b(?:two|2)\b|\bbi|semi|half|six|6|double"),
            "fr": (r"\bdeux fois\b", r"\b(?:deux|2)\b|\bbi|semes|six|6|double"),
        },
        "three times": {
            "en": (r"\bthree times\b", r"three|3|thrice|triple|quarter|four"),
            "fr": (r"\btrois fois\b", r"trois|3|triple|trimes|quatre"),
        },
    },
    {
        "civil": {"en": (r"\bCivil Code\b", r"code civil"), "fr": (r"(?:\bcode civil\b)", r"C\. ?civ")},
        "commerce": {
            "en": (r"\b(?:Commercial Code|Code of Commerce)\b", r"(?:code de commerce)"),
            "fr": (r"(?:\bcode de commerce\b)", r"C\. ?com"),
        },
        "consumers": {
            "en": (r"\bConsumer (?:\w+ )?Code\b", r"(?:code de la consommation)|Consum"),
            "fr": (r"(?:\bcode de la consommation\b)", r"consommat"),
        },
        "intellectual property": {
            "en": (r"\bIntellectual Property Code\b", r"(?:code de la propriété)|IP Code"),
            "fr": (r"(?:\bcode de la propriété intellectuelle\b)", r"CPI"),
        },
        "labour": {"en": (r"\bLabou?r Code\b", r"Employment"), "fr": (r"(?:\bcode du travail\b)", r"travail")},
        "penal": {"en": (r"\b(?:Criminal|Penal) Code\b", r"riminal"), "fr": (r"(?:\bcode pénal\b)", r"pénal")},
    },
)
# Who says that something is not exclusive means it.
NOT_EXCLUSIVE = re.compile(r"\b(?:non|not|sans|without|pas)[ -]?exclusi\w*", re.IGNORECASE)
EXCLUSIVE = re.compile(r"\bexclusi\w*", re.IGNORECASE)
