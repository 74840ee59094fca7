"""Names that the words around them or elsewhere in the article show to be no party: media that report, services, common words."""

from collections import Counter
from collections.abc import Iterator

import regex

from pipeline.parties import english
from pipeline.parties.places import is_known
from pipeline.parties.units import Mention, Reading

_TOLD = regex.compile(r"\b(?:told|to|in|on|by)(?: the)?(?: \w+){0,2} $")
_MEDIUM_AFTER = regex.compile(r" (?:television|TV|newspaper|daily|channel|radio|magazine|website)\b")
_MEDIUM_BEFORE = regex.compile(
    r"\b(?:newspaper|daily|channel|magazine|website|broadcaster|صحيفة|قناة|جريدة|موقع|مجلة) \"?$"
)
_MEDIA_AR = ("صحيفة ", "قناة ", "جريدة ", "موقع ", "مجلة ")
_REPORTS = regex.compile(r"\"?,? (?:wrote|reported|said|quoted|has reported|had reported)\b")
_REPORTED = regex.compile(r"(?:ذكرت|نقلت|افادت|اوردت|كتبت|قالت|بحسب|وفق|حسب)(?: \p{L}+)? \"?$")
_SERVICE_AFTER = regex.compile(
    r"\"?, (?:the|a|an|its|their) (?:[\w-]+ ){0,4}(?:service|platform|app|application|system|programme|program|initiative|fair"
    r"|exhibition|conference|summit|technology fair|trade fair)\b"
)
_SYSTEM_AFTER = regex.compile(
    r" (?:system|systems|convention|network|carnets?|platform|service|standard|protocol|process|programme|program|project|app|scheme)\b",
    regex.IGNORECASE,
)


def drop_objected(readings: list[Reading]) -> None:
    """Takes out media where they only report, services explained as such, names of systems, words in capitals only
    because they begin a sentence, and countries that only name a currency."""
    dropped = set(_labels(readings)) | set(_services(readings)) | set(_systems(readings)) | set(_common_words(readings))
    for reading in readings:
        reading.mentions = [
            m
            for m in reading.mentions
            if not _names_currency(m, reading)
            and (m.kind in ("country", "place") or not (m.text in dropped or _is_medium(m, reading)))
        ]


_CURRENCY = r"(?:dollar|cent|franc|dinar|riyal|rial|dirham|pound|peso|rupee|shilling|lira|krone|krona)s?"
_CURRENCY_AFTER = regex.compile(rf" {_CURRENCY}(?!\w)", regex.IGNORECASE)
_CURRENCY_BEFORE = regex.compile(
    r"(?:دولارا?|دولارات|سنتا?|سنتات|فرنكا?|فرنكات|دينارا?|دنانير|ريالا?|ريالات|درهما?|دراهم|جنيها?|ليرة) \Z"
)


_SIGNS = tuple("$€£¥₹")


def _names_currency(mention: Mention, reading: Reading) -> bool:
    """Whether a country only says whose money it is: 7.4 US cents, 26.6 billion Djibouti francs, دولار هونغ كونغ."""
    if mention.kind != "country":
        return False
    before = reading.text[max(0, mention.start - 12) : mention.start]
    if reading.text[mention.end : mention.end + 1] in _SIGNS:  # US$3 billion
        return True
    return bool(_CURRENCY_AFTER.match(reading.text, mention.end) or _CURRENCY_BEFORE.search(before))


def _is_medium(mention: Mention, reading: Reading) -> bool:
    """Whether a newspaper or channel is named as the source: "told Libya Al-Ahrar television", ذكرت صحيفة الأهرام."""
    if mention.kind != "organization":
        return False
    before = reading.text[max(0, mention.start - 40) : mention.start]
    if mention.text.startswith(_MEDIA_AR):
        return bool(_REPORTED.search(before))
    if _MEDIUM_AFTER.match(reading.text, mention.end) and _TOLD.search(before):
        return True
    medium = _MEDIUM_BEFORE.search(before)
    return bool(medium and (_REPORTS.match(reading.text, mention.end) or _REPORTED.search(before[: medium.start()])))


def _labels(readings: list[Reading]) -> Iterator[str]:
    """Labels of list items that a person follows: "• Smart Robotics: Gu Li Dong, Vice President …", named nowhere else."""
    named = Counter(mention.text for reading in readings for mention in reading.mentions)
    for reading in readings:
        if reading.passage.role == "list_item" and len(reading.mentions) > 1:
            first, second = sorted(reading.mentions, key=lambda mention: mention.start)[:2]
            label = not reading.text[: first.start].strip(" -*•·▪◦●■➢✓") and named[first.text] == 1
            if label and second.kind == "person" and reading.text[first.end : second.start].strip() == ":":
                yield first.text


def _services(readings: list[Reading]) -> Iterator[str]:
    """Names that the article explains as services or fairs: "CliQ, the instant payment service launched in June"."""
    for reading in readings:
        for mention in reading.mentions:
            if mention.kind == "organization" and _SERVICE_AFTER.match(reading.text, mention.end):
                yield mention.text


def _systems(readings: list[Reading]) -> Iterator[str]:
    """Acronyms that always stand before the noun of a system: the TIR system, TIR carnets."""
    uses: dict[str, list[bool]] = {}
    for reading in readings:
        for mention in reading.mentions:
            if mention.kind == "organization" and mention.text.isupper() and mention.text.isascii():
                follows = _SYSTEM_AFTER.match(reading.text, mention.end) is not None
                uses.setdefault(mention.text, []).append(follows)
    yield from (name for name, follows in uses.items() if all(follows))


def _common_words(readings: list[Reading]) -> Iterator[str]:
    """English names of one word that begin a sentence and stand elsewhere in lower case: "Sugar remained the chief item"."""
    english_text = " ".join(reading.text for reading in readings if reading.lang == "en")
    if not english_text:
        return
    words = set(regex.findall(r"(?<![\p{L}'-])\p{Ll}{3,}(?!\p{L})", english_text))
    for reading in readings:
        for mention in reading.mentions:
            first = (
                not reading.text[: mention.start].strip(' "-*•')
                or reading.text[: mention.start].rstrip()[-1:] in ".:!?"
            )
            if first and mention.text.lower() in words and not is_known(mention.text) and mention.text[1:].islower():
                yield mention.text


def follows_representation(mention: Mention, reading: Reading) -> bool:
    """Whether someone is said to stand for the name: "With Baykar, represented by its chairman", شركة … ممثلة في."""
    return bool(_REPRESENTED.match(reading.text, mention.end))


_REPRESENTED = regex.compile(r",? (?:(?:was |were )?represented by|ممثلة |ممثلا |يمثلها|ويمثلها|تمثلها)")


def ends_like_company(name: str) -> bool:
    """Whether a name's last word is one that companies end with in some language: Cengiz Enerji, Deutsche Bahn AG."""
    return name.rsplit(" ", 1)[-1].lower().rstrip(".") in english.COMPANY_LAST_WORDS
