"""What can be told of NMEA 0183 lines before a library reads them: that they are, and how good."""

from functools import reduce
from operator import xor

LONGEST = 128  # bytes of a sentence; the standard allows 82, receivers take a few more
UNMEASURED = frozenset({"", "0", "6", "7", "8"})  # none, dead reckoning, typed in, simulated


def sentence(line: bytes) -> str:
    """The fields of a whole sentence whose checksum is right, without ``$`` and checksum; else ""."""
    start = line.rfind(b"$")
    body, star, given = line[start + 1 :].strip().partition(b"*")
    if start < 0 or not star or len(body) > LONGEST or not body.isascii():
        return ""
    if given.upper() != b"%02X" % reduce(xor, body, 0):
        return ""
    return body.decode("ascii")


class Hearing:
    """Remembers whether a device speaks NMEA and whether it measures what it says.

    ``measured`` is False while the newest GGA sentence says that there is none or that
    it is a guess.
    """

    def __init__(self) -> None:
        self.measured = True

    def listen(self, data: bytes) -> bool:
        """Look at what has come; True when there is a whole sentence in it."""
        lines = data.split(b"\n")[:-1]
        good = [fields for line in lines if (fields := sentence(line))]
        for fields in good:
            parts = fields.split(",")
            if parts[0].endswith("GGA") and len(parts) > 6:
                self.measured = parts[6] not in UNMEASURED
        return bool(good)
