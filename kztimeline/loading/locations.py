"""Where things are kept: the built-in timeline, caches, settings, documents."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

_PACKAGE = Path(__file__).resolve().parent.parent
TIMELINE_VARIABLE = "KZT_TIMELINE"
CARD_PATTERN = "*.yaml"
_CARDS = "seeds"
_HEAD: Final = re.compile(rb"^[\"']?(timeline|events)[\"']?:", re.MULTILINE)
TIMELINE_SUFFIXES: Final = (".yaml", ".yml")
_TIMELINES: Final = tuple(f"*{suffix}" for suffix in TIMELINE_SUFFIXES)
_BEGINNING: Final = 16 * 1024
NO_HOME = Path("/dev/null/no home folder")
"""Stands for folders of a user who has none: nothing is there, and nothing can be written."""


def builtin_timeline() -> Path:
    """Return the timeline that comes with the program.

    A wheel carries it inside the package, a checkout at its top.
    """
    packaged = _PACKAGE / "data" / "events.yaml"
    # Not there is also what may not be looked at, as after a change of user.
    is_there = os.path.exists(packaged)  # noqa: PTH110  which fails at the latter
    return packaged if is_there else _PACKAGE.parent / "events.yaml"


def carried_timeline() -> Path:
    """Return where a wheel carries the built-in timeline, checked and packed."""
    return _PACKAGE / "data" / "timeline.packed"


def carried_parts() -> Path:
    """Return where a wheel carries what queries on the built-in timeline are answered from."""
    return _PACKAGE / "data" / "timeline.parts"


def is_packaged(timeline: Path) -> bool:
    """Tell whether a timeline lies within the installed package, which is not to be changed."""
    return Path(os.path.realpath(timeline)).is_relative_to(_PACKAGE)


def timeline_path(option: Path | None = None) -> Path:
    """Return the timeline to read: an option's, the environment's, or the built-in one."""
    if option is not None:
        return option
    named = os.environ.get(TIMELINE_VARIABLE)
    return at_home(named) if named else builtin_timeline()


def is_chosen_timeline(option: Path | None) -> bool:
    """Tell whether the reader says which timeline is meant."""
    return option is not None or bool(os.environ.get(TIMELINE_VARIABLE))


def timelines_in(folder: Path) -> list[Path]:
    """Return the files in a folder that look like timelines, in order of name."""
    found = [each for pattern in _TIMELINES for each in folder.glob(pattern)]
    return sorted(each for each in found if _is_timeline(each))


def _is_timeline(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            return _HEAD.search(stream.read(_BEGINNING)) is not None
    except OSError:
        return False


def at_home(name: str) -> Path:
    """Return a path whose `~` or `~somebody` is a home folder; as it is where nobody has one."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def cards_folder(timeline: Path) -> Path:
    """Return the folder with the cards of the documents that a timeline is made from.

    That is `seeds` beside it, or, where there is one, a folder of its own: of war.yaml
    `war-seeds`. Several timelines in one folder keep their cards apart by these.
    """
    own = own_cards_folder(timeline)
    # Not there is also what may not be looked at, or whose name is too long to be one.
    return own if os.path.isdir(own) else timeline.parent / _CARDS  # noqa: PTH112  never fails


def own_cards_folder(timeline: Path) -> Path:
    """Return the folder, which need not exist, that no timeline beside this one reads."""
    return timeline.parent / f"{timeline.stem}-{_CARDS}"


def is_cards_folder(folder: Path) -> bool:
    """Tell whether a folder has a name that those with cards have."""
    return folder.name == _CARDS or folder.name.endswith(f"-{_CARDS}")


def card_files(folder: Path) -> list[Path]:
    """Return the cards in a folder, in order of name; none where there is no folder.

    Hidden ones are what an editor or a system leaves there. What else may lie there in
    place of a file is among them: to pass it over would be to lose a card unseen.
    """
    return sorted(card for card in folder.glob(CARD_PATTERN) if not card.name.startswith("."))


def user_cache() -> Path:
    """Return the folder for what can be made again at any time."""
    from platformdirs import user_cache_path

    return _kept(user_cache_path)


def user_config() -> Path:
    """Return the folder for what the user decides."""
    from platformdirs import user_config_path

    return _kept(user_config_path)


def user_state() -> Path:
    """Return the folder for what the user leaves behind: pins, notes, views."""
    from platformdirs import user_state_path

    return _kept(user_state_path)


def _kept(find: Callable[[str], Path]) -> Path:
    """Return a folder of the user's, or one that cannot be where there is no home folder.

    Without one, platformdirs fails, or names a folder `~` wherever one happens to be.
    """
    try:
        folder = find("kztimeline")
    except RuntimeError:
        return NO_HOME
    return folder if folder.is_absolute() else NO_HOME
