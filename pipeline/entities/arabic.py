"""Arabic: what the tagger sees of a word with and without its proclitics, and of the head noun that a name began with."""

from collections.abc import Sequence
from functools import lru_cache

from pipeline.entities.features import Facts, FeatureMaker, mark_enclosures
from pipeline.entities.gazetteer import known_names, mark_names
from pipeline.entities.lexicon import Lexicon, country_words
from pipeline.text import fold

# Head nouns of organisations: the name goes on after them.
HEADS = frozenset(
    fold(word)
    for word in """وزارة هيئة شركة مجموعة بنك مصرف صندوق جامعة مؤسسة اتحاد جمعية منظمة وكالة مجلس غرفة غرف لجنة مركز معهد
    كلية أكاديمية إدارة دائرة ديوان مكتب محكمة برلمان حزب حركة نادي نقابة رابطة شبكة قناة إذاعة صحيفة مستشفى مدرسة متحف
    مصنع مصانع مصفاة محطة سلطة سلطات قوات جيش شرطة حكومة رئاسة أمانة مفوضية سفارة قنصلية بورصة خطوط طيران موانئ مطارات
    مختبر مديرية بلدية مؤتمر منتدى تحالف ائتلاف الوزارة الهيئة الشركة المجموعة البنك المصرف الصندوق الجامعة المؤسسة
    الاتحاد الجمعية المنظمة الوكالة المجلس الغرفة اللجنة المركز المعهد الكلية الأكاديمية الإدارة الدائرة الديوان
    المكتب المحكمة البرلمان الحزب الحركة النادي النقابة الرابطة الشبكة القناة السلطة القوات الجيش الشرطة المفوضية
    البورصة الخطوط المختبر المديرية البرنامج برنامج المنتدى التحالف العامة دار بيت""".split()
)
STOPS = frozenset(
    fold(word)
    for word in """في من إلى على عن مع بين أن إن التي الذي الذين هذا هذه ذلك قد كان كانت قال قالت أعلن أعلنت وقع وقعت بعد قبل
    خلال حول ضمن عبر منذ حتى حيث كما أو ثم لا ما لم لن هو هي أمس اليوم مذكرة اتفاقية عقد""".split()
)
_PREFIXES = (*(a + b for a in "وف" for b in "بلك"), *"وفبلك")
REACH_OF_HEAD = 11


@lru_cache(maxsize=65536)
def readings(token: str) -> tuple[str, ...]:
    """The token and what remains of it without its possible proclitics, longest first; للصين gives الصين too."""
    forms = [token]
    for prefix in _PREFIXES:
        rest = token[len(prefix) :]
        if token.startswith(prefix) and len(rest) >= 3:
            forms.append(rest)
            if prefix[-1] == "ل" and rest[0] == "ل":
                forms.append("ا" + rest)
    return tuple(forms)


@lru_cache(maxsize=65536)
def shape(token: str) -> str:
    """Kind of a token: AL with the article, W with a possible conjunction, word, Latin, number, or the sign itself."""
    first = token[0]
    if "\u0600" <= first <= "\u06ff" and first.isalpha():
        if token.startswith("ال"):
            return "ALy" if token.endswith(("ي", "ية")) else "AL"
        if token.startswith(("وال", "لل", "بال", "فال")):
            return "wALy" if token.endswith(("ي", "ية")) else "wAL"
        return "w" if first == "و" else "a"
    if first.isalpha():
        return "X" if token.isupper() else "Xx" if first.isupper() else "x"
    return "d" if first.isdigit() else token


def arabic_features(lexicon: Lexicon) -> FeatureMaker:
    """The feature maker for Arabic with the given lexicon."""
    countries = country_words("ar")
    names = known_names("ar")

    def describe(token: str) -> tuple[Facts, str, str, str]:
        forms = readings(token)
        form = shape(token)
        base = next((reading for reading in forms if reading in lexicon.clusters), forms[0])
        coarse, middle, fine = lexicon.cluster(base)
        facts: Facts = [(f"w={token}", 0), (f"s={form}", 2), (f"k={fine}", 1), (f"m={middle}", 1), (f"g={coarse}", 2)]
        facts += [(f"f={reading}", 3) for reading in forms]
        facts += [(f"x={reading[2:]}", 1) for reading in forms if reading.startswith("ال") and len(reading) > 4]
        facts += [(f"s4={token[-4:]}", 0), (f"s3={token[-3:]}", 1), (f"s2={token[-2:]}", 0), (f"s1={token[-1:]}", 0)]
        facts += [(f"p{size}={token[:size]}", 0) for size in (1, 2, 3, 4)]
        facts += [(f"q{size}={forms[-1][:size]}", 0) for size in (2, 3, 4) if len(forms) > 1]
        facts.append((f"l={min(len(token), 9)}", 0))
        facts += [
            (f"t={number}{lexicon.traits[reading]}", 1)
            for number, reading in enumerate(forms)
            if reading in lexicon.traits
        ]
        if any(reading in countries for reading in forms):
            facts.append(("country", 2))
        heads = [reading for reading in forms if reading in HEADS]
        facts += [(f"head={head}", 2) for head in heads[:1]]
        return facts, token, form, middle

    def context(tokens: Sequence[str]) -> list[list[str]]:
        rows: list[list[str]] = [[] for _ in tokens]
        rows[0].append("first")
        rows[-1].append("last")
        mark_enclosures(tokens, rows)
        _heads(tokens, rows)
        mark_names(names, tokens, [readings(token) for token in tokens], rows)
        return rows

    return FeatureMaker(describe, context)


def _heads(tokens: Sequence[str], rows: list[list[str]]) -> None:
    """Carries the last head noun over the words after it, until a sign or a word that no name holds."""
    head, at, kinds = "", 0, ""
    for index, token in enumerate(tokens):
        form = shape(token)
        if head and (index - at > REACH_OF_HEAD or token in STOPS or (len(form) == 1 and form not in "awxXd")):
            head = ""
        if head:
            far = min(index - at, 6)
            rows[index] += (
                f"h={head}",
                f"hd={far}{form}",
                f"hh={head}|{far}",
                f"hp={kinds}{form}",
                f"hs={head}|{form}",
            )
            kinds = (kinds + form + " ")[-12:]
        found = next((reading for reading in readings(token) if reading in HEADS), "")
        if found:
            head, at, kinds = found, index, ""
