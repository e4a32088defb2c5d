"""Judging a report: each line by GB/T 8170, the whole by its lines, a sheet by its plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.services import sampling_plan
from app.services.context import Acting
from app.services.records import Opened, answered, open_record
from db.connection import Reader
from db.duty_rows import TestItem, TestReport
from db.store import samples, test_reports
from forms.rules.judgement import FAIL, PASS, UNJUDGED, Judgement, Requirement, judge

NONE = "none"
"""The verdict of a report that cannot be judged yet."""

FIXED, ACCEPT, DECLARED = "fixed", "accept", "declared"
"""What a plan lets one say: of the samples, of a lot offered (GB/T 2828.1), of a declaration."""

_PLANS = {
    "gbt2828": (ACCEPT, "plan_ac"),
    "declared": (DECLARED, "declared_l"),
}
"""The plan of each answer that judges a whole lot, and the question that holds its limit."""


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

    ``plan`` is one of ``FIXED``, ``ACCEPT`` and ``DECLARED``. Under the second a lot is accepted
    接收 up to ``accept`` nonconforming samples and not accepted from ``reject`` on; under the third
    what was declared is contradicted 否定 from there on, and otherwise only not contradicted 未否定.
    """

    plan: str
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


def plan_of(reader: Reader, act: Acting, record_id: str) -> str:
    """What the sheet's plan lets one say: ``FIXED``, ``ACCEPT`` or ``DECLARED``."""
    plan, _limit = _plan(open_record(reader, act, record_id))
    return plan


def of_sheet(reader: Reader, act: Acting, record_id: str) -> Sheet:
    """What all reports on a sheet say together; a re-test stands in the place of the first.

    A lot is judged by all its test samples: while some have no verdict it is open, unless there
    are too many nonconforming ones already.
    """
    plan, accept = _plan(open_record(reader, act, record_id))
    reports = [one for one in test_reports.of_record(reader, record_id) if one.state != "replaced"]
    failed = sum(1 for one in reports if one.verdict == FAIL)
    reject = None if accept is None else accept + 1
    if reject is not None and failed >= reject:
        verdict = FAIL
    elif not reports or any(one.verdict not in {PASS, FAIL} for one in reports):
        verdict = NONE
    elif plan == FIXED:
        verdict = FAIL if failed else PASS
    elif accept is None or len(reports) < _to_test(reader, record_id):
        verdict = NONE
    else:
        verdict = PASS
    return Sheet(plan, failed, accept, reject, verdict)


def _plan(opened: Opened) -> tuple[str, int | None]:
    """The plan, and up to how many nonconforming samples it does not go against the lot."""
    plan, question = _PLANS.get(answered(opened, "plan_kind"), (FIXED, ""))
    return plan, sampling_plan.whole(answered(opened, question)) if question else None


def _to_test(reader: Reader, record_id: str) -> int:
    return sum(1 for one in samples.of_record(reader, record_id) if one.role == "test")


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
