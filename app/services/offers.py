"""Offers: which papers a case may go on with now, by what its checks, papers and findings say."""

from collections.abc import Callable, Mapping
from functools import partial

from app.services import (
    desk_papers,
    evidence_release,
    grave,
    measures,
    recheck_application,
    rechecks,
    site_papers,
    visit_result,
)
from app.services.matters import (
    DESK_PAPERS,
    EVIDENCE,
    EVIDENCE_RELEASE,
    EXTENSION,
    QUESTIONING,
    QUESTIONING_RECORD,
    RECHECK,
    RECHECK_APPLY,
    RELEASE,
    REPORT_RECEIPT,
    REPORT_UP,
    SEIZURE,
    SEIZURE_LIST,
    SPOT_NOTICE,
    VISIT_RESULT,
    matter_of,
)
from db.connection import Reader
from db.rows import CaseFile


def now(reader: Reader, case: CaseFile) -> tuple[str, ...]:
    """The papers of a case's matter that make sense as things stand, in the order of its table."""
    return tuple(
        form_id
        for form_id in matter_of(case.kind).offers
        if form_id not in _WHEN or _WHEN[form_id](reader, case.id)
    )


def _holds(reader: Reader, case_id: str) -> bool:
    """Whether a measure is laid and was not released whole."""
    return bool(measures.holding(reader, case_id))


def _may_lay(reader: Reader, case_id: str) -> bool:
    """Whether things were listed for a measure that is not laid yet."""
    return measures.waiting_list(reader, case_id) is not None


def _may_extend(reader: Reader, case_id: str) -> bool:
    """Whether a measure holds that was not extended yet: it may be once (行政强制法 art. 25)."""
    return any(not one.extended for one in measures.holding(reader, case_id))


def _owes_report(reader: Reader, case_id: str) -> bool:
    return bool(grave.owed_reports(reader, case_id))


def _has_waiting(reader: Reader, case_id: str) -> bool:
    return bool(rechecks.waiting(reader, case_id))


def _fits_desk(reader: Reader, case_id: str, *, form_id: str) -> bool:
    return desk_papers.fits(reader, case_id, form_id)


_WHEN: Mapping[str, Callable[[Reader, str], bool]] = {
    SPOT_NOTICE: site_papers.may_announce,
    QUESTIONING: site_papers.has_found,
    QUESTIONING_RECORD: site_papers.has_found,
    EVIDENCE: site_papers.has_found,
    EVIDENCE_RELEASE: evidence_release.may_release,
    RECHECK_APPLY: recheck_application.may_apply,
    REPORT_RECEIPT: site_papers.owes_report,
    RECHECK: _has_waiting,
    REPORT_UP: _owes_report,
    SEIZURE_LIST: grave.is_grave,
    SEIZURE: _may_lay,
    EXTENSION: _may_extend,
    RELEASE: _holds,
    VISIT_RESULT: visit_result.owed,
    **{form_id: partial(_fits_desk, form_id=form_id) for form_id in DESK_PAPERS},
}
"""When a paper is offered; one that does not stand here is offered at any time."""
