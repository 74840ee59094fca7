"""Names of both scripts in one spelling, so that قاسم, Qasim and Gasim, or تشانغ and Zhang, can be compared.

Each word becomes a `Sound`: the classes of its consonants (short vowels are not written in Arabic) and a rough reading with
vowels. Letters that stand for several sounds (g, q, x, zh) give several sounds. Sources: the transliterations that news
agencies use (Al-/El-, ج as j or g, ق as q, k or g, و as w, ou or u, ة as a, ah or at), Hanyu Pinyin and the Arabic letters
that Xinhua's Arabic service writes for it (zh and ch as تش, q as تش, x as ش).
"""

import unicodedata
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import regex
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from pipeline.text import fold

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['ʿʾ][\p{L}\p{N}]+)*")
_ARABIC = regex.compile(r"[ء-ي]")
GLUED = regex.compile(r"(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})")  # QatarEnergy
_FATHERS = regex.compile(r"\b(abu|ابو) (?=\p{L})")  # Abu Dhabi and ابوظبي
_CONSONANT = regex.compile(r"[^aiu]")
_MANY = 8  # sounds of one word that are compared


class Sound(NamedTuple):
    """A word as it may be heard: its consonants in classes, and with its vowels."""

    bones: str
    voiced: str


# Articles and particles that one spelling has and another has not.
_PARTICLES = frozenset(
    "al el as ash an ar ad at az bin ben ibn bint ould mint of the and de la بن ابن بنت ال ولد".split()
)
_SERVANTS = frozenset(("abd", "abdel", "abdul", "abdal"))
_APOSTROPHES = str.maketrans("", "", "'ʿʾ")
_ASSIMILATED = regex.compile(r"\b(?:al|el|as|ash|an|ar|ad|at|az|ath|adh|es|esh|en|er|ed|et|ez)[-'](?=\p{L})")

# What a letter (or letters) of a name may sound like: one class, or several where spellings differ. S is the sound of sh.
_LATIN = {
    "tsch": "S", "tch": "S", "sch": "S", "tsh": "S", "sh": "S", "ch": "S", "zh": "SJ", "kh": "X", "gh": "G", "dh": "dz",
    "th": "t", "ph": "f", "ck": "k", "qu": "k", "dj": "J", "ts": "s", "tz": "s", "j": "J", "g": "JkG", "q": "kS", "x": "Ss",
    "c": "k", "b": "b", "p": "b", "t": "t", "d": "d", "r": "r", "z": "z", "s": "s", "f": "f", "v": "f", "k": "k", "l": "l",
    "m": "m", "n": "n", "h": "h",
}  # fmt: skip
_ARABIC_LETTERS = {
    "تش": "S", "ش": "S", "ج": "J", "خ": "X", "غ": "G", "ق": "k", "ك": "k", "ب": "b", "پ": "b", "ت": "t", "ث": "t", "ط": "t",
    "د": "d", "ذ": "d", "ض": "d", "ظ": "z", "ر": "r", "ز": "z", "س": "s", "تس": "s", "ص": "s", "ف": "f", "ڤ": "f", "گ": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "ح": "h",
}  # fmt: skip
_VOWELS = {
    **dict.fromkeys("aا", "a"), **dict.fromkeys("eiyيىئ", "i"), **dict.fromkeys("ouwوؤ", "u"), "ع": "a", "ء": "", "ة": "",
}  # fmt: skip


def _pattern(letters: dict[str, str]) -> "regex.Pattern[str]":
    return regex.compile("|".join(sorted([*letters, *_VOWELS], key=len, reverse=True)))


_READERS = {False: (_pattern(_LATIN), _LATIN), True: (_pattern(_ARABIC_LETTERS), _ARABIC_LETTERS)}


@lru_cache(maxsize=65536)
def spoken_words(name: str) -> tuple[str, ...]:
    """The words of a name without articles, particles and accents; glued words apart, Abu joined to its son."""
    plain = unicodedata.normalize("NFD", fold(GLUED.sub(" ", name)))
    plain = "".join(character for character in plain if not "\u0300" <= character <= "\u036f")
    plain = unicodedata.normalize("NFC", plain)
    found = _WORD.findall(_FATHERS.sub(r"\1", _ASSIMILATED.sub("", plain).replace("-", " ")))
    return tuple(_bare(word) for word in found if word not in _PARTICLES)


def _bare(word: str) -> str:
    if word in _SERVANTS:
        return "abd"
    if _ARABIC.match(word) and word.startswith("ال") and len(word) > 4:
        return word[2:]
    return word.translate(_APOSTROPHES)


@lru_cache(maxsize=65536)
def sounds(word: str) -> tuple[Sound, ...]:
    """The ways to hear a word of `spoken_words`, the likeliest first, at most eight."""
    pattern, letters = _READERS[bool(_ARABIC.search(word))]
    steps: list[tuple[str, ...]] = []
    for match in pattern.finditer(word):
        piece = match.group()
        at_start = match.start() == 0
        if piece in letters:
            if piece == "h" and match.end() == len(word):  # ah for ة
                continue
            if piece == "c" and word[match.end() : match.end() + 1] in ("e", "i"):
                steps.append(("s",))
            else:
                steps.append(tuple(letters[piece]))
        elif at_start and piece in "wو":
            steps.append(("W",))
        elif at_start and piece in "yي":
            steps.append(("Y",))
        else:
            vowel = _VOWELS[piece]
            if piece == "ي" and match.end() == len(word):  # fold writes ى so too: موسى is Moussa
                steps.append(("i", "a"))
            else:
                steps.append(("A" + vowel,) if at_start else (vowel,))
    found = ["".join(way) for way, _ in zip(product(*steps), range(_MANY), strict=False)]
    return tuple(dict.fromkeys(Sound(_bones(way), _squeezed(way)) for way in found))


def _bones(way: str) -> str:
    return _squeezed("".join(letter for letter in way if letter not in "aiu"))


def _squeezed(way: str) -> str:
    return "".join(letter for place, letter in enumerate(way) if place == 0 or way[place - 1] != letter)


@lru_cache(maxsize=262144)
def word_likeness(left: str, right: str) -> float:
    """How alike two words of names sound, 0 to 1; digits must be equal."""
    if left == right:
        return 1.0
    if left.isdigit() or right.isdigit():
        return 0.0
    return max((_sound_likeness(a, b) for a in sounds(left) for b in sounds(right)), default=0.0)


def _sound_likeness(left: Sound, right: Sound) -> float:
    voiced = ratio(left.voiced, right.voiced) / 100
    shorter = min(len(left.bones), len(right.bones))
    if left.bones == right.bones:
        found = 0.5 + 0.5 * voiced if shorter < 2 else 0.8 + 0.2 * voiced
        return found if _vowels_agree(left.voiced, right.voiced) else found - 0.35
    if shorter < 3:
        return 0.6 * voiced
    return 0.8 * JaroWinkler.similarity(left.bones, right.bones) + 0.1 * voiced


def _vowels_agree(left: str, right: str) -> bool:
    """Whether no vowel contradicts another in the same place: Hassan is حسن and not حسين, Mohammed not محمود."""
    slots = [_CONSONANT.split(voiced)[1:] for voiced in (left, right)]
    if len(slots[0]) != len(slots[1]):
        return True
    return all(not a or not b or set(a) & set(b) for a, b in zip(*slots, strict=True))


@lru_cache(maxsize=65536)
def person_likeness(left: str, right: str) -> float:
    """How likely two names are one person's, 0 to 1: every word of the shorter must sound like one of the longer."""
    shorter, longer = sorted((spoken_words(left), spoken_words(right)), key=len)
    if not shorter:
        return 0.0
    best = [max(word_likeness(word, other) for other in longer) for word in shorter]
    if len(shorter) == 1 and len(longer) > 1:  # a surname alone
        return 0.6 * best[0]
    parted = min(sum(best) / len(best), min(best) + 0.2)
    return max(parted, word_likeness("".join(shorter), "".join(longer)))  # Jinping and جين بينغ


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """One spelling of a word for canonical ids: its likeliest consonants, or the word where it has none."""
    return next((sound.bones.lower() for sound in sounds(word) if sound.bones), word)
