"""Today, cases, one case, documents, the board of rectifications, and the first start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import bootstrap
from app.screens.finding_words import failed, title_of
from app.screens.place import Place
from app.services import (
    cases,
    findings,
    follow_ups,
    records,
    rectification,
    settings,
    today,
)
from app.widgets.buttons import Button
from app.widgets.drafts import DraftRow
from app.widgets.work import WorkList
from app.widgets.work_rows import Group, Work
from tests.gui.screens import conftest as kit
from tests.gui.screens import papers_kit as papers


@pytest.fixture
def run(start):
    return start(language="en")


def rows(work):
    model = work.model()
    found = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    return [row for row in found if isinstance(row, Work)]


def groups_of(work):
    model = work.model()
    found = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    return [row for row in found if isinstance(row, Group)]


def heads(work):
    return [row.title for row in groups_of(work)]


def press(widget, words):
    for button in widget.findChildren(Button):
        if button.accessibleName() == words and not button.isHidden():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button says {words}")


def choose(work, row_id, key):
    """Move to a row by its id and press a key on it."""
    work.setFocus()
    work.setCurrentIndex(work.model().place(row_id))
    QTest.keyClick(work, key)


def test_today_shows_what_is_overdue_first_and_says_when_and_how_far(run):
    """One question: what is due."""
    screen = run.go(Place("today"))
    assert heads(screen._work) == ["Overdue", "Due today", "This week", "Within 30 days"]
    board = today.board(run.reader, run.desk.duty.act())
    overdue = rows(screen._work)[: len(board.overdue)]
    assert [row.id for row in overdue] == [f"{one.kind}:{one.id}" for one in board.overdue]
    place, task = next((n, t) for n, t in enumerate(board.overdue) if t.kind == "finding")
    first = overdue[place]
    assert first.title == f"{task.enterprise}·{title_of(task.title, task.seen)}"
    assert f"{task.due.day} Sep" in first.second
    assert task.number_text in first.second
    assert "report received" in first.second
    assert first.chip.words.endswith(" days overdue")


def test_the_verb_of_a_row_and_enter_lead_to_the_thing(run):
    """Space does the next step, Enter opens."""
    screen = run.go(Place("today"))
    finding = next(row for row in rows(screen._work) if row.id.startswith("finding:"))
    choose(screen._work, finding.id, Qt.Key.Key_Space)
    run.settle()
    assert run.window.place() == Place("rectify", finding.id.partition(":")[2])
    screen = run.go(Place("today"))
    machine = next(row for row in rows(screen._work) if row.id.startswith("equipment:"))
    choose(screen._work, machine.id, Qt.Key.Key_Return)
    run.settle()
    place = run.window.place()
    assert place == Place("device", machine.id.partition(":")[2])


def test_a_draft_is_gone_on_with(run):
    """The progress says how far it is; a press opens it where it stopped."""
    screen = run.go(Place("today"))
    draft = screen._drafts.findChildren(DraftRow)[0]
    assert "30 / 39" in draft.accessibleName() or " / " in draft.accessibleName()
    QTest.keyClick(draft, Qt.Key.Key_Return)
    run.settle()
    assert run.window.place() == Place("fill", draft.draft.id)


def test_the_whole_week_unfolds(run):
    """What does not fit is counted, not hidden."""
    screen = run.go(Place("today"))
    board = today.board(run.reader, run.desk.duty.act())
    before = len(rows(screen._work))
    screen._toggle("week")
    after = len(rows(screen._work))
    assert after == sum(map(len, (board.overdue, board.today, board.week, board.month)))
    assert after >= before


def test_a_quiet_day_says_so(start, home):
    """Nothing due is good news, and one act."""
    run = start(language="en")
    run.time.now = run.time.now.replace(year=2020)
    screen = run.go(Place("today"))
    assert not screen._empty.isHidden()
    assert screen._work.isHidden()


def test_the_cases_lead_to_one_case(run):
    """Newest on top, with what is open."""
    screen = run.go(Place("cases"))
    first = rows(screen._list)[0]
    choose(screen._list, first.id, Qt.Key.Key_Return)
    run.settle()
    assert run.window.place() == Place("case", first.id)


def test_a_case_offers_only_the_papers_that_make_sense(run):
    """No notice without a finding; no second on-site record."""
    check = papers.check_ready(run, adverse=False)
    screen = run.go(Place("case", check.case_id))
    assert [row.id for row in rows(screen._adds)] == [
        *("spot-check-notice", "sampling-sheet"),
        *("on-site-record", "no-sample", "sampling-refused"),
        *("evidence-extract", "materials-notice"),
    ]
    check = papers.check_ready(run)
    screen = run.go(Place("case", check.case_id))
    offered = rows(screen._adds)
    assert [row.id.partition(":")[0] for row in offered] == [
        "rectification-notice",
        "spot-check-notice",
        "sampling-sheet",
        "on-site-record",
        "no-sample",
        "sampling-refused",
        "evidence-extract",
        "materials-notice",
        "questioning-notice",
        "questioning-record",
        "evidence-preservation-notice",
        "spot-citation",
        "spot-citation",
    ]
    assert "2 findings" in offered[0].second
    choose(screen._adds, "rectification-notice", Qt.Key.Key_Space)
    run.settle()
    place = run.window.place()
    assert place.screen == "fill"
    assert records.get(run.reader, place.id).form_id == "rectification-notice"
    screen = run.go(Place("case", check.case_id))
    assert "rectification-notice" not in [row.id for row in rows(screen._adds)]


def test_the_one_filled_button_of_a_case_is_its_next_step(run):
    """The darkest thing on the page is what to do next."""
    check = papers.check_ready(run)
    screen = run.go(Place("case", check.case_id))
    assert screen._next.accessibleName() == "Review and sign"
    press(screen, "Review and sign")
    run.settle()
    assert run.window.place() == Place("review", check.record.id)


def test_a_case_that_is_not_done_cannot_be_closed(run):
    """Something still to be done keeps it open."""
    opened = cases.page(run.reader)[0].case
    screen = run.go(Place("case", opened.id))
    assert screen._step_words(cases.Step("close")) == "Close the case"
    assert cases.folder(run.reader, run.desk.duty.act(), opened.id).step.code != "close"


def test_the_documents_lead_to_each_paper(run):
    """Issued, numbered and frozen."""
    screen = run.go(Place("documents"))
    first = rows(screen._list)[0]
    choose(screen._list, first.id, Qt.Key.Key_Return)
    run.settle()
    assert run.window.place() == Place("document", first.id)


def test_the_board_shows_the_finding_one_moves_to(run):
    """Arrows move, the panel beside follows."""
    screen = run.go(Place("rectify"))
    assert heads(screen._list)[0] == "Overdue"
    shown = rows(screen._list)
    screen._list.setFocus()
    screen._list.setCurrentIndex(screen._list.model().place(shown[1].id))
    finding = screen._detail._line.finding
    assert finding.id == shown[1].id
    assert screen._detail._title.text() == failed(finding.item)
    assert screen._detail._seen.text() == finding.seen


@pytest.mark.parametrize("size", [(860, 768), (683, 384)])
def test_a_small_window_shows_everything_in_one_column(start, size):
    """200 % on a small laptop: the same things in the same order."""
    run = start(size=size, language="en")
    screen = run.go(Place("today"))
    QTest.qWait(30)
    assert screen._side.width() > 320
    assert screen._side.mapTo(screen, screen._side.rect().topLeft()).y() > 0
    screen = run.go(Place("rectify"))
    QTest.qWait(30)
    assert screen._detail.width() > 454


def test_a_first_start_offers_two_ways_and_the_empty_one_asks_for_the_bureau(
    qapp, qtbot, tmp_path, monkeypatch
):
    """A store of one's own needs its bureau and one inspector, and says what is missing."""
    monkeypatch.setenv("XUNJIAN_BALLAST", "0")
    monkeypatch.setenv("XUNJIAN_KEYS", "file")
    time = kit.Clock()
    monkeypatch.setattr(kit.clock, "now", time)
    run = kit.build(qapp, tmp_path / "home", time, language="en")
    run.window.show()
    bootstrap.begin(run.program)
    run.settle()
    assert run.window.place() == Place("start")
    screen = run.screen
    press(screen, "Begin empty")
    press(screen, "Begin")
    run.settle()
    assert run.window.place() == Place("start"), "nothing was typed yet"
    fields = screen._office._fields
    for name, words in (
        ("bureau", "临沂市兰山区市场监督管理局"),
        ("short", "临兰"),
        ("government", "临沂市兰山区人民政府"),
        ("court", "临沂市兰山区人民法院"),
    ):
        fields[name].setText(words)
    screen._person._name.setText("张䶮")
    screen._person._certificate.setText("37130226001")
    press(screen, "Begin")
    qtbot.waitUntil(lambda: run.window.place() == Place("today"), timeout=60_000)
    assert settings.read_office(run.reader).bureau == "临沂市兰山区市场监督管理局"
    assert run.desk.duty.who.name == "张䶮"
    assert run.screen.findChildren(WorkList)
    run.close()


def test_a_finding_is_never_listed_as_the_thing_that_would_be_right():
    """以往抽查不合格项目已改正并通过复查 reads like a pass."""
    item = "以往抽查不合格项目已改正并通过复查"
    seen = "市级抽查地膜厚度不合格，限期改正后没有申请复查。"
    assert title_of(item, seen) == seen.removesuffix("。")
    assert title_of(item, f"{seen}当事人说明年再报。") == seen.removesuffix("。")
    long = "成品库B区3号货架批号XBY0816的儿童三轮车，抽看10辆，外箱和车体标识均没有标注适用年龄。"
    for told_elsewhere in (long, "有", ""):
        assert title_of(item, told_elsewhere) == f"Failed: {item}"


def test_every_list_names_a_finding_so_that_it_cannot_be_taken_for_a_pass(run):
    check = papers.check_ready(run)
    items = {one.item for one in findings.of_record(run.reader, check.record.id)}
    listed = {
        "case": rows(run.go(Place("case", check.case_id))._findings),
        "enterprise": [
            row
            for work in run.go(Place("enterprise", check.record.enterprise_id)).findChildren(
                WorkList
            )
            for row in rows(work)
        ],
        "rectify": rows(run.go(Place("rectify"))._list),
        "today": rows(run.go(Place("today"))._work),
    }
    board = rectification.board(run.reader, run.desk.duty.act().today)
    items |= {line.finding.item for group in board for line in group.lines}
    for name, found in listed.items():
        assert found, name
        for row in found:
            assert not any(
                row.title.endswith(item) and "Failed: " not in row.title for item in items
            )


def test_the_cases_come_by_page_and_the_closed_ones_are_folded(run, monkeypatch):
    """Two hundred had been shown as if there were no more."""
    monkeypatch.setattr(cases, "PAGE", 2)
    screen = run.go(Place("cases"))
    opened, closed = cases.board(run.reader, {"open": 99, "closed": 99})
    heads_of = {one.id: one for one in groups_of(screen._list)}
    assert opened.count > 2
    assert heads_of["open"].count == str(opened.count)
    assert heads_of["closed"].folded is True
    more = [one.id for one in rows(screen._list)]
    assert more == [*(line.case.id for line in opened.lines[:2]), "more:open"]
    choose(screen._list, "more:open", Qt.Key.Key_Return)
    assert rows(screen._list)[2].id == opened.lines[2].case.id
    screen._list.toggled.emit("closed")
    shown = [one.id for one in rows(screen._list)]
    assert [line.case.id for line in closed.lines[:2]] == [
        one for one in shown if one in {line.case.id for line in closed.lines}
    ]


def test_a_long_group_says_how_many_more_and_shows_them_a_page_at_a_time(run):
    """Nothing that is due is only in someone's memory, and 2,788 of them do not stop the screen."""
    act = run.desk.duty.act()
    more = [
        follow_ups.make(
            run.reader, case_id="", enterprise_id="", kind="report", start=act.now, due=act.today
        )
        for _ in range(60)
    ]
    screen = run.go(Place("today"))
    before = today.board(run.reader, act).counts["today"]
    run.write(lambda store: follow_ups.keep(store, act, *more))
    count = before + len(more)

    def due_today():
        return [one for one in rows(screen._work) if screen._tasks[one.id].days == 0]

    head = next(one for one in groups_of(screen._work) if one.id == "today")
    assert (head.count, len(due_today())) == (str(count), today.PAGE)
    assert head.note == f"{count - today.PAGE} more · show more"
    screen._work.toggled.emit("today")
    assert len(due_today()) == count
    assert next(one for one in groups_of(screen._work) if one.id == "today").note == ""
    screen._work.toggled.emit("today")
    assert len(due_today()) == today.PAGE


def test_the_badge_counts_what_the_board_calls_not_closed(run):
    """11 beside 14 made people look for three that were nowhere."""
    run.go(Place("rectify"))
    act = run.desk.duty.act()
    groups = [one for one in rectification.board(run.reader, act.today) if one.key != "closed"]
    later = [one for group in groups for one in group.lines if one.days_left > today.AHEAD]
    assert later  # else this would show nothing
    assert today.board(run.reader, act).open_findings == sum(one.count for one in groups)
