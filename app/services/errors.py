"""Refusals: what an inspector may not do, as a code and its facts; screens make the sentence."""

from collections.abc import Mapping
from types import MappingProxyType

from db.errors import BugError

CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # enterprises and identifiers
        "uscc-wrong": ("text", "problem"),
        "uscc-taken": ("uscc", "enterprise_id", "name"),
        "name-missing": (),
        "merge-same": ("name",),
        "merge-gone": ("name",),
        "not-found": ("kind", "id"),
        # special equipment
        "equipment-unnamed": (),
        "equipment-code-wrong": ("text", "problem"),
        "equipment-taken": ("text", "equipment_id", "name"),
        "registration-wrong": ("text", "problem"),
        "equipment-kind-unknown": ("text",),
        "equipment-status-unknown": ("text",),
        "equipment-columns-unknown": ("file",),
        "operator-certificate-missing": ("name",),
        "operator-there": ("name",),
        # records and answers
        "record-closed": ("record_id", "state"),
        "record-incomplete": ("record_id", "count"),
        "reason-missing": (),
        "form-unknown": ("form_id",),
        "version-moved-on": ("record_id",),
        "version-not-newer": ("version", "newest"),
        "renames-missing": ("names",),
        "approval-missing": ("count",),
        "approval-same-person": ("name",),
        "not-a-record": ("record_id",),
        "case-closed": ("case_id", "state"),
        "case-owed": ("case_id", "count"),
        "file-place-missing": (),
        "address-not-confirmed": ("name",),
        "case-unfinished": ("case_id", "drafts", "findings"),
        "complaint-decided": (),
        "campaign-dates": ("start", "end"),
        "campaign-target-wrong": ("name",),
        # visits
        "visit-reason-missing": ("cap", "year"),
        "visit-arrived": ("at",),
        "visit-not-arrived": (),
        "visit-left": (),
        "visit-cancelled": (),
        "visit-rules-wrong": (),
        # findings and laws
        "law-empty": ("law_key",),
        "law-unknown": ("law_key",),
        "law-not-citable": ("law_key",),
        "finding-closed": ("finding_id", "state"),
        "due-in-past": ("due", "today"),
        "report-empty": (),
        "day-in-future": ("day", "today"),
        "day-before-finding": ("day", "found"),
        "recheck-too-few": ("count", "needed"),
        "recheck-missing": (),
        "nothing-to-take-back": (),
        "step-moved-on": (),
        "paper-holds": (),
        "term-not-running": (),
        "extension-differs": ("told", "counted"),
        "term-standing": (),
        "term-incomplete": ("name",),
        "term-beyond-law": ("most",),
        "clock-unknown": ("clock_id",),
        "clock-cannot-change": ("clock_id",),
        "clock-needs-moment": ("clock_id",),
        # photos
        "photo-too-large": ("size", "limit", "name"),
        "photo-unknown-kind": ("name",),
        "photo-unreadable": ("name",),
        "photo-missing": ("name",),
        "photo-without-place": ("name",),
        # other files, recordings, drawings
        "file-too-large": ("size", "limit", "name"),
        "file-missing": ("name",),
        "file-empty": ("name",),
        "file-wrong-kind": ("name", "wanted"),
        "file-program": ("name",),
        "drawing-unreadable": (),
        # samples
        "lot-missing": ("lot",),
        "sample-exceeds-lot": ("wanted", "lot"),
        "lot-below-base": ("lot", "base"),
        "sample-date-future": ("date", "today"),
        "lot-too-large": ("lot", "most"),
        "sample-none": (),
        "plan-unknown": ("level", "aql"),
        "samples-drawn-already": ("record_id", "count"),
        # samples after the draw
        "custody-kind": ("value",),
        "custody-ended": ("number",),
        "custody-empty": ("number",),
        "custody-hand-missing": (),
        "custody-future": (),
        "custody-before": (),
        "custody-seal-note": (),
        "sample-spare": ("number",),
        "report-closed": ("number",),
        "report-too-long": ("count", "most"),
        "report-dates": ("day",),
        "report-unnumbered": (),
        "report-unjudged": ("number",),
        "report-told": ("number",),
        "report-not-told": ("number",),
        "report-final": ("number",),
        "report-columns-unknown": ("file",),
        "item-too-long": ("row", "most"),
        "item-unnamed": ("row",),
        "item-limit": ("row", "name"),
        "item-reason": ("row", "name"),
        "objection-there": ("number",),
        "objection-decided": (),
        "objection-undecided": (),
        "objection-late": ("day", "end"),
        "objection-running": ("until",),
        "retest-same-laboratory": ("laboratory",),
        "retest-no-spare": ("number",),
        "retest-no-more": ("number",),
        "retest-custody": ("number",),
        "retest-open": ("number",),
        "quantity-wrong": ("text",),
        "party-missing": (),
        "batch-kind": ("value",),
        "batch-closed": ("product",),
        "batch-open": ("product",),
        "batch-uneven": ("product",),
        # signing
        "signature-empty": ("slot",),
        "slot-unknown": ("slot",),
        "signer-missing": ("slot",),
        "evidence-missing": ("slot", "state"),
        "inspectors-same": ("person_id",),
        # documents
        "no-adverse-finding": ("case_id",),
        "citation-above-ceiling": ("amount", "ceiling"),
        "citation-confiscates": (),
        "citation-order-first": (),
        "number-none-left": ("series", "year"),
        "number-block-wrong": ("lo", "hi"),
        "glyph-missing": ("characters", "where"),
        "page-overflow": ("needed", "room"),
        "not-a-document": ("record_id",),
        "receiver-missing": ("method",),
        "service-proof-missing": ("method",),
        "document-closed": ("document_id", "state"),
        "review-open": ("record_id", "count"),
        "anchor-behind": ("expected", "found"),
        "anchor-unreadable": (),
        # people and settings
        "person-inactive": ("person_id", "name"),
        "certificate-missing": ("person_id", "name"),
        "setting-wrong": ("name", "value"),
        "store-not-empty": (),
        "table-unknown": ("file",),
        "table-wrong": ("file", "problems"),
        # export
        "export-kind-unknown": ("name", "kinds"),
        "export-beside": ("name", "names"),
    }
)


class Refused(Exception):  # noqa: N818 - it is not an error but a refusal with its reason
    """Something may not be done; ``code`` is a key of ``CODES`` and ``facts`` has exactly its names."""

    def __init__(self, code: str, **facts: object) -> None:
        if code not in CODES or set(facts) != set(CODES[code]):
            raise BugError(f"refusal {code} with facts {sorted(facts)} is not in the list")
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = MappingProxyType(dict(facts))
