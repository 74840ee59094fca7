"""Ranges and lists: amounts that share a magnitude or a unit. "$3-5 billion", من 3 إلى 5 مليارات دولار, "3, 5 and 7 million"."""

import re
from dataclasses import replace

from pipeline.figures.amount import Amount
from pipeline.findings import Lang

_RANGE_EN = re.compile(r" ?(?:-|~) ?| (?:to|through|or) ")
_RANGE_AR = re.compile(r" ?(?:-|~) ?| (?:الي|حتي|او) (?:نحو |حوالي )?| ل")
_BETWEEN_EN = re.compile(r"\b(?P<word>between|from)(?: about| around| roughly)? \Z", re.IGNORECASE)
_BETWEEN_AR = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:ما )?(?P<word>بين|من)(?: نحو| حوالي)? \Z")
_LIST_EN = re.compile(r", (?:and )?| and ")
_LIST_AR = re.compile(r"[،,]? و ?|، ")
_RISE_EN = re.compile(
    r"\b(?:r(?:ise|isen|ose|ising)|grow|grew|grown|increas\w+|climb\w*|up|jump\w*|fall|fell|fallen|drop\w*|declin\w+|down"
    r"|cut|reduc\w+|rais\w+|expand\w*|doubl\w+|extend\w*|shr[aiu]nk|slash\w*|lift\w*|boost\w*|improv\w*|narrow\w*|widen\w*|go|went"
    r"|lower\w*|surg\w+|slid\w*|soar\w*|climb\w*|swell\w*|bring\w*|moving|move[ds]?)\b[^.;:]{0,60}\Z",
    re.IGNORECASE,
)
_RISE_AR = re.compile(
    r"(?:رتفع|تراجع|زياد|زاد|تزيد|يزيد|رفع|نخفض|انخفاض|ارتفاع|خفض|نمو|نما|قفز|هبط|تقلص|توسيع|وسع|تمديد|مدد|يصعد|صعد|تطور|تحول|نتقل|انتقال|مضاعف)"
    r"[^.؛:]{0,70}\Z"
)


def joined(text: str, lang: Lang, amounts: list[Amount]) -> list[Amount]:
    """Ranges made one; from right to left, so that a list of numbers takes the unit at its end."""
    done = list[Amount]()
    for amount in reversed(amounts):
        following = done[-1] if done else None
        if following is None:
            done.append(amount)
            continue
        kind = _relation(text, lang, amount, following)
        if kind == "range" and (merged := _range(text, lang, amount, following)):
            done[-1] = merged
        elif kind == "range" and _is_name(text, amount, following):
            done.pop()  # Boeing 787-9, 2-0
        elif kind in ("range", "change", "list"):
            done.append(_sharing(amount, following, kind))
        else:
            done.append(amount)
    return done[::-1]


def _is_name(text: str, left: Amount, right: Amount) -> bool:
    bare = left.unit is None and right.unit is None and left.scale == right.scale == 1
    return bare and text[left.end : right.start] == "-"


def _relation(text: str, lang: Lang, left: Amount, right: Amount) -> str:
    """How two amounts stand to one another: range, change (rose from 3 to 5), list, or none."""
    if right.start - left.end > 14 or right.value_high is not None:
        return "none"
    if left.dual and (left.unit != right.unit or text[left.end : right.start] != " الي "):
        return "none"
    gap = text[left.end : right.start]
    before = text[max(0, left.start - 120) : left.start]
    between = (_BETWEEN_EN if lang == "en" else _BETWEEN_AR).search(before)
    word = between["word"].lower() if between else ""
    if word in ("between", "بين") and gap in (" and ", " و", " و ", " to ", " الي "):
        return "range"
    if (_RANGE_EN if lang == "en" else _RANGE_AR).fullmatch(gap):
        return _linked(lang, left, right, gap.strip(), word, before)
    scaled = left.unit is None and (right.unit is not None or right.scale > 1)
    return "list" if scaled and (_LIST_EN if lang == "en" else _LIST_AR).fullmatch(gap) else "none"


def _linked(lang: Lang, left: Amount, right: Amount, link: str, word: str, before: str) -> str:
    """What a dash, "to" or "or" between two amounts makes of them; `word`: from or من before the first."""
    if "-" in link or "~" in link:
        return "none" if left.number.glued else "range"
    if link in ("or", "او"):
        if left.unit is None and left.value + 1 == right.number.value:
            return "range"
        scaled = right.unit is not None or right.scale > 1
        return "list" if left.unit is None and scaled else "none"
    rising = (_RISE_EN if lang == "en" else _RISE_AR).search(before)
    if rising and word in ("from", "من"):
        return "change"
    apart = left.unit is not None and (rising is not None or left.unit != right.unit)
    return "none" if apart or (link == "ل" and not word) else "range"


def _range(text: str, lang: Lang, left: Amount, right: Amount) -> Amount | None:
    """The two as one range, or None where they do not make one (2-1 is a score)."""
    shared = _sharing(left, right, "range")
    unit = right.unit or left.unit
    high = right.value * (unit.factor if unit and right.unit is None else 1)
    if shared.value >= high or (left.unit and right.unit and left.unit.kind != right.unit.kind):
        return None
    before = text[max(0, left.start - 24) : left.start]
    between = (_BETWEEN_EN if lang == "en" else _BETWEEN_AR).search(before)
    start = left.start - (len(before) - between.start("word")) if between else left.start
    return Amount(start, right.end, shared.value, unit, right.number, value_high=high, scale=right.scale)


def _sharing(left: Amount, right: Amount, kind: str) -> Amount:
    """`left` with the magnitude and unit of `right` where its own are left out: 3, 5 and 7 million."""
    value, scale = left.value, left.scale
    complete = left.unit is not None and left.end > left.number.end  # من 550 ميغاواط إلى ألفي ميغاواط
    bare = left.scale == 1 and not left.number.glued and not complete
    if bare and right.scale > 1 and left.value < 1000 and (kind != "range" or left.value * right.scale < right.value):
        value, scale = left.value * right.scale, right.scale
    if left.unit is None and right.unit:
        return replace(left, value=value * right.unit.factor, unit=right.unit, scale=scale, inherited=True)
    return replace(left, value=value, scale=scale, inherited=left.inherited or (left.unit is None and kind != "list"))
