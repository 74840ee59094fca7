"""English facts about names, titles and offices. All keys in lower case."""

from typing import Final

# Outside a mention and outside a role.
TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor eng engineer sheikh sheikha shaikh shaykh sh h.e h.e. h.h h.h. h.r.h h.r.h. h.m. he hh hrh hm"
    " his her their excellency excellencies highness highnesses royal majesty serene hon honourable honorable rt sir lord lady dame"
    " captain capt colonel col lieutenant lt major maj brigadier brig admiral adm gen general lieutenant-general major-general sergeant marshal"
    " alhaji alhaja alh hajiya barrister barr otunba tan sri dato datuk shri smt hajj haj sayyid sayyed ustadh prince princess the retired rear".split()
)
# Offices that stand before a name without being part of it; the NER sometimes takes them in.
OFFICES_BEFORE_NAMES: Final = frozenset(
    "president minister premier chancellor ambassador governor secretary-general secretary chairman ceo"
    " director mayor speaker senator commissioner deputy prime foreign crown vice executive general".split()
)

HEADS: Final = frozenset(
    "president presidents minister ministers premier premiers chancellor king queen sultan emir amir monarch chairman chairwoman"
    " chairperson chairmen chair ceo cfo coo cto cio director directors manager officer officers secretary secretaries"
    " secretary-general secretaries-general governor governors mayor mayors ambassador ambassadors envoy envoys consul commissioner"
    " commissioners speaker speakers head heads chief founder co-founder administrator undersecretary under-secretary"
    " representative representatives spokesman spokesperson spokeswoman adviser advisor advisers dean rector professor leader"
    " commander coordinator co-ordinator partner vice-president vice-chairman d'affaires attache attaché prince economist analyst"
    " editor executive counsellor counselor superintendent principal general inspector owner lawyer senator deputy prosecutor"
    " supervisor member regent trustee researcher scientist expert treasurer president-elect md gm svp evp vp undersecretaries delegate"
    " executives controller strategist lecturer scholar fellow curator conductor organiser organizer planner negotiator coach captain registrar provost councillor".split()
)
# Heads that are an office only with one of these words before them: chief executive, director general, crown prince, chargé d'affaires.
BOUND_HEADS: Final = {
    "general": frozenset({"director", "supervisor", "secretary", "attorney", "governor", "consul", "inspector", "solicitor", "directors", "secretaries"}),
    "executive": frozenset({"chief"}),
    "executives": frozenset({"chief"}),
    "officer": frozenset({"executive", "financial", "operating", "technology", "technical", "commercial", "information", "investment",
                          "marketing", "strategy", "legal", "risk", "compliance", "sustainability", "business", "administrative", "security",
                          "people", "product", "press", "data", "digital", "growth", "development"}),
    "officers": frozenset({"executive"}),
    "prince": frozenset({"crown"}),
    "deputy": frozenset(),
    "captain": frozenset(),
    "conductor": frozenset(),
    "member": frozenset({"board", "council", "committee", "founding", "cabinet", "parliament"}),
    "d'affaires": frozenset({"charge", "chargé"}),
    "president": frozenset(),
}  # fmt: skip
BOUND_ONLY: Final = frozenset(
    {
        "general",
        "executive",
        "executives",
        "officer",
        "officers",
        "prince",
        "deputy",
        "captain",
        "conductor",
        "d'affaires",
    }
)
# Ends of nouns for what someone does, and words that only look so.
TRADE_SUFFIXES: Final = ("er", "or", "ist", "ian", "man", "woman", "ant")
TRADES: Final = frozenset(
    "architect student athlete poet chef nurse judge cleric pilot surgeon diplomat guide trainee recruit".split()
)
NOT_TRADES: Final = frozenset(
    "however later after former other over under never together center quarter number order offer member rather further either neither"
    " whether another water power paper letter matter september october november december summer winter corner larger smaller bigger"
    " higher lower greater better per for or nor major minor sector factor important significant relevant constant instant".split()
)
# Words before a head that belong to the office in lower case too; capitalised words before a head always do.
MODIFIERS: Final = frozenset(
    "deputy vice acting first second assistant executive managing chief senior general regional group permanent special presidential"
    " crown prime state under interim outgoing founding honorary global international national foreign finance energy trade economy"
    " interior defence defense health oil transport culture sports tourism industry agriculture investment planning education justice"
    " labour labor information communications technology water environment marketing sales operations country area policy press media"
    " parliamentary affairs external internal home religious social cabinet corporate commercial technical financial operating legal non-executive charge chargé associate joint"
    " co then former military cultural economic political petroleum electricity housing export product project head visiting resident research"
    " attorney consul secretary director governor board company".split()
)
# Modifiers that tell the time of an office, not the office.
OUTSIDE_ROLE: Final = frozenset({"then", "former", "outgoing", "the", "company"})
LINKS: Final = frozenset({"of", "for", "in", "on", "to", "at", "with"})
# Words that end the domain of an office.
STOPS: Final = frozenset(
    "said says told who which that at from with by after before during has had have was is were will would as also added and or in on to"
    " while when where said, but whose since until today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday"
    " signed sign welcomed met received led headed attended visited called noted announced explained stressed pointed affirmed described"
    " put then he she they it his her their its recalled expects hopes spoke speaks meanwhile january february march april may june july"
    " august september october november december under within between among along alongside".split()
)
DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december on in at by for with the a an under after before during when while as but and or if of to from its his her".split()
)
STATE_HEADS: Final = frozenset(
    "minister ministers president presidents premier king queen sultan emir amir monarch ambassador ambassadors envoy consul chancellor prince"
    " d'affaires undersecretary under-secretary speaker secretary senator".split()
)
# Offices that say nothing of the organisation named before them.
LOOSE_HEADS: Final = frozenset(
    "coach captain professor analyst economist expert researcher lawyer senator lecturer scholar fellow judge".split()
)
CORPORATE_HEADS: Final = frozenset(
    "chairman chairwoman chairperson ceo director president manager executive officer".split()
)
OFFICES_OF_COUNTRIES: Final = frozenset(
    "minister ministers premier king queen monarch ambassador envoy consul d'affaires".split()
)
LOCAL_HEADS: Final = frozenset({"governor", "governors", "mayor", "mayors"})
STATE_NOUNS: Final = frozenset({"cabinet", "government", "presidency", "monarchy", "treasury"})
ENVOY_HEADS: Final = frozenset("ambassador ambassadors envoy consul d'affaires representative".split())
MINISTER_HEADS: Final = frozenset({"minister", "ministers", "secretary", "undersecretary", "under-secretary"})
PLURAL_HEADS: Final = frozenset(
    "executives presidents ministers premiers chairmen directors secretaries secretaries-general governors mayors ambassadors envoys commissioners"
    " heads leaders chiefs officers speakers".split()
)
SPEECH: Final = frozenset("said says told added explained noted stressed".split())

# Generic nouns that stand for an institution named before: the Authority's chairman, the company's CEO.
INSTITUTIONS: Final = frozenset(
    "authority ministry company group bank fund agency union council association corporation commission committee federation chamber"
    " university institute foundation organisation organization board firm airline operator centre center department office league"
    " secretariat bureau society institution club party assembly parliament academy hospital consortium".split()
)
# Nouns that stand before a company's name with its nationality: the Emirati developer Alef, the French group TotalEnergies.
COMPANY_NOUNS: Final = INSTITUTIONS | frozenset(
    "giant developer contractor carmaker maker manufacturer producer conglomerate startup start-up think-tank lobby charity business supplier utility refiner"
    " builder shipbuilder retailer lender investor major carrier start-up newspaper broadcaster channel".split()
)
ORGANISATION_WORDS: Final = INSTITUTIONS | frozenset(
    "ltd co inc llc plc corp holding holdings partners industries ministries bourse exchange school college museum court embassy"
    " forum alliance".split()
)
# Words at the end of a company's name that a short form leaves out.
COMPANY_ENDINGS: Final = frozenset(
    "ltd limited co company inc incorporated llc plc corp corporation group holding holdings sa s.a ag gmbh psc pjsc qpsc wll jsc spa"
    " the".split()
)
EVENT_WORDS: Final = frozenset(
    "expo summit exhibition conference week fair festival cup olympics congress symposium championship games".split()
)
# Last words of names that are no party: events, instruments, programmes.
NOT_PARTIES: Final = EVENT_WORDS | frozenset(
    "agreement accord treaty convention protocol memorandum contract declaration strategy initiative plan vision programme program"
    " project partnership understanding intent framework charter roadmap award prize act law system station mechanism platform statement week".split()
)
# Last words of terms that have acronyms of their own and are no bodies.
CONCEPTS: Final = frozenset(
    "aircraft area benefit capacity cost credit emission energy fee fuel fund gas goal good income index indicator infrastructure insurance"
    " intelligence internet investment learning network number objective oil partnership permit point price product programme project proposal"
    " rate ratio reality reserve resource return revenue right service speed standard tariff target tax technology term thing tool unit vehicle zone year".split()
)
# First words of names of instruments, and nouns that make one before "of" or the like: Framework Agreement for Cooperation.
INSTRUMENTS: Final = frozenset("memorandum memorandums memoranda mou mous moc mocs moa loi ppa fta cepa".split())
INSTRUMENT_NOUNS: Final = frozenset("agreement accord treaty protocol pact contract".split())
MONTHS: Final = frozenset(
    "muharram safar rabi rabi' rajab sha'ban shaban ramadan shawwal dhu dhul jumada january february april june july august september"
    " october november december monday tuesday wednesday thursday friday saturday sunday".split()
)
PLACE_NOUNS: Final = frozenset(
    {
        "region",
        "area",
        "province",
        "district",
        "governorate",
        "coast",
        "valley",
        "desert",
        "county",
        "counties",
        "campus",
    }
)
BODIES_OF_PERSONS: Final = frozenset(
    "university hospital school foundation airport institute centre center college museum port city prize".split()
)
COMPANY_ENDINGS_OF: Final = frozenset("investments investment partners holding holdings group plc llc".split())
# Last words of names that begin with a place: sites, and bodies.
SITES: Final = frozenset(
    "river sea port airport island islands governorate province region gulf desert mountains strait canal bay valley street road palace"
    " peninsula crossing dam field refinery terminal harbour harbor square stadium park bridge tower".split()
)
BODIES_OF_PLACES: Final = ORGANISATION_WORDS - {"forum", "school"} | frozenset(
    "airways airlines railways telecom petroleum energy power steel minerals mining tourism investments capital technologies systems"
    " media museums ports electricity chambers municipality police stock securities motors foods cement gas oil".split()
)
UNITS: Final = frozenset("gwh mwh twh kwh mw gw kw bpd lng lpg co2 usd aed sar eur gdp vat ah ce".split())
GENERIC_PLACES: Final = frozenset(
    "kingdom capital republic emirate city country region state house world union province".split()
)
GENERIC_ADJECTIVES: Final = frozenset(
    "international national global regional royal federal general central joint supreme public european african asian arab islamic western gulf latin eu".split()
)
# Parts of a body that sign its releases.
DESKS: Final = frozenset({"media office", "press office", "press service", "news desk", "media centre", "media center"})
UNFINISHED: Final = frozenset(
    "Economic Political Social Cultural Commercial Financial Technical European African Asian Arab".split()
)
COMPANY_NOUNS_BEFORE: Final = frozenset(
    "company firm group developer contractor giant operator carmaker companies firms agency start-up startup venture subsidiary".split()
)
COMPANY_PLURALS: Final = frozenset(
    "firms companies groups banks developers contractors universities agencies authorities".split()
)
COMPANY_LAST_WORDS: Final = COMPANY_ENDINGS - {"sa", "the", "spa"} | frozenset(
    "enerji energie energia bank banque banco holding sanayi insaat industries technologies systems energy petroleum telecom airlines"
    " airways motors pharma pharmaceuticals electric electronics robotics capital partners ventures logistics shipping construction"
    " engineering solutions".split()
)
PLACE_HEADS: Final = frozenset(
    "city town port district governorate province region state island airport emirate municipality village port of".split()
)
