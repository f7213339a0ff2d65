"""`kzt views`: saved views listed, made and deleted; the screen has the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kztimeline.cli.arguments.for_typer import Command, DeclaringTyper, QueryCommand
from kztimeline.cli.fitting import lined_up
from kztimeline.cli.formats import LISTS, ListFormatOption, target
from kztimeline.cli.offers import SHIELD
from kztimeline.cli.options import (
    AsOfOption,
    CertainOption,
    ForceOption,
    OutputOption,
    QueryWords,
    TimelineOption,
    as_of_date,
    chosen_timeline,
)
from kztimeline.cli.output import fail_unwritten
from kztimeline.cli.read.matching import matching
from kztimeline.cli.reporting import USAGE, fail, found_nothing, reporting, say
from kztimeline.export.plain_lists import PlainList
from kztimeline.session.saved_views import (
    LONGEST_NAME,
    UnknownView,
    ViewWritten,
    expand,
    forget_view,
    name_of,
    put_record,
    save_view,
    saved_records,
    saved_views,
    view_record,
)
from kztimeline.session.search import Search
from kztimeline.session.view import View
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline


views_app = DeclaringTyper(invoke_without_command=True, help="List, make and delete saved views.")


@views_app.callback()
def views(
    context: typer.Context,
    format: ListFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    timeline: TimelineOption = None,
) -> None:
    """List, make and delete saved views.

    A view is a query under a name: `kzt list @name` asks it, and the screen lists it.
    """
    context.obj = timeline or context.obj
    if context.invoked_subcommand is not None:
        return
    with reporting():
        to = target(format, output, formats=LISTS, force=force)
        loaded = chosen_timeline(context)
        found, notice, wider = saved_views(loaded)
        if notice:
            say(notice)
        # Without what is not understood, such a view would be another: no command takes it.
        rows = tuple(_row(name, view) for name, view in found.items() if name not in wider)
        listed = PlainList("views", ("name", "query", "certain", "as_of"), rows)
        names = lined_up([f"@{name}" for name in found])
        said = (
            f"cannot be used: {wider[name]} is not understood" if name in wider else _in_words(view)
            for name, view in found.items()
        )
        lines = (f"{name}  {words}\n" for name, words in zip(names, said, strict=True))
        to.write_list(listed, "view", lines)
        if not found:
            found_nothing("no view is saved; `kzt views make NAME QUERY` saves one")


def _row(name: str, view: View) -> dict[str, str | bool | None]:
    return {
        "name": name,
        "query": view.active_query,
        "certain": view.certain,
        "as_of": view.as_of or None,
    }


def _in_words(view: View) -> str:
    query = view.active_query or "everything"
    certain = " --certain" if view.certain else ""
    return f"{query}{certain}{f' --as-of {view.as_of}' if view.as_of else ''}"


@views_app.command(cls=QueryCommand)
def make(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name, such as osce.")],
    query: QueryWords = None,
    certain: CertainOption = False,
    as_of: AsOfOption = None,
    force: ForceOption = False,
    timeline: TimelineOption = None,
) -> None:
    """Save a query under a name."""
    with reporting():
        loaded = chosen_timeline(context, timeline)
        named = name_of(name)
        if named is None:
            remedy = (
                "Use letters, digits, hyphens, dots and underscores, as in osce; "
                f"at most {LONGEST_NAME}."
            )
            fail(f"{name!r} cannot be the name of a view", remedy, USAGE)
        if named in saved_records(loaded) and not force:
            _refuse_second(named)
        seen = matching(loaded, query, certain=certain, as_of=as_of)
        text = expand(" ".join(query or ()).replace(SHIELD, ""), Search(loaded)).text
        view = View(query=text, certain=certain, as_of=as_of_date(as_of))
        try:
            if force:
                written = ViewWritten(True, save_view(loaded, named, view))
            else:
                written = put_record(loaded, named, view_record(view), None)
        except OSError as error:
            fail_unwritten(error.filename, error, "Check the folder.")
        if written.notice:
            say(written.notice)
        if not written.done:
            # Another program was quicker.
            _refuse_second(named)
        say(f"@{named} saved: {count_of(len(seen.events), 'event')} now")


def _refuse_second(name: str) -> NoReturn:
    fail(f"@{name} is saved already", "Use --force to replace it, or another name.")


def offer_views(ctx: typer.Context) -> list[str]:
    """Return the names of the saved views, for the shell."""
    return list(saved_views(chosen_timeline(ctx)).views)


@views_app.command(cls=Command)
def delete(
    context: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME", help="Names of views.", autocompletion=offer_views),
    ],
    timeline: TimelineOption = None,
) -> None:
    """Delete saved views."""
    with reporting():
        loaded = chosen_timeline(context, timeline)
        wanted = [name_of(name) or name for name in names]
        _require(loaded, wanted)
        for name in dict.fromkeys(wanted):
            try:
                forget_view(loaded, name)
            except OSError as error:
                fail_unwritten(error.filename, error, "Check the folder.")
            say(f"@{name} deleted")


def _require(timeline: Timeline, names: list[str]) -> None:
    """Exit where a view is not there, before any is deleted."""
    known, notice, _wider = saved_views(timeline)
    for name in names:
        if name not in known:
            missing = UnknownView(name, known, notice)
            fail(missing.problem, missing.remedy, USAGE)
