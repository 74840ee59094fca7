"""How sure we are of an instrument (placeholder until it is calibrated)."""

from pipeline.agreements.merge import Draft


def confidence(draft: Draft) -> float:
    """Between 0 and 1."""
    return 0.5
