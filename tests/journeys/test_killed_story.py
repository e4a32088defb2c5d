"""The story at service height, killed by SIGKILL at every commit it makes, and taken up again."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOAK = bool(os.environ.get("XUNJIAN_SOAK"))
KINDS = {
    "cases.start",
    "records.answer",
    "findings.choose",
    "findings.update",
    "attachments.add_photo",
    "preparing.add_paper",
    "sampling.draw",
    "signing.sign",
    "finishing.finish",
    "preparing.prepare_notice",
    "documents.issue",
    "service.serve",
}
"""Every kind of commit the story makes."""


def played(room, *mode):
    """Run the lives as a program of their own and read what was told of each."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.journeys.lives", str(room), *mode],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=3600,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def nothing_lost(one):
    """What holds after every kill: all that was confirmed is there, chain and numbers are whole."""
    assert one["lost"] == [], one
    assert one["broken"] == 0, one
    assert one["gaps"] == [], one
    assert one.get("breaks", []) == [], one


@pytest.fixture(scope="module")
def lives(tmp_path_factory):
    return played(tmp_path_factory.mktemp("lives"), "every")


def test_the_story_was_killed_on_both_sides_of_every_kind_of_commit(lives):
    met = {
        (one["step"], one["point"])
        for one in lives
        if one.get("status") == signal.SIGKILL and "step" in one
    }
    assert {step for step, _point in met} == KINDS
    for step in KINDS:
        assert (step, "before") in met, step
        assert met & {(step, "after"), (step, "journal")}, step


def test_after_each_kill_everything_confirmed_is_there(lives):
    for one in lives[:-1]:
        nothing_lost(one)


def test_each_life_took_the_story_one_commit_further(lives):
    """Two lives a commit: one that dies before it and one that dies after it, never a third."""
    told = Counter(one["point"] for one in lives if "step" in one)
    assert abs(told["before"] - told["after"] - told["journal"]) <= 1


def test_a_kill_is_told_and_a_clean_end_is_not(lives):
    assert lives[-2]["clean"]
    assert lives[-2]["drafts"] == 0
    typed = [
        one for one in lives if one.get("step") == "records.answer" and one["point"] == "after"
    ]
    assert typed
    assert all(one["drafts"] >= 1 and not one["clean"] for one in typed)


def test_the_story_came_to_its_end_once_with_one_number_a_document(lives):
    before, end = lives[0]["used"], lives[-2]["used"]
    assert [after - had for had, after in zip(before, end, strict=True)] == [1, 1]
    assert lives[-1] == {
        "end": True,
        "cases": 1,
        "forms": ["rectification-notice", "sampling-sheet"],
        "states": ["served", "served"],
        "genuine": ["genuine", "genuine"],
    }


@pytest.mark.skipif(
    not SOAK, reason="XUNJIAN_SOAK=1 plays every commit point on a store of its own"
)
def test_from_every_commit_point_the_story_goes_on_to_its_end(tmp_path):
    deaths = played(tmp_path, "fresh")
    assert len(deaths) > 100
    for one in deaths:
        nothing_lost(one)
        assert one["status"] == 0, one
        nothing_lost(one["then"])
        assert one["cases"] == 1
        assert one["genuine"] == ["genuine", "genuine"]


@pytest.mark.skipif(not SOAK, reason="XUNJIAN_SOAK=1 kills at random moments")
def test_killed_at_any_moment_nothing_is_lost(tmp_path):
    deaths = played(tmp_path, "random", "200")
    assert sum(one.get("status") == signal.SIGKILL for one in deaths) > 100
    for one in deaths:
        if not one.get("end"):
            nothing_lost(one)
        else:
            assert one["genuine"] == ["genuine", "genuine"]
