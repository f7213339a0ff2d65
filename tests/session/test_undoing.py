"""What undo says, and what it takes back besides views."""

from __future__ import annotations

import pytest

from kztimeline.session.limits import LIMITS, Limit
from kztimeline.session.pins import PinChange, PinState
from kztimeline.session.telling.measure import measure
from kztimeline.session.telling.undoing import PinSteps, TakenBack, change_in_words
from kztimeline.session.view import History, View
from tests.tui.sample import sample

WHOLE = sample()
NARROWED = View(query="ito", certain=True, importance=1, as_of="2012", on_day="02-01", pinned=True)
"""A view narrowed in every way there is."""


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (View(), View(query="ito"), "filter ito"),
        (View(query="ito"), View(), "removing the filter ito"),
        (View(query="a", filtering=False), View(query="a"), "turning the filter on"),
        (View(), View(find="ito"), "find ito"),
        (View(), View(importance=1), "key events only"),
        (View(pinned=True), View(), "showing all events"),
        (View(), View(as_of="2012"), "as of 2012"),
        (View(), View(on_day="02-01"), "one day of the year"),
        (View(), View(zoom="years"), "change of grouping"),
        (View(), View(band=2), "zoom of the overview"),
        (
            View(cursor="vote"),
            View(cursor="press"),
            "jump to “Ito presses the Island's envoy on t…”",
        ),
        (View(), View(), "the last change"),
    ],
)
def test_a_step_is_named_by_what_it_changed(before: View, after: View, words: str) -> None:
    assert change_in_words(before, after, WHOLE) == words


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.field)
def test_every_way_to_narrow_is_named_and_so_is_its_end(limit: Limit) -> None:
    narrowed = NARROWED.but(**{limit.field: limit.ended})
    words = {
        change_in_words(narrowed, NARROWED, WHOLE),
        change_in_words(NARROWED, narrowed, WHOLE),
    }
    assert limit.is_on(NARROWED)
    assert len(words - {"the last change"}) == 2


PINNED = PinChange("strike", PinState(False), PinState(True))
UNPINNED = PINNED.taken_back


class Made:
    """Takes note of the changes that are made; some cannot be."""

    def __init__(self) -> None:
        self.changes: list[PinChange] = []
        self.refuses = False

    def __call__(self, change: PinChange) -> bool:
        self.changes.append(change)
        return not self.refuses


def test_a_pin_is_taken_back_before_the_views_that_came_before_it() -> None:
    steps, made = PinSteps(), Made()
    history = History(View()).record(View(query="a"))
    steps.remember(history, PINNED, "pinning “A”")
    assert steps.undo(history, made) == TakenBack("pinning “A”", True)
    assert steps.undo(history, made) is None
    assert steps.redo(history, made) == TakenBack("pinning “A”", True)
    assert steps.redo(history, made) is None
    assert steps.undo(history, made) == TakenBack("pinning “A”", True)
    assert made.changes == [UNPINNED, PINNED, UNPINNED]


def test_a_step_that_cannot_be_taken_back_is_told_and_forgotten() -> None:
    steps, made, history = PinSteps(), Made(), History(View())
    steps.remember(history, PINNED, "pinning “A”")
    steps.remember(history, PINNED, "pinning “B”")
    made.refuses = True
    assert steps.undo(history, made) == TakenBack("pinning “B”", False)
    assert not steps.can_redo(history)
    made.refuses = False
    assert steps.undo(history, made) == TakenBack("pinning “A”", True)


def test_a_pin_is_redone_at_the_view_it_was_undone_at_and_not_after_another_change() -> None:
    steps, history = PinSteps(), History(View()).record(View(query="a"))
    steps.remember(history, PINNED, "pinning “A”")
    steps.undo(history, Made())
    assert not steps.can_redo(history.undo())
    assert steps.can_redo(history)
    steps.remember(history, PINNED, "pinning “B”")
    assert not steps.can_redo(history)


def test_a_view_that_came_after_a_pin_is_taken_back_first() -> None:
    steps = PinSteps()
    history = History(View())
    steps.remember(history, PINNED, "pinning “A”")
    later = history.record(View(query="a"))
    assert steps.undo(later, Made()) is None
    assert steps.undo(later.undo(), Made()) is not None


def test_the_marked_event_is_measured_from_either_side() -> None:
    strike, press = WHOLE.event("strike"), WHOLE.event("press")
    words = measure(WHOLE, strike, press)
    assert words.startswith("46 days (1 month 15 days) · ")
    assert words.endswith("between")
    assert measure(WHOLE, press, strike) == words
    assert measure(WHOLE, press, press) == ""
