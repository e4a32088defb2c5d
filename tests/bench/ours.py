"""The program as it starts, telling when today's board was painted; closed through stdin."""

import sys

from app import __main__ as program
from app.shell import early


def run_and_tell(paths, crash):
    """Run the window as the program does; it tells."""
    early.spare_feature_search()
    tell_when_painted()
    return run_window(paths, crash)


def tell_when_painted():
    """Hang on the last step of the start and say when the board stands on the screen."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, Qt
    from typing_extensions import override

    from app import bootstrap

    class Witness(QObject):
        """Sees the first painting of the board."""

        told = False

        @override
        def eventFilter(self, watched, event):
            if watched is self:
                print("painted", flush=True)  # noqa: T201 - the parent waits for it
            elif not self.told and event.type() == QEvent.Type.Paint:
                self.told = True
                # Behind what is being painted now, before what was put off.
                high = Qt.EventPriority.HighEventPriority.value
                QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), high)
            return False

    kept = []
    begin = bootstrap.begin

    def begin_and_watch(running):
        begin(running)
        from app.widgets.work import WorkList

        witness = Witness()
        witness.installEventFilter(witness)
        board = running.window.front().widget().findChild(WorkList)
        if board is None or not board.isVisible() or board.model().rowCount() < 10:
            raise SystemExit("today's board is not there")
        board.viewport().installEventFilter(witness)
        ending = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        ending.activated.connect(running.window.close)
        kept.extend((witness, ending))

    bootstrap.begin = begin_and_watch


if __name__ == "__main__":
    run_window = program._run_window
    program._run_window = run_and_tell
    sys.exit(program.main([]))
