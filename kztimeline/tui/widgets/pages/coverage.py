"""The coverage ledger on the screen: every document, every date in it, what became of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message

from kztimeline.documents.ledger import Coverage, cover
from kztimeline.documents.texts import whereabouts
from kztimeline.timeline.evidence import disposition
from kztimeline.tui.render.pages.coverage import CoveragePage, coverage_of
from kztimeline.tui.render.pages.evidence import CitedText
from kztimeline.tui.render.pages.writer import Detail
from kztimeline.tui.widgets.pages.text_page import TextPage
from kztimeline.tui.widgets.pick_list import bring_in_sight

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual import events

    from kztimeline.timeline.model import Document, Mention, Timeline


class CoverageView(TextPage):
    """All documents, of which one is chosen, and one of its mentions.

    Attributes:
        place: The numbers of the chosen document and mention.
    """

    MEASURE: ClassVar[int] = 160

    class Compared(Message):
        """The ledger has been compared with the texts."""

        def __init__(self, timeline: Timeline, coverage: list[Coverage]) -> None:
            super().__init__()
            self.timeline = timeline
            self.coverage = coverage

    def __init__(
        self,
        timeline: Timeline,
        read_text: Callable[[str], str | None],
        find_folder: Callable[[], Path | None],
        id: str | None = None,
    ) -> None:
        """Prepare the page.

        Args:
            timeline: What the documents are of.
            read_text: Returns the text of a document by its id.
            find_folder: Returns the folder of the texts.
            id: The name of the widget.
        """
        super().__init__(id=id)
        self._timeline = timeline
        self._read_text = read_text
        self._find_folder = find_folder
        self._coverage = cover(timeline)
        self._page = CoveragePage(Detail())
        self.place = (0, 0)

    @property
    def document(self) -> Document | None:
        """The chosen document, or None where the timeline is made from none."""
        return self._coverage[self.place[0]].document if self._coverage else None

    @property
    def mention(self) -> Mention | None:
        """The chosen mention, or None where the document has none."""
        document = self.document
        return document.mentions[self.place[1]] if document and document.mentions else None

    def on_mount(self) -> None:
        """Compare with the texts."""
        self._start_comparing()

    def show_timeline(self, timeline: Timeline) -> None:
        """Show the documents of another timeline, the same one chosen where it is there."""
        chosen = self.document.id if self.document else ""
        self._coverage = cover(timeline)
        documents = [state.document.id for state in self._coverage]
        self.place = (documents.index(chosen) if chosen in documents else 0, 0)
        self._timeline = timeline
        self.write(other=True)
        self._start_comparing()

    def choose_document(self, direction: int) -> None:
        """Choose the next or the previous document."""
        if self._coverage:
            self._choose((self.place[0] + direction) % len(self._coverage), 0)

    def choose_mention(self, direction: int) -> None:
        """Choose the next or the previous mention, from one document on to another."""
        places = self._places()
        if places:
            at = places.index(self.place) if self.place in places else -1
            self._choose(*places[(at + direction) % len(places)])

    def choose_open(self, direction: int) -> bool:
        """Choose the next or the previous open mention; False where there is none."""
        places = self._places()
        at = places.index(self.place) if self.place in places else -1
        for step in range(1, len(places) + 1):
            document, number = places[(at + direction * step) % len(places)]
            mention = self._coverage[document].document.mentions[number]
            if disposition(mention) == "open":
                self._choose(document, number)
                return True
        return False

    def written(self, cells: int) -> Detail:
        """Return the text, wrapped to `cells`."""
        document = self.document
        if document is None:
            return Detail()
        text, folder = self._read_text(document.id), self._find_folder()
        where = whereabouts(document, folder) if folder and text is None else None
        self._page = coverage_of(
            self._timeline, self._coverage, self.place, cells, CitedText(text, where)
        )
        return self._page.detail

    def on_click(self, event: events.Click) -> None:
        """Choose the mention or follow the link under the pointer."""
        place = self.place_of(event)
        if place is None:
            return
        line, cell = place
        mention = self._page.mention_at(line, cell)
        head = next((n for n, lines in enumerate(self._page.heads) if line in lines), None)
        if mention is not None:
            self._choose(*mention)
        elif self._detail.link_at(line) is not None:
            super().on_click(event)
        elif head is not None and head != self.place[0]:
            self._choose(head, 0)

    def _choose(self, document: int, mention: int) -> None:
        self.place = (document, mention)
        self.write(other=True)
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        if self.place[0] >= len(self._page.heads):
            # There is no room, so nothing is written.
            return
        bring_in_sight(self, self._page.heads[self.place[0]])

    def _places(self) -> list[tuple[int, int]]:
        return [
            (document, number)
            for document, state in enumerate(self._coverage)
            for number in range(len(state.document.mentions))
        ]

    def _start_comparing(self) -> None:
        """Compare with the texts beside everything else, for it takes a while."""
        folder, timeline = self._find_folder(), self._timeline
        if folder is not None:
            compare = partial(self._compare, timeline, folder)
            self.run_worker(compare, thread=True, exclusive=True, group="coverage")

    def _compare(self, timeline: Timeline, folder: Path) -> None:
        self.post_message(self.Compared(timeline, cover(timeline, folder)))

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        if message.timeline is self._timeline:
            self._coverage = message.coverage
            self.write()
