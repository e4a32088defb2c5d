"""The questions about media, and the dialogues that fetch what answers them."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import math
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.play_dialog import PlayDialog
from app.screens.record_dialog import RecordDialog
from app.screens.signature_dialog import SignatureDialog
from app.screens.sketch_dialog import SketchDialog, bytes_of
from app.screens.waiting_dialog import Waiting
from app.services.intake import Meter
from app.services.sketch import Mark
from app.shell.microphone import Microphone
from app.shell.theme import Theme
from app.widgets import card, ink, questions
from app.widgets import sketch as sheets
from app.widgets.questions.base import Attached
from forms.model import Question
from forms.state import Option, State
from tests.gui.gallery_samples import TODAY, handwriting, sketch

PHOTOS = Path(__file__).resolve().parents[2] / "resources" / "demo" / "photos"
MARKS = (
    Mark("ring", "danger", ((0.30, 0.22), (0.52, 0.46))),
    Mark("arrow", "danger", ((0.72, 0.62), (0.53, 0.44))),
    Mark("text", "danger", ((0.62, 0.63),), "未留通道"),
    Mark("box", "warning", ((0.06, 0.42), (0.26, 0.70))),
    Mark("line", "accent", tuple((0.1 + n / 40, 0.08 + 0.02 * math.sin(n)) for n in range(24))),
    Mark("text", "ok", ((0.66, 0.10),), "灭火器在位"),
)
FILES = {
    "p1": Attached("20260916-1352.jpg", "image", "2.1 MB", drawn=True),
    "p2": Attached("20260916-1354.jpg", "image", "1.9 MB"),
    "d": Attached("绘图.png", "image", "31 KB"),
    "a": Attached("录音 20260916-135241.wav", "audio", "2:05 · 4.0 MB"),
    "v": Attached("叉车作业现场.mp4", "video", "38.2 MB"),
    "f": Attached("检验报告（编号 2026-0417）及附页扫描件.pdf", "application", "812 KB"),
}


def photo() -> QImage:
    """A photo of the demonstration bureau."""
    return QImage(str(PHOTOS / "warehouse.jpg"))


def tone(seconds: float = 2.0, rate: int = 16_000) -> bytes:
    """Samples of a sound that swells."""
    count = int(seconds * rate)
    values = (round(20_000 * step / count * math.sin(step * 0.17)) for step in range(count))
    return struct.pack(f"<{count}h", *values)


def media(theme: Theme) -> QWidget:
    """Every question about media, answered and open, and words with pictures."""
    page = QWidget()
    columns = QHBoxLayout(page)
    columns.setContentsMargins(24, 16, 24, 16)
    columns.setSpacing(16)
    signed = ink.picture(handwriting(), theme.on_paper("ink"), 2.0)
    pictures = {
        "p1": QPixmap.fromImage(sheets.picture(theme, photo(), MARKS)),
        "p2": sketch(1),
        "d": QPixmap.fromImage(sheets.picture(theme, None, MARKS[:3])),
        "s": QPixmap.fromImage(signed),
    }
    label = bytes_of(photo().scaledToWidth(480), "JPEG")
    helpers = questions.Helpers(
        TODAY,
        picture=lambda value: pictures.get(value, QPixmap()),
        attached=FILES.get,
        media=lambda name: label if name == "a.jpg" else None,
        camera=True,
    )
    few = (
        Option("1", "完好", media={"image": "a.jpg"}),
        Option("2", "破损", media={"image": "b.jpg"}),
    )
    rows = (
        ("image", "p1", "堆放情况", {"appearance": "annotate"}),
        ("image", "p2", "铭牌", {"appearance": "annotate"}),
        ("image", "", "现场照片", {"appearance": "new"}),
        ("image", "d", "现场平面图", {"appearance": "draw"}),
        ("image", "", "线路示意图", {"appearance": "draw"}),
        ("image", "s", "陪同人员签名", {"appearance": "signature"}),
        ("image", "", "当事人签名", {"appearance": "signature"}),
        ("audio", "a", "询问录音", {}),
        ("audio", "", "投诉人陈述", {}),
        ("video", "v", "作业视频", {}),
        ("video", "", "运行视频", {}),
        ("file", "f", "检验报告", {}),
        ("file", "", "营业执照副本", {"hint": "扫描件或复印件"}),
        ("audio", "a", "只读的录音", {"readonly": True}),
        ("video", "", "只读，没有视频", {"readonly": True}),
        ("select_one", "1", "防护罩", {"choices": few, "media": {"image": "a.jpg"}}),
        ("text", "", "异响", {"media": {"audio": "gone.wav"}}),
    )
    for part in (rows[:6], rows[6:15], rows[15:]):
        holder = card.Card(theme)
        holder.body.setContentsMargins(16, 12, 16, 12)
        holder.body.setSpacing(12)
        for row in part:
            holder.body.addWidget(questions.make(theme, _state(*row), helpers))
        holder.body.addStretch(1)
        columns.addWidget(holder, 1)
    page.resize(1366, 768)
    page.setAutoFillBackground(True)
    return page


def _state(kind: str, value: str, label: str, more: dict[str, object]) -> State:
    question = Question("/q", "q", kind, appearance=str(more.get("appearance", "")))
    facts = {name: more[name] for name in more if name != "appearance"}
    shown = {"readonly": False, "hint": "", **facts}
    readonly, hint = bool(shown.pop("readonly")), str(shown.pop("hint"))
    return State("/q", question, value, value, True, False, readonly, None, label, hint, **shown)


def drawing(theme: Theme) -> QWidget:
    """The sheet over a photo with one mark of each tool."""
    dialog = SketchDialog(theme, dialog_words("Draw on the photo"), photo(), MARKS)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.resize(1000, 690)
    return dialog


def dialog_words(words: str) -> str:
    """What the screen calls the dialogue."""
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Drawing", words)


def recorder(theme: Theme) -> QWidget:
    """Recording, recorded, signing, playing where there is nothing to play on, waiting."""
    page = QWidget()
    columns = QHBoxLayout(page)
    columns.setSpacing(16)
    left, right = QVBoxLayout(), QVBoxLayout()
    columns.addLayout(left)
    columns.addLayout(right)
    live = RecordDialog(theme, Microphone("voice-only", 100_000_000))
    live._microphone.listen(_heard(page, tone()))
    live._microphone._read()
    done = RecordDialog(theme, Microphone("voice-only", 100_000_000))
    done._microphone.listen(_heard(page, tone()))
    done._microphone._read()
    done._stop()
    meter = Meter()
    meter.total, meter.done = 96_000_000, 41_000_000
    waiting = Waiting(theme, meter, "叉车作业现场.mp4", page)
    waiting._later.stop()
    signing = SignatureDialog(theme, "陪同人员签名")
    signing.panel.pad.set_ink(handwriting())
    for place, one in enumerate(
        (live, done, waiting, signing, PlayDialog(theme, FILES["a"].name, b"no sound"))
    ):
        one.setWindowFlags(Qt.WindowType.Widget)
        (left if place < 3 else right).addWidget(one)
    left.addStretch(1)
    right.addStretch(1)
    page.resize(1366, 768)
    page.setAutoFillBackground(True)
    return page


def _heard(parent: QWidget, samples: bytes) -> QIODevice:
    device = QBuffer(parent)
    device.setData(samples)
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    return device
