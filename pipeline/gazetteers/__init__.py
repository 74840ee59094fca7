"""Tables of names that are kept as TSV files, and the index that finds their phrases in normalised text."""

from pipeline.gazetteers.phrases import PhraseIndex, Token, tokenise
from pipeline.gazetteers.table import read_rows

__all__ = ["PhraseIndex", "Token", "read_rows", "tokenise"]
