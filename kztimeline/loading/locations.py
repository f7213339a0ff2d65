"""Where things are kept: the built-in timeline, caches, settings, documents."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
TIMELINE_VARIABLE = "KZT_TIMELINE"


def builtin_timeline() -> Path:
    """Return the timeline that comes with the program.

    A wheel carries it inside the package, a checkout at its top.
    """
    packaged = _PACKAGE / "data" / "events.yaml"
    return packaged if packaged.exists() else _PACKAGE.parent / "events.yaml"


def built_form() -> Path:
    """Return where a wheel carries the checked form of the built-in timeline."""
    return _PACKAGE / "data" / "timeline.form"


def is_packaged(timeline: Path) -> bool:
    """Tell whether a timeline lies within the installed package, which is not to be changed."""
    return timeline.resolve().is_relative_to(_PACKAGE)


def timeline_path(option: Path | None = None) -> Path:
    """Return the timeline to read: an option's, the environment's, or the built-in one."""
    if option is not None:
        return option
    named = os.environ.get(TIMELINE_VARIABLE)
    return Path(named).expanduser() if named else builtin_timeline()


def cards_folder(timeline: Path) -> Path:
    """Return the folder with the cards of the documents that a timeline is made from."""
    return timeline.parent / "seeds"


def user_cache() -> Path:
    """Return the folder for what can be made again at any time."""
    from platformdirs import user_cache_path

    return user_cache_path("kztimeline")


def user_config() -> Path:
    """Return the folder for what the user decides."""
    from platformdirs import user_config_path

    return user_config_path("kztimeline")


def user_state() -> Path:
    """Return the folder for what the user leaves behind: pins, notes, views."""
    from platformdirs import user_state_path

    return user_state_path("kztimeline")
