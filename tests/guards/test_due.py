"""Guard: nothing that is due is ever only in someone's memory.

Every clock of law that a paper of the library begins is a follow-up that the paper leaves
(``after.LEAVES``), the deadline of the findings it orders, or stands below with the reason why
neither is needed. A new paper, or a new clock, turns this red until one of the three is so.
"""

from collections.abc import Iterator

import pytest

from app.services import after, objections, rectifying
from app.services.packages import LIBRARY
from forms.built import BUILT
from forms.package import Package
from resources.data import load_clocks

PAPERS = tuple(sorted(path.parent.name for path in LIBRARY.glob("*/form.md")))

ALIAS = {
    "spot-citation": "on-the-spot-penalty-decision",
    "sampling-sheet": "sampling-form",
    "lift-check": "se-inspection-record",
}
"""Forms whose paper has another name in the tables of law."""

OF_FINDINGS = frozenset({"rectify-deadline", "se-instruction-deadline", "product-correct-60d"})
"""Clocks a finding keeps itself: its day stands on the board and in 今日 until it is closed."""

ITS_OWN_DAY = "the day stands in the answers of the paper and is left from there"
THEIRS = "a right of the party, not a duty of ours: when it is used, its own paper begins the clock"
UNIT = "a duty of the unit under check: what is not kept is a finding with a deadline of its own"
REGISTER = "kept by the register of equipment: the day of the next test stands in 今日 by itself"
EXCEPTIONS = {
    ("interview-record", "interview-rectify"): ITS_OWN_DAY,
    (
        "commitment-letter",
        "interview-rectify",
    ): "the minutes keep the days; a commitment added in the letter is left from its own day",
    ("interview-follow-up", "interview-rectify"): "the commitments it looks at keep their own days",
    ("objection-form", "cotton-objection-5d"): "only of cotton, of which nothing is checked here",
    ("se-instruction", "recon-60d"): THEIRS,
    ("se-instruction", "sue-6m"): THEIRS,
    ("spot-citation", "recon-60d"): THEIRS,
    ("spot-citation", "sue-after-recon-15d"): THEIRS,
    ("spot-citation", "recon-accept-5wd"): "a period of the government that decides",
    (
        "spot-citation",
        "recon-forward-5wd",
    ): "begins with an application that no paper here takes in",
    ("spot-citation", "bank-fine-2wd"): "begun by the settling of the cash that was handed in",
    (
        "complaint-accept-decision",
        "complaint-accept-7wd",
    ): "begun by the register of the desk; the decision ends it",
    (
        "complaint-reject-decision",
        "complaint-accept-7wd",
    ): "begun by the register of the desk; the decision ends it",
    ("identity-notice", "identity-deadline"): ITS_OWN_DAY,
    ("materials-notice", "materials-deadline"): ITS_OWN_DAY,
    (
        "evidence-release-notice",
        "preservation-7wd",
    ): "begun by the notice of preservation; the release ends it",
    ("mediation-notice", "mediation-60d"): "begun by the acceptance; the notice lies within it",
    ("mediation-end-decision", "mediation-60d"): "begun by the acceptance; the decision ends it",
    (
        "report-result-notice",
        "report-tell-5wd",
    ): "begun by the decision on the lead; the notice ends it",
    ("service-receipt", "serve-7wd"): "every numbered paper leaves it (below); the receipt ends it",
    ("sampling-sheet", "sample-return-30d"): "kept with the samples: what is due stands in 今日",
    (
        "spot-check-notice",
        "same-product-6m",
    ): "a rest the unit has, told before a draw where the last one lies within it",
    **{
        ("lift-check", clock): UNIT
        for clock in (
            *("se-report-up", "se-register-30d", "se-transfer-docs-30d"),
            *("daily-check", "weekly-check", "monthly-review"),
            *("se-test-objection-10wd", "se-test-handle-10wd", "se-stop-30d"),
        )
    },
    **{
        ("lift-check", clock): REGISTER
        for clock in ("se-apply-test-1m", "forklift-test-24m", "cart-test-12m", "cert-review-48m")
    },
}


OPENED = {
    ("test-result-notice", "retest-15d"): objections.PERIOD,
    ("objection-decision", "objection-accept-3wd"): objections.ACCEPT,
    ("objection-decision", "assign-lab-10d"): objections.ASSIGN,
    ("se-rectify-report-receipt", "se-recheck-10wd"): rectifying.SPECIAL_RECHECK,
    ("recheck-apply", "product-recheck-75d"): rectifying.PRODUCT_RECHECK,
}
"""Clocks a service opens when the notice is served, the objection or the report comes in."""


NOT_SERVED = {
    "sampling-sheet": "each side signs and takes its copy when the samples are drawn",
    "seizure-list": "goes with the decision it belongs to, which is served",
    "inspection-notice": "handed over by the day of the inspection, which stands in 今日",
    "spot-check-notice": "shown when the samples are taken, by a day that stands in 今日",
    "mediation-agreement": "signed by both sides, who take it with them",
    "mediation-end-decision": "telling both sides has a day of its own, mediation-told",
    "complaint-forward-notice": "a letter to another department, of which the law sets no day",
    "se-report-up": "a letter to the bureau above, itself what its day asks for",
}
"""Numbered papers that need nobody to see to their service, and why."""


def begun() -> Iterator[tuple[str, str]]:
    """Every paper of the library with every clock the tables say it begins."""
    for form in PAPERS:
        for clock in load_clocks():
            if ALIAS.get(form, form) in clock.for_papers:
                yield form, clock.id


def kept(form: str, clock: str) -> bool:
    """Whether a paper leaves the clock, or its findings keep it."""
    if OPENED.get((form, clock)) == clock:
        return True
    return clock in OF_FINDINGS or any(clock == one.clock_id for one in after.LEAVES.get(form, ()))


def test_every_clock_a_paper_begins_is_kept_or_excused():
    forgotten = [each for each in begun() if not kept(*each) and each not in EXCEPTIONS]
    assert not forgotten, f"due, and only in someone's memory: {forgotten}"


def test_no_excuse_has_outlived_its_reason():
    """An exception for a clock that is kept by now, or that no paper begins, hides the next one."""
    known = set(begun())
    assert [each for each in EXCEPTIONS if each not in known or kept(*each)] == []


@pytest.mark.parametrize("pair", sorted(EXCEPTIONS))
def test_every_excuse_gives_its_reason(pair):
    assert len(EXCEPTIONS[pair].split()) > 4


def test_the_clocks_of_a_re_check_are_in_the_table():
    """They are opened by the order or the report, not by a paper of the table."""
    clocks = {clock.id for clock in load_clocks()}
    assert {rectifying.SPECIAL_RECHECK, rectifying.PRODUCT_RECHECK} <= clocks
    assert clocks >= OF_FINDINGS


def test_every_numbered_paper_waits_in_today_to_be_served():
    """An order that lies in a drawer binds nobody: its periods begin with the service."""
    numbered = {form for form in PAPERS if settings_of(form)["kind"] == "document"}
    waits = {
        form
        for form in numbered
        if any(one.kind == "service" for one in after.LEAVES.get(form, ()))
    }
    assert numbered - waits == NOT_SERVED.keys()


def settings_of(form):
    return Package.from_bytes((BUILT / f"{form}.xjform").read_bytes()).settings
