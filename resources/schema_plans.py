"""What the tables look like that only a bureau has: its campaigns, and tasks for named inspectors."""

from resources.rows import Assignment, PlanTarget
from resources.tables import Row, Table, TableError

_COUNTED_PER = {word: word for word in ("record", "enterprise")}
_MOST_WANTED = 1_000_000


def _plan_target(row: Row) -> PlanTarget:
    start, end, wanted = row.date("start"), row.date("end"), row.whole("wanted")
    if start is None or end is None or end < start:
        raise TableError([row.problem("end", "date")])
    if not wanted or wanted > _MOST_WANTED:
        raise TableError([row.problem("wanted", "number")])
    return PlanTarget(
        campaign=row.text("campaign_id"),
        name=row.text("name_zh"),
        name_en=row.text("name_en"),
        start=start,
        end=end,
        form_id=row.text("form_id"),
        wanted=wanted,
        target=row.text("target_zh"),
        target_en=row.text("target_en"),
        per=row.choice("per", _COUNTED_PER),
        owner=row.text("owner"),
        source=row.text("source"),
        also=row.parts("also"),
        goods=row.parts("goods"),
    )


def _assignment(row: Row) -> Assignment:
    due = row.date("due")
    assert due is not None  # noqa: S101 -- a required cell, checked before any row is made
    return Assignment(
        task=row.text("task_id"),
        inspector=row.text("inspector"),
        title=row.text("title"),
        enterprise=row.text("enterprise"),
        due=due,
        note=row.text("note"),
        source=row.text("source"),
    )


CAMPAIGNS = Table(
    path="plans/campaigns.csv",
    columns=(
        *("campaign_id", "name_zh", "name_en", "start", "end", "form_id", "wanted"),
        *("target_zh", "target_en", "per", "owner", "source"),
    ),
    required=("campaign_id", "name_zh", "start", "end", "form_id", "wanted", "per", "source"),
    key=("campaign_id", "form_id", "goods"),
    make=_plan_target,
    optional=("also", "goods"),
)
"""Only a bureau has one; none is delivered."""
ASSIGNMENTS = Table(
    path="plans/assignments.csv",
    columns=("task_id", "inspector", "title", "enterprise", "due", "note", "source"),
    required=("task_id", "inspector", "title", "due", "source"),
    key=("task_id", "inspector"),
    make=_assignment,
)
