"""The timeline on the screen: what the reader does becomes a new view, and is drawn.

Keys and clicks only make another `View`. Where it needs a query answered, a worker
does that and sends the answer; `_apply` is the one place where a view takes effect.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen

from kztimeline.dates import display, parse
from kztimeline.layout import WIDE
from kztimeline.tui.actions import Action, Situation, action_of, key_name, possible
from kztimeline.tui.detail_view import DetailView
from kztimeline.tui.lines import KeyLine, TitleLine, TrackLine
from kztimeline.tui.messages import Purpose, Typed
from kztimeline.tui.movement import next_hit, row_at
from kztimeline.tui.overview import LARGE, Overview
from kztimeline.tui.painting import Painted
from kztimeline.tui.search import Found, Search
from kztimeline.tui.timeline_view import TimelineView
from kztimeline.tui.wording import choice_text, count_text, empty_text, invitation
from kztimeline.view import ALL_IMPORTANCES, History, View

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from kztimeline.dates import Date
    from kztimeline.model import Event, Timeline
    from kztimeline.query import QueryError
    from kztimeline.tui.bar import Bar
    from kztimeline.tui.live import Live

_IDLE = 0.3
_TALL = 30
_HIGH = 48
_KEYS_BESIDE_TYPING = {"down", "up", "pagedown", "pageup"}


class TimelineScreen(Screen[None]):
    """The list with its lines, the overview above and the detail beside it."""

    AUTO_FOCUS = ""

    class Answered(Message):
        """A worker has answered the queries of a view."""

        def __init__(self, number: int, found: Found, hits: Found | None) -> None:
            super().__init__()
            self.number = number
            self.found = found
            self.hits = hits

    class Mistaken(Message):
        """A worker could not read a query."""

        def __init__(self, number: int, mistake: QueryError) -> None:
            super().__init__()
            self.number = number
            self.mistake = mistake

    class Understood(Message):
        """A worker has read what was typed as a date, or as words."""

        def __init__(self, text: str, date: Date | None) -> None:
            super().__init__()
            self.text = text
            self.date = date

    def __init__(
        self,
        timeline: Timeline,
        actions: tuple[Action, ...],
        read_text: Callable[[str], str | None],
    ) -> None:
        super().__init__()
        self.timeline = timeline
        self.actions = actions
        self._search = Search(timeline)
        self._importances = bytes(event.importance for event in timeline.events)
        first = timeline.events[0].id if timeline.events else None
        self.history = History(View(cursor=first))
        self._found = self._search.everything
        self.hits: Found | None = None
        self._pending: dict[str, object] = {}
        self._asked = 0
        self._before_typing: History | None = None
        self._seek_from: int | None = None
        self._destination: History | None = None
        self._later: Timer | None = None
        self._bar: Bar | None = None
        self._title_line = TitleLine(timeline.title, id="title")
        self._overview = Overview(timeline, id="overview")
        self._track_line = TrackLine(timeline, id="tracks")
        self.list_view = TimelineView(timeline, self._found, id="events")
        self.detail = DetailView(timeline, read_text, id="detail")
        self._key_line = KeyLine(id="keys")
        self._list_column = Vertical(id="list")

    @property
    def view(self) -> View:
        """What is shown at present."""
        return self.history.present

    @property
    def course(self) -> History:
        """Where undo and redo go on from: the history, or the place in it on the way to."""
        return self._destination or self.history

    @property
    def event(self) -> Event | None:
        """The selected event."""
        position = self.list_view.position
        return None if position is None else self.timeline.events[position]

    @property
    def shown(self) -> Sequence[int]:
        """The positions of the events shown."""
        return self.list_view.arrangement.shown

    @property
    def situation(self) -> Situation:
        """What decides which actions are possible."""
        event, view = self.event, self.view
        return Situation(
            shown=event is not None,
            two_tracks=len(self.timeline.tracks) > 1,
            reading=view.reading,
            detail=event is not None and (view.reading or self.size.width >= WIDE),
            links=bool(event and (event.links or event.id in self.timeline.links_back)),
            query=bool(view.query),
            find=bool(view.find),
            undo=bool(self.history.past),
            redo=bool(self.history.future),
            file=bool(self.timeline.path),
        )

    @cached_property
    def live(self) -> Live:
        """What reads the files of the timeline again."""
        from kztimeline.tui.live import Live

        return Live(self)

    def key(self, action: str) -> str:
        """Return the first key of an action, as it is printed on a keyboard."""
        return next(key_name(item.keys[0]) for item in self.actions if item.id == action)

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self._title_line
        yield self._overview
        with Horizontal(id="body"):
            with self._list_column:
                yield self._track_line
                yield self.list_view
            yield self.detail
        yield self._key_line

    def on_mount(self) -> None:
        """Show the first view."""
        self._show_events()
        self.set_timer(_IDLE, self._prepare)

    def _prepare(self) -> None:
        self.run_worker(self._search.prepare, thread=True, group="prepare")
        if self.timeline.path:
            self.live.start()

    def take(self, timeline: Timeline, search: Search | None = None) -> None:
        """Show another version of the timeline by the same view.

        Args:
            timeline: What the files say now.
            search: What answers queries on it, where that has been prepared.
        """
        from kztimeline.tui.succession import successor

        before, self.timeline = self.timeline, timeline
        self._search = search or Search(timeline)
        self._importances = bytes(event.importance for event in timeline.events)
        self._asked += 1

        def follow(view: View) -> View:
            return view.but(cursor=successor(before, timeline, view.cursor))

        self.history = self.history.each(follow)
        if self._destination is not None:
            self._destination = self._destination.each(follow)
        if self._before_typing is not None:
            self._before_typing = self._before_typing.each(follow)
            self._seek_from = None
        if "cursor" in self._pending:
            self._pending["cursor"] = follow(self.view.but(**self._pending)).cursor
        for widget in self.query(Painted):
            widget.take(timeline)
        self._found = self._answer_now("query", self.view.active_query) or self._search.everything
        self.hits = self._answer_now("find", self.view.find)
        self._show_events()
        if self._pending:
            self.ask(record=False)

    def _answer_now(self, name: str, query: str) -> Found | None:
        """Answer a query of the present view, or drop it where it can no longer be read."""
        from kztimeline.query import QueryError

        try:
            return self._search.run(query) if query else None
        except QueryError as mistake:
            self.history = self.history.amend(self.view.but(**{name: ""}))
            self.say(f"{query} is dropped: {mistake}")
            return None

    def on_resize(self) -> None:
        """Use the room there is."""
        self._fit()
        self._show_state()
        self._follow_with_overview()

    def _fit(self) -> None:
        """Decide what there is room for.

        That is done here and not with breakpoints in the style sheet, because those
        style every widget a second time before the first paint.
        """
        size, reading = self.size, self.view.reading
        wide = size.width >= WIDE
        self.list_view.use_lanes(wide and len(self.timeline.tracks) > 1)
        self._overview.display = size.height >= _TALL
        self._overview.styles.height = 7 if size.height >= _HIGH else 5
        self._list_column.display = wide or not reading
        self.detail.display = wide or reading
        self.detail.set_class(reading and wide, "-reading")
        self.detail.set_class(not wide, "-alone")

    # What the reader does

    def on_key(self, event: events.Key) -> None:
        """Do what a key means, before any later key is looked at."""
        if not self.is_current:
            return
        taken = self.take_key(event)
        if not taken and self._bar is not None and event.character and event.is_printable:
            # It was typed for the bar, but before the bar had the keys.
            self._bar.insert(event.character)
            taken = True
        if taken:
            event.stop()
            event.prevent_default()

    def take_key(self, event: events.Key) -> bool:
        """Do what a key means in the present situation; False where that is nothing here.

        The bar asks as well, so that no key goes astray between the two however fast
        they come, as they do over a slow connection.
        """
        printable = event.is_printable and event.character != " "
        key = event.character if printable and event.character else event.key
        if self._bar is not None:
            return self._take_key_of_bar(self._bar, key)
        action = action_of(self.actions, key, self.situation)
        if action is not None:
            self.do(action.id)
        return action is not None

    def _take_key_of_bar(self, bar: Bar, key: str) -> bool:
        if key == "enter":
            self._submit(bar.purpose, bar.text.strip())
        elif key == "escape":
            self._close_bar()
        elif key == "tab":
            bar.complete()
        elif key in _KEYS_BESIDE_TYPING:
            action = action_of(self.actions, key, self.situation)
            if action is not None:
                self.do(action.id)
        else:
            return False
        return True

    def possible_actions(self) -> list[Action]:
        """Return what can be done now."""
        return list(possible(self.actions, self.situation))

    def do(self, action: str) -> None:
        """Do an action of the registry."""
        from kztimeline.tui.commands import COMMANDS

        self._key_line.say("")
        COMMANDS[action](self)

    def say(self, message: str) -> None:
        """Tell the reader something until the next key."""
        self._key_line.say(message)

    def move(self, row: int | None) -> None:
        """Select the event in a row of the list."""
        if row is not None:
            position = self.shown[row]
            self.ask(record=False, cursor=self.timeline.events[position].id)

    def visit(self, event: Event) -> bool:
        """Select an event from afar, so that undo returns; False where it is hidden."""
        if self.list_view.arrangement.row_of(self.timeline.position[event.id]) is None:
            switch = self.key("toggle_filter")
            self.say(f"The filter hides this event; {switch} switches the filter off.")
            return False
        self.ask(cursor=event.id)
        return True

    def ask(self, record: bool = True, **changes: object) -> None:
        """Show another view; one that needs a query answered follows when it is.

        Args:
            record: Whether undo comes back to the present view.
            changes: The fields of the view that change.
        """
        self._pending.update(changes)
        self._asked += 1
        view = self.view.but(**self._pending)
        if (view.active_query, view.find) == (self.view.active_query, self.view.find):
            self._pending.clear()
            self._apply(view, record)
            return
        number = self._asked

        def answer() -> None:
            self._answer(number, view)

        self.run_worker(answer, thread=True, exclusive=True, group="query")

    def travel(self, history: History) -> None:
        """Show an earlier or later view of the history."""
        if history is self.course:
            return
        target = history.present
        self._destination = history
        self.ask(record=False, **{item.name: getattr(target, item.name) for item in fields(View)})

    def _answer(self, number: int, view: View) -> None:
        """Answer the queries of a view; runs in a thread."""
        from kztimeline.query import QueryError

        try:
            found = self._search.run(view.active_query)
            hits = self._search.run(view.find) if view.find else None
        except QueryError as mistake:
            self.post_message(self.Mistaken(number, mistake))
        else:
            self.post_message(self.Answered(number, found, hits))

    @on(Answered)
    def _answered(self, message: Answered) -> None:
        if message.number != self._asked:
            return
        view = self.view.but(**self._pending)
        self._pending.clear()
        if self._bar is not None and not message.found.positions and self._bar.unfinished:
            self._bar.show_count(self._count())
            return
        self._found, self.hits = message.found, message.hits
        self._apply(view, record=self._before_typing is None)
        self._seek()
        if self._bar is not None:
            self._bar.show_count(self._count_of_bar())
        else:
            self._end_typing()

    @on(Mistaken)
    def _mistaken(self, message: Mistaken) -> None:
        if message.number != self._asked:
            return
        self._pending.clear()
        self._destination = None
        if self._bar is not None:
            self._bar.show_mistake(message.mistake)
        else:
            self._end_typing()
            self.say(str(message.mistake))

    # How a view takes effect

    def _apply(self, view: View, record: bool) -> None:
        before = self.view
        base, self._destination = self.course, None
        self.history = base.record(view) if record else base.amend(view)
        if before.reading != view.reading:
            self._fit()
        if before.same_choice(view):
            self.list_view.select(self._anchor())
            self._show_state()
        else:
            self._show_events()

    def _anchor(self) -> int | None:
        cursor = self.view.cursor
        return None if cursor is None else self.timeline.position[cursor]

    def _show_events(self) -> None:
        shown = self._found.positions
        if self.view.importance < ALL_IMPORTANCES:
            most, importances = self.view.importance, self._importances
            shown = [position for position in shown if importances[position] <= most]
        self.list_view.show_events(
            shown,
            self._found,
            self.hits,
            self._anchor(),
            empty_text(self.view, self.key)
            if self.timeline.events
            else invitation(bool(self.timeline.path), self.key),
        )
        self._show_state()
        self._follow_with_overview()

    def _follow_with_overview(self) -> None:
        """Draw the overview after the list, at many events when typing pauses."""
        if self._later is not None:
            self._later.stop()
        delay = 0.1 if len(self.timeline.events) > LARGE else 0.001
        self._later = self.set_timer(delay, self._show_overview)

    def _show_overview(self) -> None:
        self._later = None
        self._overview.show_events(self.shown)
        self._show_window()

    def _show_state(self) -> None:
        self._title_line.show_state(self._count(), choice_text(self.view))
        self.detail.show_event(self.event, self.list_view.highlights)
        self._show_window()
        self._key_line.show_actions(self.possible_actions())

    def _count(self) -> str:
        return count_text(
            self.view, len(self.shown), self._found.certain, len(self.timeline.events)
        )

    def _show_window(self) -> None:
        layout = self.list_view.arrangement
        seen = self.list_view.seen_rows()
        window = seen and (layout.shown[seen[0]], layout.shown[seen[1]])
        self._track_line.show_year(self.list_view.year_out_of_sight(), self.list_view.columns)
        self._overview.show_window(window, self.list_view.position)

    # The bar

    def open_bar(self, purpose: Purpose) -> None:
        """Open the line for typing."""
        from kztimeline.tui.bar import Bar

        text = {"filter": self.view.query, "find": self.view.find, "jump": ""}[purpose]
        self._before_typing = self.history
        self._seek_from = self.list_view.position if purpose == "find" else None
        self._bar = Bar(purpose, text, self._search.complete, self.take_key)
        self._key_line.display = False
        self.mount(self._bar)

    def _close_bar(self) -> None:
        """Close the bar at once, so that no further key is typed into it."""
        if self._bar is None:
            return
        self._bar.remove()
        self._bar = None
        self._key_line.display = True
        self.set_focus(None)
        if not self._pending:
            self._end_typing()

    def _end_typing(self) -> None:
        """Make all that was typed in the bar one change, for undo."""
        if self._before_typing is not None:
            self.history = self._before_typing.record(self.view)
            self._before_typing = self._seek_from = None
        self._show_state()

    def _count_of_bar(self) -> str:
        if self._bar is not None and self._bar.purpose == "find" and self.hits is not None:
            return f"{len(self.hits.positions)} found"
        return self._count()

    def _seek(self) -> None:
        """Go to the first event found from where the search began."""
        if self._seek_from is None or self.hits is None:
            return
        hits = self.hits.positions
        row = next_hit(self.list_view.arrangement, hits, self._seek_from - 1, 1)
        if row is not None:
            self.move(row)
        if self._before_typing is not None:
            return
        self._seek_from = None
        if row is not None:
            further = self.key("next_match")
            self.say(
                "1 event has these words."
                if len(hits) == 1
                else f"{len(hits)} events have these words; {further} goes to the next."
            )
        elif hits:
            switch = self.key("toggle_filter")
            self.say(f"The filter hides the events with these words; {switch} switches it off.")
        else:
            self.say(f"No date and no words of an event: {self.view.find}")
            self.ask(record=False, find="")

    @on(Typed)
    def _typed(self, message: Typed) -> None:
        self._use_text(message.purpose, message.text.strip())

    def _use_text(self, purpose: Purpose, text: str) -> None:
        if purpose == "filter":
            self.ask(query=text, filtering=True)
        elif purpose == "find":
            self.ask(find=text)

    def _submit(self, purpose: Purpose, text: str) -> None:
        if purpose == "jump":
            self._close_bar()
            if text:
                self._read_jump(text)
        elif self._bar is not None and not self._bar.mistaken:
            # Keys may come faster than the bar reports its text.
            self._use_text(purpose, text)
            self._close_bar()

    def _read_jump(self, text: str) -> None:
        """Have a worker read a date; words take a library that is slow to load."""
        event = self.event
        today = (event.date.earliest if event else None) or dt.date.today()

        def read() -> None:
            from kztimeline.tui.phrases import read_date

            self.post_message(self.Understood(text, read_date(text, today)))

        self.say(f"Looking for {text} …")
        self.run_worker(read, thread=True, exclusive=True, group="jump")

    @on(Understood)
    def _understood(self, message: Understood) -> None:
        if not self.shown:
            return
        if message.date is None:
            self._seek_from = 0
            if message.text == self.view.find:
                self._seek()
            else:
                self.ask(find=message.text)
        else:
            self._go_to_date(message.date)

    def _go_to_date(self, date: Date) -> None:
        row, inside = row_at(self.timeline, self.list_view.arrangement, date)
        self.ask(cursor=self.timeline.events[self.shown[row]].id)
        if inside:
            self.say(f"{display(date)}")
        else:
            self.say(f"Nothing shown begins in {display(date)}; this is the nearest after it.")

    # The mouse

    @on(TimelineView.Chosen)
    def _chosen(self, message: TimelineView.Chosen) -> None:
        self.say("")
        event = self.timeline.events[message.position]
        reading = self.view.reading or message.twice
        self.ask(record=False, cursor=event.id, reading=reading)

    @on(TimelineView.Scrolled)
    def _scrolled(self) -> None:
        self._show_window()

    @on(DetailView.Followed)
    def _followed(self, message: DetailView.Followed) -> None:
        self.visit(self.timeline.event(message.target))

    @on(KeyLine.Pressed)
    def _pressed(self, message: KeyLine.Pressed) -> None:
        self.do(message.action)

    @on(Overview.Clicked)
    def _clicked(self, message: Overview.Clicked) -> None:
        if self.shown:
            self._go_to_date(parse(message.day.isoformat()))
