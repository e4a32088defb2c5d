"""Other synchronisers, run side by side as programs of their own: Anki's, and PouchDB's.

They are brought into ``out/bench`` by their ordinary clients, are nothing our program needs, and
where one cannot be had its figures are left out with the reason.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.big import OUT

HERE = Path(__file__).parent
ANKI = "anki==26.9.3"
POUCH = ("pouchdb@9.0.0", "pouchdb-server@4.2.0")
_INSTALL_SECONDS = 600
_RUN_SECONDS = 1200


class Missing(Exception):  # noqa: N818 - it tells what happened
    """A counterpart cannot be had here; says why."""


def anki(count, rounds):
    """Seconds of each round with Anki's sync server."""
    python = OUT / "anki" / "bin" / "python"
    if not (OUT / "anki" / "ready").is_file():
        _done([sys.executable, "-m", "venv", "--clear", str(OUT / "anki")], _INSTALL_SECONDS)
        _done([str(python), "-m", "pip", "install", "--quiet", ANKI], _INSTALL_SECONDS)
        (OUT / "anki" / "ready").touch()
    return _measured([str(python), str(HERE / "anki_peer.py"), str(count), str(rounds)])


def pouch(count, rounds):
    """Seconds of each round with PouchDB and pouchdb-server."""
    if shutil.which("npm") is None:
        raise Missing("there is no npm")
    modules = OUT / "pouch" / "node_modules"
    if not (OUT / "pouch" / "ready").is_file():
        (OUT / "pouch").mkdir(parents=True, exist_ok=True)
        # Without scripts: LevelDB comes built, and SQLite, which is not used, would be compiled.
        npm = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]
        _done([*npm, str(OUT / "pouch"), *POUCH], _INSTALL_SECONDS)
        (OUT / "pouch" / "ready").touch()
    return _measured(["node", str(HERE / "pouch_peer.js"), str(count), str(rounds)], str(modules))


def _measured(command, *more):
    with tempfile.TemporaryDirectory(prefix="xunjian-peer-") as folder:
        return json.loads(_done([*command, folder, *more], _RUN_SECONDS))


def _done(command, seconds):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Missing(f"{command[0]}: {type(error).__name__}") from error
    if done.returncode:
        raise Missing(f"{Path(command[0]).name}: {done.stderr.strip()[-300:]}")
    return done.stdout
