"""Everything the reader can do, in one registry.

Keys, footer, help, command palette and tooltips are all made from `ACTIONS`, so that
they cannot disagree. What a key does is a pure function of the key and a `Situation`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from kztimeline.tui.actions.context import Situation, everything_on


def always(_situation: Situation) -> bool:
    """Tell that an action is possible at any time."""
    return True


class Action(NamedTuple):
    """One thing to do.

    Attributes:
        id: Its name in the configuration and in the program.
        keys: What triggers it, as Textual names keys.
        label: A word or two, for the footer.
        help: A sentence, for help, palette and tooltip.
        group: The heading it stands under in the help.
        when: Whether it is possible in a situation.
        reading_keys: Further keys while an event's text is read.
        rank: Its place in the footer, the smaller the earlier; 0 for not there.
        where: The panel whose keys it belongs to; empty for the whole screen.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    when: Callable[[Situation], bool] = always
    reading_keys: tuple[str, ...] = ()
    rank: int = 0
    where: str = ""

    @property
    def key_text(self) -> str:
        """The keys as a reader knows them, the first two."""
        return " ".join(key_name(key) for key in self.keys[:2])


_NAMES: Final = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "backspace": "⌫",
    "shift+tab": "⇧tab",
}

_MOVE, _SEARCH, _READ, _VIEW, _PROGRAM = "Move", "Search", "Read", "View", "Program"
_KEEP: Final = "Keep and share"
_FACETS: Final = "Facets panel"
_CAUSE, _EVIDENCE = "Links between events", "Evidence"


def _shown(situation: Situation) -> bool:
    return situation.shown


def _in_list(situation: Situation) -> bool:
    return situation.shown and not situation.reading


def _text_alone(situation: Situation) -> bool:
    return situation.reading or _covering(situation)


def _detail(situation: Situation) -> bool:
    return situation.detail


def _facets(situation: Situation) -> bool:
    return situation.facets


def _query(situation: Situation) -> bool:
    return situation.query


def _file(situation: Situation) -> bool:
    return situation.file


def _links(situation: Situation) -> bool:
    return situation.links and (situation.detail or _covering(situation))


def _covering(situation: Situation) -> bool:
    return situation.page == "coverage"


def _listing(situation: Situation) -> bool:
    return not _covering(situation)


ACTIONS: Final[tuple[Action, ...]] = (
    Action("next_event", ("j", "down"), "down", "Go to the next event", _MOVE, _shown),
    Action("previous_event", ("k", "up"), "up", "Go to the previous event", _MOVE, _shown),
    Action("next_page", ("space", "pagedown"), "page down", "Page down", _MOVE, _shown),
    Action("previous_page", ("b", "pageup"), "page up", "Page up", _MOVE, _shown),
    Action("first_event", ("g", "home"), "first", "Go to the first event", _MOVE, _in_list),
    Action("last_event", ("G", "end"), "last", "Go to the last event", _MOVE, _in_list),
    Action("next_year", ("]",), "next year", "Go to the next year that has events", _MOVE, _shown),
    Action(
        "previous_year",
        ("[",),
        "previous year",
        "Go to the beginning of the year, then to the previous year",
        _MOVE,
        _shown,
    ),
    Action(
        "first_track",
        ("h", "left"),
        "left track",
        "Go to the nearest event of the first track",
        _MOVE,
        lambda situation: situation.shown and situation.two_tracks,
    ),
    Action(
        "second_track",
        ("l", "right"),
        "right track",
        "Go to the nearest event of the second track",
        _MOVE,
        lambda situation: situation.shown and situation.two_tracks,
    ),
    Action(
        "filter",
        ("f",),
        "filter",
        "Show only the events that match, as you type",
        _SEARCH,
        _listing,
        rank=2,
    ),
    Action("find", ("/",), "find", "Find words among the events shown", _SEARCH, _shown, rank=3),
    Action(
        "next_match",
        ("n",),
        "next match",
        "Go to the next match",
        _SEARCH,
        lambda situation: situation.find and situation.shown,
        rank=1,
    ),
    Action(
        "previous_match",
        ("N",),
        "previous match",
        "Go to the previous match",
        _SEARCH,
        lambda situation: situation.find and situation.shown,
    ),
    Action(
        "jump",
        ("d",),
        "date",
        "Go to a date, as you type it, or to the first event with these words",
        _SEARCH,
        _shown,
        rank=4,
    ),
    Action(
        "toggle_filter",
        ("F",),
        "filter on/off",
        "Turn the filter off or back on",
        _SEARCH,
        _query,
    ),
    Action(
        "facets",
        ("v",),
        "facets",
        "Choose tracks, topics, actors and more from lists with counts",
        _SEARCH,
        lambda situation: (
            (situation.shown or situation.query or situation.facets) and not situation.reading
        ),
        rank=3,
    ),
    Action(
        "only_seeds",
        ("O",),
        "documents only",
        "Show only events supported by a document",
        _SEARCH,
    ),
    Action(
        "only_certain",
        ("C",),
        "certain only",
        "Show only certain matches",
        _SEARCH,
        _query,
    ),
    Action("save_view", ("S",), "save view", "Save this view under a name", _SEARCH),
    Action("saved_views", ("V",), "saved views", "Open a saved view", _SEARCH),
    *(
        Action(f"facet_{id_}", keys, label, text, _FACETS, _facets, rank=rank, where="facets")
        for id_, keys, label, text, rank in (
            (
                "choose",
                ("space", "enter"),
                "choose",
                "Show events with any chosen value",
                1,
            ),
            ("find", ("/",), "narrow", "Show only the values with some words; esc shows all", 1),
            ("without", ("-",), "without", "Hide events with this value", 1),
            ("clear", ("backspace",), "clear", "Clear this facet", 2),
            ("next", ("tab", "]"), "next facet", "Go to the next facet", 1),
            ("previous", ("shift+tab", "["), "previous facet", "Go to the previous facet", 0),
            ("down", ("j", "down"), "down", "Go to the next value", 0),
            ("up", ("k", "up"), "up", "Go to the previous value", 0),
            ("page_down", ("pagedown",), "page down", "Page down in the values", 0),
            ("page_up", ("pageup",), "page up", "Page up in the values", 0),
            ("first", ("g", "home"), "first", "Go to the first value", 0),
            ("last", ("G", "end"), "last", "Go to the last value", 0),
        )
    ),
    Action(
        "read",
        ("enter",),
        "read",
        "Read the page of the event; the arrows scroll its text",
        _READ,
        lambda situation: situation.shown and not situation.reading,
        rank=5,
    ),
    Action("scroll_down", ("J",), "scroll text", "Scroll the text down", _READ, _detail, ("down",)),
    Action("scroll_up", ("K",), "scroll text up", "Scroll the text up", _READ, _detail, ("up",)),
    Action(
        "scroll_page_down",
        ("}",),
        "text page down",
        "Scroll the text a page down",
        _READ,
        _detail,
        ("space", "pagedown"),
    ),
    Action(
        "scroll_page_up",
        ("{",),
        "text page up",
        "Scroll the text a page up",
        _READ,
        _detail,
        ("b", "pageup"),
    ),
    Action(
        "text_start", ("g", "home"), "text start", "Go to the top of the text", _READ, _text_alone
    ),
    Action("text_end", ("G", "end"), "text end", "Go to its last line", _READ, _text_alone),
    Action(
        "next_link",
        ("tab",),
        "next link",
        "Choose the next link in the text",
        _READ,
        _links,
        rank=10,
    ),
    Action(
        "previous_link",
        ("shift+tab",),
        "previous link",
        "Choose the previous link in the text",
        _READ,
        _links,
    ),
    Action(
        "open_link",
        ("enter",),
        "open",
        "Open what the chosen link leads to",
        _READ,
        lambda situation: situation.links and situation.reading,
    ),
    Action(
        "offices",
        ("A",),
        "other offices",
        "Show offices held at other times",
        _READ,
        lambda situation: situation.reading and not situation.page,
    ),
    Action(
        "open_source",
        ("o",),
        "source",
        "Open a source in the browser, or copy its address where there is none",
        _READ,
        lambda situation: situation.addresses,
        rank=8,
    ),
    Action(
        "follow",
        (">",),
        "follow",
        "Go to a linked event",
        _CAUSE,
        lambda situation: situation.linked and situation.shown,
        rank=9,
    ),
    Action(
        "retrace",
        ("<",),
        "back",
        "Go back to the event you came from",
        _CAUSE,
        lambda situation: situation.trail,
        rank=7,
    ),
    Action(
        "neighbours",
        ("i",),
        "other track",
        "List the other track's events within 30 days",
        _CAUSE,
        lambda situation: situation.shown and situation.two_tracks,
        rank=12,
    ),
    Action(
        "evidence",
        ("e",),
        "evidence",
        "Show the passages that the event rests on, and how its date was read",
        _EVIDENCE,
        _shown,
        rank=8,
    ),
    Action(
        "next_passage",
        ("s", "."),
        "next passage",
        "Show the next passage of the evidence",
        _EVIDENCE,
        lambda situation: situation.passages,
        rank=4,
    ),
    Action(
        "previous_passage",
        (",",),
        "previous passage",
        "Show the previous passage",
        _EVIDENCE,
        lambda situation: situation.passages,
    ),
    Action(
        "coverage",
        ("c",),
        "coverage",
        "Show every date in every document, and what became of it",
        _EVIDENCE,
        lambda situation: situation.documents,
        rank=13,
    ),
    Action(
        "next_mention",
        ("l", "right", "space"),
        "next date",
        "Choose the next date in the documents",
        _EVIDENCE,
        _covering,
        rank=1,
    ),
    Action(
        "previous_mention",
        ("h", "left", "b"),
        "previous date",
        "Choose the previous date",
        _EVIDENCE,
        _covering,
        rank=1,
    ),
    Action(
        "next_document",
        ("j", "down"),
        "document",
        "Choose the next document",
        _EVIDENCE,
        _covering,
        rank=2,
    ),
    Action(
        "previous_document",
        ("k", "up"),
        "previous document",
        "Choose the previous document",
        _EVIDENCE,
        _covering,
    ),
    Action(
        "cited_event",
        ("enter",),
        "its event",
        "Go to an event that cites the chosen date",
        _EVIDENCE,
        _covering,
        rank=3,
    ),
    Action(
        "next_open",
        ("n",),
        "next open",
        "Choose the next date that nobody has cited or dismissed",
        _EVIDENCE,
        _covering,
        rank=4,
    ),
    Action("importance_1", ("1",), "key events", "Show only key events", _VIEW),
    Action("importance_2", ("2",), "without minor events", "Leave out minor events", _VIEW),
    Action("importance_3", ("3",), "all", "Show every event", _VIEW),
    Action(
        "undo",
        ("u",),
        "undo",
        "Undo the last filter, jump or change of view",
        _VIEW,
        lambda situation: situation.undo,
    ),
    Action(
        "redo",
        ("U",),
        "redo",
        "Redo what was undone",
        _VIEW,
        lambda situation: situation.redo,
    ),
    Action(
        "zoom_list",
        ("z",),
        "group",
        "Draw the list by year, by decade, with empty time to scale, or event by event",
        _VIEW,
    ),
    Action(
        "band_closer", ("+", "="), "closer", "Zoom the overview in on the event, to a month", _VIEW
    ),
    Action("band_wider", ("-",), "wider", "Zoom the overview out", _VIEW),
    Action("band_whole", ("0",), "whole span", "Let the overview show the whole span", _VIEW),
    Action(
        "running",
        ("r",),
        "in office",
        "Show who was in office and what was under way",
        _VIEW,
    ),
    Action(
        "as_of",
        ("a",),
        "as of",
        "Hide all that came after a date, and mark what was under way",
        _VIEW,
    ),
    Action(
        "on_this_day",
        ("T",),
        "on this day",
        "Show what happened on this day of the year",
        _VIEW,
    ),
    Action("toggle_theme", ("D",), "dark/light", "Change between dark and light", _VIEW),
    Action(
        "pin",
        ("p",),
        "pin",
        "Pin the event for a briefing, or unpin it",
        _KEEP,
        _shown,
        rank=6,
    ),
    Action(
        "only_pins",
        ("P",),
        "only pins",
        "Show only pinned events (toggle)",
        _KEEP,
        lambda situation: situation.shown or situation.only_pins,
    ),
    Action("note", ("m",), "note", "Pin the event with a line of note on it", _KEEP, _shown),
    Action(
        "write_briefing",
        ("w",),
        "briefing",
        "Copy the pins as a briefing with footnotes; again: as text, or into a file",
        _KEEP,
        _shown,
        rank=6,
    ),
    Action(
        "choose_briefing",
        ("W",),
        "briefing as …",
        "Choose the form of the briefing: text, Markdown or a file",
        _KEEP,
        _shown,
    ),
    Action(
        "copy_citation",
        ("y",),
        "copy citation",
        "Copy the event's citations",
        _KEEP,
        _shown,
        rank=11,
    ),
    Action(
        "copy_paragraph",
        ("Y",),
        "copy event",
        "Copy the event as a paragraph with footnotes",
        _KEEP,
        _shown,
    ),
    Action(
        "export",
        ("x",),
        "export",
        "Write exactly the events shown to a CSV file",
        _KEEP,
        _shown,
    ),
    Action(
        "edit",
        ("E",),
        "edit",
        "Open the event in your editor, at its line",
        _PROGRAM,
        _file,
    ),
    Action("reload", ("R",), "reload", "Read the timeline's files again now", _PROGRAM, _file),
    Action(
        "back",
        ("escape",),
        "back",
        "One step back: from the page, the facets, the find, the pins, the trail, the filter",
        _PROGRAM,
        lambda situation: (
            situation.reading
            or bool(situation.page)
            or situation.facets
            or situation.find
            or situation.only_pins
            or situation.trail
            or situation.query
            or situation.stepped
        ),
        rank=1,
    ),
    Action("palette", (":",), "commands", "Search everything you can do", _PROGRAM, rank=14),
    Action("help", ("?",), "help", "Show the keys and the signs", _PROGRAM, rank=15),
    Action("suspend", ("ctrl+z",), "suspend", "Suspend to the shell; fg comes back", _PROGRAM),
    Action("quit", ("q",), "quit", "Quit", _PROGRAM, rank=16),
)


def key_name(key: str) -> str:
    """Return a key as it is printed on a keyboard."""
    return _NAMES.get(key, key)


def first_key(action: str) -> str:
    """Return the first key of an action where nothing is set, as it is printed."""
    return next(key_name(item.keys[0]) for item in ACTIONS if item.id == action)


def keys_of(text: str) -> tuple[str, ...]:
    """Return the keys that a setting names, separated by commas."""
    keys = (key.strip() for key in text.split(","))
    return tuple("," if key == "comma" else key for key in keys)


def with_keys(keys: Mapping[str, str]) -> tuple[Action, ...]:
    """Return the registry with the keys of some actions replaced.

    Args:
        keys: For an action's id, its keys separated by commas.
    """
    return tuple(
        action._replace(keys=keys_of(keys[action.id])) if action.id in keys else action
        for action in ACTIONS
    )


def possible(actions: tuple[Action, ...], situation: Situation) -> Iterator[Action]:
    """Yield the actions that can be done in a situation.

    Those of a panel come first, and an action of which a panel has all keys is none.
    """
    able = sorted((a for a in actions if a.when(situation)), key=lambda action: not action.where)
    taken = {key for action in able if action.where for key in action.keys}
    return (action for action in able if action.where or not taken.issuperset(action.keys))


def meaning(actions: tuple[Action, ...], key: str, page: str) -> Action | None:
    """Return what a key would mean on a page if that were possible, or None for nothing."""
    anything = everything_on(page)
    return next((a for a in actions if key in a.keys and not a.where and a.when(anything)), None)


def action_of(actions: tuple[Action, ...], key: str, situation: Situation) -> Action | None:
    """Return what a key means in a situation: a pure function of the two."""
    for action in possible(actions, situation):
        if situation.reading and key in action.reading_keys:
            return action
    return next((action for action in possible(actions, situation) if key in action.keys), None)
