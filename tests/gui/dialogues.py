"""Every dialogue of an inspector's duties, opened over the prepared program by its name.

``python -m tests.gui.dialogues OUT [NAME]`` draws each in both themes and languages.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.screens.batch_dialog import MoveDialog
from app.screens.board_export import BoardExport
from app.screens.campaign_dialog import CampaignDialog
from app.screens.case_recognised import RecognisedDialog
from app.screens.custody_dialog import HandOverDialog
from app.screens.device_dialog import DeviceDialog
from app.screens.enterprise_dialog import EnterpriseDialog
from app.screens.extend_dialog import ExtendDialog
from app.screens.fill_withdraw import ReasonDialog as WaiveDialog
from app.screens.follow_up_acts import SettleDialog
from app.screens.merge_dialog import MergeDialog
from app.screens.operator_dialog import OperatorDialog
from app.screens.period_dialog import PeriodDialog
from app.screens.plate_dialog import PlateDialog
from app.screens.rectify_dialogs import EscalateDialog, ReasonDialog, RecheckDialog, ReportDialog
from app.screens.report_dialogs import DecideDialog, JudgeDialog, ObjectionDialog, ToldDialog
from app.screens.settings_tables import TableDialog
from app.screens.start_dialog import StartDialog
from app.services import (
    batches,
    campaigns,
    custody,
    equipment,
    extending,
    judging,
    own_tables,
    rectification,
)
from app.widgets.dialog import DialogFrame
from db.duty_rows import FollowUp
from db.rows import CaseFile, Enterprise, Equipment
from db.store import nouns
from db.store import test_reports as reports
from tests.gui import pictures, shots

ABOUT = "临沂市绒绒星玩具有限公司·毛绒玩具吊牌没有标注安全警示"
LONG = "单位称两批产品的检验方法与备案标准不一致，要求以备样复检。"


@dataclass(frozen=True)
class Talk:
    """One dialogue: its name, and what makes it of the running program and what was prepared."""

    name: str
    make: Callable[..., DialogFrame]


def _finding(run):
    every = rectification.every(run.reader, run.desk.duty.act().today, rectification.Only())
    return next(iter(every)).finding


def _of_finding(kind):
    return lambda run, _made: kind(run.desk, _finding(run), ABOUT, run.window)


def _of_theme(kind, *more):
    def make(run, _made):
        return kind(run.desk.theme, *more, run.window)

    return make


def _of_day(kind, *more):
    def make(run, _made):
        return kind(run.desk.theme, run.desk.duty.act().today, *more, run.window)

    return make


def _lift(run):
    key = equipment.ids(run.reader, equipment.Wanted(kind_code="3000"))[0]
    return nouns.get(run.reader, Equipment, key)


def _settle(run, _made):
    row = nouns.many(run.reader, FollowUp, "WHERE state = 'open' ORDER BY id LIMIT 1", ())[0]
    return SettleDialog(run.desk, row, run.window)


def _judge(run, made):
    line = judging.judged(reports.items_of(run.reader, made.report))[0]
    return JudgeDialog(run.desk.theme, line, run.window)


def _extend(run, _made):
    owner = (extending.FINDING, _finding(run).id)
    return ExtendDialog(run.desk, owner, ABOUT, run.window)


def _period(run, made):
    """One that runs in hours, so that the field of the time is there as well."""
    dialog = PeriodDialog(run.desk, made.case, ABOUT, run.window)
    dialog.period.pick(dialog._search("preservation")[0])
    return dialog


def _reopen(run, _made):
    def make(_reason):
        return lambda _store: None

    return ReasonDialog(run.desk, "重新打开该问题", ABOUT, "重新打开", make, run.window)


def _export(run, _made):
    return BoardExport(run.desk, rectification.Only(), {"closed"}, ABOUT, run.window)


# A new dialogue needs one line here: the drawing and the guard take it from this list.
TALKS = (
    Talk("start", lambda run, made: StartDialog(run.desk, made.enterprise, run.window)),
    Talk(
        "start-interview",
        lambda run, made: StartDialog(
            run.desk, made.enterprise, run.window, "interview", origin=made.report
        ),
    ),
    Talk(
        "hand-over",
        lambda run, made: HandOverDialog(
            run.desk, custody.chain(run.reader, made.sample), run.window
        ),
    ),
    Talk("told", _of_day(ToldDialog)),
    Talk(
        "table",
        lambda run, _made: TableDialog(
            run.desk, own_tables.get(run.reader, "equipment_catalogue.csv"), run.window
        ),
    ),
    Talk("period", _period),
    Talk("objection", _of_day(ObjectionDialog, "临沂市小白羊童车有限公司")),
    Talk("decide", _of_theme(DecideDialog, LONG)),
    Talk("judge", _judge),
    Talk("waive", _of_theme(WaiveDialog, "期满前确定检验结果", LONG, "确定")),
    Talk(
        "move",
        lambda run, made: MoveDialog(run.desk, batches.get(run.reader, made.batch), run.window),
    ),
    Talk(
        "recognised",
        lambda run, made: RecognisedDialog(
            run.desk, nouns.get(run.reader, CaseFile, made.case), run.window
        ),
    ),
    Talk("settle", _settle),
    Talk("extend", _extend),
    Talk("report", _of_finding(ReportDialog)),
    Talk("recheck", _of_finding(RecheckDialog)),
    Talk("escalate", _of_finding(EscalateDialog)),
    Talk("reopen", _reopen),
    Talk("export-list", _export),
    Talk("operator", lambda run, _made: OperatorDialog(run.desk, _lift(run).id, None, run.window)),
    Talk("device", lambda run, _made: DeviceDialog(run.desk, _lift(run), run.window)),
    Talk("plate", lambda run, _made: PlateDialog(run.desk, _lift(run), run.window)),
    Talk("merge", lambda run, made: MergeDialog(run.desk, made.enterprise, run.window)),
    Talk(
        "enterprise",
        lambda run, made: EnterpriseDialog(
            run.desk, nouns.get(run.reader, Enterprise, made.enterprise), run.window
        ),
    ),
    Talk(
        "campaign",
        lambda run, _made: CampaignDialog(
            run.desk, campaigns.running(run.reader, run.desk.duty.act().today), run.window
        ),
    ),
)


def opened(run, made, talk):
    """The dialogue as it stands when it was just opened."""
    dialog = talk.make(run, made)
    dialog.open()
    run.settle()
    QTest.qWait(40)
    return dialog


def closed(dialog):
    """Put a dialogue away."""
    dialog.hide()
    dialog.deleteLater()
    QTest.qWait(1)


def main(folder, only=""):
    """Draw every dialogue into a folder."""
    from tests import pictures as whole
    from tests.gui.screens import conftest as kit

    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    time = kit.Clock()
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as temporary:
        shots.quiet_environment(patch)
        patch.setattr(kit.clock, "now", time)
        home = Path(temporary) / "home"
        made = whole.prepared(app, home, time)
        for language in ("zh_CN", "en"):
            for theme in ("light", "dark"):
                run = kit.build(app, home, time, theme=theme, language=language)
                run.window.resize(1366, 768)
                run.window.show()
                for talk in TALKS:
                    if only in {"", talk.name}:
                        dialog = opened(run, made, talk)
                        drawn = pictures.whole(dialog.grab())
                        drawn.save(folder / f"{talk.name}-{language}-{theme}.png")
                        closed(dialog)
                run.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:3]))
