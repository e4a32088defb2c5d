"""Home folders for journeys, seeded without a window."""

from app.services import demo
from app.services.context import Acting, DeviceSeal, Office, Who
from app.shell.vault import Vault
from db.connection import create_store
from tests.journeys.pages import START, paths_in


def seed(home):
    """Make a home with its keys and the demonstration bureau."""
    paths = paths_in(home)
    paths.keys.mkdir(parents=True)
    keys = Vault(paths.keys, None).create()
    store = create_store(paths.store, keys.store_key, ballast_bytes=0, clock=lambda: START)
    try:
        demo.seed(store, Acting(Who("", "", ""), Office(), START, DeviceSeal(keys.seed)))
    finally:
        store.close()
    return home
