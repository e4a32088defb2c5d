"""The answers a device gives itself when a form is begun (XForms preload: uid, date, property)."""

import uuid

from forms.expressions import World
from forms.expressions.dates import moment_text
from forms.expressions.nodes import NodeKind
from forms.instance import Instance
from forms.model import Question


def preload(instance: Instance, world: World) -> None:
    """Fill in what the form asks of the device: its clock, its settings, a fresh identity."""
    moment = world.now().astimezone(world.zone)
    for cell in tuple(instance.cells.values()):
        if cell.kind is NodeKind.ATTRIBUTE:
            continue
        if isinstance(cell.item, Question) and cell.item.preload[0]:
            kind, what = cell.item.preload
            given = {
                "uid": f"uuid:{uuid.uuid4()}",
                "date": moment.date().isoformat(),
                "timestamp": moment_text(moment) if what == "start" else "",
                "property": world.meta.get(what, ""),
            }
            cell.value = given.get(kind, cell.value) or cell.value
        elif cell.item.path.endswith("/meta/instanceID") and not cell.value:
            cell.value = f"uuid:{uuid.uuid4()}"
