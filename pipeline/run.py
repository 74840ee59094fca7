"""The table of contents of the whole program: one article in, one record out."""

import datetime
from dataclasses import dataclass, field

from models.article import Article
from models.record import Record
from pipeline.agreements.find import find_agreements
from pipeline.agreements.reading import unread_text
from pipeline.dates.find import find_dates
from pipeline.entities.find import Engines, find_entities
from pipeline.figures.find import find_figures
from pipeline.mapping import to_record
from pipeline.parties.find import find_parties
from pipeline.segment import read_document


@dataclass(frozen=True)
class Options:
    """What a user may set: default publication date, language override, NER engines."""

    published: datetime.date | None = None
    language: str | None = None
    engines: Engines = field(default_factory=Engines)


def extract_article(article: Article, options: Options) -> Record:
    """The record of one article. Raises PipelineError where a stage refuses it."""
    document = read_document(article, default_published=options.published, language=options.language)
    entities = find_entities(document, options.engines)
    dates = find_dates(document)
    figures = find_figures(document, dates)
    places, parties = find_parties(document, entities)
    agreements = find_agreements(document, dates, figures, places, parties)
    notices = unread_text(document)
    return to_record(document, options.engines.names, dates, figures, places, parties, agreements, notices)
