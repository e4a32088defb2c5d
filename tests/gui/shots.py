"""The pictures of the program: every screen by its place, and the papers needed to show it."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screens.equipment_list import equipment_list
from app.screens.list_dialog import ListDialog
from app.screens.operator_list import operator_list
from app.screens.place import Place
from app.screens.small_pictures import SmallPictures
from app.services import batches, cases, demo_play, equipment, packages, sites, test_reports
from app.services.changes import Changes, Result
from db.duty_rows import BatchMove
from db.store import samples
from tests.gui.screens import papers_kit as papers
from tests.unit.app.services import equipment_kit
from tests.unit.app.services.results_kit import gone_to, item

PATIENCE = 400  # times 25 ms until a page stands on the desk
SHOWN = "小白羊"
CHECK = packages.LIBRARY / "spot-check" / "form.md"


@dataclass(frozen=True)
class Prepared:
    """The ids of what ``prepare`` left in the store."""

    enterprise: str
    case: str
    check: str
    finding: str
    sheet: str
    draw: str
    notice: str
    document: str
    sample: str
    report: str
    batch: str


@dataclass(frozen=True)
class Shot:
    """One picture: its name and what shows it; ``loose`` where codes and seeds differ each time."""

    name: str
    show: Callable[[object, Prepared], None]
    loose: bool = False


def prepare(run, out):
    """Put into a seeded store what the screens have to show; gives the ids."""
    played = until(run, out, "issued").played
    ordered = until(run, out, "ordered")
    drawn = until(run, out, "drawn")
    filled = until(run, out, "filled")
    papers.sign(run, filled.record_id, "inspector-1", run.desk.duty.who.name)
    run.settle()
    return Prepared(
        enterprise=sites.find(run.reader, SHOWN)[0].id,
        case=filled.case_id,
        check=filled.record_id,
        finding=found_in(run, filled),
        sheet=drawn.record_id,
        draw="/data/draw",
        notice=ordered.record_id,
        document=played.notice.id,
        **after_the_draw(run, drawn.record_id),
    )


def after_the_draw(run, sheet_id):
    """A sample on its way, its report as it is being typed, and a batch that does not add up."""
    act = run.desk.duty.act()

    def work(store):
        first = samples.of_record(store, sheet_id)[0]
        gone_to(store, act, first)
        report = test_reports.begin(store, act, first.id).value
        lead = item("可迁移元素铅", "90", "92.4", unit="mg/kg", standard="GB 6675.4")
        edge = item("锐利边缘", "", "边缘有毛刺", required="无锐利边缘", standard="GB 6675.2")
        named = replace(report, number="JC2026-0917", issued=act.today)
        test_reports.save(store, act, named, [lead, edge])
        batch = batches.open_for(store, act, report).value
        batches.set_made(store, act, batch.id, "120")
        batches.add(store, act, BatchMove("", batch.id, "sold", act.today, "50", "临沂小商品城"))
        return Result({"sample": first.id, "report": report.id, "batch": batch.id}, Changes())

    return run.write(work)


def until(run, out, name):
    """Play the story anew up to a stage; gives the stage."""
    act = run.desk.duty.act()
    story = demo_play.stages
    made = run.write(lambda store: Result(story(store, act, out), Changes()))
    while True:
        stage = run.write(lambda _store: Result(next(made), Changes()))
        if stage.name == name:
            return stage


def found_in(run, stage):
    """The question of the first finding of a stage's case."""
    folder = cases.folder(run.reader, run.desk.duty.act(), stage.case_id)
    return next(one for one in folder.findings if one.state == "open").path


def at(place):
    """A shot of one place; ``place`` makes it from what was prepared."""
    return lambda run, made: run.go(place(made))


def search(run, _made):
    """The hits of one word over the first screen."""
    run.go(Place("today"))
    run.window.top.search.set_text("电梯")


def register(run, _made):
    """The register of special equipment, its plan counted."""
    screen = run.go(Place("equipment"))
    for _ in range(PATIENCE):
        if screen._plan.isVisible():
            break
        QTest.qWait(25)
        run.settle()


def importing(run, made):
    """A list of special equipment compared with the register, the dialogue in the window itself."""
    register(run, made)
    path = equipment_kit.text_list(
        run.paths.home,
        equipment_kit.row(),
        equipment_kit.row(设备代码="31103700120230002", 使用登记证编号=""),
        equipment_kit.row(
            设备代码="311037001202300022", 使用登记证编号="", 使用单位="临沂市新来（演示）有限公司"
        ),
    )
    compare(run, path, equipment_list())


def operators(run, made):
    """A list of operators: one new, one at a device nobody knows, one without a day."""
    register(run, made)
    good = {
        "姓名": "孙操作",
        "证件编号": "TS6LYI0001",
        "作业项目": "T",
        "有效期至": "2029-05-01",
        "使用单位": equipment_kit.UNIT,
        "设备代码": "",
    }
    unknown = {"姓名": "周一", "证件编号": "TS6LYI0002", "设备代码": "311037001202300021"}
    undated = {"姓名": "吴二", "证件编号": "TS6LYI0003", "有效期至": "长期"}
    path = equipment_kit.text_list(run.paths.home, good, good | unknown, good | undated)
    compare(run, path, operator_list())


def compare(run, path, kind):
    """Show the dialogue of an import over the screen, once the list is compared."""
    dialog = ListDialog(run.desk, path, kind, run.window)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    for _ in range(PATIENCE):
        if dialog.progress.isHidden():
            break
        QTest.qWait(25)
        run.settle()
    dialog.adjustSize()
    dialog.move(run.window.rect().center() - dialog.rect().center())
    dialog.show()


def device(run, _made):
    """A lift whose test has lapsed."""
    run.go(Place("device", equipment.ids(run.reader, equipment.Wanted(kind_code="3000"))[0]))


def settings(page):
    return at(lambda _made: Place("settings", spot=page))


# A new screen needs one line here: pictures, walks and the README take it from this list.
SHOTS = (
    Shot("start", at(lambda _made: Place("start"))),
    Shot("today", at(lambda _made: Place("today"))),
    Shot("search", search),
    Shot("cases", at(lambda _made: Place("cases"))),
    Shot("case", at(lambda made: Place("case", made.case))),
    Shot("sites", at(lambda _made: Place("sites"))),
    Shot("enterprise", at(lambda made: Place("enterprise", made.enterprise))),
    Shot("equipment", register),
    Shot("equipment-import", importing),
    Shot("operators-import", operators),
    Shot("device", device),
    Shot("fill", at(lambda made: Place("fill", made.check, made.finding))),
    Shot("sampling", at(lambda made: Place("sampling", made.sheet, made.draw)), loose=True),
    Shot("review", at(lambda made: Place("review", made.check))),
    Shot("issue", at(lambda made: Place("issue", made.notice)), loose=True),
    Shot("document", at(lambda made: Place("document", made.document)), loose=True),
    Shot("sample", at(lambda made: Place("sample", made.sample)), loose=True),
    Shot("report", at(lambda made: Place("report", made.report)), loose=True),
    Shot("batch", at(lambda made: Place("batch", made.batch))),
    Shot("samples", at(lambda _made: Place("samples")), loose=True),
    Shot("documents", at(lambda _made: Place("documents"))),
    Shot("rectify", at(lambda _made: Place("rectify"))),
    Shot("campaigns", at(lambda _made: Place("campaigns"))),
    Shot("officers", at(lambda _made: Place("officers"))),
    Shot("sync", at(lambda _made: Place("sync")), loose=True),
    Shot("settings-hub", settings("hub")),
    Shot("settings-office", settings("office")),
    Shot("settings-people", settings("people")),
    Shot("settings-numbers", settings("numbers")),
    Shot("settings-visits", settings("visits")),
    Shot("settings-equipment", settings("equipment")),
    Shot("settings-law", settings("law")),
    Shot("settings-forms", settings("forms")),
    Shot("settings-looks", settings("looks")),
    Shot("settings-lock", settings("lock")),
    Shot("designer", at(lambda _made: Place("designer", str(CHECK), "try"))),
)


def take(run, made, shot):
    """Show a shot and wait until it stands; gives the window's picture."""
    run.window.top.search.set_text("")
    for over in run.window.findChildren(ListDialog):
        over.hide()
        over.deleteLater()
    shot.show(run, made)
    run.settle()
    paper = getattr(run.screen, "paper", None)
    pages = getattr(paper, "pages", None)
    for _ in range(PATIENCE):
        if pages is None or pages.count:
            break
        QTest.qWait(25)
        run.settle()
    for _ in range(PATIENCE):
        if not any(small.waiting() for small in run.screen.findChildren(SmallPictures)):
            break
        QTest.qWait(25)
    QTest.qWait(60)
    run.settle()
    return run.window.grab()


def quiet_environment(patch):
    """No keyring, no spare file, no printer of this machine in the pictures."""
    patch.setenv("XUNJIAN_BALLAST", "0")
    patch.setenv("XUNJIAN_KEYS", "file")
    patch.setenv("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen"))


__all__ = ["SHOTS", "Prepared", "Shot", "prepare", "quiet_environment", "take"]
