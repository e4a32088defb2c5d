"""A form with every kind of place in it, published as a clerk would and begun in the program."""

from dataclasses import replace

from app.screens.place import Place
from app.services import preparing
from app.services.changes import Changes, Result
from db.rows import FormPackage
from db.store import packages as kept
from forms.publish import publish

FORM = """
| survey |
|  | type | name | label::中文 (zh) | label::English (en) | trigger | parameters | appearance |
|  | start-geopoint | began | | | | | |
|  | begin group | yard | 堆场 | Yard | | | |
|  | text | keeper | 看管人 | Keeper | | | |
|  | background-geopoint | asked_at | | | ${keeper} | | |
|  | geopoint | spot | 取样地点 | Where it was taken | | capture-accuracy=10 warning-accuracy=50 | maps |
|  | geoshape | outline | 堆场范围 | Outline of the yard | | | |
|  | geotrace | pipe | 管线走向 | Course of the pipe | | | |
|  | end group | | | | | | |
| settings |
|  | form_title | form_id | version | kind | layout | signers | effective_from | default_language |
|  | 场所定位记录 | yard-check | 1 | record | table | inspector-1 party | 2026-09-01 | 中文 (zh) |
| print |
|  | block | text | when | style |
|  | title | 场所定位记录 | | |
|  | fields | 看管人 = ${keeper} ;; 取样地点 = ${spot} | | |
|  | sign | 检查人员 = inspector-1 ;; 当事人 = party | | |
"""
BEGAN = "/data/began"
KEEPER = "/data/yard/keeper"
ASKED_AT = "/data/yard/asked_at"
SPOT = "/data/yard/spot"
OUTLINE = "/data/yard/outline"
PIPE = "/data/yard/pipe"


def begun(run):
    """A fresh paper of that form on the screen."""
    package = publish(FORM.encode(), "yard.md")
    row = FormPackage(package.hash, package.id, package.version, package.title, package.source_hash)

    def keep(store):
        with store.atomic():
            kept.add(store, replace(row, published=store.clock(), data=package.to_bytes()))
        return Result(None, Changes())

    run.write(keep)
    case = run.check().case
    act = run.desk.duty.act()
    record = run.write(lambda store: preparing.add_paper(store, act, case.id, "yard-check"))
    return run.go(Place("fill", record.id))
