"""What each bundled table must look like, and how a row of it becomes an object."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from resources.rows import (
    CalendarDay,
    CheckItem,
    Clock,
    Discretion,
    EquipmentKind,
    LawArticle,
    Paper,
    PaperField,
    PlanRule,
    ProductRisk,
    Region,
)
from resources.schema_plans import ASSIGNMENTS, CAMPAIGNS
from resources.tables import Row, Table, TableError

_YES_NO = {"yes": True, "no": False}
_CONFIDENCE = {word: word for word in ("confirmed", "secondary", "general-knowledge")}
_UNITS = {"working_day": "working_day", "calendar_day": "day", "month": "month", "hour": "hour"}
_DIRECTIONS = {"on": False, "back": True}
_AMOUNT_SET_BY = {word: word for word in ("law", "paper", "not_fixed")}
_SEVERITIES = {word: word for word in ("general", "serious", "major")}
_TIERS = {word: word for word in ("high", "low")}
_LEVELS = {word: word for word in ("kind", "category", "variety")}
_SUBJECTS = {word: word for word in ("unit", "key-unit", "kind-of-unit")}
_DAY_KINDS = {word: word for word in ("holiday", "workday")}


def _law(row: Row) -> LawArticle:
    return LawArticle(
        key=row.text("article_key"),
        law_id=row.text("law_id"),
        law_name=row.text("law_name"),
        document_number=row.text("document_number"),
        article=row.text("article"),
        effective_from=row.date("effective_from"),
        effective_to=row.date("effective_to"),
        topic=row.text("topic"),
        summary=row.text("summary_zh"),
        text=row.text("text"),
        penalty_min=row.whole("penalty_min_yuan"),
        penalty_max=row.whole("penalty_max_yuan"),
        penalty_condition=row.text("penalty_condition"),
        citable=row.choice("citable", _YES_NO),
        version_note=row.text("version_note"),
        source=row.text("source"),
        confidence=row.choice("confidence", _CONFIDENCE),
    )


def _discretion(row: Row) -> Discretion:
    least, most = row.whole("min_yuan"), row.whole("max_yuan")
    if least is None or most is None or most < least:
        raise TableError([row.problem("max_yuan", "number")])
    return Discretion(
        id=row.text("discretion_id"),
        penalty_key=row.text("penalty_key"),
        step_zh=row.text("step_zh"),
        step_en=row.text("step_en"),
        condition=row.text("condition"),
        least=least,
        most=most,
        document=row.text("document"),
        effective_from=row.date("effective_from"),
        effective_to=row.date("effective_to"),
        source=row.text("source"),
        confidence=row.choice("confidence", _CONFIDENCE),
    )


def _clock(row: Row) -> Clock:
    return Clock(
        id=row.text("clock_id"),
        name_zh=row.text("name_zh"),
        name_en=row.text("name_en"),
        amount=row.whole("amount"),
        unit=row.choice("unit", _UNITS),
        backwards=row.choice("direction", _DIRECTIONS),
        starts_on=row.text("starts_on"),
        law=row.text("law"),
        law_key=row.text("law_key"),
        moves=row.choice("end_on_holiday_moves", _YES_NO),
        extendable_by=row.text("extendable_by"),
        extend_once=row.whole("extend_once"),
        extend_unit=row.choice("extend_unit", {**_UNITS, "": ""}),
        on_expiry=row.text("on_expiry"),
        for_papers=row.parts("for_paper"),
        amount_set_by=row.choice("amount_set_by", _AMOUNT_SET_BY),
        source=row.text("source"),
        confidence=row.choice("confidence", _CONFIDENCE),
        effective_from=row.date("effective_from"),
    )


def _paper(row: Row) -> Paper:
    return Paper(
        id=row.text("doc_id"),
        name_zh=row.text("name_zh"),
        name_en=row.text("name_en"),
        template_no=row.text("template_no"),
        family=row.text("set"),
        series=row.text("series_word"),
        number_pattern=row.text("number_pattern"),
        copies=row.whole("copies"),
        copies_for=row.parts("copies_for"),
        signers=row.parts("signers"),
        seal=row.text("seal"),
        needs_approval=row.choice("needs_approval", _YES_NO),
        legal_basis=row.text("legal_basis"),
        starts_clock=row.text("starts_clock"),
        series_status=row.text("series_word_status"),
        copies_status=row.text("copies_status"),
        attributes_confidence=row.choice("attributes_confidence", _CONFIDENCE),
        notes=row.text("notes"),
        source=row.text("source"),
        confidence=row.choice("confidence", _CONFIDENCE),
    )


def _paper_field(row: Row) -> PaperField:
    return PaperField(
        paper_id=row.text("doc_id"),
        order=row.whole("order") or 0,
        name=row.text("field"),
        label_zh=row.text("label_zh"),
        type=row.text("type"),
        required=row.choice("required", _YES_NO),
        fixed_text=row.text("fixed_text"),
        source=row.text("source"),
        confidence=row.choice("confidence", _CONFIDENCE),
    )


def _check_item(row: Row) -> CheckItem:
    return CheckItem(
        form=row.text("form"),
        code=row.text("item_code"),
        item=row.text("item"),
        how=row.text("how_to_check"),
        severity=row.choice("adverse_answer_severity", _SEVERITIES),
        law=row.text("law"),
        law_key=row.text("law_key"),
        penalty_key=row.text("penalty_key"),
        measure=row.text("default_measure"),
        clock_id=row.text("clock_id"),
        source=row.text("source"),
        confidence=row.choice("confidence", _CONFIDENCE),
    )


def _product(row: Row) -> ProductRisk:
    return ProductRisk(
        id=row.text("risk_id"),
        group=row.text("group"),
        category=row.text("category"),
        standards=row.text("main_standards"),
        risk_points=row.parts("risk_points", "、"),
        tier=row.choice("tier", _TIERS),
        tests=row.parts("typical_tests", "、"),
        test=row.decimal("test_qty"),
        spare=row.decimal("spare_qty"),
        unit=row.text("unit"),
        usual_sample=row.text("usual_sample"),
        tier_basis=row.text("tier_basis"),
        source=row.text("source"),
        confidence=row.choice("confidence", _CONFIDENCE),
        standard_confidence=row.choice("standard_confidence", _CONFIDENCE),
    )


def _equipment(row: Row) -> EquipmentKind:
    return EquipmentKind(
        code=row.text("code"),
        kind=row.text("kind"),
        category=row.text("category"),
        variety=row.text("variety"),
        level=row.choice("level", _LEVELS),
        parent=row.text("parent_code"),
        check_form=row.text("check_form"),
        note=row.text("note"),
        source=row.text("source"),
        confidence=row.choice("confidence", _CONFIDENCE),
    )


def _region(row: Row) -> Region:
    return Region(
        code=row.text("code"),
        name=row.text("name"),
        level=row.text("level"),
        parent=row.text("parent"),
        bureau_name=row.text("bureau_name"),
        bureau_short=row.text("bureau_short"),
        bureau_short_status=row.text("bureau_short_status"),
        role=row.text("role"),
        note=row.text("note"),
        source=row.text("source"),
        confidence=row.choice("confidence", _CONFIDENCE),
    )


def _plan_rule(row: Row) -> PlanRule:
    return PlanRule(
        id=row.text("rule_id"),
        name_zh=row.text("name_zh"),
        name_en=row.text("name_en"),
        subject=row.choice("subject", _SUBJECTS),
        share_percent=row.whole("share_percent") or 0,
        words=tuple(row.text("words").split()),
        law=row.text("law"),
        effective_from=row.date("effective_from") or dt.date.min,
        note=row.text("note"),
        source=row.text("source"),
        confidence=row.choice("confidence", _CONFIDENCE),
    )


def _day(row: Row) -> CalendarDay:
    day = row.date("date")
    assert day is not None  # noqa: S101 -- a required cell, checked before any row is made
    return CalendarDay(
        day=day,
        kind=row.choice("kind", _DAY_KINDS),
        festival=row.text("festival"),
        source=row.text("source"),
        confidence=row.text("confidence"),
    )


LAWS = Table(
    path="law/law_articles.csv",
    columns=(
        *("article_key", "law_id", "law_name", "document_number", "article", "effective_from"),
        *("effective_to", "topic", "summary_zh", "text", "penalty_min_yuan", "penalty_max_yuan"),
        *("penalty_condition", "source", "confidence", "citable", "version_note"),
    ),
    required=("article_key", "law_id", "law_name", "article", "summary_zh", "citable", "source"),
    key=("article_key",),
    make=_law,
)
DISCRETION = Table(
    path="law/discretion.csv",
    columns=(
        *("discretion_id", "penalty_key", "step_zh", "step_en", "condition", "min_yuan"),
        *("max_yuan", "document", "effective_from", "effective_to", "source", "confidence"),
    ),
    required=("discretion_id", "penalty_key", "step_zh", "min_yuan", "max_yuan", "document"),
    key=("discretion_id",),
    make=_discretion,
)
CLOCKS = Table(
    path="law/clocks.csv",
    columns=(
        *("clock_id", "name_zh", "name_en", "amount", "unit", "direction", "starts_on", "law"),
        *("law_key", "first_day_counted", "end_on_holiday_moves", "extendable_by", "extend_once"),
        *("extend_unit", "on_expiry", "for_paper", "amount_set_by", "source", "confidence"),
    ),
    required=("clock_id", "name_zh", "unit", "direction", "starts_on", "law_key", "source"),
    key=("clock_id",),
    make=_clock,
    optional=("effective_from",),
)
PAPERS = Table(
    path="law/documents.csv",
    columns=(
        *("doc_id", "name_zh", "name_en", "template_no", "set", "series_word", "number_pattern"),
        *("copies", "copies_for", "signers", "seal", "needs_approval", "legal_basis"),
        *("starts_clock", "series_word_status", "copies_status", "attributes_confidence"),
        *("notes", "source", "confidence"),
    ),
    required=("doc_id", "name_zh", "name_en", "set", "seal", "needs_approval", "source"),
    key=("doc_id",),
    make=_paper,
)
PAPER_FIELDS = Table(
    path="law/document_fields.csv",
    columns=(
        *("doc_id", "order", "field", "label_zh", "type", "required", "fixed_text"),
        *("source", "confidence"),
    ),
    required=("doc_id", "order", "field", "label_zh", "type", "required", "source"),
    key=("doc_id", "field"),
    make=_paper_field,
)
CHECK_ITEMS = Table(
    path="catalogue/check_items.csv",
    columns=(
        *("form", "item_code", "item", "how_to_check", "adverse_answer_severity", "law"),
        *("law_key", "penalty_key", "default_measure", "clock_id", "source", "confidence"),
    ),
    required=("form", "item_code", "item", "adverse_answer_severity", "source"),
    key=("form", "item_code"),
    make=_check_item,
)
PRODUCTS = Table(
    path="catalogue/product_risks.csv",
    columns=(
        *("risk_id", "group", "category", "main_standards", "risk_points", "tier"),
        *("typical_tests", "test_qty", "spare_qty", "unit", "usual_sample", "tier_basis"),
        *("source", "confidence", "standard_confidence"),
    ),
    required=("risk_id", "group", "category", "tier", "unit", "source"),
    key=("risk_id",),
    make=_product,
)
EQUIPMENT = Table(
    path="catalogue/equipment_catalogue.csv",
    columns=(
        *("code", "kind", "category", "variety", "level", "parent_code", "check_form", "note"),
        *("source", "confidence"),
    ),
    required=("code", "kind", "level", "source"),
    key=("code",),
    make=_equipment,
)
REGIONS = Table(
    path="catalogue/regions.csv",
    columns=(
        *("code", "name", "level", "parent", "bureau_name", "bureau_short"),
        *("bureau_short_status", "role", "note", "source", "confidence"),
    ),
    required=("code", "name", "level", "bureau_name", "source"),
    key=("code",),
    make=_region,
)
PLAN_RULES = Table(
    path="catalogue/se_plan.csv",
    columns=(
        *("rule_id", "name_zh", "name_en", "subject", "share_percent", "words", "law"),
        *("effective_from", "note", "source", "confidence"),
    ),
    required=("rule_id", "name_zh", "subject", "share_percent", "effective_from", "source"),
    key=("rule_id",),
    make=_plan_rule,
)
DAYS = Table(
    path="calendars/holidays.csv",
    columns=("date", "kind", "festival"),
    required=("date", "kind", "festival"),
    key=("date",),
    make=_day,
    optional=("weekday", "note", "source", "confidence"),
)
OWN = (DAYS, CLOCKS, DISCRETION, EQUIPMENT, PRODUCTS, CHECK_ITEMS)
"""What a bureau may put its own rows over, as files; articles of law are corrected one by one."""
PUBLISHED: Mapping[str, Table[Any]] = {
    table.file: table
    for table in (
        *(DAYS, CLOCKS, LAWS, DISCRETION, EQUIPMENT, PRODUCTS, CHECK_ITEMS),
        *(CAMPAIGNS, ASSIGNMENTS),
    )
}
"""What a bureau publishes for all its laptops."""
DATED = PUBLISHED.keys() - {CAMPAIGNS.file, ASSIGNMENTS.file}
"""Of these, what may be published for a later day; plans and tasks have days of their own."""
TABLES: Mapping[str, Table[Any]] = {
    table.file: table
    for table in (
        *(LAWS, CLOCKS, PAPERS, PAPER_FIELDS, CHECK_ITEMS, PRODUCTS, EQUIPMENT, REGIONS, DAYS),
        *(DISCRETION, PLAN_RULES),
    )
}
