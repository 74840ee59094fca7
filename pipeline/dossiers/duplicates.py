"""Articles that repeat one another word for word, or nearly so: MinHash over runs of three words.

A copy with other numbers is no copy: an agency that corrects a date or a sum tells something new.
"""

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy
import regex
from numpy.typing import NDArray

from pipeline.text import normalise

_RUN = 3  # words
_HASHES = 128
_BANDS = 16  # of eight hashes each: articles that share four fifths of their runs meet with a probability of 0.95
NEARLY = 0.8  # share of the runs in common from which an article is a copy
_LEAST_WORDS = 8
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_PRIME = (1 << 61) - 1
_RANDOM = numpy.random.default_rng(20250101)
_FACTORS = _RANDOM.integers(1, 1 << 29, _HASHES, dtype=numpy.uint64)
_TERMS = _RANDOM.integers(0, 1 << 61, _HASHES, dtype=numpy.uint64)


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """The fingerprint of a text: `exact` for its words, `numbers` for those that are numbers, `sketch` for its runs of words."""

    exact: bytes
    numbers: int
    sketch: NDArray[numpy.uint32] | None


def print_of(text: str) -> Print:
    """The fingerprint of an article's text; `sketch` is None where it is too short to have copies."""
    words = _WORD.findall(normalise(text).text.lower())
    exact = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).digest()[:16]
    numbers = zlib.crc32(" ".join(sorted({word for word in words if word.isdigit()})).encode())
    return Print(exact, numbers, _sketch(words) if len(words) >= _LEAST_WORDS else None)


def _sketch(words: list[str]) -> NDArray[numpy.uint32]:
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    hashed = numpy.fromiter(
        (zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs), dtype=numpy.uint64, count=len(runs)
    )
    mixed = (_FACTORS[:, None] * hashed[None, :] + _TERMS[:, None]) % numpy.uint64(_PRIME)
    sketch: NDArray[numpy.uint32] = mixed.min(axis=1).astype(numpy.uint32)
    return sketch


def find_originals(prints: Sequence[Print]) -> list[int]:
    """For each article, in their order, the first one that it repeats; itself where it repeats none."""
    originals: list[int] = []
    exact: dict[bytes, int] = {}
    bands: dict[int, list[int]] = {}
    for number, print_ in enumerate(prints):
        found = exact.setdefault(print_.exact, number)
        if found == number and print_.sketch is not None:
            keys = [zlib.crc32(row.tobytes()) << 8 | band for band, row in enumerate(print_.sketch.reshape(_BANDS, -1))]
            near = dict.fromkeys(other for key in keys for other in bands.get(key, ()))
            found = next((other for other in sorted(near) if _is_copy(print_, prints[other])), number)
            if found == number:
                for key in keys:
                    bands.setdefault(key, []).append(number)
        originals.append(originals[found] if found < number else number)
    return originals


def _is_copy(left: Print, right: Print) -> bool:
    if left.sketch is None or right.sketch is None or left.numbers != right.numbers:
        return False
    return float((left.sketch == right.sketch).mean()) >= NEARLY
