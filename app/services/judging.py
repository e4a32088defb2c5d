"""Judging a report: each line by GB/T 8170, the whole by its lines, a sheet by its plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.services import sampling
from app.services.context import Acting
from app.services.records import answered, open_record
from db.connection import Reader
from db.duty_rows import TestItem, TestReport
from db.store import test_reports
from forms.rules.judgement import FAIL, PASS, UNJUDGED, Judgement, Requirement, judge

NONE = "none"
"""The verdict of a report that cannot be judged yet."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with what the figures say; ``verdict`` is what holds, and may be a person's."""

    item: TestItem
    computed: Judgement

    @property
    def verdict(self) -> str:
        """What holds: the word of a person who gave a reason, else what the figures say."""
        return self.item.verdict if self.overridden else self.computed.verdict

    @property
    def overridden(self) -> bool:
        """Whether a person judged otherwise than the figures."""
        return self.item.verdict in {PASS, FAIL} and self.item.verdict != self.computed.verdict


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the reports on the samples of one sheet say of its lot.

    ``declared`` says that the plan is one of GB/T 2828: then the lot is contradicted from
    ``reject`` nonconforming samples on, and otherwise only *not contradicted* 未否定.
    """

    declared: bool
    nonconforming: int
    accept: int | None
    reject: int | None
    verdict: str


def requirement_of(item: TestItem) -> Requirement:
    """What a line requires."""
    return Requirement(item.lower, item.upper, item.required, item.method)


def judged(items: Sequence[TestItem]) -> tuple[Judged, ...]:
    """The lines of a report, each judged."""
    return tuple(Judged(item, judge(requirement_of(item), item.measured)) for item in items)


def overall(lines: Sequence[Judged]) -> str:
    """The verdict over all lines: one that fails decides, one that is open leaves it open."""
    verdicts = [line.verdict for line in lines]
    if FAIL in verdicts:
        return FAIL
    return NONE if not verdicts or UNJUDGED in verdicts else PASS


def declared(reader: Reader, act: Acting, record_id: str) -> bool:
    """Whether the sheet's plan is one of GB/T 2828, whose result never certifies a lot."""
    return answered(open_record(reader, act, record_id), "plan_kind") == "gbt2828"


def of_sheet(reader: Reader, act: Acting, record_id: str) -> Sheet:
    """What all reports on a sheet say together; a re-test stands in the place of the first."""
    opened = open_record(reader, act, record_id)
    reports = [one for one in test_reports.of_record(reader, record_id) if one.state != "replaced"]
    failed = sum(1 for one in reports if one.verdict == FAIL)
    by_plan = answered(opened, "plan_kind") == "gbt2828"
    accept = sampling.whole(answered(opened, "plan_ac")) if by_plan else None
    reject = sampling.whole(answered(opened, "plan_re")) if by_plan else None
    if reject is not None and failed >= reject:
        verdict = FAIL
    elif not reports or any(one.verdict not in {PASS, FAIL} for one in reports):
        verdict = NONE
    elif by_plan and accept is not None:
        verdict = PASS if failed <= accept else FAIL
    else:
        verdict = FAIL if failed else PASS
    return Sheet(by_plan, failed, accept, reject, verdict)


def failures(items: Sequence[TestItem]) -> tuple[Judged, ...]:
    """The lines that do not conform."""
    return tuple(line for line in judged(items) if line.verdict == FAIL)


def wanted_text(item: TestItem) -> str:
    """What a line requires as it is printed: ``≤0.10``, ``6.0~9.0`` or words, with the unit."""
    low, up = item.lower.strip(), item.upper.strip()
    plain_low = f"≥{low}" if low and low[0] not in "≥>" else low
    plain_up = f"≤{up}" if up and up[0] not in "≤<" else up
    both = low and up and low[0] not in "≥>" and up[0] not in "≤<"
    limits = f"{low}~{up}" if both else "，".join(one for one in (plain_low, plain_up) if one)
    return f"{limits}{item.unit}" if limits else item.required.strip()


def is_final(report: TestReport) -> bool:
    """Whether a report is decided for good."""
    return report.state in {"final", "replaced"}
