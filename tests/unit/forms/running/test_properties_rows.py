"""What holds for every sequence of answers, rows added and rows removed, in a form of nested rows."""

import re
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from forms.lists import EmptyLists
from forms.model import Repeat
from forms.session import Session
from tests.unit.forms.running.conftest import form_from

MARKDOWN = """
| survey |
|  | type | name | label | relevant | constraint | calculation | choice_filter | repeat_count | trigger | readonly | default |
|  | integer | limit | L | | | | | | | | |
|  | begin_repeat | house | 第${head}家的 | ${limit} != 1 | | | | | | | |
|  | text | name | N | | | | | | | | |
|  | integer | people | P | | | | | | | | 1 |
|  | begin_repeat | room | R | | | | | ${people} | | ${limit} = 2 | |
|  | integer | area | A | ${people} != 3 | . > ${limit} | | | | | | |
|  | calculate | twice | | | | coalesce(${area}, 0) * 2 + position(..) | | | | | |
|  | end_repeat | | | | | | | | | | |
|  | calculate | total | | | | sum(${twice}) + count(${room}) | | | | | |
|  | calculate | before | | | | indexed-repeat(${total}, ${house}, position(..) - 1) | | | | | |
|  | calculate | kept | | | | concat(${name}, '!') | | | ${name} | | |
|  | begin_repeat | pet | T | | | | | | | | |
|  | select_one kinds | kind | K | | | | limit >= number(${limit}) | | | | |
|  | text | call | C | ${kind} = 'cat' | | | | | | | |
|  | calculate | own | | | | concat(/data/house/pet/kind, position(..)) | | | | | |
|  | end_repeat | | | | | | | | | | |
|  | end_repeat | | | | | | | | | | |
|  | select_one ${name} | head | H | | | | ${name} != '' | | | | |
|  | calculate | grand | | | | sum(${total}) + count(${pet}) | | | | | |
|  | calculate | cats | | ${grand} > 2 | | count(${house}/pet[kind = 'cat']) | | | | | |
|  | note | said | 共 ${grand} 人，${cats} 只 | | | | | | | | |
| choices |
|  | list_name | name | label | limit |
|  | kinds | cat | 第${grand}猫 | 1 |
|  | kinds | dog | 狗 | 2 |
"""
FORM = form_from(MARKDOWN.replace("${house}/pet", "/data/house/pet"))
VALUES = {
    "limit": ["", "0", "2", "1", "x"],
    "people": ["", "0", "1", "2", "3", "4"],
    "area": ["", "1", "2", "5"],
    "name": ["", "甲", "乙"],
    "kind": ["", "cat", "dog", "cow"],
    "call": ["", "咪"],
    "head": ["", "甲", "乙"],
}
HELD = {item.name: item.path for item in FORM.items()}


@dataclass(frozen=True)
class Step:
    """An answer, or a row that is added or removed; ``rows`` choose among those there are."""

    what: str
    name: str
    value: str
    rows: tuple[int, ...]


ROWS = st.tuples(st.integers(0, 3), st.integers(0, 3))
ANSWER = st.sampled_from([(name, value) for name in VALUES for value in VALUES[name]])
STEPS = st.lists(
    st.one_of(
        st.builds(lambda given, rows: Step("set", *given, rows), ANSWER, ROWS),
        st.builds(
            lambda name, rows: Step("add", name, "", rows), st.sampled_from(["house", "pet"]), ROWS
        ),
        st.builds(
            lambda name, rows: Step("remove", name, "", rows),
            st.sampled_from(["house", "pet"]),
            ROWS,
        ),
    ),
    max_size=12,
)


def is_whole_repeat(ref):
    """Whether a ref names a repeat with all its rows."""
    return not ref.endswith("}") and isinstance(FORM.item(re.sub(r"\{.*?\}", "", ref)), Repeat)


def place(session, path, rows):
    """A ref at a template path, its rows chosen; None where there is no row to choose from."""
    chosen, ref = iter(rows), ""
    for step in path.split("/")[1:]:
        ref = f"{ref}/{step}"
        if is_whole_repeat(ref):
            there = session.children(ref)
            if not there:
                return None
            ref = there[next(chosen) % len(there)]
    return ref


def take(session, step):
    """Do a step; gives what it reports, None where it has nowhere to happen."""
    path = HELD[step.name]
    if step.what == "add":
        above = place(session, path.rpartition("/")[0], step.rows)
        return above and session.add_repeat(f"{above}/{step.name}")[1]
    ref = place(session, path, step.rows)
    if ref is None:
        return None
    return session.set(ref, step.value) if step.what == "set" else session.remove_repeat(ref)


#: What every sequence starts from: two houses, one of them with rooms and pets.
START = (
    Step("add", "house", "", (0, 0)),
    Step("set", "people", "2", (0, 0)),
    Step("set", "area", "5", (0, 0)),
    Step("set", "area", "2", (0, 1)),
    Step("add", "pet", "", (0, 0)),
    Step("set", "kind", "cat", (0, 0)),
)


def begun(steps):
    session = Session(FORM, EmptyLists())
    for step in (*START, *steps):
        take(session, step)
    return session


def picture(session):
    """All a screen can see, the random identity apart."""
    seen, waiting = {}, ["/data"]
    while waiting:
        ref = waiting.pop()
        seen[ref] = session.node(ref)
        waiting.extend(session.children(ref))
    return {ref: state for ref, state in seen.items() if "/meta" not in ref}


def by_place(session):
    """The same with rows counted, so that two sessions with rows of their own can be compared."""
    numbers = {}
    for ref in picture(session):
        for row in (ref, *session.children(ref)) if not ref.endswith("}") else ():
            if row.endswith("}"):
                numbers[row] = session.children(ref).index(row) + 1
    counted = {}
    for ref, state in picture(session).items():
        told = _counted(ref, numbers)
        error = state.error and replace(state.error, ref=told)
        counted[told] = replace(state, ref=told, error=error)
    return counted


def _counted(ref, numbers):
    told, path = "", ""
    for step in ref.split("/")[1:]:
        path = f"{path}/{step}"
        told = f"{told}/{step.partition('{')[0]}" + (f"[{numbers[path]}]" if "{" in step else "")
    return told


@settings(deadline=None, max_examples=150)
@given(STEPS)
def test_computing_what_changed_equals_computing_everything(steps):
    session = begun(steps)
    before = picture(session)
    session._settler.compute_all()
    changed = session._rest()
    assert picture(session) == before
    assert not changed


@settings(deadline=None, max_examples=150)
@given(STEPS)
def test_the_reported_changes_are_exactly_the_changes(steps):
    session = begun(())
    for step in steps:
        before = picture(session)
        changed = take(session, step)
        if changed is None:
            continue
        after = picture(session)
        kept = before.keys() & after.keys()
        told = {
            "values": lambda state: state.value,
            "visible": lambda state: state.relevant,
            "errors": lambda state: state.error,
            "choices": lambda state: (state.choices, state.label, state.required, state.readonly),
        }
        for part, look in told.items():
            differ = {ref for ref in kept if look(before[ref]) != look(after[ref])}
            ours = {ref for ref in differ if not is_whole_repeat(ref)}
            assert ours == {ref for ref in getattr(changed, part) if ref in kept}, part
        came = {ref for ref in before.keys() ^ after.keys() if ref.endswith("}")}
        assert {ref.rpartition("{")[0] for ref in came if ref.rpartition("/")[0] in kept} <= (
            changed.structure
        )


@settings(deadline=None, max_examples=150)
@given(STEPS)
def test_what_is_computed_is_what_reading_the_answers_gives(steps):
    """The same sums done in plain Python over what the screen shows."""
    session = begun(steps)
    if session.node("/data/limit").value == "1":
        return  # all houses are hidden then
    totals = []
    for house in session.children("/data/house"):
        shown = [session.node(f"{room}/area") for room in session.children(f"{house}/room")]
        twice = [
            int(one.value or 0) * 2 * one.relevant + number for number, one in enumerate(shown, 1)
        ]
        assert session.node(f"{house}/before").value == (str(totals[-1]) if totals else "")
        totals.append(sum(twice) + len(twice))
        assert session.node(f"{house}/total").value == str(totals[-1])
        for number, pet in enumerate(session.children(f"{house}/pet"), 1):
            kind = session.node(f"{pet}/kind").value
            assert session.node(f"{pet}/own").value == f"{kind}{number}"
    pets = [p for h in session.children("/data/house") for p in session.children(f"{h}/pet")]
    cats = sum(session.node(f"{pet}/kind").value == "cat" for pet in pets)
    assert session.node("/data/grand").value == str(sum(totals) + len(pets))
    assert session.node("/data/cats").value == str(cats)


@settings(deadline=None, max_examples=60)
@given(STEPS, ROWS, st.sampled_from(["甲", "乙", "丙"]))
def test_an_answer_sets_what_waits_for_it_and_nothing_else_does(steps, rows, name):
    session = begun(steps)
    ref = place(session, HELD["name"], rows)
    if ref is None or not session.node(ref).relevant or session.node(ref).value == name:
        return
    session.set(ref, name)
    kept = f"{ref.rpartition('/')[0]}/kept"
    assert session.node(kept).value == f"{name}!"
    session.set(kept, "by hand")
    session._settler.compute_all()
    session._rest()
    assert session.node(kept).value == "by hand"


@settings(deadline=None, max_examples=100)
@given(STEPS, st.randoms(use_true_random=False))
def test_storing_and_opening_again_changes_nothing(steps, random):
    """Whatever order a store gives the answers back in."""
    session = begun(steps)
    stored = list(session.answers().items())
    random.shuffle(stored)
    again = Session(FORM, EmptyLists(), answers=dict(stored))
    assert again.answers() == session.answers()
    assert picture(again) == picture(session)
    assert again.problems() == session.problems()
    assert again.final() == session.final()


@settings(deadline=None, max_examples=80)
@given(STEPS, st.sampled_from(["1", "2", ""]), st.sampled_from(["0", "1"]))
def test_hiding_and_showing_changes_nothing(steps, hiding, fewer):
    """Rows beyond a smaller count and answers of a hidden group come back as they were."""
    session = begun(steps)
    limit, first = session.node("/data/limit").value, place(session, HELD["people"], (0, 0))
    people = session.node(first).value if first else ""
    before = picture(session)
    session.set("/data/limit", hiding)
    if first:
        session.set(first, fewer if people.isdigit() and people > fewer else people)
        session.set(first, people)
    session.set("/data/limit", limit)
    assert picture(session) == before


@settings(deadline=None, max_examples=80)
@given(
    st.lists(st.tuples(st.sampled_from(["limit", "people", "head", "name"]), ROWS), max_size=8),
    st.integers(1, 3),
    st.randoms(use_true_random=False),
)
def test_any_order_of_answers_gives_the_state_of_answering_afresh(asked, houses, random):
    """One answer a place: then it does not matter when it was given."""
    chosen = {
        (name, rows[0] % houses if "/house/" in HELD[name] else 0): VALUES[name][rows[1] % 3]
        for name, rows in asked
    }
    states = []
    for _ in range(2):
        steps = list(chosen.items())
        random.shuffle(steps)
        session = Session(FORM, EmptyLists())
        for _ in range(houses):
            session.add_repeat("/data/house")
        for (name, row), value in steps:
            session.set(place(session, HELD[name], (row, 0)), value)
        states.append(by_place(session))
    assert states[0] == states[1]
