"""Matters: the kinds of case there are, the paper each begins with, and those that may follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

NOTICE = "rectification-notice"
INSTRUCTION = "se-instruction"
SAMPLING = "sampling-sheet"
SITE_RECORD = "on-site-record"
SPOT_CHECK = "spot-check"
LIFT_CHECK = "lift-check"
RESULT_NOTICE = "test-result-notice"
OBJECTION_FORM = "objection-form"
OBJECTION_DECISION = "objection-decision"
RETEST_CONFIRMATION = "retest-sample-confirmation"
RECALL_RECORD = "recall-record"
NO_SAMPLE = "no-sample"
SAMPLING_REFUSED = "sampling-refused"
INTERVIEW_NOTICE = "interview-notice"


@dataclass(frozen=True, slots=True)
class Matter:
    """One kind of case.

    ``kind`` is what ``CaseFile.kind`` keeps and, unless ``first`` says otherwise, the form of its
    first paper. ``order`` is the paper by which findings are ordered to be put right ("" where
    there is none), ``offers`` the papers that may follow at any time. ``again`` says that the first
    paper is made once for each thing looked at, ``equipment`` that this thing is a piece of special
    equipment whose catalogue code begins with one of these. ``on_site`` says that the order rests
    on a record of the site, not on the first paper itself. ``campaign`` says that the running
    campaign counts it.
    """

    kind: str
    first: str = ""
    order: str = NOTICE
    offers: tuple[str, ...] = ()
    again: bool = False
    equipment: tuple[str, ...] = ()
    on_site: bool = False
    campaign: bool = False

    @property
    def form_id(self) -> str:
        """The form of its first paper."""
        return self.first or self.kind


_ALL = (
    Matter(
        SPOT_CHECK,
        offers=(SAMPLING, SITE_RECORD, NO_SAMPLE, SAMPLING_REFUSED),
        on_site=True,
        campaign=True,
    ),
    Matter(
        LIFT_CHECK,
        order=INSTRUCTION,
        offers=(SITE_RECORD,),
        again=True,
        equipment=("3",),
    ),
)
MATTERS: Mapping[str, Matter] = MappingProxyType({one.kind: one for one in _ALL})
"""The matters one may begin, in the order they are offered."""


def matter_of(kind: str) -> Matter:
    """The matter of a case's kind; an unknown kind (of a newer program) is one with a notice."""
    return MATTERS.get(kind) or Matter(kind)


def for_equipment(kind_code: str) -> tuple[Matter, ...]:
    """The matters that check equipment of this catalogue code."""
    return tuple(one for one in _ALL if any(kind_code.startswith(start) for start in one.equipment))
