"""One step back: what of a view is given up first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kztimeline.session.view import View


class BackStep(NamedTuple):
    """A step back.

    Attributes:
        changes: The fields of the view that change; none where the facets are left.
        record: Whether undo returns from it.
        leaves_facets: Whether it leads out of the facets panel.
    """

    changes: Mapping[str, object]
    record: bool = True
    leaves_facets: bool = False


def step_back(view: View, *, facets: bool = False, year: int | None = None) -> BackStep | None:
    """Return the next step back from a view, or None where nothing is left to go back from.

    Args:
        view: What is shown.
        facets: Whether the facets panel is open.
        year: The first year of the folded line that the cursor is in, if it is in one.
    """
    if view.page:
        return BackStep({"page": view.over, "day": ""}, record=False)
    if view.mark:
        return BackStep({"mark": ""}, record=False)
    if view.reading:
        return BackStep({"reading": False}, record=False)
    if facets:
        return BackStep({}, leaves_facets=True)
    changes = _given_up(view, year)
    return BackStep(changes) if changes else None


def _given_up(view: View, year: int | None) -> Mapping[str, object]:
    """Return what is given up of a list, the last added first."""
    if view.find:
        return {"find": ""}
    if view.pinned:
        return {"pinned": False}
    if view.trail:
        return {"trail": ()}
    if view.query:
        return {"query": "", "filtering": True, "certain": False}
    if view.opened:
        return {"opened": view.opened - {year} if year in view.opened else frozenset()}
    if view.on_day:
        return {"on_day": ""}
    return {"as_of": ""} if view.as_of else {}
