"""The timeline on the screen: what the reader does becomes a new view, and is drawn.

Keys and clicks only make another `View` and ask for it (`asking`); what is typed into
the bar does too (`entry`). `show_change` is the one place where a view takes effect.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from kztimeline.session.pinboard import Pinboard
from kztimeline.session.resume import Memory, resumed
from kztimeline.session.search import Search, as_seen
from kztimeline.session.selection import Chooser, first_known
from kztimeline.session.view import View
from kztimeline.tui.actions.action import Action, action_of, key_name, meaning, possible
from kztimeline.tui.actions.context import Situation, situation_of
from kztimeline.tui.actions.keyboards import latin
from kztimeline.tui.prompts.prompt import KEYS_OF_LIST, Entry
from kztimeline.tui.render.list.layout import WIDE
from kztimeline.tui.render.list.moves import row_at
from kztimeline.tui.render.notices import (
    choice_text,
    count_text,
    empty_text,
    hidden_text,
    invitation,
    nothing_known_text,
)
from kztimeline.tui.screens.pages import Pages
from kztimeline.tui.widgets.event_list import TimelineView
from kztimeline.tui.widgets.lines.footer import KeyLine, TitleLine, TrackLine
from kztimeline.tui.widgets.margin import Margin
from kztimeline.tui.widgets.messages import FacetClicked, Typed
from kztimeline.tui.widgets.overview import LARGE, Overview
from kztimeline.tui.widgets.pages.detail import DetailView
from kztimeline.tui.widgets.painted import Painted
from kztimeline.tui.workspace.type_ahead import HeldKeys
from kztimeline.tui.workspace.view_requests import Asking

if TYPE_CHECKING:
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from kztimeline.session.search import Found
    from kztimeline.session.view import History
    from kztimeline.timeline.model import Event, Timeline
    from kztimeline.tui.widgets.facet_panel import FacetPanel
    from kztimeline.tui.widgets.lasting_bars import RunningView
    from kztimeline.tui.workspace.file_watcher import Live

_IDLE = 0.3
_KEEP = 5.0
_LOW = 20
_TALL = 30
_HIGH = 40


class TimelineScreen(Screen[None]):
    """The list with its lines, the overview above and the detail beside it.

    Attributes:
        repeats: Whether the action being done is the one that was done before it.
    """

    AUTO_FOCUS = ""
    today: Callable[[], dt.date] = staticmethod(dt.date.today)

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
        self._chooser = Chooser(timeline, self.search.limits)
        self.asking = Asking(self, View(cursor=first_known(timeline)))
        self.entry = Entry(self)
        self.held_keys = HeldKeys(self)
        self.chosen = self._chooser.choose(self.view, self.search.everything.positions)
        self._margin = Margin(self)
        self._seen = timeline
        self.pinboard = Pinboard(lambda: self.timeline)
        self.facets: FacetPanel | None = None
        self._later: Timer | None = None
        self._last_action = ""
        self.repeats = False
        self._title_line = TitleLine(timeline.title, id="title")
        self._overview = Overview(timeline, id="overview")
        self._track_line = TrackLine(timeline, id="tracks")
        self.list_view = TimelineView(timeline, self.asking.found, id="events")
        self.detail = DetailView(timeline, read_text, id="detail")
        self.detail.use_keys(self.key)
        self._key_line = KeyLine(id="keys")
        self.list_column = Vertical(id="list")
        self.pages = Pages(self, read_text, find_folder)
        self._sized = False
        self._until_sized = ExitStack()

    @property
    def view(self) -> View:
        """What is shown at present."""
        return self.asking.history.present

    @property
    def coming(self) -> View:
        """What is shown as soon as its queries are answered."""
        return self.asking.ahead.present

    @property
    def hits(self) -> Found | None:
        """What the find has found, or None where nothing is sought."""
        return self.asking.hits

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
        return situation_of(self)

    @cached_property
    def live(self) -> Live:
        """What reads the files of the timeline again."""
        from kztimeline.tui.workspace.file_watcher import Live

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
        self.settle()
        self.set_timer(_IDLE, self._prepare)
        self.set_interval(_KEEP, self.keep)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Keep the styles that everything was mounted with, when first shown."""
        event.refresh_styles = event.refresh_styles and self._sized

    def on_unmount(self) -> None:
        """Keep the last view, unless it may be what has failed."""
        if not self.app.return_code:
            self.keep()

    def keep(self) -> None:
        """Keep the present view, to resume it the next time."""
        self._memory.keep(self.view.but(asked=""))

    @property
    def notes(self) -> Collection[str]:
        """The reader's notes, as far as they are read."""
        return self.pinboard.notes_so_far

    def _resume(self) -> None:
        """Start with the view at which the reader left."""
        start = resumed(self.timeline, self.search, self._memory, self.key)
        if start is not None:
            self.asking.begin(start)
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
        from kztimeline.session.reconcile import follower

        before, self.timeline = self.timeline, timeline
        self.search = search or Search(timeline)
        self._chooser = Chooser(timeline, self.search.limits)
        self._seen = timeline
        follow = follower(before, timeline)
        waits = self.asking.follow(follow)
        self.entry.follow(follow)
        for widget in self.query(Painted):
            widget.take(timeline)
        self._show_events()
        self._fit()
        if self.facets is not None:
            self.facets.show_view(self.view)
        if waits:
            self.asking.head_for(self.asking.ahead)
        elif not self.entry.is_open:
            self.settle()

    def on_resize(self) -> None:
        """Use the room there is."""
        self._fit()
        self._key_line.fit()
        if not self._sized:
            self._sized = True
            self._until_sized.close()
            self.call_after_refresh(self.show_pins)
        self.show_state()
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
        if not self.is_active:
            # It comes too late: the key before it has opened a dialog.
            return
        if self.use_key(event):
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Take a text that was pasted for the bar, but before the bar had the keys."""
        self.entry.take_early_text(event.text)

    def use_key(self, event: events.Key) -> bool:
        """Do what a key means here or in a bar that is about to open; False for nothing."""
        return self.take_key(event) or self.entry.take_early(event)

    def take_key(self, event: events.Key) -> bool:
        """Do what a key means in the present situation; False where that is nothing here.

        The bar asks as well, so that no key goes astray between the two however fast
        they come, as they do over a slow connection. While something is being answered,
        a key that acts on the list waits for it. What was said before is over with any key.
        """
        self.say("")
        printable = event.is_printable and event.character != " "
        key = event.character if printable and event.character else event.key
        if self.entry.take_key(key):
            return True
        if self.entry.is_open and key not in KEYS_OF_LIST:
            return False
        if self.held_keys.waits:
            self.held_keys.hold(event)
            return True
        # A letter of another layout that is set as a key of its own comes first.
        for name in dict.fromkeys((key, latin(key))):
            action = action_of(self.actions, name, self.situation)
            if action is not None:
                self.do(action.id)
                return True
            elsewhere = meaning(self.actions, name, self.view.page)
            if elsewhere is not None:
                if elsewhere.id != "back":
                    self.say(f"Nothing here for “{elsewhere.label}”.")
                break
        return False

    def possible_actions(self) -> list[Action]:
        """Return what can be done now."""
        return list(possible(self.actions, self.situation))

    def do(self, action: str) -> None:
        """Do an action of the registry."""
        from kztimeline.tui.commands.dispatch import COMMANDS

        self._key_line.say("")
        self.repeats, self._last_action = action == self._last_action, action
        COMMANDS[action](self)

    def say(self, message: str) -> None:
        """Tell the reader something until the next key."""
        self._key_line.say(message)

    def unsay(self, message: str) -> None:
        """Take back what was said, if nothing else was said since."""
        if self._key_line.message == message:
            self._key_line.say("")

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
            known = event.id in self.chosen.timeline.position
            self.say(hidden_text(self.view, event.importance, known, self.key))
            return False
        self.ask(record=True, cursor=event.id, **changes)
        return True

    def ask(self, record: bool = True, **changes: object) -> None:
        """Show another view; one that needs a query answered follows when it is.

        Args:
            record: Whether undo comes back to the present view.
            changes: The fields of the view that change.
        """
        ahead, view = self.asking.ahead, self.coming.but(**changes)
        one_step = record and not self.entry.is_open
        self.asking.head_for(ahead.record(view) if one_step else ahead.amend(view))

    def show_view(self, view: View) -> None:
        """Show another view altogether; undo returns."""
        self.asking.head_for(self.asking.ahead.record(view))

    def travel(self, travel: Callable[[History], History]) -> None:
        """Show an earlier or later view of the history."""
        ahead = self.asking.ahead
        there = travel(ahead)
        if there is not ahead:
            self.asking.head_for(there)

    def leaves(self, view: View) -> int | None:
        """Return how many events a view shows, or None where its filter has a mistake."""
        return self.search.leaves(view, self.pinboard.positions_so_far)

    # How a view takes effect

    def show_change(self, before: View) -> None:
        """Draw the present view, which has come after another."""
        view = self.view
        if self.pages.differ(before, view):
            self._fit()
        if before.same_choice(view.but(band=before.band, running=before.running)):
            self.list_view.select(self._anchor())
            self.show_state()
        else:
            self._show_events()
        if self.facets is not None:
            self.facets.show_view(view)
        if not self.entry.is_open:
            self.settle()

    def settle(self) -> None:
        """Make the event that is selected the cursor, wherever that was hidden.

        While something is typed it waits where it was, to be there again when it matches.
        """
        if self.event is not None:
            self.asking.settle(self.event.id)

    def _anchor(self) -> int | None:
        cursor = self.view.cursor
        return None if cursor is None else self.timeline.position[cursor]

    def _show_events(self) -> None:
        view = self.view
        answer, hits = self.asking.found, self.hits
        chosen = self.chosen = self._chooser.choose(view, answer.positions)
        shown = self.pinboard.only_pinned(chosen.shown) if view.pinned else chosen.shown
        found = as_seen(answer, chosen)
        self.list_view.show_zoom(view.zoom, view.opened)
        self.list_view.show_known(chosen.everything, chosen.ongoing)
        self.list_view.show_pins(self.pinboard.positions_so_far)
        self.list_view.show_events(shown, found, hits, self._anchor(), self._notice_if_empty())
        self.show_state()
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
        alone = not self.view.active_query
        if self.view.on_day and alone:
            from kztimeline.tui.commands.viewing import nothing_on_day

            return nothing_on_day(self)
        if self.view.pinned and not self.pinboard.positions:
            from kztimeline.tui.commands.pins import notice_of_no_pins

            return notice_of_no_pins(self)
        if self.view.as_of and not self.chosen.everything:
            return nothing_known_text(self.view, self.key)
        return empty_text(self.view, self.leaves, self.key)

    def show_state(self) -> None:
        """Show what is chosen, and the selected event."""
        banner = self.chosen.notice
        remedy = f"{self.key('as_of')} changes or ends it" if banner else ""
        self._title_line.show_state(self.count(), choice_text(self.view), banner, remedy)
        event, timeline = self.event, self.chosen.timeline
        if timeline is not self._seen:
            self._seen = timeline
            self.pages.take(timeline)
        self.pages.show_state(event and timeline.event(event.id))
        self._show_pin_of_event()
        self._show_window()
        self._overview.show_level(self.view.band)
        self._margin.show()
        self._key_line.show_actions(self.possible_actions())

    def count(self) -> str:
        """Return how many events are shown, in words."""
        found, everything = self.asking.found, self.chosen.everything
        return count_text(
            self.view, len(self.shown), found.certain, len(found.positions), len(everything)
        )

    def _show_window(self) -> None:
        layout = self.list_view.arrangement
        seen = self.list_view.seen_rows()
        window = seen and (layout.shown[seen[0]], layout.shown[seen[1]])
        self._track_line.show_year(self.list_view.year_out_of_sight(), self.list_view.columns)
        self._overview.show_window(window, self.list_view.position)

    def show_keys(self, shown: bool) -> None:
        """Show the line of keys, or give its place to the bar."""
        self._key_line.show_keys(shown)

    @on(Typed)
    def _typed(self, message: Typed) -> None:
        self.entry.use(message.purpose, message.text.strip())

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
            from kztimeline.tui.prompts.date import go_to_date

            go_to_date(self, message.date)
