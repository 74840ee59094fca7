"""Groups and their items, and instruments told of twice: what remains as one entry each."""

from pipeline.agreements.merge import Draft, attach, duplicate

_REAL = ("signed", "renewed", "in_force")


def settle(drafts: list[Draft]) -> list[Draft]:
    """The drafts without groups that are fully itemised and without those that repeat an earlier one."""
    for group in [draft for draft in drafts if draft.many]:
        _gather(group, drafts)
    kept = list[Draft]()
    for draft in drafts:
        if draft.many and draft.items:
            whole = _itemised(draft)
            _hand_down(draft, whole=whole)
            if whole:
                continue
        same = duplicate(draft, kept)
        if same:
            _absorb(same, draft)
        else:
            kept.append(draft)
    return kept


def _gather(group: Draft, drafts: list[Draft]) -> None:
    """Finds the items of a group that the text goes on to name without a list: "two documents. … a memorandum … and …"."""
    after = [
        d for d in drafts if d is not group and not d.many and d.group is None and d.lead.sentence.order > _last(group)
    ]
    if group.count is None:
        same = [
            d for d in after if d.status in _REAL and (d.lead.reading is group.lead.reading or _shares_party(d, group))
        ]
        if len(same) >= 2:
            group.items += [d for d in same if d not in group.items]
        return
    if group.items or not 2 <= group.count <= 12:
        return
    near = [
        d
        for d in after
        if d.lead.sentence.order - _last(group) <= 2 and d.status in _REAL and not _dated_apart(d, group)
    ]
    told = [d for d in after if d.status in _REAL and d.kind == group.kind]
    if len(near) == group.count:
        group.items += near
    elif len(told) == group.count and group.rule == "headline" and group.count > 2:
        group.items += told


def _shares_party(draft: Draft, group: Draft) -> bool:
    return bool({id(p) for p in draft.parties} & {id(p) for p in group.parties}) and draft.kind == group.kind


def _last(group: Draft) -> int:
    return group.reports[-1].mention.sentence.order


def _dated_apart(draft: Draft, group: Draft) -> bool:
    return draft.signed is not None and draft.signed is not group.signed


def _itemised(group: Draft) -> bool:
    return bool(group.items) and (group.count is None or len(group.items) >= group.count)


def _hand_down(group: Draft, *, whole: bool) -> None:
    """A group leaves its items its date and place; one that they make up `whole`, also its sides and subject."""
    for item in group.items:
        if group.status == "in_force" and item.status == "signed":
            item.status = "in_force"
        item.signed = item.signed or (group.signed if item.status in _REAL else None)
        item.place = item.place or (group.place if item.signed is group.signed else None)
        if not whole:
            continue
        item.parties = item.parties or list(group.parties)
        item.signatories += [person for person in group.signatories if person not in item.signatories]
        if item.subject is None and item.group is group:
            item.subject, item.subject_text = group.subject, group.subject_text


def _absorb(draft: Draft, other: Draft) -> None:
    for report in other.reports:
        attach(draft, report)
    draft.areas += [area for area in other.areas if not any(area.span.overlaps(known.span) for known in draft.areas)]
    draft.value, draft.duration = draft.value or other.value, draft.duration or other.duration
    draft.subject = draft.subject or other.subject


def link_under(drafts: list[Draft]) -> None:
    """Ties an instrument to the earlier one that its sentence puts it under: "a protocol annexed to the memorandum"."""
    for draft in drafts:
        lead = draft.lead
        if lead.definite or draft.status in ("in_force", "terminated"):
            continue
        for other in drafts:
            apart = other is not draft and (other.group is None or other.group is not draft.group)
            for report in other.reports if apart else []:
                mention = report.mention
                if mention.reading is not lead.reading or mention.sentence != lead.sentence or mention.anaphor:
                    continue
                before = mention.reading.text[max(mention.sentence.start, mention.start - 30) : mention.start]
                if (
                    mention.grammar.slots.annexed_before.search(before)
                    and draft.under is None
                    and other.under is not draft
                ):
                    draft.under = other
                    draft.parties = draft.parties or list(other.parties)
