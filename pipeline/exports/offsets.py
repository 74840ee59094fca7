"""Code points, which records count, to UTF-16 units, which JavaScript, Java and C# count."""

from bisect import bisect_left

_BASIC = 0xFFFF  # a code point above it takes two units


class Units:
    """UTF-16 offsets of a text; of no text (records written with --no-text) they are unknown."""

    def __init__(self, text: str | None) -> None:
        self._known = text is not None
        self._wide = [] if not text or text.isascii() else [at for at, sign in enumerate(text) if ord(sign) > _BASIC]

    def at(self, point: int) -> int | None:
        """The UTF-16 unit at which the code point `point` begins, None where there is no text."""
        return point + bisect_left(self._wide, point) if self._known else None
