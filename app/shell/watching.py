"""Watching one file that another program writes: told once it is still again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

QUIET: Final = 400  # milliseconds without a change: spreadsheets save in several steps
PATIENCE: Final = 2000  # milliseconds between two looks of our own, for folders on a share

GONE: Final = 2  # such looks without a file: it is not being replaced, it was taken away


class WatchedFile(QObject):
    """Watches a file through its folder too, because spreadsheet programs replace the file.

    Signals:
        changed: The file is another one than at the last look, and still; or it is gone, and
            has not come back while two looks were taken.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._mark: tuple[int, int, int] | None = None
        self._missed = 0
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(QUIET)
        self._soon.timeout.connect(self._look)
        self._beat = QTimer(self)  # a share of another computer tells nothing by itself
        self._beat.setInterval(PATIENCE)
        self._beat.timeout.connect(self._poke_if_other)
        self._watcher.fileChanged.connect(self._soon.start)
        self._watcher.directoryChanged.connect(self._soon.start)

    def watch(self, path: Path | None) -> None:
        """Watch this file from now on, or nothing."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._path = path
        self._mark = _mark_of(path)
        self._missed = 0
        self._soon.stop()
        if path is None:
            self._beat.stop()
            return
        self._watcher.addPath(str(path.parent))
        self._watcher.addPath(str(path))
        self._beat.start()

    def _poke_if_other(self) -> None:
        mark = _mark_of(self._path)
        self._missed = self._missed + 1 if mark is None else 0
        if mark is None and self._mark is not None and self._missed >= GONE:
            self._mark = None
            self.changed.emit()
        elif not self._soon.isActive() and mark != self._mark:
            self._soon.start()

    def _look(self) -> None:
        """Tell of a change, unless the file is away for a moment while it is being replaced."""
        mark = _mark_of(self._path)
        if self._path is None or mark is None or mark == self._mark:
            return
        self._mark = mark
        if str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))
        self.changed.emit()


def _mark_of(path: Path | None) -> tuple[int, int, int] | None:
    """What tells one state of a file from another; None when there is no file."""
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
