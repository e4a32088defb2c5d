"""A bundle on a stick taken in at the hub's own machine: ``python -m hub take FILE``."""

import os
import sys
from pathlib import Path

from db.journal import bundle, wire
from hub import bundles
from hub.routing import Hub
from hub.sessions import NoEntry

WRONG = {
    "device": "The laptop that wrote this bundle is not enrolled here.",
    "signature": "The bundle is not signed by the laptop it names; it was changed or forged.",
    "receiver": "The bundle is for another hub.",
    "newer": "The bundle is of a newer version; update the hub first.",
    "large": "The bundle is larger than any a laptop writes.",
}
_DAMAGED = "The file is no bundle, or it is damaged; copy it from the laptop again."


def answer_of(path: Path) -> Path:
    """Return where the answer to a bundle is written: beside it, for the stick to take home."""
    return path.with_name(f"{path.stem}-answer{bundle.SUFFIX}")


def take(hub: Hub, path: Path) -> int:
    """Take in the bundle of a file and write its answer whole; 1 and a sentence where it cannot be."""
    target = answer_of(path)
    part = target.with_name(f".{target.name}.part")
    try:
        with path.open("rb") as file, part.open("wb") as out:
            receipt = bundles.take(hub, file, out)
            out.flush()
            os.fsync(out.fileno())
        part.replace(target)
    except (wire.BadBody, NoEntry) as error:
        sys.stderr.write(WRONG.get(error.code, _DAMAGED) + "\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"The stick could not be read or written: {error}\n")
        return 1
    finally:
        part.unlink(missing_ok=True)
    held = sum(len(why) for why in receipt.held.values())
    for stream, code in receipt.refused.items():
        sys.stderr.write(f"Stream {stream} was not taken: {code}\n")
    kept = len(receipt.blobs)
    told = f"Taken, {kept} photos and files kept; {held} held for a decision."
    sys.stdout.write(f"{told} The answer is in {target}\n")
    return 1 if receipt.refused else 0
