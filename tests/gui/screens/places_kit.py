"""A form with every kind of place in it, published as a clerk would and begun in the program."""

from forms.publish import publish
from tests.gui.screens.choosing_form import begun_with

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
    return begun_with(run, publish(FORM.encode(), "yard.md"))
