"""Killed at every point of answering and issuing: a document is there whole or not at all."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def deaths(tmp_path_factory):
    """What was left by each kill, in order; the last one came to its end."""
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            "-m",
            "tests.faults.killed_issue",
            tmp_path_factory.mktemp("room"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_story_was_killed_at_many_points_and_came_to_its_end_once(deaths):
    assert len(deaths) > 100
    assert [one["ended"] for one in deaths].count(True) == 1
    assert deaths[-1]["ended"]


def test_a_document_is_there_whole_or_not_at_all(deaths):
    for one in deaths:
        assert len(set(one["parts"])) == 1, one
    assert not deaths[0]["parts"][0]
    assert deaths[-1]["parts"][0]


def test_once_there_a_document_stays(deaths):
    there = [one["parts"][0] for one in deaths]
    assert there == sorted(there)


def test_answers_given_before_are_never_lost(deaths):
    for one in deaths:
        assert one["answers"]["/data/first"] == "typed before"
    kept = ["/data/last" in one["answers"] for one in deaths]
    assert kept == sorted(kept)


def test_after_each_kill_the_audit_passes_and_nothing_lies_about(deaths):
    for one in deaths:
        assert one["breaks"] == [], one
        assert one["left"] == [], one


def test_the_anchor_is_never_ahead_of_the_store(deaths):
    for one in deaths:
        assert one["behind"] == "", one


def test_an_unclean_end_is_told(deaths):
    assert deaths[-1]["clean"]
    assert not deaths[0]["clean"]
