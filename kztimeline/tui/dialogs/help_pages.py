"""The help as four short pages: keys, signs, the query language, dates; narrowed by typing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.text.cells import clean, fit, width, wrap
from kztimeline.text.letters.folding import fold
from kztimeline.text.pieces import Piece
from kztimeline.tui.actions.finding import found_by
from kztimeline.tui.render.signs import SIGN_MEANINGS, TRACK_ROLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kztimeline.text.cells import Cell
    from kztimeline.text.pieces import DrawnLine
    from kztimeline.timeline.model import Track
    from kztimeline.tui.actions.action import Action

PAGES: Final = ("Keys", "Signs", "Query", "Dates")
_MORE_SIGNS: Final = (
    ("╰─● ●─╯", "linked with the selected event: it answers, or is answered"),
    ("↑2 ↓3", "number of linked events above, below the screen"),
    ("∴", "date or fact inferred; the event’s page says from what"),
    ("Nov→2007", "from November until some time in 2007"),
    ("▸ ▾", "folded, unfolded"),
    ("┊", "empty time"),
    ("⣀⡇⣿", "in the overview: events; taller means more"),
    ("╷", "in the overview: a term of office or an event begins"),
    ("╱", "in the overview: after the as-of day, hidden"),
    ("c d o", "in the coverage: a date cited, dismissed with a reason, open"),
    ("bold", "key events; paler titles are minor ones"),
)
_QUERIES: Final = (
    ("nuclear test", "both words, or words beginning with them, anywhere in an event"),
    ('"rule of law"', "an exact phrase; “curly” quotes and «guillemets» work too"),
    ("EU, U.S.", "an acronym, in capitals; if there is none, words beginning with it"),
    ("Токаев, Tokaev", "a name in any alphabet and spelling: Tokayev"),
    ("topic:elections", "also track: actor: era: source: origin: place: importance:"),
    ("in:2012", "also in:2011-12..2012-02, after:2019-03-19, before:1995"),
    ("sources:1", "also sources:<3, sources:2..4: by number of sources"),
    ("linked:ID", "linked to or from an event; link:responds_to for a kind of link"),
    ("has:note", "also has:links, has:place, has:actors, has:passage, has:address"),
    ("is:disputed", "also is:inferred, is:single, is:undated, is:approximate, …"),
    ("-topic:energy", "without"),
    ("a or b", "either; parentheses group"),
)
_DATES: Final = (
    ("2012-02, 2/2012", "February 2012; likewise feb 2012 and feb 12 (month, then year)"),
    ("12 feb, feb 12th", "that day in the selected year; 19 march 2019 gives the year"),
    ("q3 2011, h1 2011", "a quarter, a half; summer 2011, winter 2011/12, the 1990s"),
    ("2011 to 2013", "from one date to another: 16–17 dec 2011, jan–mar 2012, since 2015"),
    ("last month", "also two weeks later, next friday: counted from the selected event’s date"),
    ("two weeks ago", "also yesterday, this month: counted from today"),
    ("1/2/2012", "ambiguous: the preview below shows how a date is read before you press enter"),
)
_COLUMN: Final = 18
_STACKED_BELOW: Final = 44


class HelpEntry(NamedTuple):
    """One thing explained.

    Attributes:
        name: A key, a sign or an example.
        meaning: What it does or says.
        action: The id of the action to do it with, or empty.
        role: How the name is drawn.
        group: The heading it stands under, or empty.
    """

    name: str
    meaning: str
    action: str = ""
    role: str = "key"
    group: str = ""


def entries_of(
    page: str, actions: Sequence[Action], tracks: Sequence[Track], seen: Collection[str] = ()
) -> list[HelpEntry]:
    """Return what a page explains; of the signs those in view first.

    Args:
        page: One of `PAGES`.
        actions: All there is to do.
        tracks: The tracks of the timeline.
        seen: The signs in view.
    """
    match page:
        case "Keys":
            return [HelpEntry(a.key_text, a.help, a.id, group=a.group) for a in actions]
        case "Signs":
            return _signs(tracks, seen)
        case "Query":
            return [HelpEntry(*query) for query in _QUERIES]
    return [HelpEntry(*date) for date in _DATES]


def _signs(tracks: Sequence[Track], seen: Collection[str]) -> list[HelpEntry]:
    letters = [
        HelpEntry(track.letter, clean(track.name), role=role)
        for track, role in zip(tracks, TRACK_ROLES, strict=False)
    ]
    more = dict(_MORE_SIGNS)
    known = {sign: words for sign, words in SIGN_MEANINGS.items() if sign not in more} | more
    order = sorted(known, key=lambda sign: sign not in seen)
    return letters + [HelpEntry(sign, known[sign]) for sign in order]


def entries_with(
    typed: str, actions: Sequence[Action], tracks: Sequence[Track], seen: Collection[str] = ()
) -> list[HelpEntry]:
    """Return the entries of all pages in which every word typed is found.

    The keys come first, in the order in which the palette has what they do.
    """
    words = fold(typed).split()
    found = [
        entry._replace(group=page)
        for page in PAGES[1:]
        for entry in entries_of(page, actions, tracks, seen)
        if all(word in fold(f"{entry.name} {entry.meaning}") for word in words)
    ]
    keys = entries_of(PAGES[0], found_by(typed, actions), tracks)
    return [*(entry._replace(group=PAGES[0]) for entry in keys), *found]


class HelpLines(NamedTuple):
    """The lines of a page, and for each entry the lines it takes."""

    lines: list[DrawnLine]
    places: list[range]


def lay_out(entries: Sequence[HelpEntry], cells: int) -> HelpLines:
    """Return entries as lines of at most `cells`, under their headings."""
    lines: list[DrawnLine] = []
    places: list[range] = []
    for group, members in groupby(entries, key=lambda entry: entry.group):
        if group:
            lines += [[]] if lines else []
            lines.append([Piece(group, "heading")])
        for entry in members:
            start = len(lines)
            lines += _entry(entry, cells)
            places.append(range(start, len(lines)))
    return HelpLines(lines, places)


def in_two(
    left: Sequence[HelpEntry], right: Sequence[HelpEntry], cells: int
) -> list[list[HelpEntry]]:
    """Return entries in two columns of much the same length, each of so many cells.

    Args:
        left: What the left column begins with; its last headings go below the right one.
        right: What the right column begins with.
        cells: The width of a column.
    """
    groups = [list(members) for _, members in groupby(left, key=lambda entry: entry.group)]
    lengths = [len(lay_out(group, cells).lines) + 1 for group in groups]
    beside = len(lay_out(right, cells).lines)

    def longest(stay: int) -> int:
        return max(sum(lengths[:stay]), beside + sum(lengths[stay:]))

    stay = min(range(1, len(groups) + 1), key=longest)
    below = [entry for group in groups[stay:] for entry in group]
    return [[entry for group in groups[:stay] for entry in group], [*right, *below]]


def _entry(entry: HelpEntry, cells: int) -> Iterator[DrawnLine]:
    name, meaning = entry.name, entry.meaning
    if cells < _STACKED_BELOW:
        yield [Piece("  "), Piece(name, entry.role)]
        for part in wrap(meaning, cells - 4):
            yield [Piece("    "), Piece(meaning[part.start : part.end], "text")]
        return
    for number, part in enumerate(wrap(meaning, cells - 2 - _COLUMN)):
        shown = name if number == 0 else ""
        text = meaning[part.start : part.end]
        yield [Piece("  "), Piece(fit(shown, _COLUMN), entry.role), Piece(text, "text")]


def page_tabs(page: str, cells: int) -> DrawnLine:
    """Return the line of the pages, the present one marked in words as well as by color."""
    pieces = [
        Piece(f" [{name}] " if name == page else f"  {name}  ", "key" if name == page else "quiet")
        for name in PAGES
    ]
    room = cells - sum(width(piece.text) for piece in pieces)
    if room < 0:
        following = PAGES[(PAGES.index(page) + 1) % len(PAGES)]
        return [Piece(f" [{page}] ", "key"), Piece(f"tab: {following}", "quiet")]
    hint = "tab: next page"
    return [*pieces, Piece(f"{hint:>{room - 1}}", "quiet")] if room > len(hint) + 2 else pieces


def page_at(tabs: DrawnLine, cell: Cell) -> str:
    """Return the page that a cell of the line of pages turns to, or nothing."""
    start = 0
    for piece in tabs:
        start += width(piece.text)
        if cell < start:
            words = piece.text.strip().removeprefix("tab: ").strip("[]")
            here = next((p.text.strip(" []") for p in tabs if p.text.strip().startswith("[")), "")
            following = PAGES[(PAGES.index(here) + 1) % len(PAGES)] if here in PAGES else ""
            return words if words in PAGES else following if "page" in words else ""
    return ""
