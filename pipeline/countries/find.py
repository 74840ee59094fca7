"""Countries and nationality adjectives in normalised text of either language."""

from pipeline.countries.arabic import adjectival_republic, arabic_mention, without_amman
from pipeline.countries.english import english_mention
from pipeline.countries.names import CountryMention, country_index
from pipeline.findings import Lang
from pipeline.gazetteers.phrases import Token, tokenise


def find_countries(text: str, lang: Lang) -> list[CountryMention]:
    """Countries and nationality adjectives in a normalised text, in order, none inside another.

    Full forms (جمهورية مصر العربية, the Republic of Korea) are one mention, article and proclitics outside. A bare عمان is
    Oman unless the text speaks of Jordan and not of Oman.
    """
    tokens, index, proclitics = tokenise(text), country_index(lang), lang == "ar"
    found: list[CountryMention] = []
    at = 0
    while at < len(tokens):
        entrances = index.entrances(tokens[at].key, proclitics)
        mention, at = _mention_at(text, tokens, at, lang, entrances) if entrances else (None, at + 1)
        if mention and (not found or mention.start >= found[-1].end):
            found.append(mention)
    return without_amman(text, found) if lang == "ar" else found


def _mention_at(
    text: str, tokens: tuple[Token, ...], at: int, lang: Lang, entrances: tuple[tuple[int, str], ...]
) -> tuple[CountryMention | None, int]:
    """The mention whose name starts at token `at`, and the token to go on with."""
    for skip, first in entrances:
        match = country_index(lang).longest(text, tokens, at, first)
        if not match:
            if republic := adjectival_republic(text, tokens, at, skip, first):
                return republic
            continue
        count, (code, adjective) = match
        if code is None:
            return None, at + count
        last = at + count - 1
        if lang == "en":
            return english_mention(text, tokens, at, last, code, adjective)
        return arabic_mention(
            text, tokens, at, last, CountryMention(tokens[at].start + skip, tokens[last].end, code, adjective)
        )
    return None, at + 1
