"""Which names of an earlier version a newer one has others for: as packages say, and as it may be."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from forms.columns import Spot, is_told, spots
from forms.fitting import fitted
from forms.instance import template_path
from forms.model import Form, Question
from forms.moving import GONE, Carried, counterparts
from forms.speech import spoken


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question of the newer version that may stand for one that is gone."""

    name: str
    label: str


def chained(renamed: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The renames of several versions, the oldest first, as one; "" for what is meant to be gone."""
    found: dict[str, str] = {}
    for step in renamed:
        found = {old: step.get(now, now) for old, now in found.items()} | dict(step)
    return found


def usable(old: Form, new: Form, renamed: Mapping[str, str]) -> dict[str, str]:
    """The renames that say something of these two forms; two names for one question say nothing."""
    before = {item.name for item in old.items()}
    after = {item.name for item in new.items()}
    known = {was: now for was, now in renamed.items() if was in before and now in after}
    claimed = Counter(known.values())
    return {was: now for was, now in known.items() if was != now and claimed[now] == 1}


def candidates(
    old: Form, new: Form, came: Carried, renamed: Mapping[str, str], language: str
) -> dict[str, tuple[Candidate, ...]]:
    """For each name whose answers are dropped because nobody asks: what may stand for it.

    Those are questions that are new, stand in the same repeats and can hold the answers.
    """
    known = counterparts(old, new, renamed)
    places, ours = spots(new), spots(old)
    once = Counter(spot.name for spot in places.values())
    own = spoken(new, language)
    fresh: dict[Spot, Question] = {
        places[item.path]: item
        for item in new.questions()
        if item.path not in known and item.has_control and is_told(item, new)
    }
    asked = {item.path: item for item in old.questions()}
    gone: dict[str, list[tuple[Question, str]]] = {}
    for one in came.dropped:
        question = asked.get(template_path(one.ref))
        if one.why == GONE and question is not None and question.has_control:
            gone.setdefault(question.name, []).append((question, one.value))
    found: dict[str, tuple[Candidate, ...]] = {}
    for name, said in gone.items():
        repeats = {ours[question.path].repeats for question, _value in said}
        found[name] = tuple(
            Candidate(there.name, there.label.get(own) or there.name)
            for spot, there in fresh.items()
            if repeats == {_old_repeats(spot.repeats, renamed)}
            and once[spot.name] == 1
            and all(fitted(question, there, value, new)[0] for question, value in said)
        )
    return found


def _old_repeats(repeats: tuple[str, ...], renamed: Mapping[str, str]) -> tuple[str, ...]:
    back = {now: was for was, now in renamed.items()}
    return tuple(back.get(one, one) for one in repeats)
