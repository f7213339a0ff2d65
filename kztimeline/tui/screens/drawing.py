"""The widgets of the screen, and how a session is drawn with them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal, Vertical

from kztimeline.tui.render.list.listed import Listed
from kztimeline.tui.render.notices import (
    choice_text,
    empty_text,
    invitation,
    no_pins_text,
    nothing_known_text,
    nothing_on_day_text,
)
from kztimeline.tui.screens.pages import Pages
from kztimeline.tui.widgets.event_list import TimelineView
from kztimeline.tui.widgets.lines.footer import Footer
from kztimeline.tui.widgets.lines.preview import Preview
from kztimeline.tui.widgets.lines.title import Said, TitleLine
from kztimeline.tui.widgets.overview import LARGE, Overview
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.geometry import Region

    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.render.room import Room
    from kztimeline.tui.screens.read_ahead import LettersAhead, ReadAhead
    from kztimeline.tui.screens.spans import SpanScreen
    from kztimeline.tui.widgets.facet_panel import FacetPanel
    from kztimeline.tui.workspace.session import Session

_PAUSE: Final = 0.1


class Drawing:
    """Draws a session; it decides nothing and changes nothing.

    Attributes:
        list: The list of events.
        pages: What is read.
        footer: The keys, or a message.
        facets: The facets panel, or None where it is closed.
        types: Tells whether something is being typed.
        typed: Returns the filter that is being typed, or None.
        misreads: Tells whether the reader is shown a mistake in the query that is being typed.
    """

    def __init__(
        self,
        screen: SpanScreen,
        session: Session,
        key: Callable[[str], str],
        pages: Pages,
    ) -> None:
        self._screen = screen
        self._session = session
        self._key = key
        timeline = session.timeline
        self.title = TitleLine(timeline.title, id="title")
        self._overview = Overview(timeline, id="overview")
        self._preview = Preview(timeline, id="preview")
        self.list = TimelineView(timeline, session.found, id="events")
        self.column = Vertical(id="list")
        self.pages = pages
        self.footer = Footer(id="footer")
        self.facets: FacetPanel | None = None
        self.types: Callable[[], bool] = lambda: False
        self.typed: Callable[[], str | None] = lambda: None
        self.misreads: Callable[[], bool] = lambda: False
        self._known = timeline
        self._overviews_asked = self._overview_drawn = 0

    def compose(self) -> ComposeResult:
        """Lay the widgets out that are there from the beginning."""
        yield self.title
        yield self._overview
        with Horizontal(id="body"):
            with self.column:
                yield self.list
                yield self._preview
            yield self.pages.detail
        yield self.footer

    def use_room(self, room: Room) -> None:
        """Show what there is room for, and nothing else."""
        self._preview.display = bool(room.preview)
        if room.preview:
            self._preview.styles.height = room.preview
        self._overview.display = room.overview
        if room.overview_lines:
            self._overview.styles.height = room.overview_lines
        self.column.display = room.list
        self.pages.use_room(room)
        self.show_where_keys_go()
        if self.facets is not None:
            self.facets.display = room.facets
            self.facets.use_columns(room.facets_columns)

    def show_where_keys_go(self, typing: bool = False) -> None:
        """Draw the list as what has the keys, or as what waits while something else has them."""
        self.list.show_keys_elsewhere(typing or self.facets is not None)

    def toggle_facets(self) -> None:
        """Open the facets panel, or close it."""
        if self.facets is not None:
            self.facets.remove()
            self.facets = None
            return
        from kztimeline.tui.widgets.facet_panel import FacetPanel

        session = self._session
        self.facets = FacetPanel(
            session.timeline,
            lambda view: session.search.facets(view, session.pinboard.positions_so_far),
        )
        self._screen.query_one("#body").mount(self.facets)
        self.show_view_in_facets()

    def show_view_in_facets(self) -> None:
        """Mark in the facets panel, where it is open, what the view asks for."""
        if self.facets is not None:
            self.facets.show_view(self._session.view)

    def show_timeline(self, timeline: Timeline) -> None:
        """Give every widget another version of the timeline."""
        self._known = timeline
        for widget in self._screen.query(Painted):
            widget.show_timeline(timeline)

    def show_events(self) -> None:
        """Draw the list anew, and what follows from it."""
        self.list.show_events(self._listed(self._session))

    def _listed(self, session: Session) -> Listed:
        view, chosen = session.view, session.chosen
        return Listed(
            session.shown,
            session.as_seen,
            chosen.everything,
            session.cursor,
            session.hits,
            session.pinboard.positions_so_far,
            chosen.ongoing,
            view.zoom,
            view.opened,
            () if session.shown else self._notice(),
            session.contexts(),
            chosen.day,
        )

    def _notice(self) -> tuple[str, ...]:
        """Return what to say where no event is shown."""
        session, key = self._session, self._key
        view = session.view
        if not session.timeline.events:
            return invitation(bool(session.timeline.path), key)
        if view.on_day and (dates := session.dates_on_all_days()):
            return nothing_on_day_text(view, dates, session.leaves, key, typing=self.types())
        if view.pinned and not session.pinboard.positions:
            return no_pins_text(key)
        if view.as_of and not session.chosen.everything:
            return nothing_known_text(view, key)
        from kztimeline.tui.render.guesses import question_of

        said = question_of(session.guesses)
        meant = (f"{said} {key('take_guess')} accepts.", "") if said else ()
        lines = empty_text(view, session.leaves, key)
        return (lines[0], "", *meant, *lines[1:]) if meant else lines

    def show_cursor(self) -> None:
        """Draw the selected event where the cursor is."""
        self.list.select(self._session.cursor)

    def show_state(self) -> None:
        """Show what is chosen, and the selected event."""
        session = self._session
        chosen, event = session.chosen, session.event
        self.show_title()
        if chosen.timeline is not self._known:
            self._known = chosen.timeline
            self.pages.show_timeline(chosen.timeline)
            self._preview.show_timeline(chosen.timeline)
        self.pages.show_event(event and chosen.timeline.event(event.id), self.list.highlights)
        self._preview.show_event(event and chosen.timeline.event(event.id))
        self.show_pin_of_event()
        self.show_window()
        view = session.view
        self._overview.show_level(view.band, view.topics, view.topics_passed)
        self.draw_ahead()

    def show_title(self) -> None:
        """Show how much is chosen by what, which may be no answer to what is being typed."""
        said, view = self._said(self._session), self._session.view
        if (view.active_query or view.find) and self.misreads():
            said = said._replace(choice=f"last understood: {said.choice}")
        self.title.show_state(said)

    def _said(self, session: Session) -> Said:
        choice = choice_text(session.view, session.timeline, session.hit())
        return Said(session.count(), choice, self._banners(session))

    @cached_property
    def read_ahead(self) -> ReadAhead:
        """Draws what the next moves would show; not needed for the first frame."""
        from kztimeline.tui.screens.read_ahead import ReadAhead

        return ReadAhead(self._session, self.list, self.pages.detail, self._is_at_rest)

    @cached_property
    def letters_ahead(self) -> LettersAhead:
        """Draws what the next letter of a filter would show."""
        from kztimeline.tui.screens.read_ahead import LettersAhead

        return LettersAhead(self._session, self._typed_here, self._draw_session_ahead)

    def _typed_here(self) -> str | None:
        """Return the filter that is being typed, unless the program ends or a dialog is open."""
        return self.typed() if self._screen.is_attached and self._screen.is_current else None

    def _draw_session_ahead(self, session: Session) -> None:
        listed, event = self._listed(session), session.event
        self.title.read_ahead(self._said(session))
        self.list.read_other_ahead(listed)
        if event is not None and self.pages.detail.display:
            note = session.pinboard.note_on(event)
            self.pages.detail.read_ahead(event, note, listed.found.highlights)

    def draw_ahead(self) -> None:
        """Have what the next moves or letters would show drawn when the reader pauses."""
        if self._is_at_rest():
            self.read_ahead.begin()
        elif self.typed() is not None:
            self.letters_ahead.begin()

    def _is_at_rest(self) -> bool:
        """Whether the list stands, and nobody waits for anything."""
        screen = self._screen
        there = screen.is_begun and screen.is_attached and screen.is_current
        return there and not (self._session.waits or self.types())

    def _banners(self, session: Session) -> tuple[str, ...]:
        """Return what must not be overlooked, the fullest first; nothing for all days."""
        notice = session.chosen.notice
        if not notice:
            return ()
        from kztimeline.timeline.as_of import short_notice, shortest_notice

        remedy = f"{self._key('as_of')} changes or ends it"
        as_of = session.view.as_of
        return f"{notice} · {remedy}", notice, short_notice(as_of), shortest_notice(as_of)

    def show_pin_of_event(self) -> None:
        """Show the pin of the selected event and its note."""
        self.pages.detail.show_pin(self._session.pinboard.note_on(self._session.event))

    def show_window(self) -> None:
        """Show which part of everything is in sight, on an overview of what is shown."""
        if not self.is_settled:
            return
        seen = self.list.seen_rows()
        window = None
        if seen is not None:
            first, last = seen
            shown = self.list.arrangement.shown
            window = shown[first], shown[last]
        self._overview.show_window(window, self.list.position)

    def show_overview_later(self) -> None:
        """Draw the overview after the list, where it can wait when typing pauses.

        It is asked for again when there is something to see, which does not wait for it.
        """
        self._overviews_asked += 1
        if not self._screen.is_begun:
            return
        draw = partial(self._show_overview, self._overviews_asked)
        if self._overview_can_wait:
            self._screen.set_timer(_PAUSE, draw)
        else:
            # Asked of the screen itself it could come before the list is known to have changed.
            self.list.call_after_refresh(draw)

    @property
    def _overview_can_wait(self) -> bool:
        """Whether there is much to draw, or a kept frame still shows it."""
        many = len(self._session.timeline.events) > LARGE
        return many or self._screen.left_standing() is not None

    def not_drawn(self) -> Region | None:
        """Return where the overview belongs, as long as it is not drawn."""
        waits = not self._overview_drawn and self._overview.display
        return self._overview.region if waits else None

    @property
    def is_settled(self) -> bool:
        """Whether the overview is drawn as the list is."""
        return self._overview_drawn == self._overviews_asked

    def _show_overview(self, number: int) -> None:
        session = self._session
        if number != self._overviews_asked:
            return
        if session.waits and self._overview_can_wait:
            self.show_overview_later()
            return
        self._overview_drawn = number
        self._overview.show_events(session.shown, session.chosen.everything, session.chosen.day)
        self.show_window()
