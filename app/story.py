"""The story offscreen: the demonstration bureau, a spot check from arrival to the notice.

Papers, pictures of the screens on the way, and the store itself are left in one folder.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QBuffer, QCoreApplication, QEventLoop, QIODevice, QTimer
from PySide6.QtWidgets import QApplication

from app import bootstrap
from app.audit import speaking
from app.screens.place import Place
from app.screens.sentences_terminal import terminal_sentence
from app.services import settings
from app.shell.config import Config
from app.shell.paths import find_paths, make_folders
from db.errors import MachineError, guard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.bootstrap import Program
    from app.services.demo_play import Played, Stage
    from db.connection import Store

T = TypeVar("T")
SIZE: Final = (1366, 768)
LONGEST: Final = 120_000  # milliseconds a single act may take
MARK: Final = ".xunjian-story"


def play(out: Path, language: str = "zh_CN") -> int:
    """Play the whole story into ``out`` (made anew) and say what lies where; exit code 0.

    2: the folder holds something else and is left alone, or the machine will not take it.
    """
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["xunjian"])
    try:
        with guard(folder=str(out)):
            with speaking(language):
                problem = _make_room(out)
            if problem:
                print(problem)  # noqa: T201 - there is no window
                return 2
            return _play(app, out, language)
    except MachineError as error:
        code = (
            "no-room-there" if error.code in {"missing-folder", "unreadable-file"} else error.code
        )
        with speaking(language):
            print(*terminal_sentence(code, error.facts), out, sep="\n")  # noqa: T201 - as above
        return 2


def _play(app: QApplication, out: Path, language: str) -> int:
    os.environ["XUNJIAN_HOME"] = str(out.absolute() / "home")
    os.environ["XUNJIAN_KEYS"] = "file"
    os.environ.setdefault("XUNJIAN_BALLAST", "0")
    paths = find_paths()
    make_folders(paths)
    Config(paths.config).change(language=language)
    program = bootstrap.build(app, paths, bootstrap.open_keys(paths, None))
    try:
        played = _tell(program, out)
        _report(out, played)  # while the program still speaks its language
    except BaseException:
        with suppress(MachineError, OSError):  # what went wrong first is told
            program.close()
        raise
    program.close()
    return 0 if played.verdict.genuine else 1


def _make_room(out: Path) -> str:
    """Empty a folder an earlier story left; refuse one that holds anything else."""
    if out.exists() and any(out.iterdir()):
        if not (out / MARK).exists():
            text = QCoreApplication.translate(
                "story", "{folder} is not empty. Name an empty folder; nothing was changed."
            )
            return text.format(folder=out)
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / MARK).touch()
    return ""


def _tell(program: Program, out: Path) -> Played:
    """Seed the bureau, then go from stage to stage and take a picture at each."""
    from app.services import demo
    from app.services.demo_play import stages

    window, desk = program.window, program.desk
    window.resize(*SIZE)
    window.show()
    bootstrap.begin(program)
    pictures = out / "pictures"
    pictures.mkdir()
    take = partial(_take, program, pictures)
    take("start", None)
    act = desk.duty.act()
    who = _write(program, lambda store: demo.seed(store, act)).value
    desk.duty.take(settings.read_office(desk.reader), who)
    take("today", Place("today"))
    acting = desk.duty.act()
    story = _write(program, lambda store: stages(store, acting, out / "papers"))
    stage: Stage | None = None
    while stage is None or stage.played is None:
        stage = _write(program, partial(_next, story))
        _show_stage(take, stage)
    for screen in ("sites", "cases", "documents", "rectify", "settings"):
        take(screen, Place(screen))
    take("enterprise", Place("enterprise", stage.played.enterprise_id))
    window.top.search.set_text("童车")
    take("search", None)
    window.top.search.set_text("")
    return stage.played


def _show_stage(take: Callable[[str, Place | None], None], stage: Stage) -> None:
    places = {
        "filled": ("fill", Place("fill", stage.record_id, spot=stage.finding_id)),
        "drawn": ("sampling", Place("sampling", stage.record_id)),
        "narrated": ("review", Place("review", stage.record_id)),
        "finished": ("case", Place("case", stage.case_id)),
        "ordered": ("issue", Place("issue", stage.record_id)),
        "issued": ("document", Place("document", stage.document_id)),
    }
    if stage.name in places:
        take(*places[stage.name])


def _next(story: Iterator[Stage], _store: Store) -> Stage:
    return next(story)


def _write(program: Program, fn: Callable[[Store], T]) -> T:
    """Run a write and wait for it, with the window alive."""
    box: list[T] = []
    errors: list[BaseException] = []
    program.jobs.write(fn, done=box.append, failed=errors.append)
    _wait_until(lambda: bool(box or errors))
    if errors:
        raise errors[0]
    return box[0]


def _take(program: Program, folder: Path, name: str, place: Place | None) -> None:
    """Go somewhere, let the background finish, and keep the picture."""
    if place is not None:
        program.window.go(place)
    _pause(60)
    _wait_until(lambda: program.jobs.pending() == 0)
    _pause(60)
    picture = QBuffer()
    picture.open(QIODevice.OpenModeFlag.WriteOnly)
    program.window.grab().save(picture, "PNG")
    (folder / f"{name}.png").write_bytes(picture.data().data())


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait_until(done: Callable[[], bool]) -> None:
    """Let the window live until something is so.

    Raises:
        TimeoutError: it took longer than two minutes.
    """
    for _ in range(LONGEST // 20):
        if done():
            return
        _pause(20)
    raise TimeoutError("a step of the story did not end")


def _report(out: Path, played: Played) -> None:
    lines = [
        QCoreApplication.translate("story", "Papers:"),
        *(f"  {path}" for path in played.files),
        QCoreApplication.translate("story", "Screens:"),
        *(f"  {path}" for path in sorted((out / "pictures").glob("*.png"))),
        QCoreApplication.translate("story", "Store: {folder}").format(folder=out / "home"),
        _proof_words(played).format(number=played.notice.number_text, code=played.verdict.code),
    ]
    print("\n".join(lines))  # noqa: T201 - there is no window


def _proof_words(played: Played) -> str:
    if played.verdict.genuine:
        return QCoreApplication.translate("story", "{number}: the code on it is genuine.")
    return QCoreApplication.translate("story", "{number}: the code on it does not verify ({code}).")
