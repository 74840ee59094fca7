"""Names that grammar alone tells: an Arabic وزارة with its portfolio is an organisation, whatever the tagger was in doubt of."""

from collections.abc import Callable, Iterator, Sequence

from pipeline.entities.arabic import STOPS, readings
from pipeline.entities.conventions import TIMES, complete
from pipeline.findings import Label
from pipeline.text import fold

MINISTRY = fold("وزارة")
# What the tagger must give a further adjective of the portfolio: التعليم العالي, but النقل اليوم.
LEAST_FURTHER = 0.05


def ministries(
    tokens: Sequence[str], taken: set[int], odds: Callable[[int, Label], float]
) -> Iterator[tuple[int, int, int]]:
    """(start, end, letters outside) of the ministries among the tokens that no name holds yet: وزارة النقل والخدمات اللوجستية."""
    for start, token in enumerate(tokens[:-1]):
        if start in taken or not tokens[start + 1].startswith("ال") or start + 1 in taken:
            continue
        if not token.endswith(MINISTRY) or MINISTRY not in readings(token):
            continue
        end = start + 2
        while end < len(tokens) and end not in taken and _goes_on(tokens[end], odds(end, "ORG")):
            end += 1
        yield (*complete(tokens, start, end, "ORG", "ar"), len(token) - len(MINISTRY))


def _goes_on(token: str, share: float) -> bool:
    if token in STOPS or token in TIMES:
        return False
    return token.startswith("وال") or (token.startswith("ال") and share >= LEAST_FURTHER)
