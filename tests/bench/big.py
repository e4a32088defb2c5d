"""The big store: a bureau with 200,000 enterprises and 100,000 records, built once and kept.

It lies in ``out/bench/home-<mark>``; the mark changes with whatever decides what is in it.
"""

import datetime as dt
import hashlib
import random
import shutil
import sys
from pathlib import Path

from app.shell.paths import Paths
from app.shell.vault import Vault
from db.journal.ids import new_id
from db.rows import CaseFile, Enterprise, Equipment, Finding, Record

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "out" / "bench"
ENTERPRISES = 200_000
RECORDS = 100_000
MACHINES = 20_000

AREAS = {
    "371302": "兰山区", "371311": "罗庄区", "371312": "河东区", "371321": "沂南县",
    "371322": "郯城县", "371323": "沂水县", "371324": "兰陵县", "371325": "费县",
    "371326": "平邑县", "371327": "莒南县", "371328": "蒙阴县", "371329": "临沭县",
}  # fmt: skip
SIGNS = "鲁恒泰瑞丰华盛源金银河山海诚信达通远大中正安康宏图伟业振兴隆昌顺利嘉禾蒙沂沭祥云鼎新"
TRADES = (
    "食品", "电动车", "板材", "化肥", "水泥", "钢管", "电线电缆", "儿童服装", "玩具", "家具",
    "工程机械", "压力容器", "燃气具", "农药", "塑料制品", "电梯", "酒业", "饲料", "陶瓷", "五金",
)  # fmt: skip
FORMS = ("有限公司", "股份有限公司", "厂", "经营部", "商行")
FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静磊洋勇艳杰娟涛明超秀霞平刚桂英建华文斌玉兰"
SEEN = (
    "现场未见出厂检验记录", "压力表超过检定有效期", "产品标识未标注执行标准", "原材料进货台账缺失",
    "灭火器已过有效期", "电梯轿厢内未张贴使用标志", "抽查的产品无合格证", "叉车司机未随身携带证件",
)  # fmt: skip
BASE31 = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def home() -> Paths:
    """Return the home folder with the big store, built first when it is not there."""
    place = OUT / f"home-{_mark()}"
    paths = Paths(home=place, config_dir=place / "config", logs=place / "logs")
    if not (place / "whole").exists():
        for old in OUT.glob("home-*"):
            shutil.rmtree(old)
        place.mkdir(parents=True)
        print("Building the big store once; it takes about three minutes.", file=sys.stderr)  # noqa: T201 - a wait that long is announced
        _build(paths)
        (place / "whole").touch()
    return paths


def store_key(paths: Paths) -> bytes:
    """Return the key of the big store."""
    return Vault(paths.keys, None).open().store_key


def _mark() -> str:
    seen = hashlib.sha256()
    for folder in (ROOT / "db" / "migrations", ROOT / "forms" / "library"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".md"}:
                seen.update(path.read_bytes())
    for path in (Path(__file__), ROOT / "db/store/index.py", ROOT / "db/store/words.py"):
        seen.update(path.read_bytes())
    return seen.hexdigest()[:12]


def _build(paths: Paths) -> None:
    from app.services import demo
    from app.services.context import Acting, DeviceSeal, Office, Who
    from db.connection import create_store
    from db.store import bulk

    paths.keys.mkdir(mode=0o700)
    keys = Vault(paths.keys, None).create()
    now = dt.datetime.now(dt.UTC)
    store = create_store(paths.store, keys.store_key, ballast_bytes=0)
    try:
        demo.seed(store, Acting(Who("", "", ""), Office(), now, DeviceSeal(keys.seed)))
        chance = random.Random(371300)
        units = [_enterprise(chance, number) for number in range(ENTERPRISES)]
        bulk.load(store, units)
        bulk.load(store, [_machine(chance, units, n, now.date()) for n in range(MACHINES)])
        bulk.load_records(store, _records(store, chance, units, now))
        bulk.settle(store)
        store.flush_journal()
    finally:
        store.close()


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SIGNS, k=chance.choice((2, 2, 3, 4))))


def _person(chance: random.Random) -> str:
    return chance.choice(FAMILIES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2))))


def _enterprise(chance: random.Random, number: int) -> Enterprise:
    region = chance.choice(tuple(AREAS))
    area, trade = AREAS[region], chance.choice(TRADES)
    town = "".join(chance.choices(SIGNS, k=2))
    return Enterprise(
        id=new_id(),
        name=f"临沂市{area[:2]}{_name(chance)}{trade}{chance.choice(FORMS)}",
        uscc=uscc(region, number),
        legal_rep=_person(chance),
        phone=f"1{chance.choice('3578')}{chance.randrange(10**9):09d}",
        address=f"山东省临沂市{area}{town}街道{town[::-1]}路{chance.randrange(1, 400)}号",
        region=region,
        industry=trade,
        scale=chance.choice(("micro", "small", "medium", "large")),
        risk_class=chance.choice(("A", "B", "C", "D")),
        status="active",
    )


def uscc(region: str, number: int) -> str:
    """Return a 统一社会信用代码 with both check digits right (GB 32100, GB 11714)."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    body = f"MA{number:06d}"
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = (11 - sum(digits.index(c) * w for c, w in zip(body, weights, strict=True))) % 11
    whole = f"91{region}{body}{'X' if rest == 10 else rest}"
    total = sum(BASE31.index(c) * pow(3, at, 31) for at, c in enumerate(whole))
    return whole + BASE31[-total % 31]


def _machine(
    chance: random.Random, units: list[Enterprise], number: int, today: dt.date
) -> Equipment:
    unit = units[chance.randrange(ENTERPRISES)]
    # Forty are due this week or lately lapsed, as in a bureau that keeps up.
    days = chance.randrange(-10, 8) if number % 500 == 0 else chance.randrange(8, 700)
    return Equipment(
        id=new_id(),
        enterprise_id=unit.id,
        code=f"3{chance.randrange(10):01d}10{unit.region}{2000 + number % 26}{number:04d}",
        registration_no=f"梯11鲁Q{number:05d}({number % 25:02d})",
        name=chance.choice(("乘客电梯", "叉车", "压力容器", "桥式起重机", "承压蒸汽锅炉")),
        place=f"{chance.randrange(1, 9)}号车间",
        next_test=today + dt.timedelta(days=days),
        status="in-use",
    )


def _records(store, chance, units, now):
    from app.services import packages
    from db.store import bulk, people

    package = packages.newest(store, "spot-check")
    paths = [one.path for one in package.form.questions() if one.has_control][:40]
    team = tuple(one.id for one in people.inspectors(store))[:2]
    for number in range(RECORDS):
        unit = units[chance.randrange(ENTERPRISES)]
        at = now - dt.timedelta(days=chance.randrange(1, 1400), minutes=chance.randrange(600))
        record = Record(
            id=new_id(),
            case_id=new_id(),
            enterprise_id=unit.id,
            form_id="spot-check",
            form_hash=package.hash,
            title="监督抽查检查记录",
            state="finished",
            created=at,
            finished=at + dt.timedelta(hours=2),
            inspectors=team,
            answered=12,
            asked=12,
        )
        answers = {path: chance.choice(("ok", "no", "na")) for path in chance.sample(paths, 8)}
        answers[paths[0]] = unit.name
        answers[paths[1]] = f"{_person(chance)}陪同检查，{chance.choice(SEEN)}"
        answers[paths[2]] = f"PO{number:07d}"
        yield bulk.Filled(record, answers, unit.name)
        if number % 25 == 0:
            days = chance.randrange(-20, 8) if number % 2500 == 0 else chance.randrange(8, 60)
            yield from _matter(record, days, now)


def _matter(record: Record, days: int, now: dt.datetime):
    """The case of one record and its finding, of which forty are due this week or overdue."""
    from db.store import bulk

    case = CaseFile(record.case_id, record.enterprise_id, "spot-check", "监督抽查", record.created)
    yield bulk.Filled(case, {})
    due = (now + dt.timedelta(days=days)).date()
    finding = Finding(
        id=new_id(),
        record_id=record.id,
        case_id=case.id,
        enterprise_id=record.enterprise_id,
        path="/data/quality/records",
        item="出厂检验记录齐全",
        seen=SEEN[abs(days) % len(SEEN)],
        severity="general",
        due=due,
        state="ordered" if days < 8 else "closed",
        created=record.created,
    )
    yield bulk.Filled(finding, {})
