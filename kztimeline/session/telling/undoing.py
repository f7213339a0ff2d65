"""What a step of the history changed, in words; and the steps that are no views: pins, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.session.limits import BESIDE_THE_FILTER, CERTAIN, FILTER
from kztimeline.text.cells import clean, cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.session.pins import PinChange
    from kztimeline.session.view import History, View
    from kztimeline.timeline.model import Timeline

_SAID: Final = 36


class PinStep(NamedTuple):
    """A change of the pins that can be taken back.

    Attributes:
        depth: How many views lay behind when it was made.
        change: What it changed, of one event alone.
        words: What it did.
    """

    depth: int
    change: PinChange
    words: str


class TakenBack(NamedTuple):
    """A step that was to be taken back or redone.

    Attributes:
        words: What it did.
        done: Whether it was: not where the event's pin or note has been changed since.
    """

    words: str
    done: bool


class PinSteps:
    """The changes of pins and notes, in order with the views between them."""

    def __init__(self) -> None:
        self._steps: list[PinStep] = []
        self._undone: list[PinStep] = []

    def __bool__(self) -> bool:
        return bool(self._steps)

    def remember(self, history: History, change: PinChange, words: str) -> None:
        """Remember a change that was made; what was undone is past redoing."""
        self._steps.append(PinStep(len(history.past), change, words))
        self._undone.clear()

    def undo(self, history: History, put: Callable[[PinChange], bool]) -> TakenBack | None:
        """Take the last change back if no view came after it, else return None.

        Args:
            history: The views.
            put: Makes a change, and tells whether it could.
        """
        if not self._steps or self._steps[-1].depth < len(history.past):
            return None
        return _taken_back(self._steps, self._undone, history, put)

    def redo(self, history: History, put: Callable[[PinChange], bool]) -> TakenBack | None:
        """Redo the last undone change if it was undone at this view, else return None."""
        if not self.can_redo(history):
            return None
        return _taken_back(self._undone, self._steps, history, put)

    def can_redo(self, history: History) -> bool:
        """Whether the next thing to redo is a change of the pins."""
        return bool(self._undone) and self._undone[-1].depth == len(history.past)


def _taken_back(
    done: list[PinStep],
    undone: list[PinStep],
    history: History,
    put: Callable[[PinChange], bool],
) -> TakenBack:
    """Take the last step back; one that cannot be is forgotten, and what it was about stays."""
    step = done.pop()
    back = step.change.taken_back
    if is_put := put(back):
        undone.append(PinStep(len(history.past), back, step.words))
    return TakenBack(step.words, is_put)


def change_in_words(before: View, after: View, timeline: Timeline) -> str:
    """Return what was done between two views, such as 'filter clinton' or 'jump to …'."""
    for told in (_filtered, _limited, _drawn, _went):
        if words := told(before, after, timeline):
            return words
    return "the last change"


def _filtered(before: View, after: View, timeline: Timeline) -> str:
    if before.query != after.query:
        return FILTER.changed(before, after, timeline)
    if before.filtering != after.filtering:
        return f"turning the filter {'on' if after.filtering else 'off'}"
    if before.find != after.find:
        return f"find {after.find}" if after.find else f"ending the find {before.find}"
    return CERTAIN.changed(before, after, timeline) if before.certain != after.certain else ""


def _limited(before: View, after: View, timeline: Timeline) -> str:
    told = (
        limit.changed(before, after, timeline)
        for limit in reversed(BESIDE_THE_FILTER)
        if getattr(before, limit.field) != getattr(after, limit.field)
    )
    return next(told, "")


def _drawn(before: View, after: View, _timeline: Timeline) -> str:
    if before.zoom != after.zoom or before.opened != after.opened:
        return "change of grouping"
    return "zoom of the overview" if before.band != after.band else ""


def _went(before: View, after: View, timeline: Timeline) -> str:
    if before.cursor != after.cursor and after.cursor in timeline.positions_by_id:
        return f"jump to “{cut(clean(timeline.event(after.cursor).title), _SAID)}”"
    return ""
