"""Where a mention begins and ends: the NER's span without signs, titles and offices, with the words that belong to it."""

import regex

from pipeline.countries import country_named, find_countries
from pipeline.findings import Lang
from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties import arabic, english
from pipeline.parties.places import is_known

_PAIRS = {'"': '"', "(": ")", "[": "]", "'": "'"}
_CLOSERS = {'"': '"', ")": "(", "]": "[", "'": "'"}
_DOTTED_END = regex.compile(r"(?:\b\p{L}\.\p{L}|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|S\.A|L\.L\.C))\.$")
_NEAR_START = 4  # characters before the first name of a dateline
_NOUN_BEFORE = regex.compile(r"([\u0621-\u064a]+) $")
_FIRST_HALF = regex.compile(r"'s (\p{Lu}\p{L}+ (?:and|&) )$")
_PORTFOLIO = regex.compile(r"وزيرة? ال[^،,.؛]{2,60}\sو$")  # وزير الصناعة و[التموين] فلان
_RANK_AFTER = regex.compile(r" (?P<rank>ال\p{L}+)(?!\p{L})")
_PLACE_AFTER = regex.compile(r"^(?P<name>.+\p{Ll})(?: in| at|,) (?P<place>\p{Lu}[\p{L} ]+)$")
_OF_COUNTRY = regex.compile(r"^(?P<name>.+) of (?:the )?(?P<country>\p{Lu}[\p{L} ]+)$")
_BODIES_OF_STATE = frozenset({"Ministry", "National", "Parliament", "Senate", "Cabinet", "House", "Foreign", "Finance"})
_PLACE_BEFORE = regex.compile(r"(?P<place>\p{Lu}[\p{L} ]+?) at (?=\p{Lu})")
_LINKS = frozenset({"for", "of", "and", "in", "with", "to", "at", "by", "the", "on", "from"})
_CURRENCY = regex.compile(r"(?<=\p{L}) (?:KD|SR|SAR|AED|USD|QR|QAR|BD|RO|JD|EGP|LE|EUR)$")
_OPENING = 4  # characters before a dateline
_DATELINE = regex.compile(r"(?P<place>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2}) -{1,2} (?=\p{L})")
# The Darbaza-Maktaaral line lies between two places.
_LINE = regex.compile(
    r"(?P<one>\p{Lu}\p{L}+)-(?P<other>\p{Lu}\p{L}+) (?:line|railway|railroad|road|highway|motorway|expressway|pipeline|corridor|route)\b"
)
_AND = regex.compile(r" and (?:the )?(?=\p{Lu})| - ")
_AND_AR = regex.compile(r" و(?=\p{L})")
# Second halves of one name: Chamber of Commerce and Industry.
_SHARED = frozenset("industry industries agriculture commerce training development authority centre center".split())


def split_names(text: str, start: int, end: int, label: str, lang: Lang) -> list[tuple[int, int]]:
    """The names in one mention: "Jordan Tourism Board and Tourism Malaysia" are two, Chamber of Commerce and Industry one."""
    if dateline := _DATELINE.match(text, start, end) if start < _OPENING else None:
        return [(start, dateline.end("place")), *split_names(text, dateline.end(), end, label, lang)]
    if label == "LOC" and lang == "en" and (line := _LINE.match(text, start)):
        return [line.span("one"), line.span("other")]
    if label == "ORG":
        placed = _PLACE_BEFORE.match(text, start, end)
        if placed and _is_place(placed["place"]):  # the Middle East at Unitree Technology
            return [placed.span("place"), (placed.end(), end)]
        for match in (_AND if lang == "en" else _AND_AR).finditer(text, start, end):
            left, right = text[start : match.start()].split(), text[match.end() : end].split()
            if left and right and (_are_two_english if lang == "en" else _are_two_arabic)(left, right):
                return [(start, match.start()), *split_names(text, match.end(), end, label, lang)]
    return [(start, end)]


def _are_two_english(left: list[str], right: list[str]) -> bool:
    if country_named(" ".join(right), "en"):  # Ministry of Sport and Bahrain
        return True
    return left[-1].lower() in english.ORGANISATION_WORDS and len(left) > 1 and right[-1].lower() not in _SHARED


def _are_two_arabic(left: list[str], right: list[str]) -> bool:
    """هيئة المتاحف والمدرسة الوطنية; not وزارة النقل والموانئ, whose second noun stands alone or is no body's."""
    if country_named(" ".join(right), "ar"):
        return True
    heads = [word.removeprefix("ال") in arabic.INSTITUTIONS for word in (left[0], right[0])]
    return all(heads) and len(left) > 1 and len(right) > 1


def trimmed(text: str, start: int, end: int, label: str, lang: Lang) -> tuple[int, int]:
    """The mention without signs that do not pair, titles, the English article and possessive; with the noun of an Arabic
    company, the rank in an Arabic body's name, and the first half of a name after a possessive."""
    before = (-1, -1)
    while before != (start, end) and start < end:
        before = (start, end)
        start, end = _without_signs(text, start, end)
        if start < end:
            start, end = (_trimmed_english if lang == "en" else _trimmed_arabic)(text, start, end, label)
    if label == "ORG" and start < end:
        return _completed(text, start, end, lang)
    return (start, site_end(text, start, end)) if label == "LOC" and lang == "ar" and start < end else (start, end)


def site_end(text: str, start: int, end: int) -> int:
    """End of an Arabic site's name with its attribute: مطار بغداد الدولي, قاعدة القيارة الجوية."""
    attribute = _RANK_AFTER.match(text, end)
    is_site = text[start:end].split(maxsplit=1)[0] in arabic.SITES
    return attribute.end() if is_site and attribute and attribute["rank"] in arabic.SITE_ATTRIBUTES else end


def _without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = text[start], text[end - 1]
    if first in " .,،:;-/)]}*•" or (first in _PAIRS and _PAIRS[first] not in text[start + 1 : end]):
        return start + 1, end
    if last in " ,،:;-/([{*" or (last in _CLOSERS and _CLOSERS[last] not in text[start : end - 1]):
        return start, end - 1
    if first == '"' and last == '"' and text.count('"', start, end) == 2:
        return start + 1, end - 1
    if last == "." and not _DOTTED_END.search(text, start, end):
        return start, end - 1
    return start, end


def _trimmed_english(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    start = _after_dateline(text, start, end)
    words = text[start:end].split(" ")
    first = words[0].lower()
    if text.endswith("'s", start, end):
        return start, end - 2
    if len(words) == 1:
        return start, end
    titles = english.TITLES | english.OFFICES_BEFORE_NAMES if label == "PER" else frozenset({"the"})
    if label == "PER" and text.endswith(" of ", 0, start) and len(words) > 2 and country_named(words[0], "en"):
        return start + len(words[0]) + 1, end  # the Ambassador of Nepal Basu Dev Mishra
    if first in titles or first.rstrip(".,") in titles:
        return start + len(first) + 1, end
    if label == "LOC" and words[-1] in english.PLACE_NOUNS:  # the AlUla region
        return start, end - len(words[-1]) - 1
    return _trimmed_organisation(text, start, end, words) if label == "ORG" else (start, end)


def _after_dateline(text: str, start: int, end: int) -> int:
    """Where a name begins that the NER has joined with the dateline before it: PORT VILA - The Vanuatu Police Force."""
    dash = text.find(" - ", start, end) if start < _NEAR_START else -1
    return dash + 3 if dash > 0 else start


def _trimmed_organisation(text: str, start: int, end: int, words: list[str]) -> tuple[int, int]:
    """Without "Egyptian firms" before; without " in Abu Dhabi", the next person's title or an amount's currency after."""
    name = text[start:end]
    owner = _OF_COUNTRY.match(name)
    if owner and country_named(owner["country"], "en") and _is_whole(owner["name"]):
        return start, start + owner.end("name")  # Ministry of Public Works of Kuwait
    if words[1] in _BODIES_OF_STATE and any(m.adjective for m in find_countries(words[0], "en")):
        return start + len(words[0]) + 1, end  # Korean National Assembly, Egyptian Ministry of Finance
    if len(words) > 2 and words[1].islower() and any(m.adjective for m in find_countries(words[0], "en")):
        after = next((i for i, word in enumerate(words) if i and not word.islower()), 0)
        if after and words[after - 1] in english.COMPANY_NOUNS | english.COMPANY_PLURALS:
            return start + sum(len(word) + 1 for word in words[:after]), end
    if (place := _PLACE_AFTER.match(name)) and _is_place(place["place"]) and not name.startswith("American University"):
        return start, start + place.end("name")
    if words[-1].rstrip(".").lower() in english.TITLES or words[-1] in _LINKS:
        return start, end - len(words[-1]) - 1
    currency = _CURRENCY.search(name)
    return start, start + currency.start() if currency else end


def _is_place(name: str) -> bool:
    return is_known(name) or country_named(name, "en") is not None


def _is_whole(name: str) -> bool:
    """Whether a name is whole without "of Kuwait": it has its own "of", or ends like a company's; not Bank of China."""
    ministry = name.startswith(("Ministry", "Department", "General ", "Directorate", "Public "))
    university = " University" in name and not name.startswith(
        ("National", "International", "Islamic", "American", "State")
    )
    return (ministry and " of " in name) or university or name.rsplit(" ", 1)[-1].lower() in english.COMPANY_ENDINGS_OF


def _trimmed_arabic(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    words = text[start:end].split(" ")
    if len(words) == 1:
        return start, end
    if label == "PER":
        portfolio = words[0].startswith("ال") and len(words) > 2 and _PORTFOLIO.search(text, max(0, start - 80), start)
        return start + (len(words[0]) + 1 if portfolio else _before_name(words[0])), end
    if words[0] in (arabic.PLACE_DUALS if label == "LOC" else arabic.COMPANY_PLURALS):  # محافظتي ذي قار, شركات إيني
        return start + len(words[0]) + 1, end
    return start, end - _after_name(words, label)


def _after_name(words: list[str], label: str) -> int:
    """Characters after a name that are not its own: what follows a known place, the title of a person named next, the
    nationality of a company or site (شركة سوناطراك الجزائرية, ميناء سفاجا المصري)."""
    last = words[-1]
    if label == "LOC" and (known := _known_part(words)):
        return len(" ".join(words)) - known
    if label == "ORG" and ((last in arabic.TITLES and len(last) > 2) or last in arabic.PURPOSES):
        return len(last) + 1
    company = label == "ORG" and words[0] in arabic.COMPANY_NOUNS and len(words) > 2 and not words[1].startswith("ال")
    nationality = (company or label == "LOC") and last.startswith("ال") and _is_nationality(last)
    return len(last) + 1 if nationality else 0


def _before_name(word: str) -> int:
    """Characters of the title, office or verb that stands before a person's name: الدكتور, الوزير, بينت; 0 for a name."""
    title = word.rstrip("./") in arabic.TITLES or word in arabic.OFFICE_TITLES
    return len(word) + 1 if title or word in arabic.VERBS or word in arabic.SPEECH else 0


def _is_nationality(word: str) -> bool:
    return any(mention.adjective and mention.start == 0 for mention in find_countries(word, "ar"))


def _known_part(words: list[str]) -> int:
    """Characters of the known place that a location begins with, where what follows is no attribute of it; else 0."""
    for count in range(len(words) - 1, 1, -1):
        name = " ".join(words[:count])
        if is_known(name):
            return 0 if words[count].startswith("ال") else len(name)
    return 0


def _completed(text: str, start: int, end: int, lang: Lang) -> tuple[int, int]:
    if lang == "en":
        before = _FIRST_HALF.search(text, max(0, start - 40), start)
        return (before.start(1) if before else start), end
    if text.count('"', start, end) % 2 and text[end : end + 1] == '"':
        end += 1  # شركة "انكا
    rank = _RANK_AFTER.match(text, end)
    if (
        rank
        and rank["rank"] in arabic.RANKS
        and text[start:end].split(maxsplit=1)[0].removeprefix("ال") in arabic.INSTITUTIONS
    ):
        end = rank.end()  # دائرة الإحصاءات العامة
    return _with_company_noun(text, start), end


def _with_company_noun(text: str, start: int) -> int:
    """Start of an Arabic name with the noun that belongs to it: لشركة هيونداي is شركة هيونداي."""
    before = _NOUN_BEFORE.search(text[max(0, start - 16) : start])
    if not before:
        return start
    for skip, noun in unprefixed(before[1]):
        if noun in arabic.COMPANY_HEADS:
            return start - len(before[0]) + skip
    return start
