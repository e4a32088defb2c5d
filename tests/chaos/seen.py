"""The judge of heads: who wrote on a record without having seen whom, the same everywhere."""

from db.journal import heads, record
from db.journal.heads import HEADS
from tests.chaos.desks import clone


def heads_of(world, found, others):
    """On each record stands, everywhere, what nobody after it had seen; of one author the last."""
    tables = world.hub.tables
    aside = {one.rec_id for at, one in enumerate(found, 1) if at in tables.held}
    expected, seen = {}, {}
    for one in found:
        key = (one.rec_type, one.rec_id)
        looks = one.fields.get(HEADS, (None,))[0] is not None
        if heads.counts(one) and not looks and one.rec_id not in aside:
            expected.setdefault(key, set()).add(one.dot)
            for stream, seq in (*heads.named(one), (one.stream, one.seq - 1)):
                place = (key, stream)
                seen[place] = max(seq, seen.get(place, 0))
    expected = {
        key: {dot for dot in dots if dot[1] > seen.get((key, dot[0]), 0)}
        for key, dots in expected.items()
    }
    hub = {key: record.read(doc) for key, doc in tables.docs.items()}
    for who, docs in (("hub", hub), *others):
        stands = {
            key: {one.dot for one in heads.tops(heads.standing(doc.fields))}
            for key, doc in docs.items()
            if key in expected
        }
        if stands != expected:
            yield f"{who}: heads {differing(stands, expected)}"
        told = {key: record.unseen(doc) for key, doc in docs.items() if key in expected}
        at_hub = {key: record.unseen(doc) for key, doc in hub.items() if key in expected}
        if told != at_hub:
            yield f"{who}: told {differing(told, at_hub)}"


def looked_after(world):
    """Who has everything and writes on a record leaves no head on it but his own.

    Not even that where the number he writes under was seen before a fire and named since.
    """
    at = [one.device for one in world.desks if one.device not in world.hub.tables.revoked]
    desk = next((one for one in world.desks if one.device in at), None)
    twin = clone(desk) if desk and not world.behind(desk) else None
    for rec_type, rec_id in list(twin.disk.docs) if twin else ():
        if rec_type == "case":
            twin.write(world.now, "last", [("put", rec_type, rec_id, {"c": "v"}, True)])
            left = heads.tops(heads.standing(twin.disk.docs[rec_type, rec_id].fields))
            if {one.dot[0] for one in left} - {twin.disk.mine[-1]}:
                yield f"{rec_id} has heads beside the one who saw all: {left}"


def differing(one, two):
    """What two hold differently, by key."""
    return {
        key: (one.get(key), two.get(key))
        for key in one.keys() | two.keys()
        if one.get(key) != two.get(key)
    }
