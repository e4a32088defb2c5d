"""The plan of a sampling: how many of a lot are taken, as the sheet or the person asks for it."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.services.errors import Refused
from app.services.records import Opened, answered
from forms.rules.acceptance import fixed_plan, single_plan
from forms.rules.draw import LARGEST_LOT
from forms.rules.errors import RuleError
from forms.rules.operating import declared, hypergeometric_up_to

MOST_DIGITS = 18
"""A larger number is a slip of the finger; ``1e999999999`` would not even fit into memory."""

MOST_WEIGHED = 1000
"""Beyond so many pieces the risk of a plan by declared quality is not worked out while typing."""


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


def lot_size(opened: Opened) -> int | None:
    """The number of units in the lot, as the sheet has it."""
    return whole(answered(opened, "base_qty"))


def sample_date(opened: Opened) -> dt.date | None:
    """The day of sampling, as the sheet has it."""
    return day_of(opened, "sample_date")


def day_of(opened: Opened, name: str) -> dt.date | None:
    """The day an answer tells, None while it tells none."""
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
