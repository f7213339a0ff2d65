"""Searching: the filter, the find, a date, and views kept under a name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.text.numbers import count_of
from kztimeline.tui.actions.action import Action, grouped
from kztimeline.tui.workspace import going
from kztimeline.tui.workspace.filtering import change_filter

if TYPE_CHECKING:
    from kztimeline.query import Query
    from kztimeline.tui.actions.situation import Situation
    from kztimeline.tui.workspace.workspace import Workspace

_ORIGIN: Final = "origin"
_SEED: Final = "seed"


def _shown(here: Situation) -> bool:
    return here.shown


def _query(here: Situation) -> bool:
    return here.query


def _finding(here: Situation) -> bool:
    return here.find and here.shown


def type_filter(workspace: Workspace) -> None:
    """Have the reader type a filter."""
    from kztimeline.tui.prompts.filter import FilterPrompt

    workspace.prompt(FilterPrompt(workspace))


def type_find(workspace: Workspace) -> None:
    """Have the reader type words to find."""
    from kztimeline.tui.prompts.find import FindPrompt

    workspace.prompt(FindPrompt(workspace))


def type_date(workspace: Workspace) -> None:
    """Have the reader type a date to go to."""
    from kztimeline.tui.prompts.date import JumpPrompt

    workspace.prompt(JumpPrompt(workspace))


def type_name(workspace: Workspace) -> None:
    """Have the reader type a name for the view."""
    from kztimeline.tui.prompts.view_name import NamePrompt

    workspace.prompt(NamePrompt(workspace))


def to_match(workspace: Workspace, direction: int) -> None:
    """Go to the next match or the previous one, going round at the end."""
    from kztimeline.tui.render.list.moves import next_hit

    session = workspace.session
    position = session.position
    if position is None or session.hits is None:
        return
    row = next_hit(workspace.list.arrangement, session.hits.positions, position, direction)
    if row is None:
        workspace.say(f"No visible match for “{session.view.find}”.")
        return
    found = session.shown[row]
    if (found - position) * direction <= 0:
        end = "first" if direction > 0 else "last"
        workspace.say(f"Back at the {end} match.")
    going.select_row(workspace, row)


def toggle_filter(workspace: Workspace) -> None:
    """Switch the filter off, or back on, and say which it is."""
    session, key = workspace.session, workspace.key("toggle_filter")
    view = session.coming.but(filtering=not session.coming.filtering)
    count = session.leaves(view)
    workspace.ask(filtering=view.filtering)
    shown = "" if count is None else f"{count_of(count, 'event')} shown"
    state = f"Filter on: {shown}" if view.filtering else f"Filter off: {shown}"
    workspace.say(f"{state}; {key} turns it {'off' if view.filtering else 'back on'}.")


def toggle_only_seeds(workspace: Workspace) -> None:
    """Hide the events without a document at hand, or show them again."""
    from kztimeline.query.facets import FacetChoice, choices, with_choice

    coming, timeline = workspace.session.coming, workspace.session.timeline

    def change(query: Query) -> Query:
        wanted, _unwanted = choices(query, _ORIGIN, timeline)
        only_seeds = coming.filtering and wanted == {_SEED}
        choice = FacetChoice.NONE if only_seeds else FacetChoice.WANTED
        bare = with_choice(query, _ORIGIN, "reference", FacetChoice.NONE, timeline)
        return with_choice(bare, _ORIGIN, _SEED, choice, timeline)

    change_filter(workspace, change)


def toggle_only_certain(workspace: Workspace) -> None:
    """Hide the events that only possibly match, or show them again, and say how many."""
    session, key = workspace.session, workspace.key("only_certain")
    view = session.coming.but(certain=not session.coming.certain)
    every, certain = (session.leaves(view.but(certain=only)) for only in (False, True))
    workspace.ask(certain=view.certain)
    if every is None or certain is None:
        return
    possible = count_of(every - certain, "possible match", "possible matches")
    if every == certain:
        workspace.say("Every match is certain.")
    elif view.certain:
        workspace.say(f"{possible} hidden; {key} shows them.")
    else:
        workspace.say(f"{possible} shown too; {key} hides them.")


def take_guess(workspace: Workspace) -> None:
    """Filter by what is meant more likely than a filter that nothing matches."""
    workspace.ask(query=workspace.session.guesses[0].query, filtering=True)


def choose_view(workspace: Workspace) -> None:
    """Let the reader choose one of the saved views and show it."""
    workspace.dialogs.saved_views(partial(open_view, workspace))


def open_view(workspace: Workspace, name: str) -> None:
    """Show a saved view, at the event it was saved at if that is still there."""
    from kztimeline.session.saved_views import saved_views

    session = workspace.session
    view = saved_views(session.timeline).views.get(name)
    if view is None:
        workspace.say(f"@{name} has been deleted.")
        return
    if view.cursor not in session.timeline.positions_by_id:
        view = view.but(cursor=session.view.cursor)
    workspace.show_view(view.to_keep)
    workspace.say(f"@{name}; {workspace.key('undo')} goes back")


ACTIONS: Final = grouped(
    "Search",
    Action(
        "filter",
        ("f",),
        "filter",
        "Show only the events that match, as you type",
        type_filter,
        when=lambda here: here.page != "coverage",
        rank=2,
        words="search narrow query where only",
    ),
    Action(
        "find",
        ("/",),
        "find",
        "Find words among the events shown",
        type_find,
        when=_shown,
        rank=3,
        words="search look for",
    ),
    Action(
        "next_match",
        ("n",),
        "next match",
        "Go to the next match",
        partial(to_match, direction=1),
        when=_finding,
        rank=1,
    ),
    Action(
        "previous_match",
        ("N",),
        "previous match",
        "Go to the previous match",
        partial(to_match, direction=-1),
        when=_finding,
    ),
    Action(
        "jump",
        ("d",),
        "date",
        "Go to a date as you type it, or to the first event with these words",
        type_date,
        when=lambda here: here.shown or here.page == "day",
        rank=4,
        words="go to date calendar when",
    ),
    Action(
        "toggle_filter",
        ("F",),
        "filter on/off",
        "Turn the filter off or back on",
        toggle_filter,
        when=_query,
    ),
    Action(
        "facets",
        ("v",),
        "narrow",
        "Narrow by track, topic, actor and more, from lists with counts",
        lambda workspace: workspace.toggle_facets(),
        when=lambda here: (here.shown or here.query or here.facets) and not here.scrolls,
        rank=3,
        words="facets browse lists",
    ),
    Action(
        "only_seeds",
        ("O",),
        "documents only",
        "Show only events supported by a document",
        toggle_only_seeds,
    ),
    Action(
        "only_certain",
        ("C",),
        "certain only",
        "Hide possible matches",
        toggle_only_certain,
        when=_query,
    ),
    Action(
        "take_guess",
        ("tab",),
        "accept",
        "Filter by what the filter was guessed to mean",
        take_guess,
        when=lambda here: here.guesses and not (here.shown or here.page),
        rank=1,
    ),
    Action(
        "save_view",
        ("S",),
        "save view",
        "Save this view under a name",
        type_name,
        words="bookmark store keep view",
    ),
    Action(
        "saved_views",
        ("V",),
        "saved views",
        "Open a saved view",
        choose_view,
        words="bookmarks kept stored",
    ),
)
