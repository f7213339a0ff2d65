"""Typing a date: to go there, or to see the timeline as of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from kztimeline.dates.display import display
from kztimeline.dates.edtf import Date, parse
from kztimeline.session.limits import narrowed
from kztimeline.timeline.as_of import day_words
from kztimeline.tui.render.list.moves import row_at
from kztimeline.tui.render.notices import matches_text
from kztimeline.tui.workspace.going import select_row
from kztimeline.tui.workspace.prompt import Outcome, Prompt, Submitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.dates.typed.reading import Typed
    from kztimeline.session.view import View
    from kztimeline.timeline.model import Event
    from kztimeline.tui.workspace.workspace import Workspace


_AT_ONCE: Final = 5_000
"""Of up to this many events it is counted at each letter how many the filter hides."""
_STILL_TOLD: Final = "hides later events; texts may still mention them"


class JumpPrompt(Prompt):
    """Goes where a text leads as soon as it is a date; words are looked for."""

    label: ClassVar[str] = "date"
    hints: ClassVar[Sequence[str]] = (
        "feb 2012  ·  19 march 2019  ·  q3 2011  ·  the 1990s  ·  or words of an event",
        "feb 2012 · 19 march 2019 · the 1990s · or words of an event",
        "feb 2012 · 19 march 2019 · or words",
        "a date, or words of an event",
    )

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._near = selected_date(workspace)

    def use(self, text: str, start: View) -> Outcome:
        """Go where a text leads; where it is not a date, to where the typing began."""
        workspace = self.workspace
        typed = self._read(text)
        if typed.date is None or not workspace.session.shown:
            workspace.ask(cursor=start.cursor, asked=start.asked, page=start.page, day=start.day)
            if typed.refusal:
                return Outcome("unfinished") if typed.unfinished else Outcome("", typed.refusal)
            return Outcome("" if typed.date else self._words_told(text))
        event, inside = select_at(workspace, typed.date)
        where = display(typed.date) if inside else _nearest(workspace, typed.date, event)
        return Outcome(" · ".join(filter(None, (where, typed.note))))

    def submit(self, text: str, _start: View) -> Submitted:
        """Go to the date or the words; where the preview led is no step of its own."""
        typed = self._read(text)
        refusal = typed.refusal or ("" if typed.date else self._words_refused(text))
        return Submitted(refusal, keeps=False, then=partial(self._go, text, typed))

    def _words_told(self, text: str) -> str:
        """Return how many events have the words of a text that is not a date as yet."""
        from kztimeline.tui.prompts.find import words_found

        found = words_found(self.workspace, text) if text else None
        if found is None:
            return ""
        return f"words: {matches_text(*found)}" if any(found) else "not a date, and in no event"

    def _words_refused(self, text: str) -> str:
        """Return why a text that is not a date leads to no event; nothing where it does."""
        from kztimeline.query import QueryError, parse_query
        from kztimeline.tui.prompts.find import unfound_words_text, words_found

        try:
            parse_query(text, self.workspace.session.timeline)
        except QueryError as mistake:
            return str(mistake)
        if not text or words_found(self.workspace, text) != (0, 0):
            return ""
        return unfound_words_text(self.workspace, text)

    def _go(self, text: str, typed: Typed) -> None:
        if typed.date is not None:
            if self.workspace.session.shown:
                go_to_date(self.workspace, typed.date, typed.note)
        elif text:
            from kztimeline.tui.prompts.find import seek

            seek(self.workspace, text)

    def _read(self, text: str) -> Typed:
        """Return what a text is; distances are counted from where the typing began."""
        from kztimeline.dates.typed.reading import read_typed

        workspace = self.workspace
        years = workspace.session.timeline.years
        found = read_typed(text, self._near, workspace.today(), years)
        words = f" {workspace.key('find')} finds words." if found.unfinished else ""
        return found._replace(refusal=f"{found.refusal}{words}") if found.refusal else found


class AsOfPrompt(Prompt):
    """Hides all that came after a day."""

    label: ClassVar[str] = "as of"
    hints: ClassVar[Sequence[str]] = (
        "feb 2012  ·  19 march 2019  ·  2006  ·  leave empty for all days",
        "feb 2012 · 2006 · leave empty for all days",
        "leave empty for all days",
    )
    replaces: ClassVar[bool] = True

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._near = selected_date(workspace)

    def text(self) -> str:
        """Return the present day, or that of the selected event."""
        session = self.workspace.session
        if session.view.as_of:
            return _typeable(session.view.as_of)
        event = session.event
        day = event and (event.date.latest or event.date.earliest)
        return _typeable(day.isoformat()) if day else ""

    def use(self, text: str, _start: View) -> Outcome:
        """Say which day a text means."""
        typed = self._read(text)
        day = typed.date.latest if typed.date else None
        if day is None:
            return Outcome("", "" if typed.unfinished else typed.refusal)
        told = (f"as of {day_words(day.isoformat())}", typed.note, _STILL_TOLD)
        return Outcome(" · ".join(filter(None, told)))

    def submit(self, text: str, _start: View) -> Submitted:
        """Show the timeline as of the day; an empty text shows all days."""
        typed = self._read(text)
        as_of = typed.date.text if typed.date else ""
        see = partial(self.workspace.ask, as_of=as_of)
        return Submitted(typed.refusal, keeps=False, then=see)

    def _read(self, text: str) -> Typed:
        from kztimeline.dates.typed.reading import EXAMPLES, Typed, read_typed

        years = self.workspace.session.timeline.years
        found = read_typed(text, self._near, self.workspace.today(), years)
        if found.date is not None and found.date.latest is None:
            return Typed(refusal=f"“{text}” is open-ended; give the last day to show.")
        if text and not (found.date or found.refusal):
            return Typed(refusal=f"“{text}” is not a date; write {EXAMPLES}.", unfinished=True)
        return found


def _typeable(day: str) -> str:
    """Return the day that 'as of' a date means, its year in four figures: '24 Aug 0079'."""
    words, _, year = day_words(day).rpartition(" ")
    return f"{words} {year.zfill(4)}"


def selected_date(workspace: Workspace) -> Date | None:
    """Return what distances are counted from: the date selected, on the page of a day that day."""
    session = workspace.session
    if session.view.page == "day" and session.view.day:
        return parse(session.view.day)
    return session.event.date if session.event else None


def go_to_date(workspace: Workspace, date: Date, note: str = "") -> None:
    """Select the first event shown that begins in a date, or the nearest after it."""
    event, inside = select_at(workspace, date)
    if inside:
        where = " · ".join(filter(None, (display(date), note)))
    else:
        where = _no_event(workspace, date, event, note)
    # From a marked event one goes on to measure: how far it is stands first.
    workspace.say(" · ".join(filter(None, (workspace.session.measure(), where))))


def point_at(workspace: Workspace, date: Date, *, is_dragged: bool) -> None:
    """Go where the pointer is on the overview; while it is dragged only the event is selected."""
    session = workspace.session
    if not session.shown:
        return
    if is_dragged:
        select_row(workspace, row_at(session.timeline, workspace.list.arrangement, date)[0])
    else:
        go_to_date(workspace, date)


def select_at(workspace: Workspace, date: Date) -> tuple[Event, bool]:
    """Select the event to go to for a date; return it, and whether it begins in the date."""
    row, inside = row_at(workspace.session.timeline, workspace.list.arrangement, date)
    session = workspace.session
    event = session.as_known(session.timeline.events[session.shown[row]])
    day = date.text if workspace.session.view.page == "day" else ""
    workspace.ask(cursor=event.id, asked=date.text, day=day)
    return event, inside


def _nearest(workspace: Workspace, date: Date, event: Event) -> str:
    """Return in a few words that nothing begins in a date, and what is next to it."""
    hidden = _hidden_by_filter(workspace, date)
    said = f"{hidden:,} hidden by the filter" if hidden else ""
    many = len(workspace.session.timeline.events) > _AT_ONCE
    begun = many or _has_events(workspace, date)
    nothing = f"nothing{' begins' if begun else ''} {_at(date)}"
    return " · ".join(filter(None, (nothing, _next_to(date, event), said)))


def _hidden_by_filter(workspace: Workspace, date: Date) -> int:
    """Return how many events of a date the filter hides; 0 where counting would take time."""
    session = workspace.session
    events = session.timeline.events
    if not session.view.active_query or session.view.as_of or len(events) > _AT_ONCE:
        return 0
    shown = set(session.shown)
    return sum(event.date.overlaps(date) for at, event in enumerate(events) if at not in shown)


def _no_event(workspace: Workspace, date: Date, event: Event, note: str) -> str:
    shown = " shown" if narrowed(workspace.session.view) else ""
    verb = " begins" if _has_events(workspace, date) else ""
    beside = f" ({note})" if note else ""
    said = f"No event{shown}{verb} {_at(date)}; {_next_to(date, event)}{beside}."
    if hidden := _hidden_by_filter(workspace, date):
        said += f" {hidden:,} hidden by the filter; {workspace.key('toggle_filter')} turns it off."
    return said


def _has_events(workspace: Workspace, date: Date) -> bool:
    """Tell whether an event that is shown may have gone on in a date."""
    dates = workspace.session.timeline.columns.dates
    on_it = [each.overlaps(date) for each in dates.distinct]
    return any(on_it[dates.numbers[position]] for position in workspace.session.shown)


def _at(date: Date) -> str:
    """Return a date in words with the preposition that goes with it."""
    return f"{'on' if date.day else 'in'} {display(date)}"


def _next_to(date: Date, event: Event) -> str:
    """Return where the nearest event is: the next one, or the last of all."""
    after = event.date.sort_key[0] >= date.sort_key[0]
    there = display(event.date)
    if date.year is not None:
        there = there.removesuffix(f" {date.year}")
    return f"{'next is' if after else 'the last is'} {there}"
