"""Sampling: the plan, the seeded draw anyone can redo, sample and seal numbers."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from app.services import prefill
from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.progress import count
from app.services.records import Opened, answered, keep_whole, open_record, path_of, require_draft
from app.services.writing import writing
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.rows import Sample
from db.store import answers, samples, settings
from forms.rules.acceptance import fixed_plan, single_plan
from forms.rules.draw import LARGEST_LOT, draw_units, new_seed
from forms.rules.errors import RuleError
from forms.rules.operating import declared, hypergeometric_up_to

MOST_DIGITS = 18
"""A larger number is a slip of the finger; ``1e999999999`` would not even fit into memory."""

MOST_WEIGHED = 1000
"""Beyond so many pieces the risk of a plan by declared quality is not worked out while typing."""

_COUNTED = "sheets-drawn:"
_BY_IDENTITY = re.compile(rf"{_COUNTED}[0-9a-f-]{{36}}")
"""How a day's count was kept before: by the identity of the device instead of what is printed."""


@dataclass(frozen=True, slots=True)
class Lot:
    """What lies there to be sampled: product, batch, number of units, date of sampling."""

    product: str
    batch: str
    size: int
    date: dt.date


@dataclass(frozen=True, slots=True)
class Claim:
    """A plan by declared quality: the DQL per cent or as a ``counted`` number of units, n and L."""

    dql: Decimal
    counted: bool
    n: int
    limit: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much to take: fixed counts, a plan of GB/T 2828.1 by level and AQL, or a ``claim``.

    ``test`` None means by plan; ``minimum`` is the smallest lot the rule allows.
    """

    test: int | None = None
    spare: int = 0
    minimum: int = 0
    level: str = "II"
    aql: str = "2.5"
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan that fits a lot.

    ``letter`` only for a plan of GB/T 2828.1; for one by declared quality ``accept`` is L, and
    ``risk`` how often a true declaration would be contradicted, where it can be told.
    """

    lot: Lot
    test: int
    spare: int
    letter: str = ""
    accept: int | None = None
    reject: int | None = None
    source: str = "fixed"
    risk: float | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A draw: seed, unit numbers for test and spare in the order drawn, the sealed samples."""

    seed: str
    test: tuple[int, ...]
    spare: tuple[int, ...]
    samples: tuple[Sample, ...]


def propose(lot: Lot, wanted: Wanted, today: dt.date) -> Proposal:
    """The plan for a lot.

    Raises:
        Refused: ``sample-date-future``, ``lot-missing``, ``lot-too-large``, ``sample-none``,
            ``sample-exceeds-lot``, ``lot-below-base``, ``plan-unknown``,
            ``plan-declared``: n, L or DQL cannot be.
    """
    if lot.date > today:
        raise Refused("sample-date-future", date=lot.date, today=today)
    if lot.size < 1:
        raise Refused("lot-missing", lot=lot.size)
    if lot.size > LARGEST_LOT:
        raise Refused("lot-too-large", lot=lot.size, most=LARGEST_LOT)
    if wanted.claim is not None:
        return _declared(lot, wanted.claim, wanted.spare)
    if wanted.test is not None:
        return _fixed(lot, wanted.test, wanted)
    try:
        plan = single_plan(lot.size, wanted.level, wanted.aql)
    except RuleError as error:
        raise Refused("plan-unknown", level=wanted.level, aql=wanted.aql) from error
    if plan.n + wanted.spare > lot.size:
        raise Refused("sample-exceeds-lot", wanted=plan.n + wanted.spare, lot=lot.size)
    return Proposal(lot, plan.n, wanted.spare, plan.letter, plan.ac, plan.re, "gbt2828")


def _fixed(lot: Lot, test: int, wanted: Wanted) -> Proposal:
    try:
        fixed_plan(lot.size, test, wanted.spare, wanted.minimum)
    except RuleError as error:
        if error.code == "sample-exceeds-lot":
            raise Refused("sample-exceeds-lot", wanted=test + wanted.spare, lot=lot.size) from error
        if error.code == "base-too-small":
            raise Refused("lot-below-base", lot=lot.size, base=wanted.minimum) from error
        raise Refused("sample-none") from error
    return Proposal(lot, test, wanted.spare)


def _declared(lot: Lot, claim: Claim, spare: int) -> Proposal:
    most = lot.size if claim.counted else 100
    above = claim.dql >= 0 if claim.counted else claim.dql > 0
    whole_units = not claim.counted or claim.dql == claim.dql.to_integral_value()
    if not (above and claim.dql <= most and whole_units and 0 <= claim.limit < claim.n):
        raise Refused("plan-declared", n=claim.n, limit=claim.limit)
    if claim.n + spare > lot.size:
        raise Refused("sample-exceeds-lot", wanted=claim.n + spare, lot=lot.size)
    risk = None
    if max(claim.n, lot.size if claim.counted else 0) <= MOST_WEIGHED:
        if claim.counted:
            risk = 1 - hypergeometric_up_to(claim.limit, lot.size, int(claim.dql), claim.n)
        else:
            risk = declared(claim.n, claim.limit, float(claim.dql / 100)).alpha
    return Proposal(*(lot, claim.n, spare, "", claim.limit, claim.limit + 1, "declared"), risk=risk)


def from_sheet(opened: Opened, today: dt.date) -> Proposal:
    """The plan as the sampling sheet has it.

    Raises:
        Refused: as ``propose``.
    """
    lot = Lot(
        product=answered(opened, "product_name"),
        batch=answered(opened, "batch"),
        size=lot_size(opened) or 0,
        date=sample_date(opened) or today,
    )
    kind = answered(opened, "plan_kind")
    wanted = Wanted(
        test=whole(answered(opened, "plan_test")) or 0 if kind == "fixed" else None,
        spare=whole(answered(opened, "spare_qty")) or 0,
        level=answered(opened, "plan_level") or "II",
        aql=answered(opened, "plan_aql") or "2.5",
        claim=_claim(opened) if kind == "declared" else None,
    )
    return propose(lot, wanted, today)


def _claim(opened: Opened) -> Claim:
    """The plan by declared quality as the sheet has it; what is not answered is out of range."""
    limit = whole(answered(opened, "declared_l"))
    return Claim(
        dql=number(answered(opened, "dql")) or Decimal(0),
        counted=answered(opened, "dql_in") == "count",
        n=whole(answered(opened, "declared_n")) or 0,
        limit=-1 if limit is None else limit,
    )


def make_seed(lot: Lot) -> str:
    """A seed nobody could have chosen, with date and batch in it; it is shown before the draw."""
    return new_seed(lot.date, lot.batch or lot.product)


def draw(store: Store, act: Acting, record_id: str, proposal: Proposal, seed: str) -> Result[Drawn]:
    """Draw test and spare units from 1…lot, number the samples and their seals, fill the sheet.

    Raises:
        Refused: ``record-closed``, ``samples-drawn-already``: a second draw until one pleases is
            no draw; ``discard`` with a reason comes first.
    """
    opened = open_record(store, act, record_id)
    require_draft(opened.record)
    already = samples.of_record(store, record_id)
    if already:
        raise Refused("samples-drawn-already", record_id=record_id, count=len(already))
    units = draw_units(seed, proposal.lot.size, proposal.test, proposal.spare)
    sheet, running = _sheet_number(store, act)
    roles = [("test", unit) for unit in units.test] + [("spare", unit) for unit in units.spare]
    rows = tuple(
        Sample(
            id=new_id(),
            record_id=record_id,
            case_id=opened.record.case_id,
            product_name=proposal.lot.product,
            lot=proposal.lot.batch,
            seed=seed,
            drawn=(unit,),
            role=role,
            number=f"{sheet}-{place:02d}",
            seal_no=f"F{sheet[2:]}-{place:02d}",
            expected=_day_of(opened, "send_by"),
        )
        for place, (role, unit) in enumerate(roles, start=1)
    )
    _fill_sheet(opened, rows, seed)
    with writing(store, act):
        settings.put(store, _of_day(store, act), running)
        samples.save(store, *rows)
        progress = count(opened.session)
        keep_whole(store, act, record_id, opened.session.answers(), progress=progress)
    drawn_now = Drawn(seed, units.test, units.spare, rows)
    return Result(drawn_now, touched("sample", record_id) | touched("record", record_id))


def sent(
    store: Store, act: Acting, record_id: str, expected: dt.date
) -> Result[tuple[Sample, ...]]:
    """Note that the samples went to the laboratory, and when the result should be back.

    Raises:
        Refused: ``due-in-past``, ``not-found``.
    """
    if expected < act.today:
        raise Refused("due-in-past", due=expected, today=act.today)
    rows = tuple(
        replace(row, state="sent", expected=expected) for row in samples.of_record(store, record_id)
    )
    if not rows:
        raise Refused("not-found", kind="sample", id=record_id)
    with writing(store, act):
        samples.save(store, *rows)
    return Result(rows, touched("sample", record_id))


def discard(store: Store, act: Acting, record_id: str, reason: str) -> Result[int]:
    """Throw a draw away with its reason; the journal keeps both.

    Raises:
        Refused: ``reason-missing``, ``record-closed``.
    """
    if not reason.strip():
        raise Refused("reason-missing")
    opened = open_record(store, act, record_id)
    require_draft(opened.record)
    rows = samples.of_record(store, record_id)
    path = path_of(opened.form, "remark")
    with writing(store, act):
        samples.delete(store, [row.id for row in rows])
        if path is not None:
            answers.write_one(store, record_id, path, reason.strip())
    return Result(len(rows), touched("sample", record_id) | touched("record", record_id))


def drawn(reader: Reader, record_id: str) -> Drawn | None:
    """What was drawn for a record, if anything."""
    rows = samples.of_record(reader, record_id)
    if not rows:
        return None
    test = tuple(unit for row in rows if row.role == "test" for unit in row.drawn)
    spare = tuple(unit for row in rows if row.role == "spare" for unit in row.drawn)
    return Drawn(rows[0].seed, test, spare, rows)


def redo(done: Drawn, size: int) -> bool:
    """Whether the same seed over the same lot gives the same units."""
    if len(done.test) + len(done.spare) > size:
        return False
    again = draw_units(done.seed, size, len(done.test), len(done.spare))
    return (again.test, again.spare) == (done.test, done.spare)


def _fill_sheet(opened: Opened, rows: tuple[Sample, ...], seed: str) -> None:
    units = " ".join(str(unit) for row in rows for unit in row.drawn)
    prefill.fill(opened.session, {"seed": seed, "drawn": units})
    prefill.fill_rows(
        opened.session,
        "samples",
        [
            {
                "sample_no": row.number,
                "role": row.role,
                "unit_no": str(row.drawn[0]),
                "seal_no": row.seal_no,
            }
            for row in rows
        ],
    )


def _sheet_number(store: Store, act: Acting) -> tuple[str, int]:
    """``CY20260916-07-1`` and its running number: day, device, one more than the last draw's.

    A discarded draw keeps its number: its seals may be printed already. What is printed decides,
    not which identity drew it: a store built anew may have got another. A device without a number
    of its own goes by the last signs of its identity.
    """
    day, device = f"{act.today:%Y%m%d}", _printed_device(store, act)
    prefix = f"CY{day}-{device}-"
    counted = settings.beginning(store, _COUNTED)
    drawn = [
        int(value)
        for key, value in counted.items()
        if key == _of_day(store, act) or _BY_IDENTITY.fullmatch(key.removesuffix(f":{day}"))
    ]
    ends = [one.removeprefix(prefix) for one in samples.numbers_beginning(store, prefix)]
    drawn += [int(one) for end in ends if (one := end.partition("-")[0]).isdecimal()]
    running = max(drawn, default=0) + 1
    return f"{prefix}{running}", running


def _printed_device(store: Store, act: Acting) -> str:
    digits = "".join(sign for sign in act.office.device if sign.isdigit())
    return digits or store.identity.device.replace("-", "")[-6:].upper()


def _of_day(store: Store, act: Acting) -> str:
    """The setting that keeps how many sheets were drawn on a day under a printed device."""
    return f"{_COUNTED}{_printed_device(store, act)}:{act.today:%Y%m%d}"


def lot_size(opened: Opened) -> int | None:
    """The number of units in the lot, as the sheet has it."""
    return whole(answered(opened, "base_qty"))


def sample_date(opened: Opened) -> dt.date | None:
    """The day of sampling, as the sheet has it."""
    return _day_of(opened, "sample_date")


def _day_of(opened: Opened, name: str) -> dt.date | None:
    text = answered(opened, name)
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def whole(text: str) -> int | None:
    """A whole number out of an answer, or None."""
    value = number(text)
    return int(value) if value is not None and value == value.to_integral_value() else None


def number(text: str) -> Decimal | None:
    """A number out of an answer, or None."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and value.adjusted() <= MOST_DIGITS else None
