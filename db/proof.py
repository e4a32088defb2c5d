"""Check a proof without a network: ``python -m db.proof FILE HUB-KEY``.

The file is what the hub answers to ``GET /v1/proof``, the key the hub's public one in hex, as the
bureau publishes it. Nothing but these two is needed, and neither the program's data nor the hub.
"""

import datetime as dt
import sys
from pathlib import Path

from db.journal import proof, wire
from db.journal.proof import Proof

WRONG = {
    "operation": "What it holds is no operation.",
    "hub": "The hub with this key did not sign it.",
    "path": "The operation is not in what the hub signed.",
    "device": "The device with the key in it did not sign the operation.",
}
_MOST = 96 << 20


def main(arguments: list[str]) -> int:
    """Check and tell: 0 when the proof holds, 1 when it does not, 2 for arguments that mean nothing."""
    if len(arguments) != 2:
        sys.stderr.write("usage: python -m db.proof FILE HUB-KEY\n")
        return 2
    try:
        key = bytes.fromhex(arguments[1])
        with Path(arguments[0]).open("rb") as file:
            one = wire.unpack(file.read(_MOST), Proof)
        operation = proof.checked(one, key)
    except wire.BadBody as error:
        sys.stderr.write("NOT PROVED. " + WRONG.get(error.code, "The file is no proof.") + "\n")
        return 1
    except (OSError, ValueError) as error:
        sys.stderr.write(f"NOT PROVED. {error}\n")
        return 1
    head = one.checkpoint
    lines = (
        "PROVED.",
        f"operation   {operation.kind} {operation.rec_type} {operation.rec_id}",
        f"by          {operation.user or '—'}, {_time(operation.wall)} by the device's clock",
        f"device key  {one.key.hex()}",
        f"stream      {operation.stream} number {operation.seq}",
        f"in          jurisdiction {head.scope}, number {one.place} of {head.size}",
        f"signed      by hub {head.hub}, {_time(head.at)} by its clock",
        f"root        {head.root.hex()}",
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _time(milliseconds: int) -> str:
    bounded = min(max(milliseconds, 0), 253_402_300_799_000)  # the year 9999 is as far as it goes
    return f"{dt.datetime.fromtimestamp(bounded / 1000, dt.UTC):%Y-%m-%d %H:%M:%S} UTC"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
