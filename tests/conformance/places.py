"""Refs of the recordings (``/data/row[2]/q[1]``) and refs of a session (``/data/row{0a…}/q``)."""

import re

_STEP = re.compile(r"([^\[\]/]+)(?:\[(\d+)\])?")


class Places:
    """Where the nodes of a session stand, counted as the recordings count them."""

    def __init__(self, session):
        self._session = session

    def all(self):
        """Every node of the session: recorded ref (every row numbered) → session ref."""
        return dict(self._walk(self._session.form.body.path, self._session.form.body.path))

    def _walk(self, ref, told):
        yield told, ref
        for child in self._session.children(ref):
            rows = self._rows(child)
            if rows is None:
                yield from self._walk(child, f"{told}/{child.rpartition('/')[2]}")
                continue
            for number, row in enumerate(rows, 1):
                name = child.rpartition("/")[2]
                yield from self._walk(row, f"{told}/{name}[{number}]")

    def _rows(self, ref):
        """The rows of a repeat, None for anything else."""
        item = self._session.node(ref).question
        if type(item).__name__ != "Repeat" or ref.endswith("}"):
            return None
        return self._session.children(ref)

    def find(self, told, *, start=1):
        """The session ref of a recorded ref; ``start`` is what its numbers begin with.

        Without a number the first row is meant, but at the end of the ref the repeat as a whole.

        Raises:
            KeyError: nothing stands there.
        """
        ref = ""
        steps = told.split("/")[1:]
        for depth, step in enumerate(steps, 1):
            name, number = _STEP.fullmatch(step).groups()
            ref = f"{ref}/{name}"
            rows = self._rows(ref) if depth > 1 else None
            if rows is not None and (number is not None or depth < len(steps)):
                place = int(number or start) - start
                if not 0 <= place < len(rows):
                    raise KeyError(told)
                ref = rows[place]
        self._session.node(ref)
        return ref


def plain(told, repeats):
    """A recorded ref with numbers only where a repeat stands."""
    path, steps = "", []
    for step in told.split("/")[1:]:
        name, number = _STEP.fullmatch(step).groups()
        path = f"{path}/{name}"
        steps.append(f"{name}[{number or 1}]" if path in repeats else name)
    return "/" + "/".join(steps)


def repeats_of(form):
    """The template paths of a form's repeats."""
    return {item.path for item in form.items() if type(item).__name__ == "Repeat"}
