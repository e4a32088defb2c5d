"""The kinds of matter: what checks which equipment, and in which order they are offered."""

import pytest

from app.services import matters
from resources import data

CHECKS = [one for one in matters.MATTERS.values() if one.equipment]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("1100", matters.BOILER_CHECK),
        ("2150", matters.VESSEL_CHECK),
        ("2410", matters.VESSEL_CHECK),
        ("23T0", matters.CYLINDER_CHECK),
        ("3310", matters.LIFT_CHECK),
        ("4D00", matters.CRANE_CHECK),
        ("5110", matters.VEHICLE_CHECK),
        ("6900", matters.RIDE_CHECK),
        ("8310", matters.PIPE_CHECK),
        ("9110", matters.ROPEWAY_CHECK),
    ],
)
def test_a_code_of_the_catalogue_names_the_one_check_for_it(code, kind):
    assert [one.kind for one in matters.for_equipment(code)] == [kind]


def test_every_variety_of_the_catalogue_has_its_check_but_for_parts_and_pipe_fittings():
    """Fittings (7) and safety accessories (F) are made and sold, not used: no user unit has one."""
    unchecked = {
        row.code[0]
        for row in data.load_equipment_catalogue()
        if row.level == "variety" and not matters.for_equipment(row.code)
    }
    assert unchecked <= {"7", "F"}


def test_what_a_unit_has_stands_right_after_the_spot_check_and_what_it_lacks_last():
    found = [one.kind for one in matters.in_order({"5110", "1100"})]
    assert found[0] == matters.SPOT_CHECK
    checks = [kind for kind in found if matters.MATTERS[kind].equipment]
    assert checks[:2] == [matters.BOILER_CHECK, matters.VEHICLE_CHECK]
    last = found[-(len(CHECKS) - 2) :]
    assert all(matters.MATTERS[kind].equipment for kind in last)
    assert sorted(found) == sorted(matters.MATTERS)


@pytest.mark.parametrize("matter", CHECKS, ids=lambda one: one.kind)
def test_every_check_ends_in_an_instruction_and_may_be_made_again(matter):
    assert matter.order == matters.INSTRUCTION
    assert matter.again
