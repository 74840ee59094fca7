"""Media topics (placeholder until the table lands)."""


def topic_of(phrase: str, lang: str) -> str | None:
    """The IPTC Media Topic of a field of cooperation, None where none fits."""
    return None
