"""Word lists in small letters by which defined terms are told from other capitals, in French and English."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that stand before a noun; one that opens a sentence may have a capital of its own.
ARTICLES = _set("""
    le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon
    ma mes chaque tout toute tous toutes aucun aucune quelque ledit ladite lesdits lesdites dudit
    desdits desdites auxdits présent présente présents présentes autre autres certains certaines plusieurs
    the a an any each every such its their his her our your my this that these those all no other another
    either neither both said some applicable relevant
""")
# What ties the words of a term together: Données du Client, Level of Service.
LINKS = _set("de du des d la l à of the")
SMALL = ARTICLES | LINKS | _set("au aux en et ou and or for pour to in")
# What opens a sentence before a term: If Buyer, Si Abonné; and what opens a sentence that only announces definitions.
OPENERS = _set("""
    if when where unless upon once until while under by at from with on as it they we you he she who which
    what how before after during except since because although however there here not nor but so then in for
    capitalised capitalized si lorsque quand dans sous après avant dès sauf avec sans selon sur depuis
    pendant il elle ils elles nous vous on qui que quoi comme mais donc ni car cela ceci pour en
""")
ANNOUNCING = OPENERS | _set("aux au les des ces chaque toute tout the these any each all words")
# Words that point at something said before; and those with which a text speaks of itself.
THAT = _set("ce cet cette ces ledit ladite lesdits lesdites dudit desdits such that those this these said")
THIS = _set("présent présente présents présentes ce cet cette ces this these")
# What opens a sentence and goes on with "à" or "de": Conformément à la Politique de Sécurité.
LEADING = _set("""
    conformément contrairement préalablement postérieurement antérieurement parallèlement relativement
    consécutivement proportionnellement corrélativement subséquemment indépendamment simultanément
    concomitamment grâce suite quant face lors afin auprès faute hors près
""")
# Words for the same thing: who writes one of them may mean a term that has the other.
KIN = tuple(
    map(
        _set,
        (
            "client customer subscriber abonné buyer purchaser acheteur",
            "provider supplier vendor seller prestataire fournisseur vendeur",
            "business working ouvré ouvrable",
            "fee charge price cost redevance tarif prix frai",
            "agreement contract accord contrat convention",
            "administration gestion management",
            "confidential proprietary private confidentiel",
            "personal private personnel",
        ),
    )
)
# Words for courts, registers and towns, after which a town is named.
SEATS = (
    r"tribuna(?:l|ux)|cours?|greffes?|registres?|RCS|ressort|villes?|communes?|barreau|mairie|siège|siégeant"
    r"|courts?|city|town"
)
# Words of names that nobody defines: laws, courts, authorities, places, days, products, titles, ways to say "clause".
NAMES = _set("""
    paris nice tours angers rennes vannes cannes bordeaux valence limoges castres saintes
    orne manche creuse vienne marne landes calvados
    appendices go mo ko gb mb kb tb kw kwh
    code loi règlement directive décret ordonnance arrêté convention traité charte cour tribunal conseil
    commission parlement union état république royaume ministère ministre autorité agence préfecture chambre
    registre bulletin journal greffe ville mairie département région europe france belgique suisse
    luxembourg monaco allemagne italie espagne portugal royaume-uni états-unis canada québec maroc tunisie
    algérie sénégal chine japon inde brésil amérique afrique asie america africa asia internet web cloud
    wifi bluetooth intranet extranet monsieur madame maître président directeur gérant docteur professeur
    avenue rue boulevard place quai annexe article chapitre section titre paragraphe clause alinéa ii iii iv
    euro euros dollar noël pâques outre-mer légifrance assemblée sénat barreau ordre institut institution
    organisation association fédération fondation université société groupe banque caisse délégué datacenter
    act law laws statute regulation rule rules court council parliament republic kingdom state states
    ministry authority agency chamber register registry gazette government treaty protocol commissioner
    ombudsman department office chief standard standards exhibit schedule appendix annex addendum chapter
    paragraph january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday english french german spanish italian european
    american british mr mrs ms dr street road square lane house city county district north south east west
    online email god gdpr rgpd pounds bank university institute foundation federation arbitration incoterms
""")
# Words in small letters that a name follows: le logiciel Nextcloud.
BEARERS = _set("logiciel plateforme marque application site société entreprise software platform company brand")
# What connects the words of a long name: Agence Nationale pour la Sécurité des Systèmes d’Information.
CONNECTING = _set("et and de du des d la le les l the pour sur for on of to in en dans with")
STREETS = _set("rue avenue boulevard bd place quai allée impasse chemin route cours square faubourg")
# Who a contract is between: in small letters with a definite article they are the same people.
ROLES = _set("""
    client customer prestataire fournisseur provider supplier vendeur vendor seller acheteur buyer abonné
    subscriber licencié licensee concédant licensor bailleur locataire mandant mandataire franchiseur
    franchisé distributeur distributor emprunteur prêteur
""")
# What stands over the column of a table that holds terms.
TERM_COLUMNS = frozenset({"terme", "termes", "terme defini", "term", "terms", "defined term", "expression", "mot"})
