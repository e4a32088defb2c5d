"""A form that asks for every kind of media, published for real, and files to answer it with."""

import math
import struct
import tempfile
from functools import cache
from pathlib import Path

from app.services import preparing
from app.services.changes import Changes, Result
from app.services.drawings import Drawn
from app.services.sketch import Mark
from app.shell import sound
from forms.publish import publish
from tests.unit.app.services import kit, versions

FORM = """
| settings |
|  | form_title | form_id | version | default_language | kind | layout | effective_from |
|  | 取证表 | media | 1 | 中文 (zh) | record | letter | 2026-01-01 |
| survey |
|  | type | name | label::中文 (zh) | label::English (en) | appearance | parameters | body::accept | media::image::中文 (zh) | media::audio::中文 (zh) |
|  | begin_group | all | 取证 | Evidence | | | | | |
|  | image | stack | 堆放情况 | Stacks | annotate | | | shelf.jpg | |
|  | image | plan | 现场平面图 | Plan | draw | | | | |
|  | image | hand | 陪同人员签名 | Signature | signature | | | | |
|  | image | face | 本人照片 | Portrait | new-front | max-pixels=320 | | gone.jpg | |
|  | audio | talk | 询问录音 | Recording | | quality=voice-only | | | call.wav |
|  | video | film | 作业视频 | Film | | | | | |
|  | file | report | 检验报告 | Report | | | application/pdf,.csv | | |
|  | file | any | 其他材料 | Other | | | | | |
|  | select_one guard | guard | 防护罩 | Guard | | | | | |
|  | end_group | | | | | | | | |
| choices |
|  | list_name | name | label::中文 (zh) | label::English (en) | media::image::中文 (zh) |
|  | guard | ok | 完好 | Whole | shelf.jpg |
|  | guard | no | 破损 | Broken | broken.jpg |
| print |
|  | block | text | when | style |
|  | title | 取证表 | | |
|  | fields | 检验报告 = ${report} | | |
|  | photos | | | |
"""
UNASKED = FORM.replace(
    "|  | begin_group | all |",
    "|  | background-audio | unasked | | | | | | | |\n|  | begin_group | all |",
).replace("| 1 |", "| 2 |")
ROOT = "/data/all"
MARKS = (
    Mark("ring", "danger", ((0.2, 0.2), (0.6, 0.5))),
    Mark("text", "danger", ((0.3, 0.55),), "未留通道"),
)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
FILM = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2\x00\x00\x00\x08moovvide" + b"\x01" * 200


@cache
def package(workbook=FORM):
    """The form, published with two of the files it names beside it."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "form.md"
        source.write_text(workbook.strip(), encoding="utf-8")
        (source.parent / "media").mkdir()
        (source.parent / "media" / "shelf.jpg").write_bytes(kit.photo_of("货架"))
        source.with_name("call.wav").write_bytes(wav(1.0))
        return publish(source)


def begun(store, act, workbook=FORM):
    """A draft of the form in the case of a spot check."""
    made = package(workbook)
    versions.keep(store, made)
    check = kit.start(store, act)
    record = preparing.add_paper(store, act, check.case_id, made.id).value
    return Result(record, Changes(frozenset({"record"}), frozenset({record.id})))


def samples(seconds=1.0, rate=16_000, loud=12_000):
    """A tone as 16-bit samples."""
    count = int(seconds * rate)
    return struct.pack(f"<{count}h", *(round(loud * math.sin(n * 0.2)) for n in range(count)))


def wav(seconds=1.0, rate=16_000):
    """A real WAV file."""
    return sound.wav(samples(seconds, rate), rate)


def drawn(marks=MARKS, picture=None):
    """What the drawing dialogue would hand over."""
    return Drawn(tuple(marks), picture or kit.photo_of("标注"), "标注照片.jpg")
