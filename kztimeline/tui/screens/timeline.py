"""The timeline on the screen: what the reader does becomes a new view, and is drawn.

Keys and clicks only make another `View` and ask for it; what is typed does too.
`show_change` is the one place where a view takes effect.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING, Final

from textual import on

from kztimeline.session.resume import resumed
from kztimeline.tui.actions.action import Action, possible_in
from kztimeline.tui.prompts.typing import Typing
from kztimeline.tui.render.notices import measuring_text
from kztimeline.tui.render.room import Room, room, room_asked
from kztimeline.tui.screens.drawing import Drawing
from kztimeline.tui.screens.keys import Keys, situation_of
from kztimeline.tui.screens.pages import Pages
from kztimeline.tui.screens.program import ScreenDialogs, ScreenProgram
from kztimeline.tui.screens.spans import SpanScreen
from kztimeline.tui.screens.stage import ScreenStage
from kztimeline.tui.widgets.messages import EventClicked, Pressed, Scrolled, Visited
from kztimeline.tui.widgets.overview import Overview
from kztimeline.tui.widgets.pages.text_page import TextPage
from kztimeline.tui.workspace import going
from kztimeline.tui.workspace.type_ahead import KeyPress
from kztimeline.tui.workspace.view_requests import ViewRequests

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult

    from kztimeline.query import Guess
    from kztimeline.session.resume import Memory
    from kztimeline.session.search import Search
    from kztimeline.session.view import View
    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.screens.files import Files
    from kztimeline.tui.widgets.facet_panel import FacetPanel
    from kztimeline.tui.workspace.session import Session

_IDLE: Final = 0.3
_KEEP: Final = 5.0


class TimelineScreen(SpanScreen):
    """The list with its lines, the overview above and the text beside it: a `Workspace`.

    Attributes:
        session: What is shown.
        actions: Everything that can be done.
        today: Returns the present day.
    """

    AUTO_FOCUS = ""

    def __init__(
        self,
        session: Session,
        actions: tuple[Action, ...],
        read_text: Callable[[str], str | None],
        memory: Memory,
        find_folder: Callable[[], Path | None],
        hand_back: Callable[[KeyPress], object],
    ) -> None:
        super().__init__()
        self.session = session
        self.actions = actions
        self.today: Callable[[], dt.date] = dt.date.today
        self._memory, self._possible_in = memory, possible_in(actions)
        self._sized, self._measured, self._until_sized = False, "", ExitStack()
        pages = Pages(self, session, self.key, read_text, find_folder, self.show_state)
        self.drawing = Drawing(self, session, self.key, pages)
        self.list, self.pages = self.drawing.list, self.drawing.pages
        self.say, self.say_before = self.drawing.footer.say, self.drawing.footer.say_before
        self.program = ScreenProgram(self)
        self.dialogs = ScreenDialogs(self, self, actions, self.possible_actions, self.do)
        self.room = self._room()
        stage = ScreenStage(self, session, self.drawing, self._show_state_after_typing)
        self.typing = Typing(stage)
        self.drawing.types = lambda: self.typing.is_open
        self.drawing.typed = lambda: self.typing.filter
        self.keys = Keys(self, self.typing, lambda: self.is_active, hand_back)
        release = pages.when_laid_out = self.keys.release
        self.views = ViewRequests(session, self.program, self.typing, self.show_change, release)
        stage.use_key, stage.use_text, stage.views = self.keys.answer, self.typing.use, self.views
        # What commands ask for goes straight to the part that does it.
        self.ask, self.show_view = self.views.ask, self.views.show_view
        self.travel, self.restore = self.views.travel, self.views.head_for
        self.prompt, self.await_answer = self.typing.open, self.typing.await_answer

    @property
    def facets(self) -> FacetPanel | None:
        """The facets panel, or None where it is closed."""
        return self.drawing.facets

    @cached_property
    def files(self) -> Files:
        """The files of the timeline."""
        from kztimeline.tui.screens.files import Files

        return Files(self, self.session, self.drawing.footer, self.key, self.show_timeline)

    def key(self, action: str) -> str:
        """Return the first key of an action, as it is printed on a keyboard."""
        return next(item.first_key for item in self.actions if item.id == action)

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield from self.drawing.compose()

    def on_mount(self) -> None:
        """Show the view at which the reader left, drawn as soon as the room is known."""
        self._until_sized.enter_context(self.app.batch_update())
        self._fit()
        start = resumed(self.session.timeline, self.session.search, self._memory, self.key)
        if start is not None:
            self.views.begin(start)
            self.say(start.notice)
        self._show_events()
        self.views.settle()
        self.set_timer(_IDLE, self._prepare)
        self.set_interval(_KEEP, self.keep)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Keep the styles that everything was mounted with, when first shown."""
        event.refresh_styles = event.refresh_styles and self._sized
        self.drawing.footer.stand_aside(False)

    def on_screen_suspend(self) -> None:
        """Name no key of the list while a dialog has them all."""
        self.drawing.footer.stand_aside(True)

    def on_unmount(self) -> None:
        """Keep the last view, unless it may be what has failed."""
        if not self.app.return_code:
            self.keep()

    def is_settled(self) -> bool:
        """Tell whether everything that belongs to the first paint is in its place."""
        return self.is_begun and self.drawing.is_settled and not self.session.waits

    @property
    def comes_again(self) -> bool:
        """Whether the next start draws the same of timeline and view; not so of a page or day."""
        view, board = self.session.view, self.session.pinboard
        return not (view.page or view.on_day or board.note_on(self.session.event))

    def keep(self) -> None:
        """Keep the present view, to resume it the next time, but for what is being typed."""
        self._memory.keep_view(self.typing.accepted)

    def _prepare(self) -> None:
        """Do what can wait until the first frame is drawn."""
        # Textual keeps what a thread does last, and with it an earlier timeline.
        self.run_worker(lambda: self.session.search.prepare(), thread=True, group="prepare")
        self.drawing.draw_ahead()
        if self.session.timeline.path:
            self.files.start()

    def on_resize(self) -> None:
        """Use the room there is."""
        self._fit()
        self.drawing.footer.fit()
        if not self._sized:
            self._sized = True
            self._until_sized.close()
            self.call_after_refresh(self.show_pins)
        self.show_state()
        self.drawing.show_overview_later()

    def _room(self) -> Room:
        tracks = len(self.session.timeline.tracks)
        return room(self.size or self.app.size, self.session.view, tracks, self.facets is not None)

    def _fit(self) -> None:
        self.room = self._room()
        self.drawing.use_room(self.room)

    def toggle_facets(self) -> None:
        """Open the facets panel, or close it."""
        self.drawing.toggle_facets()
        self.on_resize()

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Do what a key means, before any later key is looked at."""
        before = self.session.view
        if self.keys.use(KeyPress(event.key, event.character)):
            event.stop()
            event.prevent_default()
        if self.session.view.is_move_from(before):
            self.draw_at_once()

    def on_paste(self, event: events.Paste) -> None:
        """Take a text pasted for the bar before the bar had the keys."""
        self.typing.add_early_text(event.text)

    def possible_actions(self) -> Sequence[Action]:
        """Return what can be done now."""
        return self._possible_in(situation_of(self, self.pages))

    def do(self, action: str) -> None:
        """Do an action of the registry; there is no other way to do one."""
        self.say("")
        if self.is_attached:  # Keys may wait yet when the program ends.
            found = next(item for item in self.actions if item.id == action)
            self.typing.give_way({*found.keys, *found.reading_keys})
            found.do(self)

    # How a view takes effect

    def show_change(self, before: View) -> None:
        """Draw the present view, which has come after another."""
        view = self.session.view
        if room_asked(view) != room_asked(before):
            self._fit()
        if before.same_choice(view.but(band=before.band)):
            self.drawing.show_cursor()
            self.show_state()
        else:
            self._show_events()
        self.drawing.show_view_in_facets()
        if not self.typing.is_open:
            # While something is typed the cursor waits, to be there again when it matches.
            self.views.settle()

    def _show_events(self) -> None:
        self.session.choose()
        self.drawing.show_events()
        self.drawing.show_overview_later()
        self.show_state()

    def show_state(self) -> None:
        """Show what is chosen, the selected event, and what can be done."""
        self.drawing.show_state()
        if not self.typing.is_open:
            # The bar stands where they are named.
            self.drawing.footer.show_actions(self.possible_actions())
        self._say_measure()

    def _show_state_after_typing(self) -> None:
        """Show the state, and how far it is to the marked event: the bar stood in its place."""
        self._measured = ""
        self.show_state()

    def _say_measure(self) -> None:
        """Say how far the selected event is from the marked one, once for each it moves to."""
        before, self._measured = self._measured, (measured := self.session.measure())
        if measured and measured != before and not self.drawing.footer.message:
            self.say(measuring_text(measured, self.session.view, self.key))

    def show_guesses(self, query: str, guesses: Sequence[Guess]) -> None:
        """Show what may be meant by a filter that nothing matches, where it is still in force."""
        self.session.meant = query, guesses
        if self.session.guesses:
            self.drawing.show_events()
            self.show_state()

    def show_pins(self) -> None:
        """Show what is pinned, with the first paint or after a change."""
        board = self.session.pinboard
        if not self.is_begun:
            self.is_begun = True
            self.refresh()
            self.drawing.show_overview_later()
        if self.session.view.pinned:
            self._show_events()
        self.list.show_pins(board.positions)
        self.drawing.show_pin_of_event()
        if board.notice:
            self.say_before(board.pop_notice())

    def show_timeline(self, timeline: Timeline, search: Search | None = None) -> None:
        """Show what the files say now by the same view; `search` answers queries on it."""
        from kztimeline.session.reconcile import reconciler

        reconciled = reconciler(self.session.timeline, timeline)
        self.session.show_timeline(timeline, search)
        waits, dropped = self.views.reconcile(reconciled)
        self.typing.reconcile(reconciled)
        self.drawing.show_timeline(timeline)
        self._show_events()
        self._fit()
        if dropped:
            self.say_before(dropped)
        self.drawing.show_view_in_facets()
        if waits:
            self.restore(self.session.ahead)
        elif not self.typing.is_open:
            self.views.settle()

    # What widgets report

    def on_facet_panel_filled(self) -> None:
        """Do what was typed for the values before they were there."""
        self.keys.release()

    @on(Pressed)
    def _pressed(self, message: Pressed) -> None:
        self.do(message.action)

    @on(EventClicked)
    def _chosen(self, message: EventClicked) -> None:
        if message.twice:  # The first click has selected it, and may have moved the list.
            self.do("read")
            return
        self.say("")
        self.typing.give_way()
        self.ask(record=False, cursor=self.session.timeline.events[message.position].id)
        self.list.hold(message.height)

    @on(Scrolled)
    def _scrolled(self) -> None:
        self.drawing.show_window()

    @on(TextPage.Followed)
    def _followed(self, message: TextPage.Followed) -> None:
        self.typing.give_way()
        going.go_where(self, message.target)

    @on(Visited)
    def _visited(self, message: Visited) -> None:
        self.typing.give_way()
        going.go(self, message.event)

    @on(Overview.Asked)
    def _asked_for(self, message: Overview.Asked) -> None:
        # What was said of the day that a drag began on does not tell of the stretch.
        self.say("")
        self.typing.give_way()
        self.ask(query=message.query, filtering=True)

    @on(Overview.TimeClicked)
    def _clicked(self, message: Overview.TimeClicked) -> None:
        from kztimeline.tui.prompts.date import point_at

        if not message.dragging:
            self.typing.give_way()
        point_at(self, message.date, is_dragged=message.dragging)
