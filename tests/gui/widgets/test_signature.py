"""A signature is strokes of points with times; a dot is none."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPixmap

from app.widgets import ink
from app.widgets.desk import Page, PageDesk
from app.widgets.ink import Ink, Point
from app.widgets.signature import SignaturePanel

LEFT = Qt.MouseButton.LeftButton


def panel(qtbot, theme) -> SignaturePanel:
    made = SignaturePanel(theme)
    qtbot.addWidget(made)
    made.resize(700, 220)
    with qtbot.waitExposed(made):
        made.show()
    return made


def write(qtbot, made: SignaturePanel, *points: tuple[int, int]) -> None:
    pad = made.pad
    qtbot.mousePress(pad, LEFT, pos=QPoint(*points[0]))
    for point in points[1:]:
        qtbot.mouseMove(pad, QPoint(*point))
    qtbot.mouseRelease(pad, LEFT, pos=QPoint(*points[-1]))


def test_an_untouched_pad_cannot_be_confirmed(qtbot, theme) -> None:
    made = panel(qtbot, theme)
    assert made.pad.empty
    assert not made.confirm.isEnabled()


def test_a_dot_is_refused(qtbot, theme) -> None:
    """An accidental touch of the sleeve must not become a signature."""
    made = panel(qtbot, theme)
    write(qtbot, made, (100, 80))
    write(qtbot, made, (104, 82), (105, 83))
    assert made.pad.strokes == 2
    assert made.pad.empty
    assert not made.confirm.isEnabled()


def test_a_written_name_is_kept_as_points_with_times(qtbot, theme) -> None:
    made = panel(qtbot, theme)
    write(qtbot, made, (100, 80), (140, 60), (180, 100))
    with qtbot.waitSignal(made.confirmed) as told:
        qtbot.mouseClick(made.confirm, LEFT)
    (kept,) = told.args
    assert len(kept.strokes) == 1
    assert [(point.x, point.y) for point in kept.strokes[0]] == [(100, 80), (140, 60), (180, 100)]
    times = [point.t for point in kept.strokes[0]]
    assert times == sorted(times)


def test_the_page_hears_every_move(qtbot, theme) -> None:
    made = panel(qtbot, theme)
    told = []
    made.inked.connect(told.append)
    write(qtbot, made, (100, 80), (140, 60), (180, 100))
    assert [len(each.strokes[0]) for each in told[:3]] == [1, 2, 3]


def test_the_last_stroke_can_be_taken_back(qtbot, theme) -> None:
    made = panel(qtbot, theme)
    write(qtbot, made, (100, 80), (180, 60))
    write(qtbot, made, (200, 80), (280, 60))
    made.pad.setFocus()
    qtbot.keyClick(made.pad, Qt.Key.Key_Backspace)
    assert made.pad.strokes == 1
    qtbot.keyClick(made.pad, Qt.Key.Key_Delete)
    assert made.pad.strokes == 0
    assert not made.confirm.isEnabled()


def test_a_locked_pad_takes_nothing(qtbot, theme) -> None:
    made = panel(qtbot, theme)
    made.pad.set_locked(locked=True)
    write(qtbot, made, (100, 80), (180, 60))
    assert made.pad.strokes == 0


def signature() -> Ink:
    stroke = tuple(Point(20.0 + 4 * step, 40.0 + step % 7, 9 * step, 0.5) for step in range(20))
    return Ink(640, 146, (stroke, stroke[:5]))


def test_the_picture_is_cut_to_the_strokes(theme) -> None:
    image = ink.picture(signature(), theme.colour("ink"), scale=2)
    span = ink.bounds(signature())
    assert image.width() == round((span.width() + 2 * ink.MARGIN) * 2)
    assert image.pixelColor(0, 0).alpha() == 0
    assert any(
        image.pixelColor(x, y).alpha() == 255
        for x in range(image.width())
        for y in range(image.height())
    )


def test_pressure_makes_a_stroke_thick(theme) -> None:
    def dark(pressure: float) -> int:
        stroke = tuple(Point(10.0 + 4 * step, 20.0, 9 * step, pressure) for step in range(20))
        image = ink.picture(Ink(640, 146, (stroke,)), theme.colour("ink"))
        return sum(
            image.pixelColor(x, y).alpha() > 128
            for x in range(image.width())
            for y in range(image.height())
        )

    assert dark(1.0) > dark(0.1)


def pages(count: int) -> list[Page]:
    sheet = QPixmap(420, 594)
    sheet.fill(Qt.GlobalColor.white)
    return [Page(sheet, 210, 297, f"Page {number + 1}") for number in range(count)]


def test_a_marked_place_opens_its_page_and_shows_live_ink(qtbot, theme) -> None:
    desk = PageDesk(theme)
    qtbot.addWidget(desk)
    desk.resize(700, 600)
    desk.set_pages(pages(2))
    desk.set_mark(1, QRectF(30, 200, 150, 30))
    assert desk.current == 1
    before = desk.grab().toImage()
    desk.set_ink(signature())
    assert desk.grab().toImage() != before


def test_pages_turn_by_keyboard_and_stop_at_the_ends(qtbot, theme) -> None:
    desk = PageDesk(theme)
    qtbot.addWidget(desk)
    desk.set_pages(pages(2))
    told = []
    desk.page_changed.connect(told.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        qtbot.keyClick(desk.view, key)
    assert told == [1, 0]


def test_zoom_steps_and_fits_again(qtbot, theme) -> None:
    desk = PageDesk(theme)
    qtbot.addWidget(desk)
    desk.resize(700, 600)
    desk.set_pages(pages(1))
    told = []
    desk.zoomed.connect(told.append)
    desk.view.set_zoom(100)
    qtbot.keyClick(desk.view, Qt.Key.Key_Plus)
    qtbot.keyClick(desk.view, Qt.Key.Key_Minus)
    assert told == [100, 150, 100]
    qtbot.keyClick(desk.view, Qt.Key.Key_0)
    assert told[-1] < 100
