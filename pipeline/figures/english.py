"""English: what stands around a figure. Counted nouns, modifiers, change, and numbers that are none."""

import re
from typing import Final

from models.figure import Basis, Modifier
from pipeline.languages import english as language

# Words that end the counted noun phrase.
STOPS: Final = frozenset(
    """a about above according across after against along also although amid among an and any are around as at away be because
    been before being below between beyond both but by can could did do does down during each either every except few following for
    from had has have he her here him his how if in including inside instead into is it its itself just last least less like made
    many may me might more most must my near nearly next nor not now of off on once one only onto or other our out outside over
    past per plus rather respectively said set she should since so some such than that the their them then there these they this
    those through throughout to together too toward towards under until up upon us via was we were what when where whether which
    while who whom whose will with within without would yes yet you your ago long deep wide tall high old worth apart ahead alone
    abroad overseas annually yearly daily monthly weekly today yesterday tomorrow altogether overall already again alike came
    come went took take gave give rose fell grew hit won lost met left led held began ran run put sent built drawn grown spent
    bring brought buy bought sell sold pay paid stand stood say says see saw seen show shown still thus unless versus vs was
    where whereas whilst aboard earlier later currently jointly mainly mostly simultaneously""".split()
)
# Of the stops, those that may open a phrase: 14 weekly flights.
_ADJECTIVES: Final = frozenset({"daily", "weekly", "monthly", "yearly", "overseas", "overall", "high", "old", "long"})
# Heads that are plural without -s.
_PLURALS: Final = frozenset(
    """people men women children staff personnel police aircraft memoranda phenomena criteria data fish sheep media crew
    series species alumni cattle spacecraft livestock troops businessmen businesswomen spokesmen fishermen craftsmen workmen
    servicemen policemen feet teeth referenda curricula symposia consortia fora stadia headquarters households policyholders
    youth poultry""".split()
)
_NOT_PLURAL: Final = frozenset(
    "gas gross bus plus lens chaos canvas atlas business process access press progress success glass class less".split()
)
# Participles that end a phrase although they look like adjectives before a noun.
_WORD = re.compile(r"(?:\d+-)?[^\W\d_]+(?:['’.&/-][^\W_]+)*'?")
_GAP: Final = frozenset({" ", "  ", ""})
# Of what: the phrase goes on in "memoranda of understanding", "categories of goods", never into a name or a determiner.
_OF_STOPS: Final = frozenset(
    "the a an its their his her our my this that these those which whom them us it all both each".split()
)
_VAGUE_HEADS: Final = frozenset("percent per cent times time".split())


def counted_noun(text: str, at: int) -> tuple[int, int] | None:
    """Characters of the noun phrase that a number ending at `at` counts, or None where no plural follows (or -nation)."""
    start = _start_of_noun(text, at)
    if start is None:
        return None
    if group := _GROUP.match(text, at):
        return group.span("noun")
    hyphened = text[at : at + 1] == "-" and not text.startswith("-strong ", at)
    end, position, words, plural = start, start, 0, False
    while match := _WORD.match(text, position):
        word = match.group().rstrip("'")
        low = word.lower()
        joint = low == "and" and words > 0 and not plural
        if (
            (low in STOPS and not joint and (words or low not in _ADJECTIVES))
            or (plural and not _continues(word))
            or words >= 8
        ):
            break
        end, plural, words = match.start() + len(word), _is_plural(low, word), words + 1
        if hyphened or text[match.end() : match.end() + 1] != " ":
            break
        position = match.end() + 1
    if not words or not (plural or hyphened):
        return None
    return (start, end) if hyphened else (start, _extended(text, end))


# A 3.5 million-strong Indian community: a group is one.
_GROUP = re.compile(
    r"-strong (?P<noun>(?:[A-Za-z-]+ ){0,3}?(?:army|audience|base|club|coalition|community|contingent|crew|crowd|delegation|diaspora|fleet"
    r"|force|group|mission|network|panel|police|population|staff|squad|team|union|unit|workforce))\b"
)
_NUMBER_OF = re.compile(r"\bnumbers? of (?:the |its |their )?(?P<noun>[A-Za-z][\w-]*(?: [a-z][\w-]*){0,3})")


def number_of(text: str, floor: int, at: int) -> tuple[int, int] | None:
    """Characters of what is counted by "the number of weekly flights at 14", the last of the sentence."""
    found = list(_NUMBER_OF.finditer(text, floor, at))
    return counted_noun(text, found[-1].start("noun") - 1) if found else None


def _start_of_noun(text: str, at: int) -> int | None:
    if text.startswith("-strong ", at):  # a 1,000-strong crew
        return at + 8
    if text[at : at + 1] == "-" and _NO_COUNT.match(text, at + 1):
        return None
    if text[at : at + 1] == "-":
        return at + 1 if text[at + 1 : at + 2].isalpha() else None
    match = re.compile(r"\+? (?:(?:more|or more|or so|different|additional|other|such) )?(?=(?:\d+-)?[^\W\d_])").match(
        text, at
    )
    if not match:
        return None
    return at + 1 if match.group().strip() in ("additional", "different", "other") else match.end()


# five-star hotel, two-way trade, tenfold: grades and shapes
_NO_COUNT = re.compile(
    r"(?:stars?|way|fold|tier|pronged|letter|digit|dimensional|piece|speed|wheel\w*|point|page|part|in-one|on-one|to-one)\b"
)


def _is_plural(low: str, word: str) -> bool:
    if low in _PLURALS or (low.rpartition("-")[2] in _PLURALS):
        return True
    if re.fullmatch(r"\w*[A-Z]s", word):  # MoUs, LoIs
        return True
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")) and low not in _NOT_PLURAL


def _continues(word: str) -> bool:
    """After a plural only another plural goes on (arms deals), for a verb would have no -s."""
    return _is_plural(word.lower(), word) and word[0].islower() and not word.endswith("'s")


def _extended(text: str, end: int) -> int:
    """The end with "of understanding", "and MoUs", ", nurses and electricians"."""
    for _ in range(3):
        tail = _of(text, end) or _coordinated(text, end)
        if tail is None:
            return end
        end = tail
    return end


_OF = re.compile(r" of (?P<first>[a-z][a-z-]+)(?P<second> (?:and )?[a-z][a-z-]+)?")


def _of(text: str, end: int) -> int | None:
    match = _OF.match(text, end)
    if not match or match["first"] in _OF_STOPS or match["first"] in STOPS:
        return None
    if match["first"].endswith(("ing", "ion", "s", "t", "y", "e", "r", "m", "l", "p", "h", "n", "d")):
        return match.end("first")
    return None


_NUMBERS: Final = frozenset((*language.UNITS, *language.TEENS, *language.TENS, *language.SCALES, "hundred"))
_AND = re.compile(
    r"(?:, (?P<listed>[a-z][\w-]+))*(?:,? and|,? or) (?P<noun>[^\W\d_][\w-]+)(?: (?P<second>[a-z][\w-]+))?"
)
_AFTER_NOUN = re.compile(
    r"(?=[.,;:)\"]|$|\n)| (?:in|on|at|for|from|to|of|with|worth|between|among|that|which|who|were|are|will|have|under|during|across|covering"
    r"|valued|within|\()"
)


def _coordinated(text: str, end: int) -> int | None:
    """The end of "and MoUs", "and business officials", ", nurses and electricians"; None where a clause follows."""
    match = _AND.match(text, end)
    if not match or match["noun"].lower() in STOPS or match["noun"].lower() in _NUMBERS:
        return None
    if match["listed"] and not _is_plural(match["listed"], match["listed"]):
        return None
    if _is_plural(match["noun"].lower(), match["noun"]) and _AFTER_NOUN.match(text, match.end("noun")):
        return match.end("noun")
    second = match["second"]
    if second and second not in STOPS and _is_plural(second, second) and _AFTER_NOUN.match(text, match.end("second")):
        return match.end("second")
    return None


# Before a figure, nearest word last. Longest first; each ends where the figure begins.
MODIFIERS_BEFORE: Final[tuple[tuple[Modifier, str], ...]] = (
    (
        "at_most",
        r"up to|as (?:much|many|high|long|far) as|at most|(?:no|not) (?:more|longer|higher|later) than|a maximum(?: capacity)? of|maximum|not exceeding"
        r"|(?:not|n't|never) exceed(?:ed|ing)?|not to exceed|capped at|limited to|within a maximum of|a ceiling of|a cap of",
    ),
    ("at_least", r"at least|(?:no|not) (?:less|fewer|lower) than|a minimum of|minimum|at the very least"),
    (
        "more_than",
        r"more than|(?<!extend )(?<!extends )(?<!extending )(?<!spread )(?<!stretch )(?<!stretches )over|above|exceed(?:s|ed|ing)?|in excess of|upwards? of|greater than|higher than|larger than|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops"
        r"|beyond|north of|just over|well over|slightly over|well above|excess of|pass(?:ed|ing)?(?: the)?",
    ),
    ("less_than", r"less than|under|below|fewer than|just under|well under|short of|lower than|smaller than"),
    (
        "approx",
        r"about|around|some|roughly|approximately|nearly|almost|close to|(?:an )?estimated(?: at)?|circa|ca\.?|~|or so|near|in the region of"
        r"|in the order of|of the order of|nearing|approaching|approx\.?",
    ),
)
MODIFIERS_AFTER: Final[tuple[tuple[Modifier, str], ...]] = (
    ("at_least", r"\s?(?:\+|or (?:more|above|over|higher)|and (?:more|above|over)|at least|plus)(?!\w)"),
    ("at_most", r" (?:or (?:less|below|under|fewer)|and (?:less|below)|at (?:the )?most|maximum)\b"),
    ("approx", r"[- ]?(?:odd|or so|approximately|or thereabouts)\b"),
)
# "over 25 years", "under two agreements" are prepositions, not comparisons.
PREPOSITIONAL: Final = re.compile(r"(?:over|under|above|below|beyond|around) (?:an?|the)", re.IGNORECASE)
LASTING: Final = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|of|after|takes?|took|than|experience|spanning|by) (?:just )?over \Z"
)

_UP = (
    r"up(?! to\b)|ris(?:e[sn]?|ing)|rose|grow(?:s|n|ing|th)?|grew|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|gain(?:s|ed|ing)?"
    r"|soar(?:s|ed|ing)?|expand(?:s|ed|ing)?|expansion|advanc(?:e[sd]?|ing)|swell(?:ed)?|swollen|leap(?:t|ed)?|rais(?:e[sd]?|ing)(?!(?: already)? (?:more than |over |about |some |up to |nearly |around |another |an additional )?\Z)|boost(?:s|ed)?|edg(?:ed|ing) up|went up|go up|higher"
)
_DOWN = (
    r"down|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing|tions?)|slid(?:e|ing)?|shr[aiu]nk"
    r"|shrinking|plung(?:e[sd]?|ing)|tumbl(?:e[sd]?|ing)|slip(?:s|ped|ping)?|cut(?:s|ting)?|los(?:es?|ing|t)|contract(?:ed|ion)|dip(?:s|ped)?|lower(?:ed|ing)?|slump(?:s|ed)?|sank|went down|narrow(?:ed|ing)|sav(?:e[sd]?|ing)"
)
TREND_WORDS: Final = re.compile(
    rf"\b(?<!made )(?<!make )(?<!makes )(?<!making )(?<!took )(?<!takes )(?<!take )(?<!set )(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b",
    re.IGNORECASE,
)
# After the figure: 64 percent more than, a 9 percent increase.
TREND_AFTER: Final = re.compile(
    r"(?:[ -](?:year[- ]on[- ]year|annual|yearly|quarterly|monthly|y-o-y|yoy))?[ -](?:(?P<up>(?:more|higher|larger|greater|bigger)(?= than| year| compared)"
    r"|increase|rise|growth|jump|surge|gain|expansion|hike|up\b|upswing)"
    r"|(?P<down>(?:less|lower|fewer|smaller)(?= than| year| compared)|decrease|decline|drop|fall|cut|reduction|contraction|slump|dip|down\b|plunge))",
    re.IGNORECASE,
)
# Between the word of change and the amount of it.
BY: Final = re.compile(
    r"(?:\s+by an? (?:average|annual|compound|total)(?: annual)?(?: rate)?(?: of)?)?(?:\s+by)?(?:\s+(?:an?|the))?(?:\s+(?:further|another|additional|estimated|average|annual))?\s*\Z",
    re.IGNORECASE,
)
# After a noun of change: growth of, an increase that reached.
BY_NOUN: Final = re.compile(
    r"(?:\s+rates?)?(?:\s+(?:of|at|by|was|is|stood at|reached|reaching|hit))?(?:\s+(?:an?|the|between))?(?:\s+(?:further|another|additional|estimated|average|annual))?\s*\Z",
    re.IGNORECASE,
)
CHANGE_NOUNS: Final = frozenset(
    "growth increase rise decline drop fall reduction expansion contraction surge jump gain decrease hike cut".split()
)
LEVEL: Final = re.compile(
    r"\b(?:to|at|from|of|reach(?:ed|es|ing)?|total(?:led|ed|ling)?|stood at|standing at|against|versus|compared (?:with|to)|than)(?: (?:a |the )?[\w-]+){0,3} \Z",
    re.IGNORECASE,
)
BASIS: Final[tuple[tuple[Basis, re.Pattern[str]], ...]] = (
    (
        "year_on_year",
        re.compile(
            r"year[- ](?:on|over)[- ]year|y[-/]?o[-/]?y\b|y/y|compared (?:with|to) (?:the )?(?:same|previous year|last year|a year)|than (?:in )?(?:the same|a year|the previous year|last year)|(?:from|on) (?:a|the) (?:year earlier|year before|previous year)|annually from|same (?:period|month|quarter) (?:of )?(?:last|the previous|in|of)|more than in (?:19|20)\d\d",
            re.IGNORECASE,
        ),
    ),
    (
        "quarter_on_quarter",
        re.compile(
            r"quarter[- ](?:on|over)[- ]quarter|q[-/]?o[-/]?q|q/q|(?:from|on|than) (?:in )?the previous quarter",
            re.IGNORECASE,
        ),
    ),
    (
        "month_on_month",
        re.compile(
            r"month[- ](?:on|over)[- ]month|m[-/]?o[-/]?m\b|m/m|(?:from|on|than) (?:in )?the previous month",
            re.IGNORECASE,
        ),
    ),
)

# Labels whose number is a name, not a quantity: Phase 2, Article 5, Group of 77, Vision 2030.
NOT_BEFORE: Final = re.compile(
    r"(?:\b(?:update|wrapup|one in|out of|aged?|ages? of|phase|pages?|p\.|no\.|nos\.|number|articles?|chapter|section|clause|item|appendix|annex|table|figure|chart|step"
    r"|vision|agenda|expo|cop|group of|route|highway|gate|room|hall|booth|flight|resolution|decree|law no\.?|tier|level|grade"
    r"|euro|windows|version|formula|boeing|airbus|channel|suite|box|pier|berth|episode|season|volume|vol\.|issue|edition"
    r"|tel|telephone|phone|fax|mobile|whatsapp|isbn|issn|rank(?:ed|s|ing)?|top) ?[:.]? ?#?|[#№§@]|[A-Z]{1,5}-)\Z",
    re.IGNORECASE,
)
AGE_BEFORE: Final = re.compile(r"\b(?:aged|ages? of|age)\s\Z", re.IGNORECASE)
# Ages, ratings, reading times, clock times, scores.
NOT_AFTER: Final = re.compile(
    r"-?[ -]years?[- ]olds?\b| ?(?:minutes?|mins?) read\b| ?(?:out of|/) ?\d+ stars?| stars?\b(?! hotels?)| ?(?:a\.m|p\.m|am|pm|GMT|UTC)\b| ?o'clock|(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
# "The two sides", "the two countries" are no figures.
SIDES: Final = re.compile(r"\b(?:the|both|these|our|their|its|those) two \Z", re.IGNORECASE)
