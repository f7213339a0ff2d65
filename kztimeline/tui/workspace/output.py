"""Text that leaves the screen: to the terminal's clipboard, or into a file the reader names."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.export.briefing import write_briefing
from kztimeline.loading.files.disk import unknown_suffix, write_whole
from kztimeline.loading.files.remedies import remedy_of
from kztimeline.loading.locations import user_state
from kztimeline.session.limits import AS_OF, FILTER, limits_of
from kztimeline.session.selection import ids_where
from kztimeline.session.view import View
from kztimeline.text.cells import clean
from kztimeline.text.numbers import count_of, either
from kztimeline.timeline.citations import citations
from kztimeline.tui.workspace.choices import Doing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from kztimeline.export.briefing import BriefingForm, BriefingFormat
    from kztimeline.timeline.model import Event, Position, Timeline
    from kztimeline.tui.workspace.workspace import Workspace

LARGEST: Final = 70_000
"""Bytes that terminals take in one OSC 52 sequence; some take no more than 74,994."""

_NAME_LENGTH: Final = 50


def copy(workspace: Workspace, text: str, what: str, suffix: str = ".txt") -> None:
    """Copy a text and say what was copied and where else it is.

    Args:
        workspace: Where that is said.
        text: The text.
        what: What it is, such as '2 citations'.
        suffix: How the name of the file ends.
    """
    content = text.encode("utf-8", "replace")
    path = user_state() / f"copied{suffix}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
        kept, also = f"the text is in {short_path(path)}", f"also in {short_path(path)}"
    except OSError as error:
        kept = also = f"it could not be written to a file: {error.strerror or error}"
    size = f"{what}, {count_of(len(text), 'character')}"
    if len(content) > LARGEST:
        workspace.say(f"Too long to copy: {size}; {kept}")
    else:
        workspace.program.copy(text)
        workspace.say(f"Copied {size}; {also}")


def short_path(path: Path) -> str:
    """Return a path with the user's home written as ~."""
    whole = Path.cwd() / path
    try:
        return f"~/{whole.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(whole)


def ask_for_file(
    workspace: Workspace,
    prompt: str,
    name: str,
    what: str,
    make: Callable[[Path], bytes],
    suffixes: Sequence[str],
    most: int = 0,
    others: Sequence[str] = (),
) -> None:
    """Let the reader name a file and write it; what is hardly meant only when confirmed.

    That is to write over another file, a name without a suffix, and very much.

    Args:
        workspace: Where the question stands and the end is told.
        prompt: A word for what is written.
        name: The name to begin with.
        what: What is written, such as '12 events'.
        make: Returns the content for a path.
        suffixes: How the name may end, such as '.csv', if it has a suffix.
        most: How many events are written, where that is to be confirmed; else 0.
        others: How it may end besides, which is not offered.
    """
    confirmed = "", ""

    def accept(text: str) -> str | Doing:
        nonlocal confirmed
        if not text:
            return "Name a file, or cancel with esc."
        try:
            path = Path(text).expanduser()
            if path.exists() and not path.is_file():
                return f"{text} is a folder or a device; name a file."
            if suffix := unknown_suffix(path, (*suffixes, *others)):
                return f"No format has the suffix {suffix}; end the name in {either(suffixes)}."
            doubt = _doubt(path, text, suffixes, most)
        except (OSError, ValueError, RuntimeError) as error:
            return _cannot_be_written(text, error)
        # Another doubt than the one confirmed is one more: the file may be there by now.
        if doubt and confirmed != (text, doubt):
            confirmed = text, doubt
            return doubt
        # What is put in after a comma ends in one.
        told = f"{what}," if ", " in what else what
        writing = _Writing(workspace, path, text, told, make)
        return Doing(f"Writing {text} …", writing.begin, writing.give_up)

    hint = f"{what} · enter writes · esc cancels"
    workspace.dialogs.question(prompt, name, hint, accept, replace=True)


class _Writing:
    """A file on its way; it can be given up until its content is made.

    The content of many events takes seconds, in which the reader may think better of it.
    """

    def __init__(
        self,
        workspace: Workspace,
        path: Path,
        text: str,
        what: str,
        make: Callable[[Path], bytes],
    ) -> None:
        self._workspace, self._path, self._text = workspace, path, text
        self._what, self._make = what, make
        self._lock = Lock()
        self._is_made = self._is_given_up = False

    def begin(self, then: Callable[[str], object]) -> None:
        """Write the file off the interface's thread, and tell whether that went well."""

        def told(problem: str | None) -> None:
            if problem is None:
                return
            if not problem:
                self._workspace.say(f"Wrote {self._what} to {short_path(self._path)}")
            then(problem)

        self._workspace.program.work(self._write, told)

    def give_up(self) -> bool:
        """Give the file up and say so, unless it is being written already."""
        with self._lock:
            if not self._is_made:
                self._is_given_up = True
        if self._is_given_up:
            self._workspace.say(f"Canceled; {self._text} was not written.")
        return self._is_given_up

    def _write(self) -> str | None:
        """Return '' or why the file cannot be written; None where it was given up."""
        try:
            content = self._make(self._path)
            with self._lock:
                self._is_made = not self._is_given_up
            if self._is_given_up:
                return None
            write_whole(self._path, content)
        except (OSError, ValueError, RuntimeError) as error:
            return None if self._is_given_up else _cannot_be_written(self._text, error)
        return ""


def _cannot_be_written(text: str, error: Exception) -> str:
    if not isinstance(error, OSError):
        return f"{text} cannot be written: {error}"
    said = f"{text} cannot be written: {error.strerror or error}"
    return ". ".join(filter(None, (said, remedy_of(error))))


def _doubt(path: Path, text: str, suffixes: Sequence[str], most: int) -> str:
    """Return why a file is hardly meant to be written so, and what to press if it is."""
    if path.exists():
        return f"{text} exists; enter again overwrites, esc cancels."
    if not path.suffix:
        return f"{text} does not end in {either(suffixes)}; enter again writes it as it is."
    if most:
        return f"These are {count_of(most, 'event')}; enter again writes them all, esc cancels."
    return ""


class Briefing(NamedTuple):
    """What is handed on: the pinned events, or those shown."""

    timeline: Timeline
    events: Sequence[Event]
    pinned: bool
    notes: Mapping[str, str]
    notice: str
    scope: str
    possible: Collection[str] = ()

    @property
    def what(self) -> str:
        """How many events that is, in words."""
        return count_of(len(self.events), "event")

    def what_in(self, form: BriefingForm) -> str:
        """Say what is handed on in a form: on one page not all events may have room."""
        from kztimeline.export.briefing import BriefingForm

        return f"one page of {self.what}" if form is BriefingForm.page else self.what

    @property
    def named(self) -> str:
        """Which events these are, such as '2 pinned events'."""
        return count_of(len(self.events), "pinned event") if self.pinned else f"{self.what} shown"

    @property
    def citations(self) -> list[str]:
        """The citations of its events, each once."""
        found = (clean(text) for event in self.events for text in citations(self.timeline, event))
        return list(dict.fromkeys(found))

    def text_in(self, format: BriefingFormat, form: BriefingForm) -> str:
        """Return it in one of its formats and forms."""
        return write_briefing(
            self.timeline,
            self.events,
            self.notes,
            format,
            self.notice,
            scope=self.scope,
            form=form,
            possible=self.possible,
        )


def briefings_of(workspace: Workspace) -> list[Briefing]:
    """Return what may be handed on now, what is meant more likely first.

    That is the pins, unless the view hides one of them: then it is about something else.
    """
    timeline, notice = seen(workspace)
    session = workspace.session
    board, view = session.pinboard, View(as_of=session.view.as_of, pinned=True)
    among = sorted(board.positions)
    chosen = session.search.selector.select(view, among, board.positions).shown
    pinned = _events_at(session.timeline, chosen, timeline)
    shown, notes = events_shown(workspace, timeline)(), board.pins.notes_of_pinned()
    of_pins, of_shown = (
        Briefing(timeline, events, is_pins, notes, notice, _scope(workspace, is_pins), possible)
        for events, is_pins, possible in (
            (pinned, True, ids_where(session.timeline, chosen, session.chosen.possible)),
            (shown, False, possibly_shown(workspace)),
        )
    )
    if not pinned or shown == pinned:
        return [of_pins if pinned else of_shown]
    hidden = not set(chosen).issubset(session.shown)
    return [of_shown, of_pins] if hidden and shown else [of_pins, of_shown]


def _scope(workspace: Workspace, pinned: bool) -> str:
    """Return what was asked for what is handed on, as of when, and by what it is made."""
    from kztimeline.export.scope_line import day_of_export, scope_line
    from kztimeline.timeline.as_of import day_words

    view = workspace.session.view
    asked = "pinned events" if pinned else FILTER.words(view, workspace.session.timeline)
    as_of = day_words(view.as_of) if view.as_of else ""
    certain = view.certain and bool(view.active_query) and not pinned
    return scope_line(asked, as_of, day_of_export(), certain_only=certain)


def seen(workspace: Workspace) -> tuple[Timeline, str]:
    """Return the timeline as the view lets it be seen, and the notice that goes with it."""
    return workspace.session.chosen.timeline, workspace.session.chosen.notice


def events_shown(workspace: Workspace, timeline: Timeline) -> Callable[[], list[Event]]:
    """Return what makes the events of the list as it is now, as a timeline has them."""
    session = workspace.session
    return partial(_events_at, session.timeline, session.shown, timeline)


def _events_at(whole: Timeline, positions: Sequence[Position], timeline: Timeline) -> list[Event]:
    """Return the events at positions of a timeline, as another version of it has them."""
    return [timeline.event(whole.events[position].id) for position in positions]


def possibly_shown(workspace: Workspace) -> Collection[str]:
    """Return the ids of those events of the list that only possibly match."""
    session = workspace.session
    return ids_where(session.timeline, session.shown, session.as_seen.possible)


def file_name(workspace: Workspace, start: str, *, of_pins: bool = False) -> str:
    """Return a name that says what is chosen, such as 'events-topic-ferries-pins'.

    Pins are chosen whatever the view shows.
    """
    view = workspace.session.view
    if of_pins:
        view = View(pinned=True, as_of=view.as_of)
    on = list(limits_of(view))
    words = " ".join(limit.file_words(view) for limit in on if limit is not AS_OF)
    as_of = AS_OF.file_words(view) if view.as_of else ""
    return _slug(f"{_slug(f'{start} {words}')[:_NAME_LENGTH]} {as_of}")


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")
