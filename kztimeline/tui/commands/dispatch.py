"""What each action of the registry does to the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from kztimeline.session.view import History
from kztimeline.tui.actions.action import ACTIONS
from kztimeline.tui.commands import links as following
from kztimeline.tui.commands.searching import toggle_only_certain, toggle_only_seeds
from kztimeline.tui.commands.viewing import ZOOM_COMMANDS, close_step, open_group
from kztimeline.tui.render.list.moves import MOVES, Move, nearest_on_track, next_hit

if TYPE_CHECKING:
    from kztimeline.tui.screens.timeline import TimelineScreen
    from kztimeline.tui.widgets.messages import Purpose

Command: TypeAlias = "Callable[[TimelineScreen], None]"

_FACET_ACTIONS: Final = (
    "facets",
    *(action.id for action in ACTIONS if action.where == "facets"),
)

_FAR: Final = 1_000_000


def _move(screen: TimelineScreen, move: Move) -> None:
    row = screen.list_view.row
    if row is not None:
        screen.move(move(screen.list_view.arrangement, row))


def _page(screen: TimelineScreen, direction: int) -> None:
    row = screen.list_view.row
    if row is not None:
        screen.move(screen.list_view.page_from(row, direction))


def _to_track(screen: TimelineScreen, track: int) -> None:
    row = screen.list_view.row
    if row is None:
        return
    other = nearest_on_track(screen.timeline, screen.list_view.arrangement, row, track)
    if other is None:
        screen.say(f"No event of {screen.timeline.tracks[track].name} is shown.")
    screen.move(other)


def _to_match(screen: TimelineScreen, direction: int) -> None:
    position = screen.list_view.position
    if position is None or screen.hits is None:
        return
    row = next_hit(screen.list_view.arrangement, screen.hits.positions, position, direction)
    if row is None:
        screen.say(f"No match for “{screen.view.find}” is shown.")
        return
    found = screen.shown[row]
    if (found - position) * direction <= 0:
        end = "first" if direction > 0 else "last"
        screen.say(f"Back at the {end} match.")
    screen.move(row)


def _open_bar(screen: TimelineScreen, purpose: Purpose) -> None:
    screen.entry.open(purpose)


def _in_facets(screen: TimelineScreen, action: str) -> None:
    from kztimeline.tui.widgets.facet_panel import COMMANDS as FACET_COMMANDS

    FACET_COMMANDS[action](screen)


def _leave_facets(screen: TimelineScreen) -> None:
    from kztimeline.tui.widgets.facet_panel import leave

    leave(screen)


def _saved_views(screen: TimelineScreen) -> None:
    from kztimeline.tui.dialogs.saved_views import open_saved_views

    open_saved_views(screen)


def _toggle_filter(screen: TimelineScreen) -> None:
    screen.ask(filtering=not screen.coming.filtering)


def _read(screen: TimelineScreen) -> None:
    if not open_group(screen):
        screen.ask(record=False, reading=True)


def _scroll(screen: TimelineScreen, lines: int) -> None:
    screen.pages.front.scroll_lines(lines)


def _scroll_page(screen: TimelineScreen, pages: int) -> None:
    screen.pages.front.scroll_pages(pages)


def _choose_link(screen: TimelineScreen, direction: int) -> None:
    screen.pages.front.choose_link(direction)


def _show_importance(screen: TimelineScreen, importance: int) -> None:
    screen.ask(importance=importance)


def _undo(screen: TimelineScreen) -> None:
    screen.travel(History.undo)


def _redo(screen: TimelineScreen) -> None:
    screen.travel(History.redo)


def _back(screen: TimelineScreen) -> None:
    view = screen.view
    if view.page:
        screen.ask(record=False, page="")
    elif view.reading:
        screen.ask(record=False, reading=False)
    elif screen.facets is not None:
        _leave_facets(screen)
    elif view.find:
        screen.ask(find="")
    elif view.pinned:
        screen.ask(pinned=False)
    elif view.trail:
        screen.ask(trail=())
    elif view.query:
        screen.ask(query="", filtering=True)
    else:
        close_step(screen)


def _toggle_theme(screen: TimelineScreen) -> None:
    from kztimeline.tui.themes import OTHER

    if screen.app.no_color:
        screen.say("NO_COLOR is set: there are no colours to change.")
    screen.app.theme = OTHER[screen.app.theme]


def _edit(screen: TimelineScreen) -> None:
    from kztimeline.tui.commands.editing import edit

    edit(screen)


def _reload(screen: TimelineScreen) -> None:
    screen.live.reload()


def _pin(screen: TimelineScreen) -> None:
    from kztimeline.tui.commands.pins import toggle_pin

    toggle_pin(screen)


def _only_pins(screen: TimelineScreen) -> None:
    from kztimeline.tui.commands.pins import toggle_only_pins

    toggle_only_pins(screen)


def _note(screen: TimelineScreen) -> None:
    from kztimeline.tui.commands.pins import ask_for_note

    ask_for_note(screen)


def _write_briefing(screen: TimelineScreen) -> None:
    from kztimeline.tui.commands.sharing import hand_on

    hand_on(screen)


def _choose_briefing(screen: TimelineScreen) -> None:
    from kztimeline.tui.commands.sharing import offer_briefing

    offer_briefing(screen)


def _copy_citation(screen: TimelineScreen) -> None:
    from kztimeline.tui.commands.sharing import copy_citation

    copy_citation(screen)


def _copy_paragraph(screen: TimelineScreen) -> None:
    from kztimeline.tui.commands.sharing import copy_paragraph

    copy_paragraph(screen)


def _export(screen: TimelineScreen) -> None:
    from kztimeline.tui.commands.sharing import export_shown

    export_shown(screen)


def _palette(screen: TimelineScreen) -> None:
    screen.app.action_command_palette()


def _help(screen: TimelineScreen) -> None:
    from kztimeline.tui.dialogs.help import HelpScreen

    screen.app.push_screen(HelpScreen(screen.actions, screen.timeline.tracks))


def _suspend(screen: TimelineScreen) -> None:
    screen.app.action_suspend_process()


def _quit(screen: TimelineScreen) -> None:
    screen.app.exit()


COMMANDS: Final[Mapping[str, Command]] = {
    **{action: partial(_move, move=move) for action, move in MOVES.items()},
    **ZOOM_COMMANDS,
    "next_page": partial(_page, direction=1),
    "previous_page": partial(_page, direction=-1),
    "first_track": partial(_to_track, track=0),
    "second_track": partial(_to_track, track=1),
    "filter": partial(_open_bar, purpose="filter"),
    "find": partial(_open_bar, purpose="find"),
    "jump": partial(_open_bar, purpose="jump"),
    "next_match": partial(_to_match, direction=1),
    "previous_match": partial(_to_match, direction=-1),
    "toggle_filter": _toggle_filter,
    "only_seeds": toggle_only_seeds,
    "only_certain": toggle_only_certain,
    "save_view": partial(_open_bar, purpose="save"),
    "saved_views": _saved_views,
    **{action: partial(_in_facets, action=action) for action in _FACET_ACTIONS},
    "read": _read,
    "scroll_down": partial(_scroll, lines=1),
    "scroll_up": partial(_scroll, lines=-1),
    "scroll_page_down": partial(_scroll_page, pages=1),
    "scroll_page_up": partial(_scroll_page, pages=-1),
    "text_start": partial(_scroll, lines=-_FAR),
    "text_end": partial(_scroll, lines=_FAR),
    "next_link": partial(_choose_link, direction=1),
    "previous_link": partial(_choose_link, direction=-1),
    **following.COMMANDS,
    "importance_1": partial(_show_importance, importance=1),
    "importance_2": partial(_show_importance, importance=2),
    "importance_3": partial(_show_importance, importance=3),
    "undo": _undo,
    "redo": _redo,
    "toggle_theme": _toggle_theme,
    "pin": _pin,
    "only_pins": _only_pins,
    "note": _note,
    "write_briefing": _write_briefing,
    "choose_briefing": _choose_briefing,
    "copy_citation": _copy_citation,
    "copy_paragraph": _copy_paragraph,
    "export": _export,
    "edit": _edit,
    "reload": _reload,
    "back": _back,
    "palette": _palette,
    "help": _help,
    "suspend": _suspend,
    "quit": _quit,
}
"""The function of each action, by its id."""
