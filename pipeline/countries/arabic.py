"""Countries in Arabic: forms of state (جمهورية مصر العربية), and names that are adjectives or common words as well."""

from pipeline.countries.names import CountryMention, country_index
from pipeline.gazetteers.phrases import Token, unprefixed
from pipeline.text import fold

_STATE_NOUNS = frozenset(map(fold, "جمهورية دولة مملكة سلطنة إمارة".split()))
_STATE_ADJECTIVES = frozenset(
    map(
        fold,
        "العربية الإسلامية الشعبية الديمقراطية الديموقراطية الهاشمية الاتحادية الاشتراكية البوليفارية المتحدة الفيدرالية الفدرالية".split(),
    )
)
_REPUBLICS = frozenset(map(fold, "الجمهورية المملكة".split()))


def arabic_mention(
    text: str, tokens: tuple[Token, ...], at: int, last: int, mention: CountryMention
) -> tuple[CountryMention | None, int]:
    """The mention with its noun of state and adjectives, and the token to go on with; none where the word means another
    thing. `mention` is the bare name, tokens `at` to `last`."""
    if mention.adjective:
        return mention, last + 1
    start, end = mention.start, last
    before = tokens[at - 1] if at and text[tokens[at - 1].end : tokens[at].start] == " " else None
    if before and mention.start == tokens[at].start:
        for skip, word in unprefixed(before.key):
            if word in _STATE_NOUNS:
                start = before.start + skip
                while (
                    end + 1 < len(tokens) and tokens[end + 1].key in _STATE_ADJECTIVES and text[tokens[end].end] == " "
                ):
                    end += 1
                break
    word = text[mention.start : mention.end]
    if start == mention.start and not _names_country(text, tokens, at, last, word):
        adjective = word in _FEMININE_ADJECTIVES
        return (CountryMention(start, mention.end, mention.code, True) if adjective else None), last + 1
    return CountryMention(start, tokens[end].end, mention.code, False), end + 1


def adjectival_republic(
    text: str, tokens: tuple[Token, ...], at: int, skip: int, first: str
) -> tuple[CountryMention, int] | None:
    """A state named by its adjective, الجمهورية الإسلامية الموريتانية, from its noun `first` at token `at` on."""
    if first not in _REPUBLICS:
        return None
    code, end = None, at
    while end + 1 < len(tokens) and end - at < 5 and text[tokens[end].end : tokens[end + 1].start] == " ":
        match = country_index("ar").longest(text, tokens, end + 1, tokens[end + 1].key)
        if match and match[1][1] and not code and tokens[end + 1].key.endswith("ية"):
            code = match[1][0]
        elif tokens[end + 1].key not in _STATE_ADJECTIVES:
            break
        end += 1
    if not code:
        return None
    return CountryMention(tokens[at].start + skip, tokens[end].end, code, False), end + 1


# Names of countries that are feminine adjectives as well.
_FEMININE_ADJECTIVES = frozenset(map(fold, ("السعودية", "سورية")))
# Names that are common words as well: مالي (financial), بنين (sons), قطر (diameter).
_COMMON_WORDS = frozenset(map(fold, ("مالي", "بنين")))
_BEFORE_COUNTRY = frozenset(
    map(
        fold,
        "في من إلى على عن مع بين لدى عبر نحو ضد تجاه باتجاه داخل خارج حكومة رئيس وزير سفير سفارة دول دولة جمهورية قبل لصالح وفد شمال جنوب"
        " شرق غرب اقتصاد جانب زيارة عاصمة وإلى ومن وفي وبين ومع منها أن إن لأن بأن كون غير سوى أبرزها مثل".split(),
    )
)
_COMPANY_HEADS = frozenset(map(fold, "شركة مجموعة مصرف بنك صحيفة قناة خطوط مؤسسة وكالة هيئة وزارة جامعة".split()))


def _names_country(text: str, tokens: tuple[Token, ...], at: int, last: int, word: str) -> bool:
    """Whether a name that is also an Arabic adjective or common word stands for the country here."""
    if word == "قطر":
        return not text[tokens[last].end : tokens[last].end + 4].strip(" ~").startswith(tuple("0123456789"))
    if word in _FEMININE_ADJECTIVES:
        return not _agrees(text, tokens, at)
    if word in _COMMON_WORDS:
        return _has_country_context(text, tokens, at, last)
    return True


def _agrees(text: str, tokens: tuple[Token, ...], at: int) -> bool:
    """Whether السعودية or سورية is the attribute of the noun before it: وزارة الطاقة السعودية, شركة سورية."""
    gap = text[tokens[at - 1].end : tokens[at].start] if at else "."
    before = tokens[at - 1].key if at else ""
    clitic = tokens[at].key[0] if tokens[at].key[:1] in "وبفلك" else ""
    if clitic and clitic != "و":  # للسعودية, بالسعودية
        return False
    if clitic:  # الحكومتان المصرية والسعودية
        match = country_index("ar").longest(text, tokens, at - 1, before) if at else None
        return bool(match and match[1][1] and before.startswith("ال"))
    if gap.strip() not in ("", '"', ")") or before in _BEFORE_COUNTRY:
        return False
    if tokens[at].key == "سورية":
        return before.endswith(("ة", "ات")) and not before.startswith("ال")
    if any(rest.startswith("ال") and rest != "الي" for _, rest in unprefixed(before)) or gap.strip():
        return True
    return any(word in _COMPANY_HEADS for token in tokens[max(0, at - 3) : at - 1] for _, word in unprefixed(token.key))


def _has_country_context(text: str, tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether a preposition, a noun of state or a neighbour in a list of countries shows that a common word is a country."""
    if at and any(word in _BEFORE_COUNTRY for _, word in unprefixed(tokens[at - 1].key)):
        return True
    for near in (at - 1, last + 1):
        if 0 <= near < len(tokens):
            for _, word in unprefixed(tokens[near].key):
                match = country_index("ar").longest(text, tokens, near, word)
                if match and match[1][0] and not match[1][1] and word not in _COMMON_WORDS:
                    return True
    return False


def without_amman(text: str, found: list[CountryMention]) -> list[CountryMention]:
    """The mentions without a bare عمان that is Jordan's capital."""
    bare = [mention for mention in found if text[mention.start : mention.end] == "عمان"]
    if not bare:
        return found
    codes = {mention.code for mention in found if mention not in bare}
    if "OM" in codes or "مسقط" in text or "JO" not in codes:
        return found
    return [mention for mention in found if mention not in bare]
