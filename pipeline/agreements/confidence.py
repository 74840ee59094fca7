"""How sure we are of an instrument: the probability that it is one and that its kind and status are right."""

from math import exp
from typing import Final

from pipeline.agreements.merge import Draft

# Log-odds of each trait: a logistic regression on the 224 instruments found in the gold articles, drawn towards a cautious
# guess (ridge of 3 around it), because most of them are right and a free fit would only learn that.
_BIAS: Final = 2.1
_WEIGHTS: Final = {
    "two_sides": 0.45,
    "no_side": -0.54,
    "date": -0.02,
    "told_again": 0.13,
    "subject": 0.2,
    "listed": 0.71,
    "complement": -0.37,
    "headline_only": -0.9,
    "verbal": -0.43,
    "weak_noun": -0.41,
    "unreal": -0.51,
    "state": -0.27,
    "plural_without_number": -1.18,
    "tight_verb": -0.12,
    "definite": 0.25,
}


def confidence(draft: Draft) -> float:
    """Between 0.01 and 0.99, two decimals."""
    score = _BIAS + sum(_WEIGHTS[trait] for trait in traits(draft))
    return round(min(0.99, max(0.01, 1 / (1 + exp(-score)))), 2)


def traits(draft: Draft) -> list[str]:
    """What speaks for or against an instrument, in the order of the table of weights."""
    lead, binding = draft.lead, draft.reports[0].binding
    cue = binding.cue
    found = {
        "two_sides": len(draft.parties) >= 2,
        "no_side": not draft.parties,
        "date": draft.signed is not None,
        "told_again": len(draft.reports) > 1,
        "subject": draft.subject is not None,
        "listed": draft.rule in ("list", "entry", "item", "pronoun"),
        "complement": draft.rule == "complement",
        "headline_only": draft.rule == "headline" and len(draft.reports) == 1,
        "verbal": lead.verbal is not None,
        "weak_noun": lead.weak,
        "unreal": draft.status in ("negotiating", "proposed"),
        "state": draft.status in ("in_force", "terminated", "renewed"),
        "plural_without_number": draft.many and draft.count is None,
        "tight_verb": cue is not None and cue.word in lead.grammar.tight,
        "definite": lead.definite,
    }
    return [trait for trait in _WEIGHTS if found[trait]]
