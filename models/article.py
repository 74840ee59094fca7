"""The article: what ingest hands to the rest of the pipeline."""

import datetime

from models.record import Source, Warning
from models.span import Model


class Article(Model):
    """One article as read from a file. `text` is what every offset refers to; `title`, where the format names one, is
    the headline as it stands in `text`; `published` comes from the file's own metadata;
    `warnings` tell what the file's bytes or metadata left open."""

    source: Source
    text: str
    title: str | None = None
    published: datetime.date | None = None
    warnings: tuple[Warning, ...] = ()
