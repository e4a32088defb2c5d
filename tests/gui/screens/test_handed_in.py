"""A report the enterprise handed in at the hub, on the finding and in today's work."""

import datetime as dt

from PySide6.QtWidgets import QLabel

from app.screens.place import Place
from app.services import files, findings, handed_in, rectifying
from db.duty_rows import PartyReport
from db.journal.ids import new_id
from db.rows import Attachment
from db.store import follow_ups, nouns
from tests.gui.screens.conftest import NOON
from tests.gui.screens.test_rectify import first_of
from tests.unit.app.services.kit import photo_of

TEXT = "1. 外包装和车身已补贴厂名、厂址和安全警示语。\n2. <b>退货车</b>已隔离存放并挂牌。"


def hand_in(run, finding, text, at=NOON):
    """What a round brings: the report with a photo, noted where a finding waits for one."""
    photo, key = new_id(), new_id()

    def work(store):
        data = photo_of(text)
        sha = files.keep(store, data, 1 << 24)
        row = Attachment(
            photo, "party_report", key, sha, "1.jpg", "image/jpeg", len(data), source="party"
        )
        report = PartyReport(
            key, finding.document_id, finding.enterprise_id, at, "赵淳，质量负责人", text, (photo,)
        )
        nouns.save(store, row, report)
        return handed_in.take(store, at + dt.timedelta(days=2))

    return run.write(work)


def words_of(screen):
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def test_a_report_of_the_enterprise_is_the_findings_and_says_whose_it_is(start):
    run = start(language="zh")
    ordered = first_of(run, "overdue")
    assert hand_in(run, ordered, TEXT) >= 1
    row = findings.get(run.reader, ordered.id)
    assert (row.state, row.report) == ("reported", TEXT)
    screen = run.go(Place("rectify", ordered.id))
    words = words_of(screen)
    assert "企业于9月16日 13:52在线提交（赵淳，质量负责人），照片 1 张" in words
    assert "企业在线提交整改报告" in words
    assert "<b>退货车</b>" in words
    assert len(screen._detail.photos._theirs) == 1
    run.window.resize(1366, 1300)
    run.settle()
    run.picture("handed-in-rectify")
    (due,) = follow_ups.of_kind(run.reader, "recheck", [ordered.id])
    run.time.now = dt.datetime.combine(due.due, dt.time(1), dt.UTC)
    screen = run.go(Place("today"))
    run.window.resize(1366, 1500)
    run.settle()
    (task,) = [one for one in screen._tasks.values() if one.about[1] == ordered.id]
    assert "企业已于9月16日在线提交整改报告，待复查" in screen._row(task).second
    run.picture("handed-in-today")


def test_one_after_the_recheck_changes_nothing_and_is_shown(start):
    run = start(language="zh")
    ordered = first_of(run, "overdue")
    seen = rectifying.Recheck("fixed", "papers", NOON.date(), ("张",))
    act = run.desk.duty.act()
    run.write(lambda store: rectifying.recheck(store, act, ordered.id, seen, closing=True))
    closed = findings.get(run.reader, ordered.id)
    hand_in(run, ordered, "复查之后才提交")
    assert findings.get(run.reader, ordered.id) == closed
    words = words_of(run.go(Place("rectify", ordered.id)))
    assert "企业另行在线提交报告" in words
    assert "复查之后才提交" in words
    run.picture("handed-in-late")
