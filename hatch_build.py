"""Puts the built-in timeline, checked and packed, and its index, into the wheel beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CarriedTimeline(BuildHookInterface):  # type: ignore[type-arg]
    """Checks `events.yaml` and its cards while a wheel is built, and carries what came of it.

    The packed timeline is what the first start reads, the parts what its queries are answered from.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make both; an editable installation makes its own when it is first run."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from kztimeline.loading.cache import timeline_to_carry
        from kztimeline.session.state.kept_index import parts_to_carry

        self._folder = TemporaryDirectory(prefix="kzt-packed-")
        timeline = Path(self.root) / "events.yaml"
        carried = {"timeline.packed": timeline_to_carry, "timeline.parts": parts_to_carry}
        for name, make in carried.items():
            made = Path(self._folder.name) / name
            made.write_bytes(make(timeline))
            build_data["force_include"][str(made)] = f"kztimeline/data/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made."""
        if version != "editable":
            self._folder.cleanup()
