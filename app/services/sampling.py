"""Sampling: the seeded draw anyone can redo, sample and seal numbers."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from app.services import prefill
from app.services.changes import Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.progress import count
from app.services.records import (
    Opened,
    answered,
    keep_whole,
    open_record,
    path_of,
    require_draft,
    rows_of,
)
from app.services.sampling_plan import Lot, Proposal, day_of, from_sheet, lot_size
from app.services.writing import writing
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.rows import Sample
from db.store import answers, samples, settings
from forms.rules.draw import draw_units, new_seed

_COUNTED = "sheets-drawn:"
_BY_IDENTITY = re.compile(rf"{_COUNTED}[0-9a-f-]{{36}}")
"""How a day's count was kept before: by the identity of the device instead of what is printed."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A draw: seed, unit numbers for test and spare in the order drawn, the sealed samples."""

    seed: str
    test: tuple[int, ...]
    spare: tuple[int, ...]
    samples: tuple[Sample, ...]


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
            expected=day_of(opened, "send_by"),
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


def stands(opened: Opened, done: Drawn) -> bool:
    """Whether a sheet still says what was drawn: lot and plan of then, seed, units, numbers.

    Two laptops that drew for one sheet before they met leave two draws, of which none stands. The
    number of a seal may be another: the bureau may paste a seal of its own.
    """
    size = lot_size(opened)
    if size is None or not redo(done, size) or len({one.seed for one in done.samples}) != 1:
        return False
    try:
        plan = from_sheet(opened, day_of(opened, "sample_date") or dt.date.max)
    except Refused:
        return False
    lots = {(one.product_name, one.lot) for one in done.samples}
    told = [
        (row.get("sample_no"), row.get("role"), row.get("unit_no"))
        for row in rows_of(opened, "sample_no")
    ]
    drawn_ones = [
        (one.number, one.role, str(one.drawn[0]) if one.drawn else "") for one in done.samples
    ]
    units = " ".join(str(unit) for one in done.samples for unit in one.drawn)
    return (
        (plan.test, plan.spare) == (len(done.test), len(done.spare))
        and lots == {(plan.lot.product, plan.lot.batch)}
        and told == drawn_ones
        and (answered(opened, "seed"), answered(opened, "drawn")) == (done.seed, units)
    )


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
