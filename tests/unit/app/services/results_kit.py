"""A drawn toy on its way through the laboratory, as single moves."""

import datetime as dt
from dataclasses import replace

from app.services import custody, sampling_plan, test_reports
from app.services.custody import HandOver
from db.duty_rows import TestItem
from db.store import samples
from tests.unit.app.services import kit

LAB = "临沂市产品质量演示检验所"
OTHER_LAB = "省质检院演示分院"
INSPECTOR = "张检查员"


def days_later(act, days):
    return replace(act, now=act.now + dt.timedelta(days=days))


def drawn(store, act):
    """The samples of a sheet: two for the test, one spare."""
    check = kit.start(store, act)
    sheet_id = kit.drawn_sheet(store, act, check.case_id)
    return samples.of_record(store, sheet_id)


def gone_to(store, act, sample, lab=LAB):
    """Sealed, handed over, received whole."""
    start = act.now - dt.timedelta(hours=5)
    told = (("sealed", "企业", INSPECTOR), ("handed", INSPECTOR, lab), ("received", lab, lab))
    for hours, (kind, giver, taker) in enumerate(told):
        at = start + dt.timedelta(hours=hours)
        custody.add(store, act, sample.id, HandOver(kind, at, giver, taker))


def item(name="小零件", upper="0.10", measured="0.12", **more):
    return TestItem(id="", report_id="", name=name, upper=upper, measured=measured, **more)


def judged(store, act, *items, sample=None):
    """A report on the first test sample with these lines."""
    sample = sample or drawn(store, act)[0]
    report = test_reports.begin(store, act, sample.id).value
    report = replace(report, number="JC2026-0917", issued=act.today)
    return test_reports.save(store, act, report, items).value


def plan_of(store, act, sheet_id):
    return sampling_plan.from_sheet(kit.open_record(store, act, sheet_id), act.today)
