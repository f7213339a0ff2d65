"""Garbage, collected while the reader pauses.

Python looks for it whenever enough has been made: within one key in three, for a tenth of the time
that its answer takes, and now and then for several times as long.
"""

from __future__ import annotations

import gc
from typing import Final

from kztimeline.tui.pauses import InPauses

_PAUSE: Final = 0.05
"""Seconds without a key before what was made of late is looked through."""
_REST: Final = 3.0
"""Seconds after that, without a key, before all is."""
_MOST: Final = 20_000
"""So many objects are not left for a pause, which may never come."""


class GarbageInPauses(InPauses):
    """Collects garbage when no key has come for a while, and else hardly ever."""

    def __init__(self) -> None:
        """Collect garbage from now on, but not among what there is, which stays."""
        super().__init__()
        gc.freeze()
        gc.set_threshold(_MOST)
        gc.enable()
        self.put_off()

    def put_off(self) -> None:
        """Begin the pause anew: a key has come."""
        self._wait(_PAUSE, self._collect_new)

    def _collect_new(self) -> None:
        gc.collect(1)
        self._wait(_REST, gc.collect)
