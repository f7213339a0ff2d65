"""Puts the checked form of the built-in timeline, and its index, into the wheel beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuiltForm(BuildHookInterface):  # type: ignore[type-arg]
    """Checks `events.yaml` and its cards while a wheel is built, and carries what came of it.

    The form is what the first start reads, the parts what its queries are answered from.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the form; an editable installation makes its own when it is first run."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from kztimeline.loading.cache import built_form
        from kztimeline.session.state.kept_index import parts_to_carry

        self._folder = TemporaryDirectory(prefix="kzt-form-")
        timeline = Path(self.root) / "events.yaml"
        for name, make in (("timeline.form", built_form), ("timeline.parts", parts_to_carry)):
            made = Path(self._folder.name) / name
            made.write_bytes(make(timeline))
            build_data["force_include"][str(made)] = f"kztimeline/data/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made."""
        if version != "editable":
            self._folder.cleanup()
