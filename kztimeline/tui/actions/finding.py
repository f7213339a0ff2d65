"""Which actions have the words that somebody looks for, those that are called so first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.text.letters.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.tui.actions.action import Action

_UNRANKED: Final = 1_000_000


def found_by(typed: str, actions: Sequence[Action]) -> list[Action]:
    """Return the actions that have all words typed: those called so first, in order of use.

    Args:
        typed: What is looked for.
        actions: The actions.
    """
    wanted = fold(typed).split()
    known = [(_distance(wanted, action), action) for action in actions]
    hits = [(far, action) for far, action in known if far is not None]
    # Those of the footer are used most.
    hits.sort(key=lambda hit: (hit[0], hit[1].rank or _UNRANKED))
    return [action for _far, action in hits]


def _distance(wanted: Sequence[str], action: Action) -> int | None:
    """Return how far an action is from some words; None where it has not got all of them."""
    texts = (action.label, action.words, action.help, action.key_text)
    had = [fold(text) for text in texts]
    if not all(any(word in text for text in had) for word in wanted):
        return None
    if wanted and had[0].split() == wanted:
        return 0
    begins = (all(f" {word}" in f" {text}" for word in wanted) for text in had)
    return next((place for place, all_in in enumerate(begins, 1) if all_in), len(texts) + 1)
