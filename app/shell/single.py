"""One copy of the program for one folder: a second one hands over its arguments and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QSysInfo, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)
PROTOCOL = 1
LONGEST = 1_000_000  # bytes of a message that are read
WAIT = 1000  # milliseconds for one step of a talk
TRIES = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """How the claim on the folder ended.

    `outcome` is 'first' (go on), 'handed-over' (end quietly), 'unresponsive' (another
    copy holds the folder and does not answer), 'other-machine' (a copy on the machine
    `holder` holds it, or held it when it died) or 'not-writable' (the folder is gone,
    read-only or full).
    """

    outcome: str
    holder: str = ""
    pid: int = 0


class Single(QObject):
    """Holds the folder's lock and listens for second copies.

    Signals:
        called: the arguments of a second copy, a tuple of str; come to the front.
    """

    called = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / "xunjian.lock"))
        self._lock.setStaleLockTime(0)  # only a lock whose process is gone is stale
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self, arguments: tuple[str, ...] = ()) -> Claim:
        """Take the folder, or hand the arguments to the copy that has it.

        A lock left by a copy that died on this machine is taken over silently.
        """
        for attempt in range(TRIES):
            if self._lock.tryLock(0):
                self._listen()
                return Claim("first")
            if self._lock.error() != QLockFile.LockError.LockFailedError:
                return Claim("not-writable")
            holder, pid = self._holder()
            if holder and holder != QSysInfo.machineHostName():
                return Claim("other-machine", holder, pid)
            if hand_over_arguments(socket_name(self._folder), arguments):
                return Claim("handed-over", holder, pid)
            time.sleep(0.3 * (attempt + 1))  # it may be starting, or just ending
        holder, pid = self._holder()
        return Claim("unresponsive", holder, pid)

    def take_over(self) -> Claim:
        """Break a lock of another machine, after a person said that copy is not running."""
        (self._folder / "xunjian.lock").unlink(missing_ok=True)
        return self.claim()

    def release(self) -> None:
        """Let go of the folder, as the last thing after the store has closed."""
        self._server.close()
        self._lock.unlock()

    def _holder(self) -> tuple[str, int]:
        """Return the machine and the process that hold the lock."""
        try:
            lines = (self._folder / "xunjian.lock").read_text(encoding="utf-8").splitlines()
        except OSError:
            return "", 0
        pid = int(lines[0]) if lines and lines[0].isdigit() else 0
        return (lines[2] if len(lines) > 2 else ""), pid

    def _listen(self) -> None:
        """Open the ear for second copies; the lock says a socket left over is nobody's."""
        name = socket_name(self._folder)
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            log.warning("second copies will not be heard: %s", self._server.errorString())

    @Slot()
    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(self._read)
            self._hear(caller)

    @Slot()
    def _read(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        """Read one line, acknowledge it, and tell the arguments."""
        if caller.bytesAvailable() > LONGEST:
            caller.abort()
            return
        if not caller.canReadLine():
            return
        arguments = read_message(bytes(caller.readLine().data()))
        caller.write(b"ok\n" if arguments is not None else b"no\n")
        caller.flush()
        caller.disconnectFromServer()
        if arguments is not None:
            self.called.emit(arguments)


def socket_name(folder: Path) -> str:
    """Return the name second copies call: one for each user and folder."""
    who = f"{getpass.getuser()}\n{folder.absolute().resolve()}"
    return "xunjian-" + hashlib.sha256(who.encode()).hexdigest()[:24]


def read_message(line: bytes) -> tuple[str, ...] | None:
    """Read the line of a second copy; nothing when it is not one of ours."""
    try:
        facts = json.loads(line)
    except ValueError:
        return None
    if not isinstance(facts, dict) or facts.get("protocol") != PROTOCOL:
        return None
    arguments = facts.get("arguments")
    if not isinstance(arguments, list) or not all(isinstance(part, str) for part in arguments):
        return None
    return tuple(arguments)


def hand_over_arguments(name: str, arguments: tuple[str, ...]) -> bool:
    """Send the arguments to the running copy; True when it took them."""
    line = json.dumps({"protocol": PROTOCOL, "arguments": arguments}).encode() + b"\n"
    caller = QLocalSocket()
    caller.connectToServer(name)
    if not caller.waitForConnected(WAIT):
        return False
    caller.write(line)
    taken = (
        caller.waitForBytesWritten(WAIT)
        and caller.waitForReadyRead(WAIT)
        and bytes(caller.readLine().data()) == b"ok\n"
    )
    caller.abort()
    return taken
