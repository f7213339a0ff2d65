"""The switcher of what can take the place of the list: page, evidence, coverage, day, pair.

The widgets are made when they are first wanted. What they show follows from the view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.session.limits import narrowed
from kztimeline.tui.widgets.pages.detail import DetailView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.screen import Screen

    from kztimeline.text.pieces import Highlights
    from kztimeline.timeline.model import Event, Timeline
    from kztimeline.tui.render.room import Room
    from kztimeline.tui.widgets.lines.trail import TrailLine
    from kztimeline.tui.widgets.pages.coverage import CoverageView
    from kztimeline.tui.widgets.pages.day import DayView
    from kztimeline.tui.widgets.pages.evidence import EvidenceView
    from kztimeline.tui.widgets.pages.pair import PairView
    from kztimeline.tui.widgets.pages.text_page import TextPage
    from kztimeline.tui.workspace.session import Session


class Pages:
    """The pages of one screen.

    Attributes:
        detail: The text of the selected event.
        when_laid_out: Is called when a page that has been opened has its room.
    """

    def __init__(
        self,
        screen: Screen[None],
        session: Session,
        key: Callable[[str], str],
        read_text: Callable[[str], str | None],
        find_folder: Callable[[], Path | None],
        laid_out: Callable[[], object],
    ) -> None:
        """Prepare the pages.

        Args:
            screen: Where they are shown.
            session: What they are about.
            key: Returns the key of an action.
            read_text: Returns the text of a document by its id.
            find_folder: Returns the folder of the texts.
            laid_out: Is called when a new page has been laid out.
        """
        self._screen = screen
        self._session = session
        self._key = key
        self._texts = (read_text, find_folder)
        self._laid_out = laid_out
        self._awaited: TextPage | None = None
        self.when_laid_out: Callable[[], object] = lambda: None
        self.detail = DetailView(session.timeline, read_text, key, id="detail")
        self._evidence: EvidenceView | None = None
        self._coverage: CoverageView | None = None
        self._day: DayView | None = None
        self._pair: PairView | None = None
        self._trail: TrailLine | None = None

    @property
    def evidence(self) -> EvidenceView:
        """The evidence of the selected event."""
        if self._evidence is None:
            from kztimeline.tui.widgets.pages.evidence import EvidenceView

            timeline = self._session.chosen.timeline
            self._evidence = EvidenceView(timeline, *self._texts, self._key, id="evidence")
            self._mount(self._evidence)
        return self._evidence

    @property
    def coverage(self) -> CoverageView:
        """The coverage of the documents."""
        if self._coverage is None:
            from kztimeline.tui.widgets.pages.coverage import CoverageView

            timeline = self._session.timeline
            self._coverage = CoverageView(timeline, *self._texts, id="coverage")
            self._mount(self._coverage)
        return self._coverage

    @property
    def day(self) -> DayView:
        """A day in full."""
        if self._day is None:
            from kztimeline.tui.widgets.pages.day import DayView

            self._day = DayView(
                self._session.chosen.timeline,
                lambda: self._session.timeline,
                self._key,
                id="day",
            )
            self._mount(self._day)
        return self._day

    @property
    def pair(self) -> PairView:
        """The marked event beside the selected one."""
        if self._pair is None:
            from kztimeline.tui.widgets.pages.pair import PairView

            timeline, (read_text, _) = self._session.chosen.timeline, self._texts
            self._pair = PairView(timeline, read_text, id="pair")
            self._mount(self._pair)
        return self._pair

    @property
    def scrolls(self) -> bool:
        """Whether the keys scroll a text: about the selected event, a day or a pair."""
        view = self._session.view
        return view.page in {"evidence", "day", "pair"} or (view.reading and not view.page)

    @property
    def front(self) -> TextPage:
        """The text that the keys scroll and whose links they choose."""
        match self._session.view.page:
            case "evidence":
                return self.evidence
            case "coverage":
                return self.coverage
            case "day":
                return self.day
            case "pair":
                return self.pair
        return self.detail

    @property
    def passages(self) -> int:
        """How many passages there are to step through."""
        evidence = self._evidence
        return evidence.passages if evidence is not None and evidence.display else 0

    @property
    def addresses(self) -> list[tuple[str, str]]:
        """The addresses of the sources at hand, each with what stands there."""
        timeline, event = self._session.timeline, self._session.event
        if self._session.view.page == "day":
            # Only what the page shows is meant, and not the event selected beneath it.
            chosen = timeline.positions_by_id.get(self.day.chosen_link or "")
            event = None if chosen is None else timeline.events[chosen]
        if self._session.view.page == "coverage":
            document = self.coverage.document
            sources = [timeline.sources_by_id[document.id]] if document else []
        else:
            cited = event.sources if event else ()
            sources = [timeline.sources_by_id[citation.source] for citation in cited]
        found = {source.URL: f"{source.publisher}: {source.title}" for source in sources}
        return [(address, name) for address, name in found.items() if address]

    def show_timeline(self, timeline: Timeline) -> None:
        """Say of the selected event what a timeline as of a day knows."""
        self.detail.show_timeline(timeline)
        for page in (self._evidence, self._day, self._pair):
            if page is not None:
                page.show_timeline(timeline)

    def use_room(self, room: Room) -> None:
        """Put on the screen what there is room for."""
        before = {page: self._laid(page) for page in self._made}
        self.detail.display = room.detail
        self.detail.set_class(room.detail_alone, "-alone")
        if room.evidence or self._evidence is not None:
            self.evidence.display = room.evidence
            self.evidence.set_class(room.evidence_beside, "-beside")
        if room.coverage or self._coverage is not None:
            self.coverage.display = room.coverage
        if room.day or self._day is not None:
            self.day.display = room.day
        if room.pair or self._pair is not None:
            self.pair.display = room.pair
        if room.trail or self._trail is not None:
            self._trail_line().display = room.trail
        front = self.front
        if front.display and before.get(front) != self._laid(front):
            self._await_layout(front)

    @property
    def _made(self) -> list[TextPage]:
        """The pages that have been wanted so far."""
        made = (self.detail, self._evidence, self._coverage, self._day, self._pair)
        return [page for page in made if page is not None]

    @staticmethod
    def _laid(page: TextPage) -> tuple[bool, bool, bool]:
        """Return what a page is laid out by."""
        return page.display, page.has_class("-alone"), page.has_class("-beside")

    def _await_layout(self, page: TextPage) -> None:
        """Note that a page has no room as yet, until it is told its size."""

        def end() -> None:
            if self._awaited is page:
                self._awaited = None
                self.when_laid_out()

        self._awaited = page
        page.when_sized = end

    @property
    def is_being_laid_out(self) -> bool:
        """Whether a page has been opened whose text has no room as yet."""
        awaited = self._awaited
        return awaited is not None and awaited is self.front and awaited.display

    def show_event(self, event: Event | None, highlights: Callable[[str], Highlights]) -> None:
        """Show the selected event, as far as it may be known, and the trail."""
        view, timeline = self._session.view, self._session.timeline
        if self._session.days is not None:
            self.day.show_days(self._session.days)
        if self._pair is not None and view.page == "pair":
            self._pair.show_events(self._session.marked, event, narrowed(view))
        self.detail.use_page(view.reading, view.all_offices)
        self.detail.show_event(event, highlights)
        if self._evidence is not None and self._evidence.display:
            self._evidence.show_event(event)
        if self._trail is not None:
            events = [timeline.event(identifier) for identifier in view.trail]
            self._trail.show_trail(events, view.cursor)

    def _mount(self, page: TextPage) -> None:
        self._screen.query_one("#body").mount(page)
        # What it leads to is known when it has been laid out.
        self._screen.call_after_refresh(self._laid_out)

    def _trail_line(self) -> TrailLine:
        if self._trail is None:
            from kztimeline.tui.widgets.lines.trail import TrailLine

            self._trail = TrailLine(id="trail")
            self._screen.mount(self._trail, before="#footer")
        return self._trail
