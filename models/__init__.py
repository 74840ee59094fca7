"""The public contract of mithaq: one article in, one record out."""

from models.agreement import Agreement, Area, Term
from models.article import Article
from models.date import Date
from models.figure import Figure
from models.party import Party
from models.place import Place
from models.record import Pipeline, Published, Record, Segment, Source, Warning
from models.span import Span

__all__ = [
    "Agreement",
    "Area",
    "Article",
    "Date",
    "Figure",
    "Party",
    "Pipeline",
    "Place",
    "Published",
    "Record",
    "Segment",
    "Source",
    "Span",
    "Term",
    "Warning",
]
