"""A small form in two versions, and records begun with either."""

import datetime as dt
from dataclasses import replace
from functools import cache

from app.services import packages
from db.handle import Store
from db.journal.ids import new_id
from db.rows import FormPackage, Person, Record
from db.store import answers, people, records
from db.store import packages as kept
from forms.package import Package
from tests.store_kit import START, begin

HEAD = """
| settings |
|  | form_title | form_id | version | default_language |
|  | 小表 | small | {version} | 中文 (zh) |
| survey |
|  | type | name | label::中文 (zh) | label::English (en) | required | relevant | constraint | calculation | default |
"""
CHOICES = """
| choices |
|  | list_name | name | label::中文 (zh) | label::English (en) | finding |
"""
OLD = """
|  | begin_group | basic | 基本 | Basic | | | | | |
|  | select_one verdict | mark | 标识 | Mark | | | | | |
|  | text | gone | 旧题 | Gone | | | | | |
|  | text | why | 原因 | Why | | ${mark} = 'no' | | | |
|  | integer | lot | 批量 | Lot | | | | | |
|  | calculate | double | | | | | | ${lot} * 2 | |
|  | note | told | 说明 | Note | | | | | |
|  | end_group | | | | | | | | |
|  | begin_repeat | rows | 样品 | Samples | | | | | |
|  | text | seal | 封条 | Seal | | | | | |
|  | select_multiple verdict | seen | 所见 | Seen | | | | | |
|  | end_repeat | | | | | | | | |
"""
NEW = """
|  | text | fresh | 新题 | Fresh | yes | | | | |
|  | begin_group | other | 其他 | Other | | | | | |
|  | integer | lot | 批量 | Lot | | | . < 100 | | |
|  | calculate | double | | | | | | ${lot} * 2 | |
|  | select_one verdict | mark | 标识 | Mark | | | | | |
|  | text | why | 原因 | Why | | ${mark} = 'no' | | | |
|  | end_group | | | | | | | | |
|  | begin_repeat | rows | 样品 | Samples | | | | | |
|  | text | seal | 封条 | Seal | | | | | |
|  | select_multiple verdict | seen | 所见 | Seen | | | | | |
|  | text | place | 位置 | Place | | | | | 车间 |
|  | end_repeat | | | | | | | | |
"""
OLD_CHOICES = """
|  | verdict | ok | 合格 | Pass | |
|  | verdict | no | 不合格 | Fail | yes |
|  | verdict | na | 不适用 | N/A | |
"""
NEW_CHOICES = """
|  | verdict | ok | 通过 | Passed | |
|  | verdict | no | 不合格 | Fail | yes |
"""


@cache
def package_of(version: str, survey: str, choices: str = OLD_CHOICES) -> Package:
    """A package without pages, straight from the converter."""
    from pyxform.xls2xform import convert

    head = HEAD.format(version=version).strip()
    workbook = f"{head}\n{survey.strip()}\n{CHOICES.strip()}\n{choices.strip()}"
    xml = convert(xlsform=workbook, file_type=".md").xform.encode()
    source = workbook.encode()
    return Package("small", version, "小表", xml, {}, (), (), (), {}, (), source, "form.md")


def old() -> Package:
    return package_of("1", OLD)


def new() -> Package:
    return package_of("2", NEW, NEW_CHOICES)


def keep(store: Store, package: Package, day: int = 0) -> None:
    """Put a package into the store as published on a day."""
    packages._MEMORY[package.hash] = package
    row = FormPackage(package.hash, package.id, package.version, package.title, package.source_hash)
    moment = START + dt.timedelta(days=day)
    with store.atomic():
        kept.add(store, replace(row, published=moment, data=package.to_bytes()))


def begun_with(
    store: Store, package: Package, said: dict[str, str], *, who: tuple[str, ...] = ()
) -> Record:
    """A draft of a package with answers."""
    begun = begin(store)
    record = replace(begun.record, id=new_id(), form_id=package.id, form_hash=package.hash)
    records.save(store, replace(record, inspectors=who))
    if said:
        answers.write(store, record.id, said)
    found = records.get(store, record.id)
    assert found is not None
    return found


def inspector(store: Store, name: str) -> str:
    person = Person(new_id(), name)
    people.save(store, person)
    return person.id
