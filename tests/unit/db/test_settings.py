"""Settings of this machine stay here; those of the bureau travel. Packages are kept by hash."""

import datetime as dt

from db.rows import FormPackage
from db.store import operations, packages, settings
from tests.store_kit import START


def package(digest, version, days=0, form="spot-check"):
    published = START + dt.timedelta(days=days)
    return FormPackage(digest * 64, form, version, title=version, published=published, data=b"PK")


def test_a_setting_of_this_machine_is_no_operation(store):
    settings.put_local(store, "window", {"宽": 1200, "dark": True})
    settings.put_local(store, "window", {"宽": 1300})
    assert settings.get_local(store, "window") == {"宽": 1300}
    assert settings.get_local(store, "unknown", 7) == 7
    assert operations.count(store) == 0


def test_a_setting_that_travels_is_an_operation(store):
    settings.put(store, "office", {"bureau": "临沂市市场监督管理局"})
    assert settings.get(store, "office") == {"bureau": "临沂市市场监督管理局"}
    assert settings.get(store, "unknown") is None
    (event,) = operations.history(store, "office")
    assert event.operation.rec_type == "setting"
    assert settings.put(store, "office", {"bureau": "临沂市市场监督管理局"}) == ()


def test_old_packages_stay_and_the_newest_is_offered(store):
    old, new = package("a", "1"), package("b", "2", days=1)
    other = package("c", "1", form="label")
    for one in (new, old, other, old):
        packages.add(store, one)
    assert packages.newest(store, "spot-check") == new
    assert packages.get(store, old.hash) == old
    assert packages.all_newest(store) == (other, new)
    assert packages.newest(store, "unknown") is None
    assert operations.count(store) == 3
