"""The timeline on the screen: what the reader does becomes a new view, and is drawn.

Keys and clicks only make another `View`. Where it needs a query answered, a worker
does that and sends the answer; `_apply` is the one place where a view takes effect.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeAlias

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen

from kztimeline.choice import Chooser, first_known
from kztimeline.dates import display
from kztimeline.layout import WIDE
from kztimeline.tui.actions import Action, Situation, action_of, key_name, possible
from kztimeline.tui.detail_view import DetailView
from kztimeline.tui.lines import KeyLine, TitleLine, TrackLine
from kztimeline.tui.margin import Margin
from kztimeline.tui.messages import FacetClicked, Purpose, Typed
from kztimeline.tui.movement import next_hit, row_at
from kztimeline.tui.overview import LARGE, Overview
from kztimeline.tui.pages import Pages
from kztimeline.tui.painting import Painted
from kztimeline.tui.pinboard import Pinboard
from kztimeline.tui.resuming import Memory, resumed
from kztimeline.tui.search import Found, Search, as_seen
from kztimeline.tui.timeline_view import TimelineView
from kztimeline.tui.wording import choice_text, count_text, empty_text, invitation
from kztimeline.view import History, View

if TYPE_CHECKING:
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from kztimeline.dates import Date
    from kztimeline.model import Event, Timeline
    from kztimeline.query import Completion, QueryError
    from kztimeline.tui.bar import Bar
    from kztimeline.tui.facets import FacetPanel
    from kztimeline.tui.live import Live
    from kztimeline.tui.running_view import RunningView

Complete: TypeAlias = "Callable[[str, int], Sequence[Completion]]"
Leaves: TypeAlias = "Callable[[str], int | None]"

_IDLE = 0.3
_KEEP = 5.0
_LOW = 20
_TALL = 30
_HIGH = 40
_KEYS_BESIDE_TYPING = {"down", "up", "pagedown", "pageup"}


class TimelineScreen(Screen[None]):
    """The list with its lines, the overview above and the detail beside it."""

    AUTO_FOCUS = ""
    today: Callable[[], dt.date] = staticmethod(dt.date.today)

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

        def __init__(self, text: str, date: Date | None, purpose: Purpose) -> None:
            super().__init__()
            self.text = text
            self.date = date
            self.purpose = purpose

    def __init__(
        self,
        timeline: Timeline,
        actions: tuple[Action, ...],
        read_text: Callable[[str], str | None],
        memory: Memory | None = None,
        find_folder: Callable[[], Path | None] = lambda: None,
    ) -> None:
        super().__init__()
        self.timeline = timeline
        self.actions = actions
        self.search = Search(timeline)
        self._memory = memory or Memory()
        self._chooser = Chooser(timeline)
        self.history = History(View(cursor=first_known(timeline)))
        self.chosen = self._chooser.choose(self.view, self.search.everything.positions)
        self._margin = Margin(self)
        self._seen = timeline
        self._found = self.search.everything
        self.pinboard = Pinboard(lambda: self.timeline)
        self.hits: Found | None = None
        self._ahead = self.history
        self.facets: FacetPanel | None = None
        self._asked = 0
        self._before_typing: History | None = None
        self._seek_from: int | None = None
        self._later: Timer | None = None
        self._bar: Bar | None = None
        self._title_line = TitleLine(timeline.title, id="title")
        self._overview = Overview(timeline, id="overview")
        self._track_line = TrackLine(timeline, id="tracks")
        self.list_view = TimelineView(timeline, self._found, id="events")
        self.detail = DetailView(timeline, read_text, id="detail")
        self._key_line = KeyLine(id="keys")
        self.list_column = Vertical(id="list")
        self.pages = Pages(self, read_text, find_folder)
        self._sized = False
        self._until_sized = ExitStack()

    @property
    def view(self) -> View:
        """What is shown at present."""
        return self.history.present

    @property
    def ahead(self) -> History:
        """The history with what is asked for and not answered yet."""
        return self._ahead

    @property
    def coming(self) -> View:
        """What is shown as soon as its queries are answered."""
        return self._ahead.present

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
            shown=event is not None and view.page != "coverage",
            two_tracks=len(self.timeline.tracks) > 1,
            reading=self.pages.reading,
            detail=event is not None and (self.pages.reading or self.size.width >= WIDE),
            links=self.pages.front.has_links,
            query=bool(view.query),
            find=bool(view.find),
            undo=bool(self.history.past),
            redo=bool(self.history.future),
            only_pins=view.pinned,
            stepped=bool(view.opened or view.as_of or view.on_day),
            facets=self.facets is not None and self.facets.display,
            page=view.page,
            documents=bool(self.timeline.documents),
            linked=bool(event and (event.links or event.id in self.timeline.links_back)),
            trail=bool(view.trail),
            passages=self.pages.passages > 1,
            addresses=bool(self.pages.addresses),
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
            with self.list_column:
                yield self._track_line
                yield self.list_view
            yield self.detail
        yield self._key_line

    def on_mount(self) -> None:
        """Show the first view, drawn as soon as the room for it is known."""
        self._until_sized.enter_context(self.app.batch_update())
        self._resume()
        self._show_events()
        self.set_timer(_IDLE, self._prepare)
        self.set_interval(_KEEP, self._keep)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Keep the styles that everything was mounted with, when first shown."""
        event.refresh_styles = event.refresh_styles and self._sized

    def on_unmount(self) -> None:
        """Keep the last view."""
        self._keep()

    def _keep(self) -> None:
        self._memory.keep(self.view)

    def _resume(self) -> None:
        """Start with the view at which the reader left."""
        start = resumed(self.timeline, self.search, self._memory)
        if start is not None:
            self.history = self._ahead = History(start.view)
            self._found, self.hits = start.found, start.hits
        if start is not None and start.notice:
            self.say(start.notice)

    def _prepare(self) -> None:
        self.run_worker(self.search.prepare, thread=True, group="prepare")
        if self.timeline.path:
            self.live.start()

    def take(self, timeline: Timeline, search: Search | None = None) -> None:
        """Show another version of the timeline by the same view.

        Args:
            timeline: What the files say now.
            search: What answers queries on it, where that has been prepared.
        """
        from kztimeline.tui.succession import follower

        before, self.timeline = self.timeline, timeline
        self.search = search or Search(timeline)
        self._chooser = Chooser(timeline)
        self._seen = timeline
        self._asked += 1
        follow = follower(before, timeline)
        answered = self._ahead is self.history
        self.history = self.history.each(follow)
        self._ahead = self._ahead.each(follow)
        if self._before_typing is not None:
            self._before_typing = self._before_typing.each(follow)
            self._seek_from = None
        for widget in self.query(Painted):
            widget.take(timeline)
        self._ask_again()
        if answered:
            self._ahead = self.history
        self._show_events()
        self._fit()
        if self.facets is not None:
            self.facets.show_view(self.view)
        if not answered:
            self._head_for(self._ahead)

    def _ask_again(self) -> None:
        """Answer the queries of the present view, or drop what can no longer be read."""
        view = self.view
        query = partial(self.search.run, view.active_query, view.certain)
        self._found = self._answer_now("query", query) or self.search.everything
        hits = partial(self.search.run, view.find)
        self.hits = self._answer_now("find", hits) if view.find else None

    def _answer_now(self, name: str, answer: Callable[[], Found]) -> Found | None:
        from kztimeline.query import QueryError

        try:
            return answer()
        except QueryError as mistake:
            dropped = getattr(self.view, name)
            self.history = self.history.amend(self.view.but(**{name: ""}))
            self.say(f"{dropped} is dropped: {mistake}")
            return None

    def on_resize(self) -> None:
        """Use the room there is."""
        self._fit()
        if not self._sized:
            self._sized = True
            self._until_sized.close()
            self.call_after_refresh(self.show_pins)
        self._show_state()
        self._follow_with_overview()

    def _fit(self) -> None:
        """Decide what there is room for.

        That is done here and not with breakpoints in the style sheet, because those
        style every widget a second time before the first paint.
        """
        size, reading = self.size, bool(self.view.reading or self.view.page)
        wide = size.width >= WIDE
        self.list_view.use_lanes(wide and len(self.timeline.tracks) > 1)
        self._overview.display = self.has_band
        heights = ((_HIGH, 7), (_TALL, 5), (_LOW, 3))
        self._overview.styles.height = next(
            (lines for least, lines in heights if size.height >= least), 3
        )
        self._margin.fit()
        self.list_column.display = not reading
        self.detail.display = (wide or reading) and not self.view.page
        self.detail.set_class(reading or not wide, "-alone")
        self.pages.fit()
        if self.facets is not None:
            self.facets.make_room(self)

    @property
    def has_band(self) -> bool:
        """Whether there is room for the overview."""
        size = self.size
        alone = self.view.reading and size.width < WIDE
        return size.height >= (_TALL if alone else _LOW)

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
        if bar.take_key(key):
            return True
        if key == "enter":
            self._submit(bar.purpose, bar.text.strip())
        elif key == "escape":
            self._close_bar()
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

    def visit(self, event: Event, **changes: object) -> bool:
        """Select an event from afar, so that undo returns; False where it is hidden.

        Args:
            event: The event.
            changes: The fields of the view that change with it.
        """
        if self.list_view.arrangement.row_of(self.timeline.position[event.id]) is None:
            if self.view.pinned:
                self.say("Only the pins are shown, and this event is not pinned.")
                return False
            self.say(
                "This event is not important enough to be shown; "
                f"{self.key('importance_3')} shows all."
                if event.importance > self.view.importance
                else "The filter hides this event; "
                f"{self.key('toggle_filter')} switches the filter off."
            )
            return False
        self.ask(record=True, cursor=event.id, **changes)
        return True

    def ask(self, record: bool = True, **changes: object) -> None:
        """Show another view; one that needs a query answered follows when it is.

        Args:
            record: Whether undo comes back to the present view.
            changes: The fields of the view that change.
        """
        view = self._ahead.present.but(**changes)
        one_step = record and self._bar is None
        self._head_for(self._ahead.record(view) if one_step else self._ahead.amend(view))

    def show_view(self, view: View) -> None:
        """Show another view altogether; undo returns."""
        self._head_for(self._ahead.record(view))

    def travel(self, history: History) -> None:
        """Show an earlier or later view of the history."""
        if history is not self._ahead:
            self._head_for(history)

    def _head_for(self, history: History) -> None:
        self._ahead = history
        self._asked += 1
        number, view = self._asked, history.present
        if view.question == self.view.question:
            self._apply()
            return

        def answer() -> None:
            self._answer(number, view)

        self.run_worker(answer, thread=True, exclusive=True, group="query")

    def _answer(self, number: int, view: View) -> None:
        """Answer the queries of a view; runs in a thread."""
        from kztimeline.query import QueryError

        try:
            found = self.search.run(view.active_query, view.certain)
            hits = self.search.run(view.find) if view.find else None
        except QueryError as mistake:
            self.post_message(self.Mistaken(number, mistake))
        else:
            self.post_message(self.Answered(number, found, hits))

    @on(Answered)
    def _answered(self, message: Answered) -> None:
        if message.number != self._asked:
            return
        if self._waits_for_more(message.found):
            return
        self._found, self.hits = message.found, message.hits
        self._apply()
        self._seek()
        if self._bar is not None:
            self._bar.show_count(self._count_of_bar())
        else:
            self._end_typing()

    def _waits_for_more(self, found: Found) -> bool:
        """Tell whether what is typed so far is better not shown."""
        if self._bar is None:
            return False
        if found.positions or not self._bar.unfinished:
            return False
        self._ahead = self.history
        self._bar.show_count(self._count())
        return True

    @on(Mistaken)
    def _mistaken(self, message: Mistaken) -> None:
        if message.number != self._asked:
            return
        self._ahead = self.history
        if self._bar is not None:
            self._bar.show_mistake(message.mistake)
        else:
            self._end_typing()
            self.say(str(message.mistake))

    # How a view takes effect

    def _apply(self) -> None:
        before = self.view
        self.history = self._ahead
        view = self.view
        if self.pages.differ(before, view):
            self._fit()
        if before.same_choice(view.but(band=before.band, running=before.running)):
            self.list_view.select(self._anchor())
            self._show_state()
        else:
            self._show_events()
        if self.facets is not None:
            self.facets.show_view(view)

    def _anchor(self) -> int | None:
        cursor = self.view.cursor
        return None if cursor is None else self.timeline.position[cursor]

    def _show_events(self) -> None:
        view = self.view
        chosen = self.chosen = self._chooser.choose(view, self._found.positions)
        shown = self.pinboard.only_pinned(chosen.shown) if view.pinned else chosen.shown
        found = as_seen(self._found, chosen)
        self.list_view.show_zoom(view.zoom, view.opened)
        self.list_view.show_known(chosen.everything, chosen.ongoing)
        self.list_view.show_pins(self.pinboard.positions_so_far)
        self.list_view.show_events(shown, found, self.hits, self._anchor(), self._notice_if_empty())
        self._show_state()
        self._follow_with_overview()

    def show_pins(self) -> None:
        """Show what is pinned, after the first paint or a change."""
        if self.view.pinned:
            self._show_events()
        self.list_view.show_pins(self.pinboard.positions)
        self._show_pin_of_event()
        if self.pinboard.notice:
            self.say(self.pinboard.take_notice())

    def _show_pin_of_event(self) -> None:
        self.detail.show_pin(self.pinboard.note_on(self.event))

    def _follow_with_overview(self) -> None:
        """Draw the overview after the list, at many events when typing pauses."""
        if self._later is not None:
            self._later.stop()
        delay = 0.1 if len(self.timeline.events) > LARGE else 0.001
        self._later = self.set_timer(delay, self._show_overview)

    def _show_overview(self) -> None:
        self._later = None
        self._overview.show_events(self.shown, self.chosen.everything, self.chosen.day)
        self._show_window()

    def _notice_if_empty(self) -> tuple[str, ...]:
        if not self.timeline.events:
            return invitation(bool(self.timeline.path), self.key)
        if self.view.on_day:
            from kztimeline.tui.zoom_commands import nothing_on_day

            return nothing_on_day(self)
        if self.timeline.events and self.view.pinned:
            from kztimeline.tui.pinning import notice_of_no_pins

            return notice_of_no_pins(self)
        return empty_text(self.view, self.key)

    def _show_state(self) -> None:
        self._title_line.show_state(self._count(), choice_text(self.view), self.chosen.notice)
        event, timeline = self.event, self.chosen.timeline
        if timeline is not self._seen:
            self._seen = timeline
            self.detail.take(timeline)
        self.detail.show_event(event and timeline.event(event.id), self.list_view.highlights)
        self._show_pin_of_event()
        self.pages.show_state()
        self._show_window()
        self._overview.show_level(self.view.band)
        self._margin.show()
        self._key_line.show_actions(self.possible_actions())

    def _count(self) -> str:
        found, everything = self._found, self.chosen.everything
        return count_text(
            self.view, len(self.shown), found.certain, len(found.positions), len(everything)
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

        text = {"filter": self.view.query, "find": self.view.find}.get(purpose, "")
        if purpose == "as of":
            from kztimeline.tui.zoom_commands import as_of_text

            text = as_of_text(self)
        self._before_typing = self.history
        self._seek_from = self.list_view.position if purpose == "find" else None
        self._bar = Bar(purpose, text, *self._help_with(purpose), self.take_key)
        self._key_line.display = False
        self.mount(self._bar)

    def _help_with(self, purpose: Purpose) -> tuple[Complete, Leaves]:
        """Return what completes the text of a bar, and what counts the events it leaves."""
        if purpose == "save":
            from kztimeline.tui.views_screen import complete_name

            return partial(complete_name, self.timeline), lambda _text: None
        base = View() if purpose == "find" else self.view.but(filtering=True)
        return (
            lambda text, cursor: self.search.complete(text, cursor),
            lambda text: self.search.leaves(base.but(query=text)),
        )

    def _close_bar(self) -> None:
        """Close the bar at once, so that no further key is typed into it."""
        if self._bar is None:
            return
        self._bar.remove()
        self._bar = None
        self._key_line.display = True
        self.set_focus(None)
        if self._before_typing is not None:
            answered = self._ahead is self.history
            self.history = self._before_typing.record(self.view)
            self._ahead = self.history if answered else self._before_typing.record(self.coming)
            if answered:
                self._end_typing()

    def _end_typing(self) -> None:
        """Forget where the typing began."""
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
        if purpose in {"jump", "as of"}:
            self._close_bar()
            if text:
                self._read_date(text, purpose)
            elif purpose == "as of":
                self.ask(as_of="")
        elif purpose == "save":
            from kztimeline.tui.views_screen import save_as

            self._close_bar()
            save_as(self, text)
        elif self._bar is not None and not self._bar.mistaken:
            # Keys may come faster than the bar reports its text.
            self._use_text(purpose, text)
            self._close_bar()

    def _read_date(self, text: str, purpose: Purpose) -> None:
        """Have a worker read a date; words take a library that is slow to load."""
        event = self.event
        today = (event.date.earliest if event else None) or self.today()
        if purpose == "as of":
            today = self.today()

        def read() -> None:
            from kztimeline.tui.phrases import read_date

            self.post_message(self.Understood(text, read_date(text, today), purpose))

        self.say(f"Looking for {text} …")
        self.run_worker(read, thread=True, exclusive=True, group="jump")

    @on(Understood)
    def _understood(self, message: Understood) -> None:
        if message.purpose == "as of":
            from kztimeline.tui.zoom_commands import see_as_of

            self.say("")
            see_as_of(self, message.text, message.date)
            return
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
        self.ask(record=False, cursor=event.id)
        if message.twice:
            self.do("read")

    def on_running_view_chosen(self, message: RunningView.Chosen) -> None:
        """Go to an event that was running."""
        self.visit(self.timeline.events[message.position])

    @on(TimelineView.Scrolled)
    def _scrolled(self) -> None:
        self._show_window()

    @on(DetailView.Followed)
    def _followed(self, message: DetailView.Followed) -> None:
        self.pages.follow(message.target)

    @on(FacetClicked)
    def _facet_clicked(self, message: FacetClicked) -> None:
        self.do("facet_without" if message.without else "facet_choose")

    @on(KeyLine.Pressed)
    def _pressed(self, message: KeyLine.Pressed) -> None:
        self.do(message.action)

    @on(Overview.Clicked)
    def _clicked(self, message: Overview.Clicked) -> None:
        if not self.shown:
            return
        if message.dragging:
            self.move(row_at(self.timeline, self.list_view.arrangement, message.date)[0])
        else:
            self._go_to_date(message.date)
