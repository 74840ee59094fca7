"""An office as it stands in a passage: the role, and what names the institution it belongs to."""

from dataclasses import dataclass, field

from pipeline.parties.units import Mention


@dataclass(eq=False, slots=True)
class Office:
    """The role reads from character `start` to `end`; the whole phrase takes units `first` to `last` (inclusive).

    The institution is a mention, a nationality (`code`), a generic noun that stands for one named elsewhere ("the
    Authority", `generic`), or a pronoun (`own`: its chairman, مديرها). `definite`: a comma may follow before the name.
    """

    start: int
    end: int
    first: int
    last: int
    heads: list[str] = field(default_factory=list)
    institutions: list[Mention] = field(default_factory=list)
    code: str | None = None
    generic: str | None = None
    own: bool = False
    definite: bool = False
    attached: bool = False  # an Arabic proclitic precedes: no apposition to the left
    plural: bool = False
    of_state: bool = False
    minister: bool = False
    deputy: bool = False  # of the person named before: نائبه, مدير مكتبه
    unnamed: bool = False  # of a body that only its noun names, and none of the article's has that noun
    local: bool = False  # of a town or site: the governor of Alexandria
    weak: bool = False  # a trade rather than an office ("a date farmer"): only in apposition
