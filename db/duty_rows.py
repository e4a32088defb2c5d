"""The rows of an inspector's duties: what is due, whose hand a sample is in, what a test said.

As in ``db.rows``: times are aware UTC, dates are plain, ids are UUIDv7 text.
"""

import datetime as dt
from dataclasses import dataclass

from db.rows import NEVER


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing that must be done by a date 待办, hanging on a paper, finding, sample or visit.

    ``kind`` says what (commitment, filing, cash, notice, recheck, objection, review, report-up,
    approval, seizure, mediation …), ``clock_id`` which period of law counted it from ``start``.
    ``due`` is its last day; ``due_at`` the moment where the law counts hours.
    ``state`` is open, done or void.
    """

    id: str
    case_id: str
    enterprise_id: str
    owner_type: str = ""
    owner_id: str = ""
    kind: str = ""
    title: str = ""
    clock_id: str = ""
    start: dt.datetime = NEVER
    due: dt.date | None = None
    due_at: dt.datetime | None = None
    due_provisional: bool = False
    state: str = "open"
    done: dt.datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermChange:
    """A suspension or an extension of a period, with the article and who approved it.

    ``owner_id`` is the finding or follow-up whose period it is. A ``suspension`` runs from the day
    ``since`` up to the day ``until`` (None: it still runs); an ``extension`` adds ``amount`` of
    ``unit``. ``record_id`` is the paper that told the party; ``due_before`` and ``due_after`` are
    the last days before and after it (None while it stands still).
    """

    id: str
    owner_type: str
    owner_id: str
    kind: str
    since: dt.date | None = None
    until: dt.date | None = None
    amount: int | None = None
    unit: str = ""
    article: str = ""
    approver: str = ""
    reason: str = ""
    record_id: str = ""
    due_before: dt.date | None = None
    due_after: dt.date | None = None
    created: dt.datetime = NEVER


@dataclass(frozen=True, slots=True)
class Operator:
    """Someone who works a piece of special equipment 作业人员; the certificate is the person's.

    ``project`` is the work the certificate allows 作业项目, such as N1 or T.
    """

    id: str
    equipment_id: str
    person_id: str
    project: str = ""
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """An inspection of an enterprise as approved and announced 行政检查 (国办发〔2024〕54号).

    ``kind`` is routine or urgent; ``matter`` what is inspected; ``approval_id`` and ``notice_id``
    name the papers, ``refused_id`` the one by which it was not approved; ``arrived_by`` is scan or
    hand. ``state`` is planned, arrived, done, cancelled.
    """

    id: str
    case_id: str
    enterprise_id: str
    kind: str = "routine"
    matter: str = ""
    planned: dt.date | None = None
    approval_id: str = ""
    refused_id: str = ""
    notice_id: str = ""
    arrived: dt.datetime | None = None
    arrived_by: str = ""
    left_at: dt.datetime | None = None
    reason: str = ""
    state: str = "planned"
    created: dt.datetime = NEVER


@dataclass(frozen=True, slots=True)
class Custody:
    """One hand-over of a sample 样品交接: who gave it, who took it, and how its seal was.

    ``kind`` is sealed, handed, posted, received, opened, returned or destroyed; ``seal`` is whole,
    broken or none. No line is ever rewritten: a later one ``corrects`` it, or says that it is void.
    """

    id: str
    sample_id: str
    kind: str
    at: dt.datetime = NEVER
    giver: str = ""
    taker: str = ""
    place: str = ""
    seal: str = ""
    note: str = ""
    corrects: str = ""


@dataclass(frozen=True, slots=True)
class TestReport:
    """A laboratory's report 检验报告 on a sample; ``kind`` is first, retest or recheck.

    ``told`` is the day the party received the result: the objection period counts from it.
    ``verdict`` is pass, fail or none; ``state`` is open, objected, final or replaced. A corrected
    report ``replaces`` another, by its id, for the laboratory's ``reason``.

    ``origin`` is the bureau whose result it is where it is only recognised 互认 ("" for our own); a
    case that uses such a result holds one of kind ``recognised`` that names it in ``recognised_id``.
    """

    __test__ = False  # a noun of the field, not a test of ours

    id: str
    case_id: str
    enterprise_id: str
    record_id: str
    sample_id: str = ""
    kind: str = "first"
    number: str = ""
    laboratory: str = ""
    issued: dt.date | None = None
    received: dt.date | None = None
    told: dt.date | None = None
    basis: str = ""
    verdict: str = ""
    state: str = "open"
    note: str = ""
    replaces: str = ""
    reason: str = ""
    origin: str = ""
    recognised_id: str = ""
    created: dt.datetime = NEVER


@dataclass(frozen=True, slots=True)
class TestItem:
    """One line of a report: a requirement, what was measured, and the judgement.

    Figures are decimal text as the laboratory wrote them: their last digit counts in GB/T 8170.
    ``method`` is rounded 修约值比较法 or full 全数值比较法; ``required`` is a requirement in words.
    ``verdict`` is pass, fail or unjudged.
    """

    __test__ = False

    id: str
    report_id: str
    position: int = 0
    name: str = ""
    standard: str = ""
    unit: str = ""
    lower: str = ""
    upper: str = ""
    required: str = ""
    method: str = "rounded"
    measured: str = ""
    rounded: str = ""
    verdict: str = ""
    severity: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Objection:
    """A party's objection 异议 to a result; ``state`` is received, accepted, refused, retested."""

    id: str
    report_id: str
    case_id: str
    enterprise_id: str
    received: dt.date | None = None
    raised_by: str = ""
    reason: str = ""
    state: str = "received"
    decided: dt.date | None = None
    answer: str = ""
    laboratory: str = ""
    sample_id: str = ""
    retest_id: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch that is traced and recalled 追溯召回 until its quantities add up.

    ``made`` is the quantity made, decimal text in ``unit``; ``state`` is open or closed.
    """

    id: str
    case_id: str
    enterprise_id: str
    report_id: str = ""
    product_name: str = ""
    lot: str = ""
    unit: str = ""
    made: str = ""
    state: str = "open"
    opened: dt.date | None = None
    closed: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class BatchMove:
    """Where a part of a batch is or went.

    ``kind`` is stock, tested, sold, recalled, repaired, destroyed or lost; ``quantity`` is decimal
    text in the batch's unit.
    """

    id: str
    batch_id: str
    kind: str
    day: dt.date | None = None
    quantity: str = ""
    party: str = ""
    region: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """Someone appointed by an enterprise, such as its chief quality officer 首席质量官.

    ``role`` is cqo, safety-director, safety-officer, quality-director or quality-officer; ``void``
    is why the paper that entered it was withdrawn.
    """

    id: str
    enterprise_id: str
    role: str
    name: str = ""
    phone: str = ""
    certificate: str = ""
    appointed: dt.date | None = None
    ended: dt.date | None = None
    duties: str = ""
    record_id: str = ""
    reviewed: dt.date | None = None
    review_result: str = ""
    review_due: dt.date | None = None
    void: str = ""


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name or credit code an enterprise had until a day: it is found by it for ever."""

    id: str
    enterprise_id: str
    name: str = ""
    uscc: str = ""
    until: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a person decided where two had written without having seen each other, and why.

    ``field`` is "" where it was whether the item stays or is deleted. ``chosen`` stands; each of
    ``others`` is a value that does not, with its author and the moment, in words.
    """

    id: str
    rec_type: str
    rec_id: str
    field: str = ""
    chosen: str = ""
    others: tuple[str, ...] = ()
    why: str = ""
    person_id: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """A record that left for another jurisdiction, or came from one; only the bureau writes it.

    ``way`` is ``scope_out`` or ``scope_in``; ``recognised`` where it stays where it was and counts
    in both.
    """

    id: str
    rec_type: str
    rec_id: str
    title: str = ""
    way: str = ""
    recognised: bool = False
    source: str = ""
    source_name: str = ""
    target: str = ""
    target_name: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class PartyReport:
    """What an inspected party handed in at the hub by the code on a notice; only the hub writes it.

    ``handed_by`` is what it calls itself, ``photos`` are the ids of the attachments that came with it.
    """

    id: str
    document_id: str
    enterprise_id: str = ""
    received: dt.datetime = NEVER
    handed_by: str = ""
    text: str = ""
    photos: tuple[str, ...] = ()
