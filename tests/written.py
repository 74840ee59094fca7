"""Records written by hand, for what comes after the extraction: pages, plots, exports."""

import datetime
import hashlib
from decimal import Decimal
from typing import Any

from models import Agreement, Area, Date, Figure, Party, Pipeline, Place, Published, Record, Segment, Source, Span, Term
from models import Warning as Notice
from models.edtf import bounds

ENGLISH = (
    "Oman and Viet Nam sign water accord 🌊 in Muscat\n\n"
    "MUSCAT, 3 May 2025 - Oman and Viet Nam signed a memorandum of understanding on desalination worth $5 million "
    "for three years on Saturday, Minister of Water Salim Al Harthy said. Trade rose 5% in 2024 and imports rose 5% too.\n\n"
    "The University of Muscat (جامعة مسقط) will train 40 engineers."
)
ARABIC = (
    "الأردن وكوريا يوقعان اتفاقية للطاقة\n\n"
    "عمّان، 12 أكتوبر 2025 - وقّع الأردن وكوريا اتفاقية CEPA للتعاون في الطاقة بقيمة 3.5 مليار دولار، "
    "وقالت الأردن إن التجارة بين البلدين بلغت 900 مليون دولار في 2024.\n\n"
    "وستبني شركة Hanbit Energy Co. محطة قدرتها 250 ميغاواط."
)
HOSTILE = (
    '</script><script>window.broken = 1</script> <img src=x onerror="window.broken = 2">\n\n'
    "<b onclick='window.broken=3'>Oman</b> &lt;i&gt; <!-- ]]> {{ 7 * 7 }} \u202egnitirw desrever\u202c \u2067isolated\u2069 "
    "javascript:window.broken=4 \u2028 \u2029 \u0000 \"'`=cmd|' /C calc'!A1"
)


def at(text: str, quote: str, nth: int = 0) -> dict[str, Any]:
    """The place of the nth occurrence of a quote, as fields of a span."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return {"text": quote, "start": start, "end": start + len(quote)}


def segments(text: str, lang: str | None) -> tuple[Segment, ...]:
    """A segment for each line: the first is the title."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            role = "paragraph" if found else "title"
            found.append(Segment(start=start, end=start + len(line), lang=lang, role=role))
        start += len(line) + 1
    return tuple(found)


def record(text: str, lang: str | None, name: str, published: str | None = "2025-10-13", **slots: Any) -> Record:
    """A record of `text` with the given findings."""
    parts = segments(text, lang)
    title = parts[0] if parts else None
    quote = Span(text=text[title.start : title.end], start=title.start, end=title.end) if title else None
    return Record(
        id=hashlib.sha256(f"{name}\0{text}".encode()).hexdigest()[:16],
        source=Source(path=f"{name}.txt", format="text", sha256=hashlib.sha256(text.encode()).hexdigest()),
        text=text,
        title=quote,
        titles=(quote,) if quote else (),
        language=lang,
        languages={lang: 1.0} if lang else {},
        published=Published(date=datetime.date.fromisoformat(published), source="metadata") if published else None,
        segments=parts,
        pipeline=Pipeline(version="0.1.0", engines={"en": "crf", "ar": "crf"}),
        **slots,
    )


def date(id_: str, place: dict[str, Any], lang: str, value: str, **slots: Any) -> Date:
    start, end = bounds(value)
    return Date(id=id_, lang=lang, rule="test", value=value, start_date=start, end_date=end, **place, **slots)


def figure(id_: str, place: dict[str, Any], lang: str, kind: Any, value: str, unit: str | None, **slots: Any) -> Figure:
    return Figure(id=id_, lang=lang, rule="test", kind=kind, value=Decimal(value), unit=unit, **place, **slots)


def party(id_: str, text: str, name: str, kind: Any, country: str | None, *quotes: Any, **slots: Any) -> Party:
    spans = sorted((Span(**quote) for quote in quotes), key=lambda span: span.start)
    return Party(id=id_, name=name, kind=kind, country=country, mentions=tuple(spans), rule="test", **slots)


def english(name: str = "water-accord", text: str = ENGLISH) -> Record:
    """An English article: repeated quotes, an astral character, overlapping spans, every family."""

    def here(quote: str, nth: int = 0) -> dict[str, Any]:
        return at(text, quote, nth)

    return record(
        text,
        "en",
        name,
        "2025-05-03",
        figures=(
            figure("f1", here("$5 million"), "en", "money", "5000000", "USD"),
            figure("f2", here("three years"), "en", "duration", "3", "year"),
            figure("f3", here("5%"), "en", "percent", "5", "%", measure=Span(**here("Trade")), trend="increase", period="d3"),
            figure("f4", here("5%", 1), "en", "percent", "5", "%", measure=Span(**here("imports")), trend="increase"),
            figure("f5", here("40"), "en", "count", "40", "engineers"),
        ),
        dates=(
            date("d1", here("3 May 2025"), "en", "2025-05-03"),
            date("d2", here("Saturday"), "en", "2025-05-03", relative=True),
            date("d3", here("2024"), "en", "2024"),
        ),
        places=(Place(id="l1", name="Muscat", country="OM", mentions=(Span(**here("Muscat")),), rule="test"),),
        parties=(
            party("p1", text, "Oman", "country", "OM", here("Oman"), here("Oman", 1), names={"en": "Oman"}),
            party("p2", text, "Viet Nam", "country", "VN", here("Viet Nam"), here("Viet Nam", 1)),
            party("p3", text, "Salim Al Harthy", "person", None, here("Salim Al Harthy"),
                  role=Span(**here("Minister of Water")), affiliation="p1"),
            party("p4", text, "University of Muscat", "organization", "OM", here("University of Muscat"),
                  names={"en": "University of Muscat", "ar": "جامعة مسقط"}),
        ),
        agreements=(
            Agreement(id="a1", kind="mou", status="signed", parties=("p1", "p2"), signatories=("p3",), signed="d2", place="l1",
                      value="f1", duration="f2", subject=Span(**here("desalination")),
                      areas=(Area(**here("desalination"), topic="medtop:20000441"), Area(**here("water"))),
                      terms=(Term(**here("will train 40 engineers"), kind="obligation", actor="p4"),),
                      evidence=(Span(**here("Oman and Viet Nam sign water accord")),
                                Span(**here("signed a memorandum of understanding on desalination"))),
                      confidence=0.85, rule="test"),
        ),
        warnings=(Notice(code="unresolved_date", message="which Saturday is open", spans=(Span(**here("Saturday")),)),),
    )  # fmt: skip


def arabic(name: str = "taqa", text: str = ARABIC) -> Record:
    """An Arabic article: proclitics, Latin names in the line, every family."""

    def here(quote: str, nth: int = 0) -> dict[str, Any]:
        return at(text, quote, nth)

    return record(
        text,
        "ar",
        name,
        "2025-10-12",
        figures=(
            figure("f1", here("3.5 مليار دولار"), "ar", "money", "3500000000", "USD", measure=Span(**here("بقيمة"))),
            figure("f2", here("900 مليون دولار"), "ar", "money", "900000000", "USD", measure=Span(**here("التجارة")), period="d2"),
            figure("f3", here("250 ميغاواط"), "ar", "quantity", "250", "MW", modifier="approx"),
        ),
        dates=(date("d1", here("12 أكتوبر 2025"), "ar", "2025-10-12"), date("d2", here("2024"), "ar", "2024")),
        places=(Place(id="l1", name="عمّان", country="JO", mentions=(Span(**here("عمّان")),), rule="test"),),
        parties=(
            party("p1", text, "الأردن", "country", "JO", here("الأردن"), here("الأردن", 1), here("الأردن", 2)),
            party("p2", text, "كوريا", "country", "KR", here("كوريا"), here("كوريا", 1)),
            party("p3", text, "Hanbit Energy Co.", "organization", "KR", here("Hanbit Energy Co.")),
        ),
        agreements=(
            Agreement(id="a1", kind="agreement", status="signed", parties=("p1", "p2"), signed="d1", place="l1", value="f1",
                      title=Span(**here("اتفاقية CEPA")), subject=Span(**here("للتعاون في الطاقة")),
                      areas=(Area(**here("الطاقة", 0)),), terms=(),
                      evidence=(Span(**here("وقّع الأردن وكوريا اتفاقية CEPA")),), confidence=0.9, rule="test"),
            Agreement(id="a2", kind="contract", status="negotiating", parties=("p2", "p3"), under="a1", count=None,
                      evidence=(Span(**here("وستبني شركة Hanbit Energy Co.")),), confidence=0.5, rule="test"),
        ),
    )  # fmt: skip


def hostile() -> Record:
    """An article that tries to become part of whatever shows it, in its text, its names and its warnings."""
    text = HOSTILE
    title = at(text, text.split("\n")[0])
    return record(
        text,
        "en",
        "</script><script>window.broken = 5</script>",
        None,
        parties=(party("p1", text, "<img src=x onerror=window.broken=6>", "organization", None, title),),
        figures=(figure("f1", at(text, "=cmd|' /C calc'!A1"), "en", "count", "1", "=cmd|' /C calc'!A1"),),
        warnings=(Notice(code="ambiguous_currency", message="</script><script>window.broken = 7</script>"),),
    )


def plain(text: str, name: str, lang: str = "en") -> Record:
    """An article in which nothing was found."""
    return record(text, lang, name)


def many(count: int) -> list[Record]:
    """So many different records, every other one Arabic, each about as long as a short news report."""
    found = []
    for number in range(count):
        make, text = (arabic, ARABIC) if number % 2 else (english, ENGLISH)
        words = " ".join(f"{hashlib.sha256(f'{number} {word}'.encode()).hexdigest()[:6]}" for word in range(180))
        found.append(make(f"news-{number:04}", f"{text}\n\n{words}"))
    return found
