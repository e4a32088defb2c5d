"""Runs public conformance files: ``python -m tests.conformance [--show N] FILE…``."""

import argparse
import gzip
import json
import sys
from pathlib import Path

from tests.conformance import figures, runs_javarosa, runs_webforms, workbooks, xpath_cases
from tests.conformance.scope import REASONS
from tests.conformance.verdict import Tally

GZIP = b"\x1f\x8b"


def load(path):
    """A file's content, whatever its name: one JSON document, or a list of JSON lines."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if raw.startswith(GZIP) else raw).decode()
    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    return [found] if isinstance(found, dict) and "id" in found else found


def verdicts(data):
    """Find out what kind of file it is, and judge its cases."""
    if isinstance(data, dict) and figures.is_sampling(data):
        return figures.sampling(data)
    if isinstance(data, dict) and figures.is_statistics(data):
        return figures.statistics(data)
    if isinstance(data, dict) and "cases" in data:
        return xpath_cases.verdicts(data)
    if isinstance(data, list) and data and data[0]["id"].startswith("jrf-"):
        return runs_javarosa.verdicts(data)
    if isinstance(data, list) and data and data[0]["id"].startswith("wff-"):
        return runs_webforms.verdicts(data)
    if isinstance(data, list) and data and data[0]["id"].startswith("px-"):
        return workbooks.verdicts(data)
    message = "no cases of a kind that is known here"
    raise ValueError(message)


def main():
    """Judge every file: 1 when a case failed, 2 when a file holds no cases that can be read."""
    parser = argparse.ArgumentParser(prog="tests.conformance", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=20, help="how many failures to print a file")
    asked = parser.parse_args()
    whole, unread = Tally(), 0
    for path in asked.files:
        try:
            found = verdicts(load(path))
        except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
            say(f"{path.name}: not judged: {error}")
            unread += 1
            continue
        tally = Tally(list(found))
        whole.verdicts.extend(tally.verdicts)
        wrong = [one for one in tally.verdicts if one.outcome == "failed"]
        say(f"{path.name}: {tally.line()}")
        say(*(f"  {one.case}: {one.why[:300]}" for one in wrong[: asked.show]))
    say(*(f"skipped {n}: {name}: {REASONS[name]}" for name, n in sorted(whole.reasons().items())))
    say(whole.line())
    return 2 if unread else 1 if whole.count("failed") else 0


def say(*lines):
    """Print lines on the terminal, which is where this answers."""
    for line in lines:
        print(line)  # noqa: T201 - a command-line answer


if __name__ == "__main__":
    sys.exit(main())
