"""The answers the device gives itself when a form is begun: the day, the hour, who and which device."""

import uuid

from forms.expressions import World
from forms.expressions.dates import moment_text
from forms.expressions.nodes import NodeKind
from forms.instance import Instance
from forms.model import Question


def preload(instance: Instance, world: World) -> None:
    """Write them into the cells that ask for them; what the device does not know stays as it is."""
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
