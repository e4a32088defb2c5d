"""The tables of the README name tests that exist, and every fault and mutant here is in them."""

import re
from pathlib import Path

HERE = Path(__file__).parent
NAMED = re.compile(r"`([\w./]+\.py)::(test_\w+)`")
TOLD = (
    "test_faults.py",
    "test_mutants.py",
    "test_storm.py",
    "test_processes.py",
    "test_cutting.py",
)
OF_ITSELF = "test_a_fleet_turned_away_at_one_moment_does_not_come_back_at_one"


def test_the_tables_name_what_is_there_and_all_of_it():
    named = set(NAMED.findall((HERE / "README.md").read_text(encoding="utf-8")))
    for path, name in named:
        assert f"def {name}(" in (HERE / path).read_text(encoding="utf-8"), name
    for path in TOLD:
        tests = re.findall(
            r"^def (test_\w+)", (HERE / path).read_text(encoding="utf-8"), re.MULTILINE
        )
        assert {(path, one) for one in tests} <= named | {("test_storm.py", OF_ITSELF)}
