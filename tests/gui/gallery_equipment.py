"""Special equipment: the plan's blocks, the filters, rows of the register, and what a check saw."""

import datetime as dt

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.paged import PagedModel
from app.screens.device_offer import OfferCard
from app.screens.equipment_filters import EquipmentFilters
from app.screens.equipment_plan import PlanBlock
from app.screens.equipment_words import register_line, spoken
from app.services import equipment
from app.services.equipment_plan import Progress
from app.services.seen_device import OFFER, Offer, Seen
from app.shell.theme import Theme
from app.widgets.card import Card
from app.widgets.register import RegisterList
from db.duty_rows import FollowUp
from db.rows import Equipment, Record
from resources.data import load_plan_rules
from tests.gui.gallery_samples import TODAY, framed

FIGURES = ((17, 1, 1, 0), (6, 3, 1, 2), (0, 0, 0, 0))
DAYS = (-6, 4, 28, 200, None)


def machines(theme: Theme) -> QWidget:
    """Rules done, half way with units to be decided, and not begun; every clock a row can have; two differences offered."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(12)
    blocks = QHBoxLayout()
    for rule, figures in zip(load_plan_rules(), FIGURES, strict=True):
        blocks.addWidget(PlanBlock(theme, Progress(rule, *figures)))
    column.addLayout(blocks)
    filters = EquipmentFilters(theme)
    filters.set_test("lapsed")
    filters.set_among("重点单位抽查・尚未检查", ())
    column.addWidget(filters)
    column.addWidget(_register(theme), 1)
    column.addWidget(OfferCard(theme, _offer()))
    return framed(theme, "sites", page)


def _register(theme: Theme) -> Card:
    lines = {
        str(place): equipment.Line(
            Equipment(
                id=str(place),
                enterprise_id="u",
                registration_no=f"梯11鲁Q0092{place}(24)",
                kind_code="3110",
                name=f"{place}号客梯",
                place="办公楼",
                next_test=None if days is None else TODAY + dt.timedelta(days=days),
                status="stopped" if days == 200 else "in-use",
            ),
            "东原市金桥商业广场有限公司",
            equipment.named("3110"),
            days,
        )
        for place, days in enumerate(DAYS, start=1)
    }
    model: PagedModel[equipment.Line] = PagedModel(
        lambda keys: [lines[key] for key in keys], spoken
    )
    model.set_ids(tuple(lines))
    shown = RegisterList(theme, model, register_line, "特种设备")
    model.setParent(shown)
    card = Card(theme)
    card.add_row(shown)
    return card


def _offer() -> Offer:
    seen = (
        Seen("next_test", "2026-09-10", "2027-09-30"),
        Seen("maintenance_unit", "", "恒安电梯服务公司"),
    )
    record = Record("r", "c", "u", "lift-check", "", title="特种设备安全监督检查记录（电梯）")
    return Offer(FollowUp("f", "c", "u", kind=OFFER), record, seen)
