"""What is issued again beside its author's stream has one name; never that of the stream it left."""

from db.journal import reissue
from db.journal.operation import Operation, encode

STREAM = "01a22814-008d-7000-9953-b7ce9a982d28"


def one(stream, seen):
    """An operation that saw another under some name."""
    fields = {"name": ("厂", ((seen, 7),))}
    told = ("put", "enterprise", "e", "", True, 1, 1, 480, "", 1, "zhang", 2, "1.0", fields)
    return encode(Operation(1, "3713", stream, 1, bytes(32), *told))


def test_a_story_under_the_name_of_another_is_issued_again_under_a_third():
    """Two witnesses knew other names for what it saw: one name, and other bytes under it."""
    parted = one(STREAM, "a")
    name = reissue.name_after(STREAM, parted, beside=True)
    stories = [
        next(data for _one, data in reissue.anew([parted], name, known))
        for known in ({}, {("a", 7): ("b", 7)})
    ]
    assert stories[0] != stories[1]
    names = {reissue.name_after(name, story, beside=True) for story in stories}
    assert len(names) == 2
    assert name not in names
    assert reissue.name_after(name, stories[0], beside=True) in names
