"""Views kept under a name, and the last one: on the screen and on the command line.

On the command line a saved view is a word of the query, `@name`; it stands for
the filter of the view in parentheses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kztimeline.session.state_files import change_for, load_for, view_from_dict, view_to_dict
from kztimeline.session.view import ALL_IMPORTANCES, View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.query import Query
    from kztimeline.timeline.model import Timeline

_VIEWS: Final = "views"
_LAST: Final = "last"
_NAME: Final = re.compile(r"\w[\w.-]*")


class SavedViews(NamedTuple):
    """The saved views of a timeline by name, and what to know about their file, if anything."""

    views: dict[str, View]
    notice: str = ""


class Expanded(NamedTuple):
    """A query without names of views.

    Attributes:
        text: The query.
        certain: Whether a view in it leaves out events that only possibly match.
        as_of: The date that all views in it are as of; empty where they differ.
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


def name_of(text: str) -> str | None:
    """Return the name that somebody typed for a view, or None where it can be none.

    A name is letters, digits, `_`, `-` and `.`, so that it is one word on a command line.
    """
    name = "-".join(text.strip().removeprefix("@").split())
    return name if _NAME.fullmatch(name) else None


def _limits(view: View) -> Query:
    """Return what a view hides besides its filter, as far as a query can say it."""
    from kztimeline.query import EVERYTHING, FieldTerm, Not, all_of

    limit: Query = EVERYTHING
    if view.importance < ALL_IMPORTANCES:
        limit = all_of(limit, FieldTerm("importance", (f"1..{view.importance}",)))
    if view.as_of:
        limit = all_of(limit, Not(FieldTerm("after", (view.as_of,))))
    return limit


def query_text(view: View, only: Sequence[str] | None = None) -> str:
    """Return everything that a view hides or shows, as one query.

    Args:
        view: The view.
        only: The ids of the events it may show, where no field can say which.

    Raises:
        QueryError: the view's filter is no query.
    """
    from kztimeline.query import EVERYTHING, FieldTerm, Not, all_of, parse

    limit = _limits(view)
    if only is not None:
        nothing = Not(FieldTerm("importance", (f"1..{ALL_IMPORTANCES}",)))
        limit = all_of(limit, FieldTerm("id", tuple(only)) if only else nothing)
    if limit == EVERYTHING:
        return view.active_query
    return str(all_of(parse(view.active_query), limit))


def saved_views(timeline: Timeline) -> SavedViews:
    """Return the views that are saved for a timeline, by name in order."""
    data, notice = load_for(_VIEWS, timeline)
    return SavedViews({name: view_from_dict(data[name]) for name in sorted(data)}, notice)


def save_view(timeline: Timeline, name: str, view: View) -> str:
    """Keep a view under a name, in place of the one that had it.

    Returns:
        What the reader should know about the file, or nothing.

    Raises:
        OSError: the file cannot be written.
    """
    kept = view_to_dict(view.but(reading=False))
    return change_for(_VIEWS, timeline, lambda views: {**views, name: kept})


def forget_view(timeline: Timeline, name: str) -> str:
    """Remove a saved view.

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
    return view_from_dict(data), notice


def keep_last_view(timeline: Timeline, view: View) -> None:
    """Keep the view at which a timeline is left.

    Raises:
        OSError: the file cannot be written.
    """
    change_for(_LAST, timeline, lambda _before: view_to_dict(view.but(reading=False)))


def expand(
    text: str,
    timeline: Timeline,
    only: Callable[[View], Sequence[str] | None] = lambda _view: None,
) -> Expanded:
    """Return a query with each `@name` replaced by the filter of that view.

    Words in quotes stay as they are.

    Args:
        text: The query.
        timeline: What the views are of.
        only: Returns the ids of the events a view may show, where no field can say which.

    Raises:
        UnknownView: there is no view of that name.
        QueryError: a view's filter is no query.
    """
    if "@" not in text:
        return Expanded(text, certain=False)
    views, notice = saved_views(timeline)
    reference = _reference()
    names = list(filter(None, reference.findall(text)))
    for name in names:
        if name not in views:
            raise UnknownView(name, views, notice)
    dates = {views[name].as_of for name in names}
    as_of = dates.pop() if len(dates) == 1 else ""

    def replacement(match: re.Match[str]) -> str:
        name = match[1]
        if name is None:
            return match[0]
        view = views[name]
        return _grouped(query_text(view.but(as_of="") if as_of else view, only(view)))

    certain = any(views[name].certain for name in names)
    return Expanded(reference.sub(replacement, text), certain, as_of, notice)


def _reference() -> re.Pattern[str]:
    """What finds the names of views in a query; quotes are passed over without a name."""
    from kztimeline.query.quotes import MARKS, OPEN_OR_CLOSED
    from kztimeline.query.syntax import DASHES

    return re.compile(rf"{OPEN_OR_CLOSED}|(?<![^{DASHES}\s(])@([^\s(){MARKS}]*)")


def _grouped(query: str) -> str:
    """A query as one term. The view of everything is what is important or not."""
    return f"({query})" if query.strip() else f"importance:1..{ALL_IMPORTANCES}"


def _remedy(name: str, known: dict[str, View]) -> str:
    from kztimeline.text.nearest import did_you_mean, nearest

    if not known:
        return "Save one on the screen (`kzt keys` names the key); quote words that hold @."
    if near := nearest(name, known):
        return did_you_mean([f"@{other}" for other in near], sentence=True)
    return f"Saved are {', '.join(f'@{other}' for other in list(known)[:8])}."
