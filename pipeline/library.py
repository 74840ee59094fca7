"""mithaq as a library: a record from a string, records from a stream of strings.

>>> from pipeline import extract
>>> record = extract("Oman and Qatar signed a memorandum of understanding on ports on 3 May 2025.")
>>> [(agreement.kind, agreement.status) for agreement in record.agreements]
[('mou', 'signed')]
>>> [party.country for party in record.parties]
['OM', 'QA']
"""

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.article import Article
from models.record import Record, Source
from pipeline.entities.find import Engines
from pipeline.errors import DetectionError
from pipeline.run import Options, extract_article


@dataclass(frozen=True, slots=True)
class Text:
    """An article for `extract_many`: its text, and what is known beside it."""

    text: str
    published: datetime.date | None = None
    title: str | None = None
    url: str | None = None
    name: str = "text"


def extract(
    text: str,
    *,
    published: datetime.date | str | None = None,
    title: str | None = None,
    url: str | None = None,
    name: str = "text",
    language: str | None = None,
    english_ner: str | None = None,
    arabic_ner: str | None = None,
) -> Record:
    """The record of one article.

    `published` (a date or "YYYY-MM-DD") is the day that relative dates count from where the article does not say; `title`
    the headline where it stands in the text; `name` becomes the path of the record's source; `language` ("en", "ar") is
    recognised where it is not given; the engines are those of `--english-ner` and `--arabic-ner`.

    Raises PipelineError where a stage refuses the article, ValueError where `published` is no date.

    >>> record = extract("وقعت مصر والصين اتفاقية في مجال الزراعة أمس.", published="2025-11-18")
    >>> record.language, record.dates[0].value
    ('ar', '2025-11-17')
    >>> record.text[record.dates[0].start : record.dates[0].end]
    'أمس'
    """
    day = datetime.date.fromisoformat(published) if isinstance(published, str) else published
    return _record(Text(text, day, title, url, name), _options(language, english_ner, arabic_ner))


def extract_many(
    texts: Iterable[str | Text],
    *,
    language: str | None = None,
    english_ner: str | None = None,
    arabic_ner: str | None = None,
) -> Iterator[Record]:
    """The records of articles, one after another as they are read; nothing is kept, so that the stream may be endless.

    Raises PipelineError at an article that a stage refuses; the stream can be gone on with by a new call.

    >>> from pipeline import Text, extract_many
    >>> articles = ["Oman exported 5 million tonnes in 2024.", Text("بلغت الصادرات 7 ملايين طن.", name="second")]
    >>> [(record.source.path, record.figures[0].unit) for record in extract_many(articles)]
    [('text', 't'), ('second', 't')]
    """
    options = _options(language, english_ner, arabic_ner)
    for article in texts:
        yield _record(Text(article) if isinstance(article, str) else article, options)


def _options(language: str | None, english_ner: str | None, arabic_ner: str | None) -> Options:
    if language not in (None, "en", "ar"):
        raise DetectionError(f"{language!r} is neither en nor ar")
    return Options(language=language, engines=Engines(english=english_ner, arabic=arabic_ner))


def _record(given: Text, options: Options) -> Record:
    digest = hashlib.sha256(given.text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source(path=given.name, format="text", sha256=digest, url=given.url)
    article = Article(source=source, text=given.text, title=given.title, published=given.published)
    return extract_article(article, options)
