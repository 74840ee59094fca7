"""Label schemes of other engines as PER, ORG and LOC."""

from pipeline.findings import Label

# CoNLL, ANERcorp, OntoNotes and WikiNER names of the three kinds. NORP, EVENT, MISC and the rest are no parties or places.
LABELS: dict[str, Label] = {
    "PER": "PER",
    "PERS": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "ORGANIZATION": "ORG",
    "ORGANISATION": "ORG",
    "LOC": "LOC",
    "LOCATION": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "FACILITY": "LOC",
}


def bio_label(label: str) -> str:
    """`B-PERS` as `B-PER`; O for a label that is none of the three."""
    position, _, kind = label.partition("-")
    return f"{position}-{LABELS[kind.upper()]}" if kind.upper() in LABELS and position in ("B", "I") else "O"
