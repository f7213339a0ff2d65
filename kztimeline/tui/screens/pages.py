"""What can take the place of the list: an event's page, its evidence, the coverage.

The widgets are made when they are first wanted. What they show follows from the view;
links in them lead to other events, passages and addresses.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.timeline.relations import followed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kztimeline.session.view import View
    from kztimeline.timeline.model import Event, Mention, Timeline
    from kztimeline.tui.screens.timeline import TimelineScreen
    from kztimeline.tui.widgets.lines.trail import TrailLine
    from kztimeline.tui.widgets.pages.coverage import CoverageView
    from kztimeline.tui.widgets.pages.detail import DetailView
    from kztimeline.tui.widgets.pages.evidence import EvidenceView

BOTH: Final = 160
"""Screens from this many columns on show the evidence beside an event's page."""


class Pages:
    """The pages of one screen."""

    def __init__(
        self,
        screen: TimelineScreen,
        read_text: Callable[[str], str | None],
        find_folder: Callable[[], Path | None],
    ) -> None:
        self._screen = screen
        self._texts = (read_text, find_folder)
        self._evidence: EvidenceView | None = None
        self._coverage: CoverageView | None = None
        self._trail: TrailLine | None = None

    @property
    def evidence(self) -> EvidenceView:
        """The evidence of the selected event."""
        if self._evidence is None:
            from kztimeline.tui.widgets.pages.evidence import EvidenceView

            self._evidence = EvidenceView(self._screen.chosen.timeline, *self._texts, id="evidence")
            self._mount(self._evidence)
        return self._evidence

    @property
    def coverage(self) -> CoverageView:
        """The coverage of the documents."""
        if self._coverage is None:
            from kztimeline.tui.widgets.pages.coverage import CoverageView

            self._coverage = CoverageView(self._screen.timeline, *self._texts, id="coverage")
            self._mount(self._coverage)
        return self._coverage

    @property
    def reading(self) -> bool:
        """Whether the keys scroll a text about the selected event."""
        view = self._screen.view
        return view.page == "evidence" or (view.reading and not view.page)

    @property
    def front(self) -> DetailView:
        """The text that the keys scroll and whose links they choose."""
        match self._screen.view.page:
            case "evidence":
                return self.evidence
            case "coverage":
                return self.coverage
        return self._screen.detail

    @property
    def passages(self) -> int:
        """How many passages there are to step through."""
        return self.evidence.passages if self._evidence_in_sight else 0

    @property
    def addresses(self) -> list[tuple[str, str]]:
        """The addresses of the sources at hand, each with what stands there."""
        screen = self._screen
        timeline = screen.timeline
        if screen.view.page == "coverage":
            document = self.coverage.document
            sources = [timeline.source[document.id]] if document else []
        else:
            cited = screen.event.sources if screen.event else ()
            sources = [timeline.source[citation.source] for citation in cited]
        found = {source.URL: f"{source.publisher}: {source.title}" for source in sources}
        return [(address, name) for address, name in found.items() if address]

    def differ(self, before: View, after: View) -> bool:
        """Tell whether another view puts other pages on the screen."""
        return any(
            getattr(before, name) != getattr(after, name)
            for name in ("reading", "page", "all_offices")
        )

    def take(self, timeline: Timeline) -> None:
        """Say of the selected event what a timeline as of a day knows."""
        self._screen.detail.take(timeline)
        if self._evidence is not None:
            self._evidence.take(timeline)

    def fit(self) -> None:
        """Put on the screen what the view asks for and there is room for."""
        screen, view = self._screen, self._screen.view
        screen.detail.use_page(view.reading, view.all_offices)
        if view.page == "coverage":
            screen.query_one("#overview").display = False
        if self._evidence_in_sight or self._evidence is not None:
            self.evidence.display = self._evidence_in_sight
            self.evidence.set_class(view.page != "evidence", "-beside")
        if view.page == "coverage" or self._coverage is not None:
            self.coverage.display = view.page == "coverage"

    def show_state(self, event: Event | None) -> None:
        """Show the selected event, as far as it may be known, and the trail."""
        screen = self._screen
        screen.detail.show_event(event, screen.list_view.highlights)
        if self._evidence_in_sight:
            self.evidence.show_event(event, screen.list_view.highlights)
        trail = screen.view.trail
        if trail or self._trail is not None:
            events = [screen.timeline.event(identifier) for identifier in trail]
            self._trail_line().show_trail(events, screen.view.cursor)
            self._trail_line().display = bool(trail)

    def follow(self, target: str) -> None:
        """Go where a link leads: to an event, a passage or an address."""
        if target.startswith("#"):
            self._screen.ask(record=False, page="evidence")
            self.evidence.show_passage(int(target[1:]))
        elif target not in self._screen.timeline.position:
            self.open_address(target)
        elif self._screen.view.page == "coverage":
            self.go_to_evidence(target, self.coverage.mention)
        else:
            self.go(target)

    def go(self, identifier: str, **changes: object) -> bool:
        """Go to another event and remember the way; False where it is hidden."""
        if not self._is_there(identifier):
            return False
        screen = self._screen
        here = screen.event
        trail = followed(screen.view.trail, here.id, identifier) if here else ()
        return screen.visit(screen.timeline.event(identifier), trail=trail, **changes)

    def go_to_evidence(self, identifier: str, mention: Mention | None) -> None:
        """Show the passage of an event that a mention stands in."""
        if not self._is_there(identifier):
            return
        screen = self._screen
        event = screen.timeline.event(identifier)
        if screen.visit(event, page="evidence") and mention is not None:
            self.evidence.show_mention(mention)

    def _is_there(self, identifier: str) -> bool:
        """Tell whether a file that was read anew still has an event; say so if not."""
        there = identifier in self._screen.timeline.position
        if not there:
            self._screen.say("This event is no longer in the timeline.")
        return there

    def open_address(self, address: str) -> None:
        """Open an address in the browser; copy it where there is none."""
        self._screen.run_worker(partial(self._open, address), thread=True, group="browser")

    def _open(self, address: str) -> None:
        from kztimeline.tui.commands.browser import open_address

        opened = open_address(address)
        self._screen.call_later(self._opened, address, opened)

    def _opened(self, address: str, opened: bool) -> None:
        if opened:
            self._screen.say(f"Opened in the browser: {address}")
        else:
            self._screen.app.copy_to_clipboard(address)
            self._screen.say(f"No browser here; copied: {address}")

    @property
    def _evidence_in_sight(self) -> bool:
        view = self._screen.view
        beside = view.reading and not view.page and self._screen.size.width >= BOTH
        return view.page == "evidence" or beside

    def _mount(self, page: DetailView) -> None:
        page.use_keys(self._screen.key)
        self._screen.query_one("#body").mount(page)
        # What it leads to is known when it has been laid out.
        self._screen.call_after_refresh(self._screen.ask, record=False)

    def _trail_line(self) -> TrailLine:
        if self._trail is None:
            from kztimeline.tui.widgets.lines.trail import TrailLine

            self._trail = TrailLine(id="trail")
            self._screen.mount(self._trail, before="#keys")
        return self._trail
