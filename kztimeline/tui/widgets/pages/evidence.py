"""The evidence of the selected event on the screen, one of its passages in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.texts import whereabouts
from kztimeline.timeline.evidence import exhibits
from kztimeline.tui.render.pages.evidence import CitedText, evidence_of
from kztimeline.tui.widgets.pages.text_page import TextPage, no_event

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kztimeline.timeline.evidence import Exhibit
    from kztimeline.timeline.model import Event, Mention, Timeline
    from kztimeline.tui.render.pages.writer import Detail


class EvidenceView(TextPage):
    """The passages of one event, of which one is shown.

    Attributes:
        number: Which of them.
    """

    def __init__(
        self,
        timeline: Timeline,
        read_text: Callable[[str], str | None],
        find_folder: Callable[[], Path | None],
        key: Callable[[str], str],
        id: str | None = None,
    ) -> None:
        """Prepare the page.

        Args:
            timeline: What the event is of.
            read_text: Returns the text of a document by its id.
            find_folder: Returns the folder of the texts.
            key: Returns the key of an action, to be named in the text.
            id: The name of the widget.
        """
        super().__init__(id=id)
        self._timeline = timeline
        self._read_text = read_text
        self._find_folder = find_folder
        self._key = key
        self._event: Event | None = None
        self._exhibits: list[Exhibit] = []
        self.number = 0
        self._unfolded = False

    @property
    def passages(self) -> int:
        """How many passages there are."""
        return len(self._exhibits)

    def show_timeline(self, timeline: Timeline) -> None:
        """Write the evidence anew as another timeline has it, at the same passage."""
        self._timeline = timeline
        self._event = timeline.as_here(self._event)
        self._exhibits = exhibits(timeline, self._event) if self._event else []
        self.number = min(self.number, max(len(self._exhibits) - 1, 0))
        self.write(other=True)

    def show_event(self, event: Event | None) -> None:
        """Show the first passage of another event that gives a date, or the first of all."""
        if event is self._event:
            return
        self._event = event
        self._exhibits = exhibits(self._timeline, event) if event else []
        dated = (n for n, exhibit in enumerate(self._exhibits) if exhibit.mentions)
        self.number = next(dated, 0)
        self.begin()
        self.write()

    def show_passage(self, number: int) -> None:
        """Show another passage, going round at the ends."""
        if self._exhibits:
            self.number = number % len(self._exhibits)
            self.begin()
            self.write()

    def turn_fold(self) -> None:
        """Tell how to have the text of a document that is not at hand, or no longer."""
        self._unfolded = not self._unfolded
        self.write()

    def show_mention(self, mention: Mention) -> None:
        """Show the passage that a mention stands in."""
        for number, exhibit in enumerate(self._exhibits):
            if mention in exhibit.mentions:
                self.show_passage(number)
                return

    def written(self, cells: int) -> Detail:
        """Return the text, wrapped to `cells`."""
        if self._event is None:
            return no_event(cells, self._key("back"))
        texts = CitedText(None, None)
        if self._exhibits:
            document = self._exhibits[self.number].document
            text, folder = self._read_text(document.id), self._find_folder()
            missing = folder is not None and text is None
            where = whereabouts(document, folder) if folder and missing else None
            texts = CitedText(text, where, self._unfolded)
        return evidence_of(self._timeline, self._event, self.number, cells, texts)
