"""Reading: the page of an event, the scrolling of a text, its links and its sources."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.tui.actions.action import Action, grouped
from kztimeline.tui.workspace import going
from kztimeline.tui.workspace.choices import Option

if TYPE_CHECKING:
    from kztimeline.tui.actions.situation import Situation
    from kztimeline.tui.workspace.workspace import Workspace

_FAR: Final = 1_000_000


def _detail(here: Situation) -> bool:
    return here.detail


def _covering(here: Situation) -> bool:
    return here.page == "coverage"


def _text_alone(here: Situation) -> bool:
    return here.scrolls or _covering(here)


def _links(here: Situation) -> bool:
    return here.links and (here.detail or _covering(here))


def read(workspace: Workspace) -> None:
    """Open the folded years the cursor is in; where it is in none, read its event's page."""
    if not open_group(workspace):
        workspace.ask(record=False, reading=True)


def open_group(workspace: Workspace) -> bool:
    """Open the folded years the cursor is in; False where it is in none."""
    from kztimeline.tui.render.list.groups import FOLDED

    row, view = workspace.list.row, workspace.session.view
    layout = workspace.list.arrangement
    if row is None or view.zoom not in FOLDED or not layout.is_folded(row):
        return False
    workspace.ask(opened=view.opened | {layout.year_of(row)})
    return True


def scroll_page(workspace: Workspace, pages: int) -> None:
    """Scroll the text in front by some pages."""
    workspace.pages.front.scroll_pages(pages)


def choose_link(workspace: Workspace, direction: int) -> None:
    """Choose the next link of the text in front, or the previous one."""
    workspace.pages.front.choose_link(direction)


def open_link(workspace: Workspace) -> None:
    """Go where the chosen link leads."""
    target = workspace.pages.front.target
    if target is None:
        workspace.say(f"{workspace.key('next_link')} chooses a link.")
    else:
        going.go_where(workspace, target)


def toggle_offices(workspace: Workspace) -> None:
    """Name the offices that people held at other times, or leave them out."""
    workspace.ask(record=False, all_offices=not workspace.session.view.all_offices)


def open_source(workspace: Workspace) -> None:
    """Open the address of a source, asked for where there are several."""
    addresses = workspace.pages.addresses
    if len(addresses) == 1:
        going.open_address(workspace, addresses[0][0])
        return
    options = [Option(address, name, address) for address, name in addresses]
    workspace.dialogs.choose(
        "Open which source?",
        options,
        partial(going.open_address, workspace),
        "No source of this event has an address.",
    )


ACTIONS: Final = grouped(
    "Read",
    Action(
        "read",
        ("enter",),
        "read",
        "Read the page of the event; the arrows scroll its text",
        read,
        when=lambda here: here.shown and not here.scrolls,
        rank=5,
        words="open details page more",
    ),
    Action(
        "scroll_down",
        ("J",),
        "scroll text",
        "Scroll the text down",
        partial(going.scroll, lines=1),
        when=_detail,
        reading_keys=("down",),
    ),
    Action(
        "scroll_up",
        ("K",),
        "scroll text up",
        "Scroll the text up",
        partial(going.scroll, lines=-1),
        when=_detail,
        reading_keys=("up",),
    ),
    Action(
        "scroll_page_down",
        ("}",),
        "page down",
        "Page down in the text",
        partial(scroll_page, pages=1),
        when=_detail,
        reading_keys=("space", "pagedown", "ctrl+f", "ctrl+d"),
    ),
    Action(
        "scroll_page_up",
        ("{",),
        "page up",
        "Page up in the text",
        partial(scroll_page, pages=-1),
        when=_detail,
        reading_keys=("b", "pageup", "ctrl+b", "ctrl+u"),
    ),
    Action(
        "text_start",
        ("g", "home"),
        "top",
        "Go to the top of the text",
        partial(going.scroll, lines=-_FAR),
        when=_text_alone,
    ),
    Action(
        "text_end",
        ("G", "end"),
        "end",
        "Go to the end of the text",
        partial(going.scroll, lines=_FAR),
        when=_text_alone,
    ),
    Action(
        "next_link",
        ("tab",),
        "next link",
        "Choose the next link in the text",
        partial(choose_link, direction=1),
        when=_links,
        rank=10,
    ),
    Action(
        "previous_link",
        ("shift+tab",),
        "previous link",
        "Choose the previous link in the text",
        partial(choose_link, direction=-1),
        when=_links,
    ),
    Action(
        "open_link",
        ("enter",),
        "open",
        "Open what the chosen link leads to",
        open_link,
        when=lambda here: here.links and here.scrolls,
    ),
    Action(
        "offices",
        ("A",),
        "other offices",
        "Show offices held at other times",
        toggle_offices,
        when=lambda here: here.scrolls and not here.page,
        words="people roles",
    ),
    Action(
        "open_source",
        ("o",),
        "open source",
        "Open a source in the browser, or copy its address if there is none",
        open_source,
        when=lambda here: here.addresses,
        rank=8,
        words="browser url address web",
    ),
)
