"""The timeline whose cards are written, its cards by their ids, and what lies in its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kztimeline.cli.arguments.pasted import as_argument
from kztimeline.cli.reporting import USAGE, fail, found_nothing, say, use_timeline
from kztimeline.loading.findings import FileError
from kztimeline.loading.loader import events_of
from kztimeline.loading.locations import (
    cards_folder,
    is_chosen_timeline,
    is_packaged,
    timeline_path,
    timelines_in,
)
from kztimeline.text.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from kztimeline.timeline.model import Event


def timelines_beside(of: Path) -> list[Path]:
    """Return the other timelines in the folder of one."""
    return [each for each in timelines_in(of.parent) if each.name != of.name]


def events_of_sharers(of: Path) -> dict[Path, tuple[Event, ...] | None]:
    """Return the events of the other timelines that read the same cards; None if unreadable."""
    sharers = [each for each in timelines_beside(of) if cards_folder(each) == cards_folder(of)]
    return {each: events_if_sound(each) for each in sorted(sharers)}


def events_if_sound(path: Path) -> tuple[Event, ...] | None:
    """Return the events of a timeline; None where its file is faulty."""
    try:
        return events_of(path)
    except FileError:
        return None


def own_timeline(
    option: Path | None, problem: str = "the cards of the built-in timeline are not changed"
) -> Path:
    """Return a timeline whose cards may be written; exit where they may not."""
    of = timeline_path(option)
    use_timeline(of)
    others = [] if is_chosen_timeline(option) else _own_here(of)
    if is_packaged(of) or others:
        remedy = f"Name the timeline with {_named(others)}."
        if not others:
            remedy = "Name a timeline of your own with --timeline."
        fail(problem, remedy, USAGE)
    return of


def say_which(option: Path | None) -> None:
    """Say that the built-in timeline is spoken of, where nobody has named one.

    Where timelines lie in the present folder, those may have been meant.
    """
    if not is_chosen_timeline(option):
        others = _own_here(of := timeline_path(option))
        which = "the one" if len(others) == 1 else "one of those"
        hint = f"; for {which} in this folder: {_named(others)}" if others else ""
        say(f"this is the built-in timeline, {of}{hint}")


def no_documents() -> NoReturn:
    """Say that a timeline has no documents, and exit."""
    found_nothing("this timeline has no documents; `kzt seeds add FILE` makes a card")


def _own_here(of: Path) -> list[Path]:
    """Return the timelines in the present folder, none where that is the one of `of`."""
    here = Path()
    try:
        return [] if here.samefile(of.parent) else timelines_in(here)
    except OSError:
        return []


def _named(timelines: list[Path]) -> str:
    return " or ".join(f"-t {as_argument(each)}" for each in timelines[:3])


def no_card(card: str, known: list[str]) -> NoReturn:
    """Say that no card has an id, and exit."""
    near = nearest(card, known)
    remedy = f"The cards are {', '.join(known)}." if known else "`kzt seeds add FILE` makes one."
    if near:
        remedy = did_you_mean(near, sentence=True)
    fail(f"there is no card {card!r}", remedy)
