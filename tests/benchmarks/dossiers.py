"""Speed and memory of dossiers: invented records in both languages, merged.

python tests/benchmarks/dossiers.py [--records 100000]      written to a temporary file first and read from there

Two thirds of the records tell of an agreement that others tell of too; pairs of countries are as unequal as in the news
(some pairs sign hundreds of agreements), one article in twenty is a copy, and texts have about 150 words.
"""

import datetime
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from material import options_of, show, write_lines

from models.edtf import bounds
from pipeline.countries import country_codes, country_name
from pipeline.dossiers.find import find_dossiers
from pipeline.gazetteers.table import read_rows, variants
from pipeline.output import read_records

KINDS = {
    "mou": ("memorandum of understanding", "مذكرة تفاهم"),
    "agreement": ("agreement", "اتفاقية"),
    "protocol": ("protocol", "بروتوكول"),
}
FIRST_DAY = datetime.date(2020, 1, 1)
PER_AGREEMENT = (1, 1, 2, 2, 3, 4, 8)


def records(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """So many records as JSON objects, the same for the same seed."""
    chance = random.Random(seed)
    concepts = [(variants(row["words_en"])[0], variants(row["words_ar"])[0]) for row in read_rows("concepts.tsv")]
    codes = [code for code in country_codes() if code.isalpha()]
    chance.shuffle(codes)
    made, last = 0, None
    while made < count:
        first, second = chance.choices(range(len(codes)), [1 / (n + 1) for n in range(len(codes))], k=2)
        pair = (codes[first], codes[second if second != first else (first + 1) % len(codes)])
        signed = FIRST_DAY + datetime.timedelta(chance.randrange(5 * 365))
        about, kind = chance.sample(concepts, 2), chance.choice(list(KINDS))
        amount = chance.choice([None, chance.randrange(1, 900) * 1_000_000])
        for _ in range(chance.choice(PER_AGREEMENT)):
            if made == count:
                return
            if last and chance.random() < 0.05:
                yield last | {"id": f"{made:016x}"}
            else:
                last = _record(f"{made:016x}", chance, pair, signed, about, kind, amount)
                yield last
            made += 1


def _record(
    id_: str,
    chance: random.Random,
    pair: tuple[str, str],
    signed: datetime.date,
    about: list[tuple[str, str]],
    kind: str,
    amount: int | None,
) -> dict[str, Any]:
    lang = chance.choice(("en", "ar"))
    column = ("en", "ar").index(lang)
    names = [country_name(code, lang) for code in pair]  # type: ignore[arg-type]
    subject = " ".join(word[column] for word in about)
    noun, day = KINDS[kind][column], signed.isoformat()
    money = f"{amount} USD" if amount else ""
    told = f"{names[0]} / {names[1]}: {noun} ({subject}) {day} {money}."
    filler = " ".join(chance.choices(FILLERS[lang], k=150))
    text = f"{told}\n\n{filler}"

    def span(quote: str) -> dict[str, Any]:
        start = text.index(quote)
        return {"text": quote, "start": start, "end": start + len(quote)}

    def item(quote: str, id_: str, **more: Any) -> dict[str, Any]:
        return {**span(quote), "id": id_, "lang": lang, "rule": "made", **more}

    start, end = bounds(day)
    published = signed + datetime.timedelta(chance.choice((0, 1, 1, 2, 30)))
    return {
        "id": id_,
        "source": {"path": f"{id_}.txt", "format": "text", "sha256": "0" * 64},
        "text": text,
        "language": lang,
        "languages": {lang: 1.0},
        "published": {"date": published.isoformat(), "source": "metadata"},
        "segments": [{"start": 0, "end": len(told), "lang": lang, "role": "title"}, {"start": len(told) + 2, "end": len(text), "lang": lang, "role": "paragraph"}],
        "figures": [item(money, "f1", kind="money", value=amount, unit="USD")] if amount else [],
        "dates": [item(day, "d1", value=day, start_date=str(start), end_date=str(end))],
        "parties": [{"id": f"p{n}", "name": name, "names": {}, "kind": "country", "country": code, "mentions": [span(name)], "rule": "made"} for n, (name, code) in enumerate(zip(names, pair, strict=True), 1)],
        "agreements": [{"id": "a1", "kind": kind, "status": "signed", "parties": ["p1", "p2"], "signed": "d1", "value": "f1" if amount else None, "subject": span(subject), "evidence": [span(f"{noun} ({subject})")], "confidence": 0.8, "rule": "made"}],
        "pipeline": {"version": "0", "engines": {}},
    }  # fmt: skip


def _fillers(lang: str) -> list[str]:
    """Five thousand invented words: texts of different articles must not look like copies."""
    chance = random.Random(lang)
    letters = "abcdefghiklmnoprstuw" if lang == "en" else "ابتثجحخدرزسشصطعفقكلمنهوي"
    return ["".join(chance.choices(letters, k=chance.randrange(2, 9))) for _ in range(5000)]


FILLERS = {lang: _fillers(lang) for lang in ("en", "ar")}


def main() -> None:
    """Print seconds, records a second and the largest memory."""
    count = options_of(__doc__, records=(100_000, 2_000)).records
    with tempfile.TemporaryDirectory() as folder:
        file = write_lines(Path(folder) / "records.jsonl", records(count))
        used = time.process_time()
        dossiers = copies = 0
        for found in find_dossiers(read_records(file)):
            dossiers += 1
            copies += sum(article.duplicate_of is not None for article in found.articles)
        used = time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show(
        "records | dossiers | copies | processor seconds | records a second | memory",
        f"{count:,} | {dossiers:,} | {copies:,} | {used:.1f} | {count / used:,.0f} | {memory:.0f} MB",
    )


if __name__ == "__main__":
    main()
