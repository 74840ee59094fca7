"""Instruments as findings: every slot, the words that are their evidence, and how sure we are."""

from pipeline.agreements.confidence import confidence
from pipeline.agreements.merge import Draft, Reported
from pipeline.agreements.status import distance
from pipeline.findings import AgreementFinding, Span


def to_finding(draft: Draft) -> AgreementFinding:
    """The finding of an instrument; `under` is set by the caller, who knows all of them."""
    return AgreementFinding(
        kind=draft.kind,
        status=draft.status,
        evidence=sorted({span for report in draft.reports if (span := _evidence(report)).end > span.start}),
        rule=draft.rule,
        confidence=confidence(draft),
        title=draft.title,
        count=draft.count,
        parties=draft.parties,
        signatories=draft.signatories,
        signed=draft.signed,
        place=draft.place,
        value=draft.value,
        duration=draft.duration,
        subject=draft.subject,
        areas=draft.areas,
        terms=draft.terms,
        notices=tuple(draft.notices),
    )


def _evidence(report: Reported) -> Span:
    """The instrument with the words that tell its status, where no other instrument stands between."""
    mention = report.mention
    start, end = mention.start, mention.end
    if mention.anaphor and not report.binding.after:
        return Span(0, 0)  # a pronoun is evidence only with its verb
    heads = [m.head for m in report.beside if m is not mention]
    before = report.binding.before
    near = before is not None and before.end <= start and distance(mention.reading, before.end, start) <= 10
    if before is not None and near and not any(before.start <= head < start for head in heads):
        start = before.start
    for cue in report.binding.after:
        if distance(mention.reading, end, cue.start) <= 8 and not any(end <= head < cue.end for head in heads):
            end = max(end, cue.end)
    return mention.reading.span(start, end) if start < end else Span(0, 0)
