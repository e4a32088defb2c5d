"""Write ``db/schema.sql`` from the migrations: ``python -m db.migrations``."""

import sys
import tempfile
from pathlib import Path

from db import engine
from db.keys import new_key
from db.migrations import register

PATH = Path(__file__).parents[1] / "schema.sql"


def generated() -> str:
    """Return the schema the migrations make, as the text of ``db/schema.sql``."""
    with tempfile.TemporaryDirectory() as folder:
        db = engine.connect(Path(folder) / "store.db", new_key())
        try:
            register.upgrade(db)
            return register.schema(db)
        finally:
            db.close()


if __name__ == "__main__":
    PATH.write_text(generated(), encoding="utf-8")
    sys.stdout.write(f"{PATH}\n")
