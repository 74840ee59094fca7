"""Words that mean the same in English and Arabic: "seawater desalination" and تحلية مياه البحر become the same concepts.

The words are those of gazetteers/concepts.tsv. A word that is not there is kept as it sounds, so that names of places and
brands still meet across the scripts.
"""

from functools import cache, lru_cache

import regex

from pipeline.dossiers.romanise import key_of, spoken_words
from pipeline.gazetteers.table import read_rows, variants
from pipeline.text import fold

_ARABIC = regex.compile(r"[ء-ي]")
_ENGLISH_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ies",
    "ers",
    "er",
    "es",
    "ed",
    "s",
    "y",
    "e",
    "al",
)
_ARABIC_PREFIXES = ("وبال", "وال", "بال", "كال", "فال", "ال", "لل", "ل", "ب", "و")
_ARABIC_ENDINGS = ("ياتها", "اتها", "يتها", "ات", "تين", "تان", "ين", "ون", "ية", "ها", "ة", "ي", "ه")
# Words of news and of instruments, which say nothing of what an agreement is about.
_SMALL = frozenset(
    map(
        fold,
        "a an the of on in at for to and or with by from into between under over as its their his her that which who will is are was "
        "were be been has have had it this these those than said says sign signs signed signing agreement agreements memorandum "
        "memoranda understanding mou contract protocol deal pact accord treaty declaration letter intent programme program framework "
        "cooperation cooperate bilateral joint relations two both sides parties million billion thousand year years month months day "
        "days field fields area areas sector worth value valued may aims aim ahead through during after before including covers "
        "في من إلى على عن مع بين أن إن التي الذي كما وقع وقعت وقعا يوقعان توقعان توقيع أبرم أبرمت اتفاقية اتفاق اتفاقيات مذكرة "
        "مذكرات تفاهم عقد عقدا بروتوكول إعلان خطاب نوايا برنامج إطارية إطار تعاون التعاون البلدين الجانبين الطرفين مليون مليار ألف سنة "
        "سنوات عام أعوام شهر يوم أيام مجال مجالات قطاع بقيمة قيمة قيمته قيمتها خلال بعد قبل بشأن لدى هذا هذه تلك ذلك بموجب تشمل يشمل مدته مدتها "
        "مشترك المشترك ثنائي الثنائي "
        # months, days and currencies: dates and values are compared for themselves
        "january february march april june july august september october november december monday tuesday wednesday thursday friday "
        "saturday sunday dollar dollars euro euros dinar dinars riyal riyals dirham dirhams pound pounds yuan yen "
        "يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر جانفي فيفري أفريل ماي جوان جويلية أوت غشت شتنبر نونبر دجنبر "
        "كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين الأول الثاني الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد "
        "دولار دولارات يورو دينار دنانير ريال درهم جنيه يوان ين".split(),
    )
)


@cache
def _concepts() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in read_rows("concepts.tsv"):
        for word in [*variants(row["words_en"]), *variants(row["words_ar"])]:
            for form in (fold(word), *stems(fold(word))):
                table.setdefault(form, row["concept"])
    return table


def stems(word: str) -> tuple[str, ...]:
    """A folded word without its endings (and Arabic proclitics), the longest stem first."""
    return _arabic_stems(word) if _ARABIC.search(word) else _english_stems(word)


def _english_stems(word: str) -> tuple[str, ...]:
    endings = [ending for ending in _ENGLISH_ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 3]
    return tuple(sorted((word.removesuffix(ending) for ending in endings), key=len, reverse=True))


def _arabic_stems(word: str) -> tuple[str, ...]:
    bare = [word]
    bare += [word.removeprefix(p) for p in _ARABIC_PREFIXES if word.startswith(p) and len(word) - len(p) >= 3]
    found = dict.fromkeys(bare[1:])
    for form in bare:
        for ending in _ARABIC_ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) >= 3:
                found.setdefault(form.removesuffix(ending))
    return tuple(sorted(found, key=len, reverse=True))


@lru_cache(maxsize=262144)
def concept_of(word: str) -> str | None:
    """The concept of a folded word by itself or by its stem, None where the table has none."""
    table = _concepts()
    return next((table[form] for form in (word, *stems(word)) if form in table), None)


@lru_cache(maxsize=262144)
def meaning_of(word: str) -> str:
    """The concept of a folded word; else "~" and how it sounds; empty where the word says nothing."""
    if word in _SMALL or word.isdigit():
        return ""
    for stem in _ARABIC_PREFIXES if _ARABIC.search(word) else ():
        if word.removeprefix(stem) in _SMALL:
            return ""
    found = concept_of(word)
    if found:
        return found
    key = key_of(_bare(word))
    return f"~{key}" if len(key) > 1 else ""


def _bare(word: str) -> str:
    if not _ARABIC.search(word):
        return word
    for prefix in ("وال", "بال", "لل", "ال"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word.removeprefix(prefix)
    return word


@lru_cache(maxsize=65536)
def meanings(phrase: str) -> tuple[str, ...]:
    """The concepts and sounds of a phrase, in their order, each once."""
    return tuple(dict.fromkeys(filter(None, map(meaning_of, spoken_words(phrase)))))
