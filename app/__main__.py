"""Start: crash log first, then arguments, then what is missing, then the window.

``python -m app`` opens the client; without a display it plays the story offscreen instead.
``python -m app demo --out DIR`` plays the story and leaves papers, pictures and store in DIR.
``python -m app audit DIR`` verifies a store folder, or the home folder that holds one.
``python -m app restore DIR`` builds a damaged store anew from its backups and second journal.
``python -m app export DIR --form ID --to FILE`` writes the records of a form for other programs.
"""

# Qt and everything of ours that needs it are imported inside the functions: a crash on the way in
# must find the crash file open, and a missing system library must be told in a sentence.

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from app.shell.crash import CrashLog
    from app.shell.paths import Paths


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; returns the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        return _open_or_play()
    asked = _parser().parse_args(given)
    if asked.command == "audit":
        from app.audit import audit
        from app.shell.i18n import language_of

        return audit(Path(asked.folder), language_of(os.environ))
    if asked.command == "restore":
        from app.restore import restore
        from app.shell.i18n import language_of

        copy = Path(asked.copy) if asked.copy else None
        return restore(Path(asked.folder), copy, language_of(os.environ))
    if asked.command == "export":
        from app.export import export
        from app.shell.i18n import language_of

        return export(Path(asked.folder), asked.form, Path(asked.to), language_of(os.environ))
    if asked.command == "demo":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        problem = _missing_libraries()
        return problem or _play(Path(asked.out))
    return _open_or_play()


def _parser() -> argparse.ArgumentParser:
    import argparse

    from app import __version__

    parser = argparse.ArgumentParser(prog="xunjian", description=__doc__)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command")
    demo = commands.add_parser("demo", help="play the story and keep papers and pictures")
    demo.add_argument("--out", default="out/demo", help="folder to fill (made anew)")
    audit = commands.add_parser("audit", help="verify a store, its journal, files and documents")
    audit.add_argument("folder")
    restore = commands.add_parser("restore", help="build a damaged store anew; nothing is deleted")
    restore.add_argument("folder")
    restore.add_argument("--from", dest="copy", help="the backup to begin with (else the newest)")
    export = commands.add_parser("export", help="write a form's records to a file, not encrypted")
    export.add_argument("folder")
    export.add_argument("--form", required=True, help="the id of the form, such as spot-check")
    export.add_argument("--to", required=True, help="a file: .xlsx .csv .zip .json .sqlite")
    return parser


def _open_or_play() -> int:
    from app.shell import early

    reason = early.display_problem(os.environ)
    if reason is None:
        early.choose_input_method(os.environ)
        return _missing_libraries() or _run()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    print(reason, "\nThe story is played offscreen with the demonstration bureau.", sep="")  # noqa: T201 - said on the terminal, there is no window
    return _missing_libraries() or _play(Path("out/demo"))


def _missing_libraries() -> int:
    from app.shell import early

    packages = early.missing_packages(os.environ)
    if packages:
        print(early.libraries_sentence(packages), file=sys.stderr)  # noqa: T201 - no window yet
        return 3
    return 0


def _play(out: Path) -> int:
    from app.shell.i18n import language_of
    from app.story import play

    return play(out, language_of(os.environ))


def _run() -> int:
    """Open the window and stay until it closes."""
    from app.shell.crash import CrashLog
    from app.shell.paths import find_paths

    # What is made at the start stays; looking through it for garbage only costs time. The
    # collector begins its work when the first screen stands.
    gc.disable()
    paths = find_paths()
    crash = CrashLog(paths.crash)
    crash.start()
    code = _run_window(paths, crash)
    crash.finish()
    return code


def _run_window(paths: Paths, crash: CrashLog) -> int:
    from app.shell.early import spare_feature_search

    spare_feature_search()
    from PySide6.QtWidgets import QApplication

    from app import bootstrap, opening
    from app.shell.config import Config
    from app.shell.ending import end_in_order
    from app.shell.log import start_log, stop_log
    from app.shell.paths import make_folders
    from app.shell.single import Single

    app = QApplication(sys.argv[:1])
    try:
        make_folders(paths)
    except OSError as error:
        bootstrap.dress(app, Config(paths.config))
        return opening.refuse_folder(paths, error)
    handler = start_log(paths.logs)
    single = Single(paths.home)
    claim = single.claim(tuple(sys.argv[1:]))
    if claim.outcome == "handed-over":
        return 0
    if claim.outcome != "first":
        bootstrap.dress(app, Config(paths.config))
        if claim.outcome != "other-machine" or not opening.ask_take_over(claim):
            return opening.refuse_claim(claim)
        claim = single.take_over()
        if claim.outcome != "first":
            return opening.refuse_claim(claim)
    program = opening.open_program(app, paths, crash)
    if program is None:
        single.release()
        return 2
    single.called.connect(partial(bootstrap.come_again, program))
    program.window.show()
    bootstrap.begin(program)
    ending = bootstrap.watch_ending(program)
    code = app.exec()
    steps = (
        ("signals", ending.stop),
        ("program", program.close),
        ("claim", single.release),
        ("log", partial(stop_log, handler)),
    )
    return code if end_in_order(steps) else 1


if __name__ == "__main__":
    sys.exit(main())
