"""Numbers in digits and in words, of either language."""

from pipeline.numbers.find import find_numbers
from pipeline.numbers.number import Number

__all__ = ["Number", "find_numbers"]
