"""Puts the checked form of the built-in timeline into the wheel, beside the timeline."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuiltForm(BuildHookInterface):  # type: ignore[type-arg]
    """Checks `events.yaml` and its cards while a wheel is built, and carries what came of it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the form; an editable installation makes its own when it is first run."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from kztimeline.loading.cache import built_form

        self._folder = TemporaryDirectory(prefix="kzt-form-")
        form = Path(self._folder.name) / "timeline.form"
        form.write_bytes(built_form(Path(self.root) / "events.yaml"))
        build_data["force_include"][str(form)] = "kztimeline/data/timeline.form"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made."""
        if version != "editable":
            self._folder.cleanup()
