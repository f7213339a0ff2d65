"""The facets panel: choosing values of the filter from lists with counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.tui.actions.action import Action, grouped
from kztimeline.tui.workspace.filtering import change_filter, turn_value

if TYPE_CHECKING:
    from kztimeline.tui.actions.situation import Situation
    from kztimeline.tui.workspace.workspace import Workspace

_PANEL: Final = "facets"
_FAR: Final = 1_000_000


def _open(here: Situation) -> bool:
    return here.facets


def choose_value(workspace: Workspace, *, wanted: bool) -> None:
    """Make a choice about the value at the cursor of the panel, or take it back."""
    from kztimeline.query.facets import FacetChoice
    from kztimeline.tui.render.facet_rows import CERTAIN

    row = workspace.facets.row if workspace.facets is not None else None
    if workspace.facets is None or row is None:
        return
    if row.kind == "more":
        workspace.facets.unfold(row.field)
    elif row.field == CERTAIN:
        workspace.ask(certain=not workspace.session.coming.certain)
    elif row.value is not None:
        choice = FacetChoice.WANTED if wanted else FacetChoice.UNWANTED
        turn_value(workspace, row.field, row.value.id, choice)


def clear(workspace: Workspace) -> None:
    """Forget what is chosen in the facet at the cursor of the panel."""
    from kztimeline.query import without_field
    from kztimeline.tui.render.facet_rows import CERTAIN

    row = workspace.facets.row if workspace.facets is not None else None
    if row is None:
        return
    field = row.field
    if field == CERTAIN:
        workspace.ask(certain=False)
    else:
        change_filter(workspace, lambda query: without_field(query, field))


def type_words(workspace: Workspace) -> None:
    """Have the reader type which values the panel is narrowed to."""
    from kztimeline.tui.prompts.facet_values import ValuesPrompt

    if workspace.facets is not None:
        workspace.prompt(ValuesPrompt(workspace, workspace.facets))


def step(workspace: Workspace, steps: int) -> None:
    """Move the cursor of the panel over so many values."""
    if workspace.facets is not None:
        workspace.facets.step(steps)


def page_values(workspace: Workspace, pages: int) -> None:
    """Move the cursor of the panel over so many pages."""
    if workspace.facets is not None:
        workspace.facets.page(pages)


def step_facet(workspace: Workspace, direction: int) -> None:
    """Move the cursor of the panel to another facet."""
    if workspace.facets is not None:
        workspace.facets.step_facet(direction)


ACTIONS: Final = grouped(
    "Narrowing panel",
    Action(
        "facet_choose",
        ("space", "enter"),
        "choose",
        "Show events with any chosen value",
        partial(choose_value, wanted=True),
        when=_open,
        rank=1,
        where=_PANEL,
    ),
    Action(
        "facet_find",
        ("/",),
        "find value",
        "Filter the values by words; esc shows all",
        type_words,
        when=_open,
        rank=1,
        where=_PANEL,
    ),
    Action(
        "facet_without",
        ("-",),
        "without",
        "Hide events with this value",
        partial(choose_value, wanted=False),
        when=_open,
        rank=1,
        where=_PANEL,
    ),
    Action(
        "facet_clear",
        ("backspace",),
        "clear",
        "Clear this list",
        clear,
        when=_open,
        rank=2,
        where=_PANEL,
    ),
    Action(
        "facet_next",
        ("tab", "]"),
        "next list",
        "Go to the next list",
        partial(step_facet, direction=1),
        when=_open,
        rank=1,
        where=_PANEL,
    ),
    *(
        Action(action, keys, label, text, do, when=_open, where=_PANEL)
        for action, keys, label, text, do in (
            (
                "facet_previous",
                ("shift+tab", "["),
                "previous list",
                "Go to the previous list",
                partial(step_facet, direction=-1),
            ),
            ("facet_down", ("j", "down"), "down", "Go to the next value", partial(step, steps=1)),
            ("facet_up", ("k", "up"), "up", "Go to the previous value", partial(step, steps=-1)),
            (
                "facet_page_down",
                ("pagedown",),
                "page down",
                "Page down in the values",
                partial(page_values, pages=1),
            ),
            (
                "facet_page_up",
                ("pageup",),
                "page up",
                "Page up in the values",
                partial(page_values, pages=-1),
            ),
            (
                "facet_first",
                ("g", "home"),
                "first",
                "Go to the first value",
                partial(step, steps=-_FAR),
            ),
            ("facet_last", ("G", "end"), "last", "Go to the last value", partial(step, steps=_FAR)),
        )
    ),
)
