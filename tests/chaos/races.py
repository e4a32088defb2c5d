"""Schedules in which rounds meet: between two calls of one laptop another does its whole round."""

from tests.chaos.world import World

SHARE = 0.3
"""Before so many of the calls somebody else's round is done."""


class Race(World):
    """A schedule in which no laptop has the hub for itself."""

    def __init__(self, seed):
        super().__init__(seed)
        self.busy = []

    def fate(self, desk):
        found = super().fate(desk)
        if not self.calm and len(self.busy) == 1 and self.draw.random() < SHARE:
            other = self.draw.choice(self.desks)
            if other is not desk:
                self.say(f"  meanwhile {self.desks.index(other)}")
                self.round(other)
                self.say("  back")
        return found

    def round(self, desk):
        self.busy.append(desk)
        try:
            super().round(desk)
        finally:
            self.busy.pop()
