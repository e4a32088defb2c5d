"""What became of the demonstration bureau's findings, and who works its equipment."""

from app.services import escalating, extending, operators, rectifying
from app.services.context import Acting
from app.services.demo_history import REPORTED
from app.services.demo_matters import end
from app.services.demo_past import Past, photograph
from app.services.extending import FINDING
from db.rows import Person
from db.store import nouns
from resources.duties import ToldStep, demo_duties

HOUR = "14:30"
"""When steps were taken."""


def put(past: Past) -> None:
    """Take the findings of the past on, and enter the operators."""
    told = demo_duties()
    for step in told.extended:
        _extend(past, step)
    for step in told.rechecked:
        _recheck(past, step)
    for step in told.escalated:
        _escalate(past, step)
    for hand in told.operators:
        wanted = operators.Wanted(
            past.ids[hand.equipment],
            hand.name,
            hand.certificate,
            past.day(hand.expires),
            project=hand.project,
            phone=hand.phone,
        )
        operators.keep(past.store, past.act, wanted)


def _team(past: Past, finding: str) -> tuple[str, ...]:
    record = next(one.record for one in past.demo.findings if one.key == finding)
    return next(one.inspectors for one in past.demo.records if one.key == record)


def _act(past: Past, told: ToldStep, days: int) -> Acting:
    return past.then(_team(past, told.finding), days, HOUR)


def _extend(past: Past, told: ToldStep) -> None:
    wanted = extending.Wanted(
        "extension", told.article, told.approver, told.reason, told.amount, told.unit
    )
    act = _act(past, told, told.days)
    extending.change(past.store, act, FINDING, past.ids[told.finding], wanted)


def _recheck(past: Past, told: ToldStep) -> None:
    """A report came in with its pictures, and what it tells of was looked at."""
    finding_id, team = past.ids[told.finding], _team(past, told.finding)
    report = rectifying.Report(REPORTED, past.day(told.reported))
    came = _act(past, told, told.reported)
    rectifying.take_report(past.store, came, finding_id, report)
    photograph(past, came, told.finding, after=True)
    people = nouns.page(past.store, Person, [past.ids[one] for one in team])
    names = tuple(one.name for one in people)
    seen = rectifying.Recheck(told.verdict, "site", past.day(told.days), names, told.note)
    rectifying.recheck(past.store, _act(past, told, told.days), finding_id, seen)


def _escalate(past: Past, told: ToldStep) -> None:
    """A finding nobody put right is taken to an interview, and its notice handed over."""
    act = _act(past, told, told.days)
    taken = escalating.escalate(
        past.store, act, past.ids[told.finding], told.way, told.reason
    ).value
    if taken.record is not None:
        end(past, act, taken.record, served=True)
