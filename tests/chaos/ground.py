"""What a round asks of a laptop's store, on a desk of the simulation.

``Ground`` stands where ``app.services`` look for the store's functions, so that the round that runs
is the real one. Every decision here is the real one too: ``feed.follow`` and ``feed.news`` judge
pages, ``record.merge`` merges, ``reissue`` issues again.
"""

from itertools import takewhile

from app.services.sending_files import Sent
from db.journal import chain, clock, feed, reissue, wire
from db.store.arrivals import PLACES, Cursor
from tests.chaos.desks import decode


class Ground:
    """The functions of the store's modules that a round calls, on a desk."""

    Broken = feed.Broken

    def own_streams(self, desk):
        return tuple(desk.disk.mine)

    def standing(self, desk, stream, hub):
        seq, chained = hub
        rows = desk.disk.streams[stream]
        if seq > len(rows):
            return "behind"
        return "" if not seq or rows[seq - 1][2] == chained else "parted"

    def hub_has(self, desk, stream):
        return desk.disk.acknowledged.get(stream, 0)

    def waiting(self, desk):
        return sum(max(0, desk.head(one)[0] - self.hub_has(desk, one)) for one in desk.disk.mine)

    def next_batch(self, desk, stream, after):
        rows = desk.disk.streams[stream][after : after + 3]
        rows += _rest_of_group(rows, desk.disk.streams[stream][after + 3 :])
        if not rows:
            return None
        return after + 1, tuple(row[0] for row in rows), rows[-1][2]

    def own_ends(self, desk):
        return {name: desk.head(name)[0] for name in desk.disk.mine}

    def note_head(self, desk, stream, seq, chained):
        desk.step()
        desk.disk.acknowledged[stream] = seq

    def hold_own(self, desk, stream, seq, reason):
        desk.disk.held_own.add((stream, seq))

    def cursor(self, desk, scope):
        return desk.disk.cursors[-1] if desk.disk.cursors else None

    def rewind(self, desk, scope, ladder):
        shared = set(ladder)
        kept = [one for one in desk.disk.cursors if (one.seq, one.feed) in shared]
        last = max((one.seq for one in kept), default=0)
        desk.disk.cursors = [one for one in desk.disk.cursors if one.seq <= last]
        return last

    def learn_of(self, desk, batch):
        """No files are played."""

    def forget(self, desk):
        """No desk has files."""

    def send(self, sending):
        """No desk has files."""
        return Sent()

    def take(self, desk, stretch, now):
        with desk.atomic():
            fresh = [one for batch in stretch.batches for one in self._batch(desk, batch, now)]
            desk.step()
            at = Cursor(stretch.scope, stretch.hub, stretch.epoch, *stretch.after)
            self.set_cursor(desk, at)
            desk.step()
            return fresh

    def set_cursor(self, desk, at):
        desk.disk.cursors = [*desk.disk.cursors, at][-PLACES:]

    def _batch(self, desk, one, now):
        rows = desk.rows(one.batch.stream)
        kept = {seq: row[1] for seq, row in enumerate(rows, 1)}
        rest, found = feed.news(one, desk.head(one.batch.stream), kept)
        mine = one.batch.stream in desk.disk.mine
        refused = {(one.batch.stream, seq) for seq in one.refused}
        if mine:
            span = {(one.batch.stream, seq) for seq in range(one.batch.first, one.last + 1)}
            desk.disk.held_own = desk.disk.held_own - span | refused
            desk.disk.held |= refused & {new.dot for new, _hash, _chain in found}
        else:
            desk.disk.held |= refused
        if not mine or one.batch.stream in desk.disk.beside:
            signed = desk.disk.claims.setdefault(one.batch.stream, {})
            signed.setdefault(one.last, one.batch.signature)
        for (new, op_hash, chained), data in zip(found, rest.operations, strict=True):
            desk.disk.hlc = clock.receive(desk.disk.hlc, new.hlc, now) + 1
            rows.append((data, op_hash, chained))
            if new.seq not in one.refused:
                desk.apply(new)
            desk.step()
        return [new for new, _hash, _chain in found]

    def part(self, desk, stream, common, known=None):
        with desk.atomic():
            disk = desk.disk
            at = disk.mine.index(stream)
            disk.numbers = []
            later = ((name, self.hub_has(desk, name)) for name in disk.mine[at + 1 :])
            spans = [(stream, common), *later]
            return self._again(desk, spans, known or {})

    def shed(self, desk, stream, after, known):
        way = self.take_over if self.is_beside(desk, stream) else self.part
        way(desk, stream, after, known)

    def take_over(self, desk, stream, common, known=None):
        with desk.atomic():
            disk = desk.disk
            known = self.later(desk, stream, common, self.again(desk)) if known is None else known
            parted = [row[0] for row in disk.streams[stream][common:]]
            parted = [data for data in parted if decode(data).dot not in known]
            shut = [data for data in parted if decode(data).dot in disk.held]
            order = _forget(desk, [(stream, common)])
            order = [dot for dot in order if dot not in known]
            rest = [one for one in parted if one not in shut]
            order = self._beside(desk, stream, rest, order, known)
            mine, beside = list(disk.mine), set(disk.beside)
            self._beside(desk, stream, shut, [], known)
            aside = [name for name in disk.mine if name not in mine]
            disk.held |= {(name, seq) for name in aside for seq in range(1, desk.head(name)[0] + 1)}
            disk.mine, disk.beside = mine, beside
            desk.took_over = True
            _project(desk, [(name, seq) for name, seq in order if seq <= desk.head(name)[0]])
            return len(parted)

    def again(self, desk):
        return self.own_ends(desk) | Claims().heads(desk)

    def later(self, desk, stream, after, again):
        return self._twice(
            desk, (stream, after), {n: end for n, end in again.items() if n > stream}
        )

    def elsewhere(self, desk, stream, after, ends):
        others = {name: end for name, end in ends.items() if name != stream}
        found = self._twice(desk, (stream, after), others)
        for seq, row in enumerate(desk.disk.streams[stream], 1):
            first = reissue.stands_for(row[0])
            if seq > after and first and first[1] <= others.get(first[0], 0):
                here = desk.disk.streams.get(first[0], ())[first[1] - 1 : first[1]]
                if here and here[0][1] == first[2]:
                    found[stream, seq] = first[:2]
        return found

    def unsent(self, desk, ends):
        found = [(name, ends.get(name, 0)) for name in desk.disk.mine]
        return tuple(
            (name, seq)
            for name, seq in found
            if (row := desk.disk.streams[name][seq : seq + 1]) and reissue.stands_for(row[0][0])
        )

    def _twice(self, desk, what, ends):
        streams = desk.disk.streams
        runs = [
            (name, [row[0] for row in streams.get(name, ())[:end]]) for name, end in ends.items()
        ]
        runs = [one for one in runs if one[1] and reissue.stands_for(one[1][0])]
        told = [(seq, row[0]) for seq, row in enumerate(streams[what[0]], 1) if seq > what[1]]
        return reissue.twice(what[0], told, runs)

    def _beside(self, desk, stream, rest, order, known):
        disk = desk.disk
        while rest:
            name = reissue.name_after(stream, rest[0], beside=True)
            again = [data for _one, data in reissue.anew(rest, name, known)]
            here = [row[0] for row in disk.streams.get(name, ())]
            same = sum(
                1 for _ in takewhile(lambda two: two[0] == two[1], zip(again, here, strict=False))
            )
            if not same:
                disk.beside.add(name)
                disk.mine.insert(0, name)
                return _write_again(desk, rest, name, order, known)
            rest = rest[same:]
        return order

    def is_beside(self, desk, stream):
        return stream in desk.disk.beside

    def give_way(self, desk, stream, seq):
        with desk.atomic():
            self.take_over(desk, stream, seq)
            disk = desk.disk
            disk.mine.remove(stream)
            disk.beside.remove(stream)
            shut = {dot for dot in disk.held_own if dot[0] == stream}
            disk.held_own -= shut
            disk.held |= shut
            _project(desk, [dot for dot in disk.order if dot not in shut])

    def _again(self, desk, spans, known):
        parted = [row[0] for name, after in spans for row in desk.disk.streams[name][after:]]
        parted = [data for data in parted if decode(data).dot not in known]
        name = self._name(desk, parted)
        order = _forget(desk, spans)
        order = [dot for dot in order if dot not in known]
        order += [one.dot for one in map(decode, parted) if one.dot not in order]  # never applied
        order = _write_again(desk, parted, name, order, known)
        desk.disk.mine.append(name)
        _project(desk, order)
        return len(parted)

    def _name(self, desk, parted):
        """As the store names it; where it draws one, the next that is free."""
        name = reissue.name_after(desk.disk.mine[-1], parted[0] if parted else b"\x80")
        while name in desk.disk.streams:
            name = reissue.name_after(name, b"\x80")
        return name


def _forget(desk, spans):
    """Take what is in the spans off the disk; returns the order in which all was applied."""
    disk = desk.disk
    for name, after in spans:
        gone = {(name, seq) for seq in range(after + 1, len(disk.streams[name]) + 1)}
        disk.held_own -= gone
        disk.held -= gone
        del disk.streams[name][after:]
        signed = disk.claims.get(name, {})
        disk.claims[name] = {seq: one for seq, one in signed.items() if seq <= after}
    return list(disk.order)


def _write_again(desk, parted, name, order, known):
    """Write operations again in a stream; returns the order with their new names in it."""
    names = {decode(data).dot: (name, seq) for seq, data in enumerate(parted, 1)}
    again = desk.disk.streams[name] = []
    for one, data in reissue.anew(parted, name, known):
        op_hash = chain.digest(data)
        again.append((data, op_hash, chain.link(one.prev, op_hash)))
    return [names.get(dot, dot) for dot in order]


class NoDecisions:
    """Nobody decides in a schedule: there is no word of the hub that it could lose."""

    def lost_after(self, desk, stream, seq):
        return ()


class NoTables:
    """No bureau publishes tables here."""

    def due(self, _desk, _now):
        return False


class Claims:
    """What authors signed of their streams, as ``db.store.claims`` keeps it."""

    def heads(self, desk):
        claims = desk.disk.claims.items()
        return {
            name: max(signed) for name, signed in claims if signed and name not in desk.disk.mine
        }

    def next_batch(self, desk, stream, after):
        signed = desk.disk.claims.get(stream, {})
        last = min((seq for seq in signed if seq > after), default=0)
        rows = desk.disk.streams[stream][after:last]
        if not rows:
            return None
        data = tuple(row[0] for row in rows)
        return wire.Batch(stream, after + 1, data, rows[-1][2], signed[last])


def _project(desk, order):
    """Every record anew, in the order the operations came."""
    whole, desk.disk.streams = desk.disk.streams, {name: [] for name in desk.disk.streams}
    desk.disk.docs, desk.disk.order = {}, []
    for stream, seq in order:
        desk.disk.streams[stream] = whole[stream][:seq]
        desk.apply(decode(whole[stream][seq - 1][0]))
    desk.disk.streams = whole


def _rest_of_group(rows, more):
    found = []
    last = rows[-1] if rows else None
    for row in more:
        if last is None or decode(last[0]).group_end:
            break
        found.append(row)
        last = row
    return found
