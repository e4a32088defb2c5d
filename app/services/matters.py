"""Matters: the kinds of case there are, the paper each begins with, and those that may follow."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

NOTICE = "rectification-notice"
INSTRUCTION = "se-instruction"
SAMPLING = "sampling-sheet"
SITE_RECORD = "on-site-record"
SPOT_CHECK = "spot-check"
LIFT_CHECK = "lift-check"
BOILER_CHECK = "boiler-check"
VESSEL_CHECK = "vessel-check"
PIPE_CHECK = "pipe-check"
CYLINDER_CHECK = "cylinder-check"
CRANE_CHECK = "crane-check"
VEHICLE_CHECK = "vehicle-check"
ROPEWAY_CHECK = "ropeway-check"
RIDE_CHECK = "ride-check"
RECHECK = "se-recheck"
REPORT_UP = "se-report-up"
SEIZURE_LIST = "seizure-list"
SEIZURE = "se-seizure"
EXTENSION = "se-seizure-extension"
RELEASE = "se-seizure-release"
INTERVIEW = "interview"
INTERVIEW_NOTICE = "interview-notice"
INTERVIEW_RECORD = "interview-record"
INTERVIEW_CHECK = "interview-follow-up"
APPROVAL = "inspection-approval"
VISIT_NOTICE = "inspection-notice"
VISIT_RESULT = "inspection-result-notice"
DESK = "desk-12365"
IDENTITY_NOTICE = "identity-notice"
ACCEPTED = "complaint-accept-decision"
REJECTED = "complaint-reject-decision"
MEDIATION_NOTICE = "mediation-notice"
MEDIATION_END = "mediation-end-decision"
MEDIATION_AGREEMENT = "mediation-agreement"
FORWARDED = "complaint-forward-notice"
REPORT_RESULT = "report-result-notice"
DESK_PAPERS = (
    *(IDENTITY_NOTICE, ACCEPTED, REJECTED, MEDIATION_NOTICE, MEDIATION_AGREEMENT, MEDIATION_END),
    *(FORWARDED, REPORT_RESULT),
)
"""The papers of 总局令第121号 that follow what was taken down at the desk."""
NO_CHECKS = frozenset(
    {
        *(APPROVAL, DESK, "cqo-appointment", "cqo-review"),
        *("key-enterprise-survey", "metrology-service", "publicity-activity"),
    }
)
"""Records that are made without checking anybody; the card of a unit does not count them."""
CQO = "cqo"
RESULT_NOTICE = "test-result-notice"
OBJECTION_FORM = "objection-form"
OBJECTION_DECISION = "objection-decision"
RETEST_CONFIRMATION = "retest-sample-confirmation"
RECALL_RECORD = "recall-record"
NO_SAMPLE = "no-sample"
SAMPLING_REFUSED = "sampling-refused"
SPOT_NOTICE = "spot-check-notice"
REPORT_RECEIPT = "se-rectify-report-receipt"
EVIDENCE = "evidence-preservation-notice"
MATERIALS = "materials-notice"
EXTRACT = "evidence-extract"
EVIDENCE_RELEASE = "evidence-release-notice"
QUESTIONING = "questioning-notice"
QUESTIONING_RECORD = "questioning-record"
RECHECK_APPLY = "recheck-apply"
COMMITMENT_LETTER = "commitment-letter"


@dataclass(frozen=True, slots=True)
class Matter:
    """One kind of case.

    ``kind`` is what ``CaseFile.kind`` keeps and, unless ``first`` says otherwise, the form of its
    first paper; ``title`` is what the case is called where that is not the name of this paper;
    ``then`` is the paper that one leads to. ``order`` is the paper by which findings
    are ordered to be put right ("" where there is none), ``offers`` the papers that may follow at
    any time. ``again`` says that the first paper is made once for each thing looked at,
    ``equipment`` that this thing is a piece of special equipment whose catalogue code begins with
    one of these. ``on_site`` says that the order rests
    on a record of the site, not on the first paper itself. ``campaign`` says that the running
    campaign counts it, ``visit`` that it is an inspection, which is approved and announced before,
    ``alone`` that one officer may do it, ``bare`` that it may begin without an enterprise.
    """

    kind: str
    first: str = ""
    title: str = ""
    then: str = ""
    order: str = NOTICE
    offers: tuple[str, ...] = ()
    again: bool = False
    equipment: tuple[str, ...] = ()
    on_site: bool = False
    campaign: bool = False
    visit: bool = False
    alone: bool = False
    bare: bool = False

    @property
    def form_id(self) -> str:
        """The form of its first paper."""
        return self.first or self.kind

    def fits(self, codes: Collection[str]) -> bool:
        """Whether it looks at no equipment, or at some of these catalogue codes."""
        return not self.equipment or any(code.startswith(self.equipment) for code in codes)


_EVIDENCE = (EXTRACT, MATERIALS, QUESTIONING, QUESTIONING_RECORD, EVIDENCE, EVIDENCE_RELEASE)
"""The papers by which evidence is taken, asked for, heard, preserved and released."""


def _check(kind: str, *codes: str) -> Matter:
    """A check of special equipment of these catalogue codes, which ends in an instruction."""
    follow = (
        *(REPORT_RECEIPT, RECHECK, REPORT_UP, SEIZURE_LIST, SEIZURE, EXTENSION, RELEASE),
        *(SITE_RECORD, *_EVIDENCE, VISIT_RESULT),
    )
    return Matter(
        kind,
        order=INSTRUCTION,
        offers=follow,
        again=True,
        equipment=codes,
        campaign=True,
        visit=True,
    )


_SAMPLED = (
    *(SPOT_NOTICE, SAMPLING, SITE_RECORD, NO_SAMPLE, SAMPLING_REFUSED),
    *(*_EVIDENCE, RECHECK_APPLY, VISIT_RESULT),
)
"""What may follow a check that takes samples."""

_ALL = (
    Matter(
        SPOT_CHECK,
        offers=_SAMPLED,
        on_site=True,
        campaign=True,
        visit=True,
    ),
    _check(LIFT_CHECK, "3"),
    _check(BOILER_CHECK, "1"),
    _check(VESSEL_CHECK, "21", "22", "24"),
    _check(PIPE_CHECK, "8"),
    _check(CYLINDER_CHECK, "23"),
    _check(CRANE_CHECK, "4"),
    _check(VEHICLE_CHECK, "5"),
    _check(ROPEWAY_CHECK, "9"),
    _check(RIDE_CHECK, "6"),
    Matter(
        INTERVIEW,
        first=INTERVIEW_NOTICE,
        title="约谈",
        then=INTERVIEW_RECORD,
        offers=(INTERVIEW_NOTICE, INTERVIEW_RECORD, COMMITMENT_LETTER, INTERVIEW_CHECK),
        campaign=True,
    ),
    Matter(DESK, order="", offers=DESK_PAPERS, alone=True, bare=True, campaign=True),
    Matter(
        "fibre-check",
        offers=_SAMPLED,
        on_site=True,
        campaign=True,
        visit=True,
    ),
    Matter(
        "after-sales-check",
        offers=(SITE_RECORD, *_EVIDENCE, VISIT_RESULT),
        on_site=True,
        campaign=True,
        visit=True,
    ),
    Matter("key-enterprise-survey", order="", alone=True, campaign=True),
    Matter(
        CQO, first="cqo-appointment", order="", offers=("cqo-review",), alone=True, campaign=True
    ),
    Matter("metrology-service", order="", alone=True, bare=True, campaign=True),
    Matter("publicity-activity", order="", alone=True, bare=True, campaign=True),
)
MATTERS: Mapping[str, Matter] = MappingProxyType({one.kind: one for one in _ALL})
"""The matters one may begin, in the order they are offered."""


def matter_of(kind: str) -> Matter:
    """The matter of a case's kind; an unknown kind (of a newer program) is one with a notice."""
    return MATTERS.get(kind) or Matter(kind)


def for_equipment(kind_code: str) -> tuple[Matter, ...]:
    """The matters that check equipment of this catalogue code."""
    return tuple(one for one in _ALL if one.equipment and one.fits({kind_code}))


def in_order(codes: Collection[str]) -> tuple[Matter, ...]:
    """All matters as one who stands before a unit wants them, ``codes`` being its equipment's.

    Those that fit come first, in the order of the table; the checks of equipment it does not have
    stand last.
    """
    return tuple(sorted(_ALL, key=lambda one: not one.fits(codes)))
