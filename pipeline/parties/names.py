"""How names are compared: the words of a name that count, short forms, acronyms, spellings of one foreign name."""

from functools import lru_cache
from itertools import pairwise

import regex

from pipeline.countries import find_countries
from pipeline.findings import Lang
from pipeline.gazetteers.phrases import unprefixed
from pipeline.parties import arabic, english
from pipeline.text import fold

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['&][\p{L}\p{N}]+)*")
_SMALL = frozenset("of the and for in on & de du des la le et al el".split())
# Consonants of names as both scripts write them, in classes that transliterations mix: g/j/gh, k/q/c, t/d/th, s/z/sh/ch, v/f/p/b, w/o/u.
_CLASSES = {
    **dict.fromkeys("bpvf", "B"), **dict.fromkeys("بفپڤ", "B"),
    **dict.fromkeys("tdθ", "T"), **dict.fromkeys("تدطضثذظ", "T"),
    **dict.fromkeys("kqcxgjh", "K"), **dict.fromkeys("كقخجغحهگ", "K"),
    **dict.fromkeys("sz", "S"), **dict.fromkeys("سشزص", "S"),
    "l": "L", "ل": "L", "m": "M", "م": "M", "n": "N", "ن": "N", "r": "R", "ر": "R",
}  # fmt: skip


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, hyphens apart, possessives and signs away."""
    return tuple(_WORD.findall(fold(name).replace("-", " ").replace("'s", "")))


@lru_cache(maxsize=8192)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without articles and particles: Al-Falih, El Falih and Falih are one word."""
    words = []
    for word in name_words(name):
        if word in (
            "al",
            "el",
            "bin",
            "ben",
            "ibn",
            "bint",
            "بن",
            "ابن",
            "بنت",
            "ال",
            "آل",
            "ould",
            "mint",
            "ولد",
            "de",
            "von",
            "van",
        ):
            continue
        words.append(word[2:] if word.startswith("ال") and len(word) > 4 else word)
    return tuple(words) or name_words(name)


@lru_cache(maxsize=8192)
def organisation_words(name: str, lang: Lang) -> tuple[str, ...]:
    """The words of an organisation's name without company endings (Ltd, Group) or generic first nouns (شركة)."""
    words = list(name_words(name))
    if lang == "en":
        while len(words) > 1 and words[-1] in english.COMPANY_ENDINGS:
            words.pop()
        while len(words) > 1 and words[0] == "the":
            words.pop(0)
    elif len(words) > 1 and words[0] in arabic.COMPANY_HEADS and not words[1].startswith("ال"):
        words.pop(0)
    return tuple(words)


def is_arabic(name: str) -> bool:
    """Whether a name is written in Arabic letters."""
    return any("\u0600" <= letter <= "\u06ff" for letter in name)


def is_generic(words: tuple[str, ...]) -> bool:
    """Whether a short form is no name by itself: the Ministry, الاتحاد, Group."""
    rest = [word for word in words if word not in _SMALL]
    return all(
        word in english.INSTITUTIONS
        or word in english.COMPANY_ENDINGS
        or word.removeprefix("ال") in arabic.INSTITUTIONS
        for word in rest
    )


def generic_noun(word: str) -> str | None:
    """The noun of an institution that a definite word stands for: الهيئة, للجمعية; None for any other word."""
    bare = word.strip("\"',،().:").lower()
    for _, form in unprefixed(bare):
        if form.startswith("ال") and form[2:] in arabic.INSTITUTIONS:
            return form[2:]
    return bare if bare in english.INSTITUTIONS else None


def is_short_person(short: str, full: str) -> bool:
    """Whether one form of a person's name is part of another: Zheng of Zheng Tian Yue, فيدان of هاكان فيدان."""
    a, b = person_words(short), person_words(full)
    return len(a) < len(b) and _in_order(a, b) and any(len(word) > 2 or len(b) < 4 for word in a)


def _in_order(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    at = 0
    for word in a:
        while at < len(b) and not same_word(word, b[at]):
            at += 1
        if at == len(b):
            return False
        at += 1
    return True


@lru_cache(maxsize=16384)
def same_word(a: str, b: str) -> bool:
    """Whether two words of a name are spellings of one: equal, or the same consonants with like beginnings."""
    if a == b:
        return True
    if not a or not b or min(len(a), len(b)) < 4 or a[0] != b[0]:
        return False
    return a[0].isascii() and _squeezed(a) == _squeezed(b)


@lru_cache(maxsize=16384)
def spelling_key(word: str) -> str:
    """What all spellings of a word of a name share: Mohamed and Mohammed; short and Arabic words are their own."""
    return f"{word[0]}:{_squeezed(word)}" if len(word) > 3 and word[0].isascii() else word


def _squeezed(word: str) -> str:
    """Consonants of a Latin word, doubled ones once: mohamed and mohammed, madbouly and madbuli."""
    consonants = regex.sub(r"[aeiouyw']", "", word.replace("ph", "f").replace("dh", "d"))
    return regex.sub(r"(.)\1+", r"\1", consonants)


@lru_cache(maxsize=4096)
def is_short_organisation(short: str, full: str, lang: Lang) -> bool:
    """Whether a form is the beginning or the end of a longer name: Lanxing, Aramco, الصندوق العربي, التدريب المهني."""
    a, b = organisation_words(short, lang), organisation_words(full, lang)
    if is_generic(a):
        return False
    if a == b or b[: len(a)] == a:
        return True
    if len(a) >= len(b):
        return False
    if lang == "en":
        return b[-len(a) :] == a and (len(b) - len(a) == 1 or _are_nationalities(full.split()[: -len(a)], lang))
    return _shortens_arabic(tuple(map(stem, a)), tuple(map(stem, b)))


def _shortens_arabic(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether stems are what remains of a longer name without its first nouns, its adjectives of rank, or words inside."""
    if len(short) > 1 and full[-len(short) :] == short:
        return all(word in _STEMS_OF_INSTITUTIONS for word in full[: -len(short)])
    if len(short) > 1 and short == tuple(word for word in full if word not in _RANKS):
        return True
    return len(short) > 2 and short[0] == full[0] and _all_in_order(short, full)


def _are_nationalities(words: list[str], lang: Lang) -> bool:
    """Whether words are only nationality adjectives: the Saudi-Russian Joint Committee, the Joint Committee."""
    text = " ".join(words)
    covered = sum(m.end - m.start for m in find_countries(text, lang) if m.adjective)
    return covered >= len(text.replace("-", " ").strip()) - text.count("-") - text.count(" ")


def stem(word: str) -> str:
    """An Arabic word without conjunction, preposition, article and feminine ending: للحرف, الحرف; المانية, الماني."""
    for prefix in ("وال", "لل", "ال", "ول"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            word = word[len(prefix) :]
            break
    return word.removesuffix("ة")


# Adjectives that a short form leaves out: مؤسسة النفط, المؤسسة الوطنية للنفط.
_RANKS = frozenset({"عام", "وطني", "اعلي", "مركزي", "قومي", "ملكي"})
_STEMS_OF_INSTITUTIONS = frozenset(stem(noun) for noun in arabic.INSTITUTIONS) | _RANKS


def _all_in_order(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    rest = iter(b)
    return all(word in rest for word in a)


def initials(name: str) -> str:
    """Capital initials of an English name's words, small words left out: Confederation of Indian Industry is CII."""
    return "".join(word[0] for word in regex.split(r"[\s-]+", name) if word and word[0].isupper()).upper()


def sounds_alike(latin: str, arab: str) -> bool:
    """Whether a Latin and an Arabic name are transliterations of each other, by their consonants' classes, word by word."""
    a, b = _skeleton(person_words(latin)), _skeleton(person_words(arab))
    if len(a) < 3 or len(b) < 3:
        return False
    return _distance(a, b) <= max(len(a), len(b)) // 6


def _skeleton(words: tuple[str, ...]) -> str:
    joined = (
        "".join(words).replace("sh", "s").replace("ch", "s").replace("th", "t").replace("kh", "k").replace("gh", "k")
    )
    classes = "".join(_CLASSES.get(c, "") for c in joined)
    return regex.sub(r"(.)\1+", r"\1", classes)


def _distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def names_instrument(words: list[str]) -> bool:
    """Whether a name is that of an instrument: Memorandum of Understanding, Framework Agreement for Cooperation."""
    hung = ("of", "for", "on", "between", "with")
    makes = any(a.lower() in english.INSTRUMENT_NOUNS and b in hung for a, b in pairwise(words))
    return makes or words[0].lower() in english.INSTRUMENTS
