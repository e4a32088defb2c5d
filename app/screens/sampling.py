"""The sampling sheet: the form of any paper, with the workbench of the draw below its sections."""

from __future__ import annotations

from app.screens.fill import FillScreen


class SamplingScreen(FillScreen):
    """A sampling sheet being filled in.

    Everything is the form's; ``sampling_bench`` adds the plan below the lot and the draw below the
    sampling date, wherever a sampling sheet is opened from.
    """
