"""A form with every way of choosing, written as a clerk would write it, and put into a store."""

from app.screens.place import Place
from app.services import preparing
from app.services.changes import Changes, Result
from db.rows import FormPackage
from db.store import packages as kept
from forms.publish import publish

SURVEY = """
| survey |
|  | type | name | label::中文 (zh) | label::English (en) | appearance | required | relevant | choice_filter |
|  | begin_group | system | 质量管理体系 | Quality system | table-list |  |  |  |
|  | select_one degree | records | 原料进货查验记录齐全 | Records of incoming goods are complete |  | yes |  |  |
|  | select_one degree | process | 生产工艺与备案文件一致 | The process is as filed |  |  |  |  |
|  | select_one degree | repair | 不一致之处已说明 | Deviations are explained |  |  | ${process} = 'low' |  |
|  | end_group |  |  |  |  |  |  |  |
|  | begin_group | places | 查看的部位 | What was looked at |  |  |  |  |
|  | select_multiple method | heads | 方法 | Method | label |  |  |  |
|  | select_multiple method | store | 原料库 | Raw materials | list-nolabel |  |  |  |
|  | select_multiple method | line | 总装线 | Assembly line | list-nolabel |  |  |  |
|  | select_multiple method | taken | 提取的材料 | What was taken along | minimal |  |  |  |
|  | select_one degree | overall | 总体评价 | On the whole | likert quick |  |  |  |
|  | end_group |  |  |  |  |  |  |  |
|  | begin_group | goods | 产品 | Goods |  |  |  |  |
|  | select_multiple good or_other | made | 生产的产品 | What is made | autocomplete |  |  |  |
|  | select_one town | town | 所在市 | City |  |  |  |  |
|  | select_one street | street | 所在街道 | Street |  |  |  | town = ${town} |
|  | end_group |  |  |  |  |  |  |  |
|  | begin_group | checks | 检查项 | Check items | table-list |  |  |  |
|  | select_one verdict | exits | 出口畅通 | Exits are free |  |  |  |  |
|  | select_one verdict | alarm | 警报有效 | The alarm works |  |  |  |  |
|  | end_group |  |  |  |  |  |  |  |
"""
CHOICES = """
| choices |
|  | list_name | name | label::中文 (zh) | label::English (en) | town | finding |
|  | degree | high | 完全符合 | Fully |  |  |
|  | degree | mid | 基本符合 | Mostly |  |  |
|  | degree | low | 不符合 | Not at all |  |  |
|  | method | seen | 现场查看 | Looked at |  |  |
|  | method | asked | 询问 | Asked |  |  |
|  | method | copied | 复印 | Copied |  |  |
|  | good | bike | 儿童自行车 | Bicycles |  |  |
|  | good | walker | 婴儿学步车 | Walkers |  |  |
|  | good | scooter | 电动滑板车 | Scooters |  |  |
|  | town | ly | 临沂 | Linyi |  |  |
|  | town | zb | 淄博 | Zibo |  |  |
|  | street | s0 | 兰山街道 | Lanshan | ly |  |
|  | verdict | ok | 合格 | Pass |  |  |
|  | verdict | no | 不合格 | Fail |  | yes |
"""
REST = """
| settings |
|  | form_title | form_id | version | default_language | style | kind | layout | signers | effective_from |
|  | 选择题试用表 | choosing | 1 | 中文 (zh) | pages | record | table |  | 2026-09-01 |

| print |
|  | block | text | when | style |
|  | title | 选择题试用表 |  |  |
|  | fields | 总体评价 = ${overall} |  |  |
"""
MORE_STREETS = "".join(
    f"|  | street | z{n} | 淄博{n}街道 | Zibo {n} | zb |  |\n" for n in range(60)
)


def package():
    """The published form."""
    return publish((SURVEY + CHOICES + MORE_STREETS + REST).encode(), "choosing.md")


def begun(program):
    """A paper of the form begun in a case; gives the fill screen."""
    return begun_with(program, package())


def begun_with(program, new):
    """A paper of any form begun in a case; gives the fill screen."""

    def keep(store):
        row = FormPackage(
            new.hash, new.id, new.version, new.title, new.source_hash, store.clock(), new.to_bytes()
        )
        with store.atomic():
            kept.add(store, row)
        return Result(None, Changes())

    program.write(keep)
    case = program.check().case.id
    act = program.desk.duty.act()
    record = program.write(lambda store: preparing.add_paper(store, act, case, new.id))
    return program.go(Place("fill", record.id))
