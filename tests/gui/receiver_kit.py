"""A satellite receiver on a pseudo-terminal: what the program opens is a real serial port."""

import os
import time
from functools import reduce
from operator import xor

import pytest

pty = pytest.importorskip("pty", reason="pseudo-terminals are of Linux and macOS")
tty = pytest.importorskip("tty")


def sealed(body: str) -> bytes:
    """A sentence with its checksum and line end."""
    return b"$%s*%02X\r\n" % (body.encode(), reduce(xor, body.encode(), 0))


def fixed(second: int = 1, *, north="3503.0000", hdop="0.9", quality="1") -> bytes:
    """What a receiver with a position says in one second; 0.9 is accurate to 4.5 m."""
    moment = f"0726{second % 60:02d}.00"
    place = f"{north},N,11821.0000,E"
    gga = f"GNGGA,{moment},{place},{quality},08,{hdop},61.0,M,5.0,M,,"
    return sealed(gga) + sealed(f"GNRMC,{moment},A,{place},0.0,0.0,160926,,,A")


def void(second: int = 1) -> bytes:
    """What a receiver says while it looks for satellites."""
    moment = f"0726{second % 60:02d}.00"
    return sealed(f"GNGGA,{moment},,,,,0,00,99.9,,,,,,") + sealed(
        f"GNRMC,{moment},V,,,,,,,160926,,,N"
    )


class Wire:
    """Both ends of a serial line; ``name`` is the port the program opens."""

    def __init__(self) -> None:
        self._master, self._slave = pty.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.name = os.ttyname(self._slave)

    def say(self, data: bytes) -> None:
        """Send bytes, as a device does that does not care who listens."""
        end = time.monotonic() + 5
        while data and time.monotonic() < end:
            try:
                data = data[os.write(self._master, data) :]
            except BlockingIOError:
                return

    def cut(self) -> None:
        """Pull the plug."""
        for end in (self._master, self._slave):
            if end >= 0:
                os.close(end)
        self._master = self._slave = -1
