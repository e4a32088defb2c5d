"""The bureau's discretion table 裁量基准: how much of a penalty's range each circumstance takes."""

from collections.abc import Mapping, Sequence

from app.services import laws
from app.services.clocks import corrections
from db.connection import Reader
from resources.data import load_discretion
from resources.rows import Discretion


def listed(reader: Reader, where: Mapping[str, str]) -> Sequence[dict[str, str]]:
    """The rows as a form asks for them: ``basis`` is the article as a paper cites it."""
    rows = [_cells(reader, row) for row in steps(reader)]
    return [row for row in rows if all(row.get(column) == cell for column, cell in where.items())]


def steps(reader: Reader) -> Sequence[Discretion]:
    """The steps that hold here: of an article the bureau has its own for, only the bureau's."""
    bundled = frozenset(load_discretion())
    found = load_discretion(corrections(reader))
    own = {row.penalty_key for row in found if row not in bundled}
    return [row for row in found if row.penalty_key not in own or row not in bundled]


def _cells(reader: Reader, row: Discretion) -> dict[str, str]:
    article = laws.get(reader, row.penalty_key)
    return {
        "name": row.id,
        "label": f"{row.step_zh}：{row.least}元至{row.most}元（{row.condition}；{row.document}）",
        "basis": laws.cite_in_full(article) if article else "",
        "least": str(row.least),
        "most": str(row.most),
        "since": row.effective_from.isoformat() if row.effective_from else "",
        "until": row.effective_to.isoformat() if row.effective_to else "",
    }
