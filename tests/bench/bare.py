"""The counterpart of the start: a bare PySide6 window, run as a program of its own."""

import sys

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from typing_extensions import override


class Bare(QLabel):
    """A window with one line of text that tells when it was painted."""

    told = False

    @override
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.told:
            self.told = True
            print("painted", flush=True)  # noqa: T201 - what the parent waits for


def main():
    app = QApplication(sys.argv[:1])
    window = Bare("Today")
    window.setAlignment(Qt.AlignmentFlag.AlignCenter)
    window.resize(1366, 768)
    ending = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ending.activated.connect(QWidget.close.__get__(window))
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
