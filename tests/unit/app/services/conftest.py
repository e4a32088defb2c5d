"""One seeded store a session, a copy of it for each test that wants one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.context import Acting
from db.handle import Store
from tests.unit.app.services import kit


@pytest.fixture(scope="session")
def template() -> Path:
    return kit.template()


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Store]:
    opened = kit.copy_of(template, tmp_path / "store")
    yield opened
    opened.close()


@pytest.fixture
def act(store: Store) -> Acting:
    return kit.acting(store)
