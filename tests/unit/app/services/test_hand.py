"""Signatures of the demonstration: drawn inside their box, each name its own, no empty pad."""

import pytest

from app.services.demo_ink import ink_of
from app.services.ink import is_empty
from resources.story import demo_story


@pytest.mark.parametrize("name", ["王㛃", "陈望舒", "唐长宁", "张䶮", "欧阳致远"])
def test_a_name_is_written_inside_its_box(name):
    ink = ink_of(name)
    points = [point for stroke in ink.strokes for point in stroke]
    assert not is_empty(ink)
    assert all(0 <= x <= ink.aspect and 0 < y < 1 and 0 < w < 0.1 for x, y, w in points)
    assert ink.png.startswith(b"\x89PNG")


def test_the_same_name_is_always_written_the_same_and_no_other_is():
    """Seeding twice gives the same pages."""
    assert ink_of("王㛃") == ink_of("王㛃")
    assert ink_of("王㛃").strokes != ink_of("王洁").strokes


def test_the_names_of_the_story_are_drawn_by_hand():
    told = demo_story().signatures[0]
    assert told.strokes == ink_of(told.name).strokes


def test_a_letter_is_a_few_lines_not_a_cloud_of_crumbs():
    """王 is written in four strokes; the middle of its shape gives about as many."""
    assert 3 <= len(ink_of("王").strokes) <= 6
