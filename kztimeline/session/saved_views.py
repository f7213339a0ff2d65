"""Views kept under a name, and the last one: on the screen and on the command line.

On the command line a saved view is a word of the query, `@name`; it stands for
the filter of the view in parentheses.
"""

from __future__ import annotations

import datetime as dt
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kztimeline.session.limits import LIMITS, limits_of
from kztimeline.session.state.state_files import (
    OfFile,
    change_for,
    left_out,
    load_for,
    state_file,
)
from kztimeline.session.state.view_records import read_view, view_to_dict
from kztimeline.session.view import ALL_IMPORTANCES, View
from kztimeline.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from kztimeline.session.search import Search
    from kztimeline.timeline.model import Position, Timeline

_VIEWS: Final = "views"
_LAST: Final = "last"
_NAME: Final = pattern(r"\w[\w.-]*")
LONGEST_NAME: Final = 60
"""The letters of the longest name of a view."""


class SavedViews(NamedTuple):
    """The saved views of a timeline.

    Attributes:
        views: They, by name.
        notice: What to know about their file, if anything.
        wider: Of views that would show more than was saved, since that is not understood, what
            it is, by name.
    """

    views: dict[str, View]
    notice: str = ""
    wider: Mapping[str, str] = MappingProxyType({})


class ViewWritten(NamedTuple):
    """Whether a saved view was written, and what to know about the file, if anything.

    It is not where another window has written something else under its name.
    """

    done: bool
    notice: str


class Expanded(NamedTuple):
    """A query without names of views.

    Attributes:
        text: The query; where no field can say what a view shows, its ids stand there.
        certain: Whether all views in it leave out events that only possibly match.
        as_of: The latest date that views in it are as of; empty where one is as of none.
        notice: What the reader should know about the file of the views, or nothing.
    """

    text: str
    certain: bool
    as_of: str = ""
    notice: str = ""


class UnknownView(LookupError):  # noqa: N818 (it is what is unknown, like KeyError)
    """No view is saved under a name; `remedy` says what there is instead."""

    def __init__(self, name: str, known: dict[str, View], notice: str = "") -> None:
        super().__init__(name)
        self.problem = f"no view is saved as @{name}"
        self.remedy = notice or _remedy(name, known)


class WiderView(UnknownView):
    """What narrows a saved view is not understood, and without it too much would be shown."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(name, {})
        self.problem = f"@{name}: {words} is not understood in {state_file(_VIEWS)}"
        self.remedy = f"Save it anew: `kzt views make {name} QUERY --force`."


def name_of(text: str) -> str | None:
    """Return the name that somebody typed for a view, or None where it can be none.

    A name is letters, digits, `_`, `-` and `.`, so that it is one word on a command line,
    and no longer than a list has room for.
    """
    name = "-".join(text.strip().removeprefix("@").split())
    return name if len(name) <= LONGEST_NAME and _NAME.fullmatch(name) else None


def query_text(view: View, only: Sequence[str] | None = None) -> str:
    """Return everything that a view hides or shows, as one query.

    Args:
        view: The view.
        only: The ids of the events it may show, where no field can say which.

    Raises:
        QueryError: the view's filter is not a query.
    """
    from kztimeline.query import FieldTerm, Not, Query, all_of, parse_query

    said = [limit.as_query(view) for limit in reversed(list(limits_of(view)))]
    parts: list[Query] = [part for part in said if part is not None]
    if only is not None:
        nothing = Not(FieldTerm("importance", (f"1..{ALL_IMPORTANCES}",)))
        parts.append(FieldTerm("id", tuple(only)) if only else nothing)
    if parts == [parse_query(view.active_query)]:
        return view.active_query
    return str(all_of(*parts)) if parts else ""


def saved_views(timeline: Timeline) -> SavedViews:
    """Return the views that are saved for a timeline, by name in order."""
    data, notice = load_for(_VIEWS, timeline)
    read = {name: read_view(data[name]) for name in sorted(data)}
    strange = [f"@{name}: {words}" for name, each in read.items() for words in each.strange]
    views = {name: each.view for name, each in read.items() if isinstance(data[name], dict)}
    narrowing = {"filtering", *(limit.field for limit in LIMITS)}
    wider = {
        name: words
        for name, each in read.items()
        for words in each.strange
        if words.partition(" ")[0] in narrowing
    }
    return SavedViews(views, notice or left_out(state_file(_VIEWS), strange), wider)


def saved_records(timeline: Timeline) -> dict[str, Any]:
    """Return what the file has under each name, also what no view can be read from."""
    return load_for(_VIEWS, timeline)[0]


def view_record(view: View) -> dict[str, Any]:
    """Return a view as the file has it."""
    return view_to_dict(view.but(reading=False))


def put_record(timeline: Timeline, name: str, record: object, instead_of: object) -> ViewWritten:
    """Keep a record under a name, or nothing for None, where the file has what is expected.

    Args:
        timeline: What the view is of.
        name: Its name.
        record: A view as the file has it.
        instead_of: What is to be replaced; None where the name is to be free.

    Raises:
        OSError: the file cannot be written.
    """
    done = False

    def changed(views: dict[str, Any]) -> dict[str, Any]:
        nonlocal done
        done = views.get(name) == instead_of
        if not done:
            return views
        rest = {other: kept for other, kept in views.items() if other != name}
        return rest if record is None else {**rest, name: record}

    notice = change_for(_VIEWS, timeline, changed)
    return ViewWritten(done, notice)


def save_view(timeline: Timeline, name: str, view: View) -> str:
    """Keep a view under a name, in place of whatever had it.

    Returns:
        What the reader should know about the file, or nothing.

    Raises:
        OSError: the file cannot be written.
    """
    return change_for(_VIEWS, timeline, lambda views: {**views, name: view_record(view)})


def forget_view(timeline: Timeline, name: str) -> str:
    """Remove a saved view, whatever it is.

    Returns:
        What the reader should know about the file, or nothing.

    Raises:
        OSError: the file cannot be written.
    """

    def without(views: dict[str, Any]) -> dict[str, Any]:
        return {other: view for other, view in views.items() if other != name}

    return change_for(_VIEWS, timeline, without)


def last_view(timeline: Timeline) -> tuple[View, str]:
    """Return the view at which a timeline was left, and what to know about its file."""
    data, notice = load_for(_LAST, timeline)
    view, strange = read_view(data)
    return view, notice or left_out(state_file(_LAST), strange)


def keep_last_view(timeline: OfFile, view: View) -> None:
    """Keep the view at which a timeline is left.

    Raises:
        OSError: the file cannot be written.
    """
    kept = view_to_dict(view.but(reading=False))

    def replaced(before: dict[str, Any]) -> dict[str, Any]:
        later = {name: value for name, value in before.items() if name not in View._fields}
        return {**later, **kept}

    change_for(_LAST, timeline, replaced)


def expand(
    text: str, search: Search, pinned: Callable[[], Collection[Position]] = tuple
) -> Expanded:
    """Return a query in which what a view shows stands for each `@name`.

    What all views in it have in common, a day or that nothing is only possible, is told
    apart, to hold for the whole. Words in quotes stay as they are.

    Args:
        text: The query.
        search: What answers queries on the timeline that the views are of.
        pinned: Returns the positions of the pinned events.

    Raises:
        UnknownView: there is no view of that name.
        QueryError: a view's filter is not a query.
    """
    if "@" not in text:
        return Expanded(text, certain=False)
    from kztimeline.query import QueryError

    views, notice, wider = saved_views(search.timeline)
    reference = _reference()
    named = [match[1] for match in reference.finditer(text) if match[1] is not None]
    for name in named:
        if name not in views:
            raise UnknownView(name, views, notice)
        if name in wider:
            raise WiderView(name, wider[name])
    seen = [views[name].in_force for name in named]
    as_of = _latest([view.as_of for view in seen])
    certain = bool(seen) and all(view.certain for view in seen)

    def replacement(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0]
        view = views[match[1]].in_force
        shared = {"as_of": "" if view.as_of == as_of else view.as_of}
        view = view.but(**shared, certain=view.certain and not certain)
        try:
            return _grouped(query_text(view, search.selector.beyond_queries(view, pinned())))
        except QueryError as error:
            problem = f"{match[0]}: {error.problem}"
            raise QueryError(problem, error.remedy, *match.span()) from error

    return Expanded(reference.sub(replacement, text), certain, as_of, notice)


def _latest(dates: Sequence[str]) -> str:
    """The latest of the dates that views are as of; empty where one is as of none."""
    from kztimeline.timeline.as_of import day_meant

    if not all(dates):
        return ""
    return max(dates, key=lambda date: day_meant(date) or dt.date.max, default="")


def _reference() -> re.Pattern[str]:
    """What finds the names of views in a query; quotes are passed over without a name."""
    from kztimeline.query.quotes import OPEN_OR_CLOSED, QUOTATION_MARKS
    from kztimeline.query.syntax import DASHES

    return re.compile(rf"{OPEN_OR_CLOSED}|(?<![^{DASHES}\s(])@([^\s(){QUOTATION_MARKS}]*)")


def _grouped(query: str) -> str:
    """A query as one term. The view of everything is what is important or not."""
    return f"({query})" if query.strip() else f"importance:1..{ALL_IMPORTANCES}"


def _remedy(name: str, known: dict[str, View]) -> str:
    from kztimeline.text.nearest import did_you_mean, nearest

    if near := nearest(name, known):
        return did_you_mean([f"@{other}" for other in near], sentence=True)
    saved = f"Saved are {', '.join(f'@{other}' for other in list(known)[:8])}." if known else ""
    made = f"`kzt views make {name_of(name) or 'NAME'} QUERY` saves one; quote words that hold @."
    return saved or made
