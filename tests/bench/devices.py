"""A register of 500,000 pieces of special equipment at 25,000 units, built once and kept.

It lies in ``out/bench/devices-<mark>``; the mark changes with whatever decides what is in it.
"""

import datetime as dt
import hashlib
import random
import shutil
import sys
from pathlib import Path

from db.connection import create_store
from db.journal.ids import new_id
from db.rows import Enterprise, Equipment
from db.store import bulk
from tests.bench.big import AREAS, OUT, ROOT, uscc

KEY = bytes(range(32))
UNITS = 25_000
DEVICES = 500_000
KINDS = (
    *(("3110", "乘客电梯"),) * 9,
    *(("5110", "叉车"),) * 5,
    *(("2170", "储气罐"),) * 4,
    *(("3310", "自动扶梯"), ("4110", "桥式起重机"), ("1100", "蒸汽锅炉")),
)
RARE = (("9100", "客运索道"), ("6100", "观览车"), ("7310", "安全阀"))
NAMES = (
    "实验小学",
    "人民医院",
    "板材有限公司",
    "商业广场",
    "物流园",
    "机械有限公司",
    "化工有限公司",
)


def place() -> Path:
    """Return the folder of the store, built first when it is not there."""
    folder = OUT / f"devices-{_mark()}"
    if not (folder / "whole").exists():
        for old in OUT.glob("devices-*"):
            shutil.rmtree(old)
        folder.mkdir(parents=True)
        words = "Building the register of 500,000 devices once; it takes some minutes."
        print(words, file=sys.stderr)  # noqa: T201 - a wait that long is announced
        _build(folder / "store")
        (folder / "whole").touch()
    return folder / "store"


def _mark() -> str:
    seen = hashlib.sha256()
    own = (Path(__file__), ROOT / "db/store/index.py", ROOT / "db/store/words.py")
    for path in (*sorted((ROOT / "db" / "migrations").glob("*.py")), *own):
        seen.update(path.read_bytes())
    return seen.hexdigest()[:12]


def _build(folder: Path) -> None:
    store = create_store(folder, KEY, ballast_bytes=0)
    try:
        chance = random.Random(3110)
        areas = tuple(AREAS)
        units = [
            Enterprise(
                id=new_id(),
                name=f"临沂市{number}号{NAMES[number % len(NAMES)]}",
                uscc=uscc(areas[number % len(areas)], number),
                status="active",
            )
            for number in range(UNITS)
        ]
        bulk.load(store, units)
        today = dt.date(2026, 9, 16)
        bulk.load(store, (_device(chance, units, number, today) for number in range(DEVICES)))
        bulk.settle(store)
        store.flush_journal()
    finally:
        store.close()


def _device(
    chance: random.Random, units: list[Enterprise], number: int, today: dt.date
) -> Equipment:
    kind, name = RARE[number // 1000 % len(RARE)] if number % 1000 == 0 else chance.choice(KINDS)
    day = today + dt.timedelta(days=chance.randrange(-60, 700))
    return Equipment(
        id=new_id(),
        enterprise_id=units[chance.randrange(UNITS)].id,
        code=f"{kind}37{number % 1000:03d}{2000 + number % 26}{number // 26:05d}",
        registration_no=f"梯11鲁Q{number:06d}({number % 26:02d})",
        kind_code=kind,
        name=f"{name}{number % 40}号",
        place=f"{chance.randrange(1, 90)}号车间",
        next_test=day if number % 50 else None,
        status="scrapped" if number % 97 == 0 else "stopped" if number % 31 == 0 else "in-use",
    )
