"""A satellite receiver on a serial port or USB that speaks NMEA 0183: where this computer is.

Qt reads the port and the sentences, the same on Windows and Linux; both parts are loaded when a
receiver is first asked for. A machine without one is an ordinary machine.
"""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal, Slot

from app.shell.nmea import Hearing
from forms.rules.earth import point_text

if TYPE_CHECKING:
    from PySide6.QtPositioning import QGeoPositionInfo, QNmeaPositionInfoSource
    from PySide6.QtSerialPort import QSerialPort

log = logging.getLogger(__name__)
RATES = (9600, 4800, 38400, 115200)  # tried in this order; a receiver on USB answers at any
PATIENCE = 2200  # milliseconds until a port is asked at another rate: they speak once a second
RANGE_ERROR = 2.5  # metres of error a satellite's distance has, doubled by Qt: accuracy = 5 × HDOP
BUFFER = 65_536  # bytes kept of a device that never ends its line


@dataclass(frozen=True, slots=True)
class Port:
    """A serial port of this machine; ``likely`` when it is on USB, as receivers are."""

    name: str
    title: str
    likely: bool


@dataclass(frozen=True, slots=True)
class Fix:
    """A measured position; altitude and accuracy are in metres, None when the receiver is silent."""

    latitude: float
    longitude: float
    altitude: float | None
    accuracy: float | None

    @property
    def text(self) -> str:
        """The position as a form stores it."""
        return point_text(self.latitude, self.longitude, self.altitude, self.accuracy)


def list_ports() -> tuple[Port, ...]:
    """List the serial ports; empty where there is none or Qt's serial port is not installed."""
    try:
        from PySide6.QtSerialPort import QSerialPortInfo
    except ImportError as error:  # a system library it needs is missing
        log.info("no receiver can be used: %s", error)
        return ()
    return tuple(
        Port(
            one.systemLocation() if one.systemLocation().startswith("/") else one.portName(),
            " ".join(filter(None, (one.description(), one.portName()))),
            one.hasVendorIdentifier(),
        )
        for one in QSerialPortInfo.availablePorts()
    )


class Receiver(QObject):
    """One receiver while it is read.

    ``state`` is 'off', 'looking' (for one that speaks), 'waiting' (it speaks, and has no position
    yet), 'found', or why it ended: 'none' (no port), 'denied' (the port is in use or not allowed),
    'silent' (nothing on any port spoke NMEA), 'lost' (unplugged), 'late' (no position in time).

    Signals:
        changed: The new state, a str.
        found: A ``Fix``, as often as the receiver gives one, until ``stop``.
    """

    changed = Signal(object)
    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = "off"
        self.port = ""
        self._tries: list[tuple[str, int]] = []
        self._why = "none"
        self._hearing = Hearing()
        self._serial: QSerialPort | None = None
        self._source: QNmeaPositionInfoSource | None = None
        self._patience = _timer(self, self._give_up_rate)
        self._limit = _timer(self, self._be_late)

    def start(self, wanted: str = "", *, search: bool = True, seconds: float = 90) -> None:
        """Read the port ``wanted``; with ``search`` also those on USB when it does not speak."""
        self.stop()
        names = [wanted] if wanted else []
        if search:
            names += [port.name for port in list_ports() if port.likely and port.name != wanted]
        self._tries = [(name, rate) for name in names for rate in RATES]
        self._why = "none"
        self._limit.start(round(seconds * 1000))
        self._become("looking")
        self._try_next()

    def stop(self) -> None:
        """Let go of the port."""
        self._end("off")

    # --- trying ports -----------------------------------------------------------------------------

    def _try_next(self) -> None:
        self._let_go()
        while self._tries:
            name, rate = self._tries.pop(0)
            if self._open(name, rate):
                self._patience.start(PATIENCE)
                return
            self._tries = [one for one in self._tries if one[0] != name]
        self._end(self._why)

    def _open(self, name: str, rate: int) -> bool:
        try:
            from PySide6.QtPositioning import QNmeaPositionInfoSource
            from PySide6.QtSerialPort import QSerialPort
        except ImportError as error:  # a system library they need is missing
            log.info("no receiver can be used: %s", error)
            return False
        serial = QSerialPort(self)
        serial.setPortName(name)
        serial.setBaudRate(rate)
        serial.setReadBufferSize(BUFFER)
        if not serial.open(QIODevice.OpenModeFlag.ReadOnly):
            log.info("port %s cannot be read: %s", name, serial.errorString())
            if serial.error() is QSerialPort.SerialPortError.PermissionError:
                self._why = "denied"
            serial.deleteLater()
            return False
        self.port, self._serial, self._hearing = name, serial, Hearing()
        source = QNmeaPositionInfoSource(QNmeaPositionInfoSource.UpdateMode.RealTimeMode, self)
        source.setUserEquivalentRangeError(RANGE_ERROR)
        # Ours is connected first: it looks at the lines before the source takes them away.
        serial.readyRead.connect(self._hear)
        serial.errorOccurred.connect(self._fail)
        source.setDevice(serial)
        source.positionUpdated.connect(self._take)
        source.startUpdates()
        self._source = source
        return True

    @Slot()
    def _hear(self) -> None:
        if self._serial is None:
            return
        waiting = bytes(self._serial.peek(BUFFER).data())
        if len(waiting) >= BUFFER and b"\n" not in waiting:
            self._serial.clear(self._serial.Direction.Input)
        if self._hearing.listen(waiting) and self.state == "looking":
            self._patience.stop()
            self._tries = []
            self._become("waiting")

    def _give_up_rate(self) -> None:
        self._why = "silent"
        self._try_next()

    def _be_late(self) -> None:
        if self.state != "found":
            self._end("late")

    # --- what comes -------------------------------------------------------------------------------

    @Slot(object)
    def _take(self, info: QGeoPositionInfo) -> None:
        where = info.coordinate()
        if not where.isValid() or not self._hearing.measured:
            return
        altitude, accuracy = where.altitude(), math.nan
        if info.hasAttribute(info.Attribute.HorizontalAccuracy):
            accuracy = info.attribute(info.Attribute.HorizontalAccuracy)
        fix = Fix(where.latitude(), where.longitude(), _known(altitude), _known(accuracy))
        if self.state != "found":
            self._become("found")
        self.found.emit(fix)

    @Slot(object)
    def _fail(self, error: object) -> None:
        from PySide6.QtSerialPort import QSerialPort

        if error is QSerialPort.SerialPortError.ResourceError:
            log.info("the receiver on %s went away", self.port)
            self._end("lost")

    def _end(self, state: str) -> None:
        self._patience.stop()
        self._limit.stop()
        self._tries = []
        self._let_go()
        if self.state != state:
            self._become(state)

    def _let_go(self) -> None:
        source, self._source = self._source, None
        serial, self._serial = self._serial, None
        if source is not None:
            source.stopUpdates()
            source.deleteLater()
        if serial is not None:
            serial.blockSignals(True)
            serial.close()
            serial.deleteLater()

    def _become(self, state: str) -> None:
        self.state = state
        self.changed.emit(state)


def _known(metres: float) -> float | None:
    return metres if math.isfinite(metres) else None


def _timer(owner: Receiver, ring: object) -> QTimer:
    made = QTimer(owner)
    made.setSingleShot(True)
    made.timeout.connect(ring)
    return made
