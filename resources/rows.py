"""The rows of the bundled tables: what the law, the catalogues and the calendar say.

Every row keeps ``source`` (where it was read) and ``confidence`` (``confirmed``, ``secondary`` or
``general-knowledge``), so that a screen can show how far a fact may be trusted.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class LawArticle:
    """One article or paragraph of one instrument.

    ``summary`` is our own wording and never printed as the statute's; ``text`` is the official text
    and empty until the bureau fills it from its own copy. ``citable`` is false where the article
    number is not confirmed: it must not be printed. Penalties are whole yuan; None = not stated.
    """

    key: str
    law_id: str
    law_name: str
    document_number: str
    article: str
    effective_from: dt.date | None
    effective_to: dt.date | None
    topic: str
    summary: str
    text: str
    penalty_min: int | None
    penalty_max: int | None
    penalty_condition: str
    citable: bool
    version_note: str
    source: str
    confidence: str

    @property
    def citation(self) -> str:
        """The article as a paper cites it: 《产品质量法》第二十七条."""
        return f"《{self.law_name}》{self.article}"


@dataclass(frozen=True, slots=True)
class Discretion:
    """One step of a bureau's discretion over a penalty, in whole yuan, both ends included.

    ``document`` is the bureau's paper it stands in; it holds from ``effective_from`` to the day
    ``effective_to``.
    """

    id: str
    penalty_key: str
    step_zh: str
    step_en: str
    condition: str
    least: int
    most: int
    document: str
    effective_from: dt.date | None
    effective_to: dt.date | None
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Clock:
    """One period of the law.

    ``unit`` is ``working_day``, ``day``, ``month`` or ``hour``; ``amount`` is None where the paper
    sets it or nothing fixes it (see ``amount_set_by``: ``law``, ``paper``, ``not_fixed``).
    ``extend_once`` is how much the law lets it be lengthened, once (0: not at all; None: the law
    does not say so), in ``extend_unit``.
    ``moves`` says whether an end on a day off goes to the next working day; ``backwards`` that the
    period is counted back from an event still to come. What began before ``effective_from`` is
    counted as before that row (None: it holds for whatever begins).
    """

    id: str
    name_zh: str
    name_en: str
    amount: int | None
    unit: str
    backwards: bool
    starts_on: str
    law: str
    law_key: str
    moves: bool
    extendable_by: str
    extend_once: int | None
    extend_unit: str
    on_expiry: str
    for_papers: tuple[str, ...]
    amount_set_by: str
    source: str
    confidence: str
    effective_from: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One statutory document and the attributes a bureau has to confirm.

    ``series`` is the word of its number (责改), ``number_pattern`` has the places {简称} {年} {序号};
    ``copies`` is None where the paper itself states them. ``seal`` is ``bureau_seal``,
    ``special_equipment_seal``, ``company_seal`` or ``none``.
    """

    id: str
    name_zh: str
    name_en: str
    template_no: str
    family: str
    series: str
    number_pattern: str
    copies: int | None
    copies_for: tuple[str, ...]
    signers: tuple[str, ...]
    seal: str
    needs_approval: bool
    legal_basis: str
    starts_clock: str
    series_status: str
    copies_status: str
    attributes_confidence: str
    notes: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class PaperField:
    """One field of one paper, in the order it stands; ``fixed_text`` describes a fixed passage."""

    paper_id: str
    order: int
    name: str
    label_zh: str
    type: str
    required: bool
    fixed_text: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class EquipmentKind:
    """One line of the special-equipment catalogue; ``code`` is text (23T0, 4A00)."""

    code: str
    kind: str
    category: str
    variety: str
    level: str
    parent: str
    check_form: str
    note: str
    source: str
    confidence: str

    @property
    def name(self) -> str:
        """The most exact name this line has."""
        return self.variety or self.category or self.kind


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One thing to look at, worded as the good state; ``severity`` is that of the bad state."""

    form: str
    code: str
    item: str
    how: str
    severity: str
    law: str
    law_key: str
    penalty_key: str
    measure: str
    clock_id: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ProductRisk:
    """One product category: standards, risk points, tests, and the sample of a published plan.

    ``tier`` is ``high`` or ``low`` (an example to be confirmed); quantities are None where no
    current plan was found.
    """

    id: str
    group: str
    category: str
    standards: str
    risk_points: tuple[str, ...]
    tier: str
    tests: tuple[str, ...]
    test: Decimal | None
    spare: Decimal | None
    unit: str
    usual_sample: str
    tier_basis: str
    source: str
    confidence: str
    standard_confidence: str


@dataclass(frozen=True, slots=True)
class Region:
    """One place of GB/T 2260 and its bureau; ``bureau_short`` (代字) is an example."""

    code: str
    name: str
    level: str
    parent: str
    bureau_name: str
    bureau_short: str
    bureau_short_status: str
    role: str
    note: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class PlanRule:
    """How much of the special equipment is to be checked in a year.

    ``subject`` is what is counted: ``unit``, ``key-unit`` (whose name or industry has one of
    ``words``) or ``kind-of-unit`` (each kind a checked unit has in use).
    """

    id: str
    name_zh: str
    name_en: str
    subject: str
    share_percent: int
    words: tuple[str, ...]
    law: str
    effective_from: dt.date
    note: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day that differs from its weekday: ``kind`` is ``holiday`` or ``workday`` (make-up)."""

    day: dt.date
    kind: str
    festival: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class PlanTarget:
    """One target of a campaign as the bureau plans it: so many (``wanted``) papers of a form.

    ``campaign`` is what case files name; ``per`` is record, or enterprise where two visits count
    once; ``owner`` the section that answers for it; ``also`` further forms that count, and
    ``goods`` the kinds of goods a paper must be about.
    """

    campaign: str
    name: str
    name_en: str
    start: dt.date
    end: dt.date
    form_id: str
    wanted: int
    target: str
    target_en: str
    per: str
    owner: str
    source: str
    also: tuple[str, ...]
    goods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task the bureau gives an inspector, named by the certificate, to be done by a day."""

    task: str
    inspector: str
    title: str
    enterprise: str
    due: dt.date
    note: str
    source: str
