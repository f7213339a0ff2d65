"""`kzt seeds reopen`: what became of a date is taken back, in the card and in the events."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kztimeline.cli.confirming import confirmed
from kztimeline.cli.curate.beside import no_card, own_timeline
from kztimeline.cli.curate.card_offers import offer_cards, offer_decided_spans
from kztimeline.cli.options import TimelineOption
from kztimeline.cli.output import fail_unwritten
from kztimeline.cli.reporting import USAGE, fail, reporting, say
from kztimeline.loading.findings import sentence
from kztimeline.loading.loader import documents_beside
from kztimeline.text.numbers import count_of
from kztimeline.timeline.field_types import FieldError, parse_span

if TYPE_CHECKING:
    from kztimeline.text.spans import Span
    from kztimeline.timeline.model import Document

_SHOWN: Final = 8
_MOST_DIGITS: Final = 9
_SPAN: Final = re.compile(r"\d+-\d+")


def reopen(
    context: typer.Context,
    card: Annotated[
        str, typer.Argument(metavar="CARD", help="The id of a card.", autocompletion=offer_cards)
    ],
    dates: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DATE",
            help="Its number in the walk, its span such as 12-20, or an event that cites it.",
            autocompletion=offer_decided_spans,
        ),
    ] = None,
    with_events: Annotated[
        bool,
        typer.Option("--with-events", help="Remove events that cite nothing else, without asking."),
    ] = False,
    timeline: TimelineOption = None,
) -> None:
    """Open dates of a card again, and take back what the walk or anyone made of them.

    A reason is taken out of the card. A citation is taken out of the card and of the event;
    an event that cites nothing else is removed from the timeline, which is asked first.
    """
    from kztimeline.cli.curate.walk.desk import Desk

    with reporting():
        of = own_timeline(timeline or context.obj)
        documents = {each.id: path for path, each in documents_beside(of, all_sound=True).items()}
        if card not in documents:
            no_card(card, sorted(documents))
        desk = Desk(of, documents[card])
        now = desk.read()
        numbers = {n for text in dates or () for n in _meant(now.document, text)}
        if not numbers:
            fail("no date is named", _which(now.document), USAGE)
        gone = [event.id for event in desk.resting_on(numbers)]
        if gone and not with_events and not _may_remove(gone):
            named = f"{', '.join(gone)} would cite nothing any more"
            fail(named, "With --with-events it is removed; or let it cite another source first.")
        try:
            faults = desk.reopen(numbers)
        except OSError as error:
            fail_unwritten(error.filename or of, error, "See whether you may write to it.")
        if faults:
            fail(f"nothing is written: {faults[0].problem}", faults[0].remedy)
        say(f"{documents[card]}: {count_of(len(numbers), 'date')} opened again")
        if gone:
            say(f"{of}: removed {', '.join(gone)}")


def _may_remove(events: list[str]) -> bool:
    """Ask on a terminal whether events may go; where nobody can answer, they may not."""
    asked = f"{', '.join(events)} would cite nothing any more. Remove from the timeline?"
    return sys.stdin.isatty() and confirmed(asked)


def _meant(document: Document, text: str) -> set[int]:
    """Return the numbers of the decided mentions that an argument names; exit where it names none.

    Their numbers count from 0, the one in the argument from 1, as the walk shows it.
    """
    from kztimeline.documents.fates import is_open

    mentions = document.mentions
    found = {n for n, each in enumerate(mentions) if text in each.cited_by}
    if not found and text.isdecimal() and len(text) <= _MOST_DIGITS:
        found = {int(text) - 1} & set(range(len(mentions)))
    elif not found and _SPAN.fullmatch(text):
        span = _span_in(text)
        found = {n for n, each in enumerate(mentions) if each.span == span}
    if not found:
        fail(f"{text}: the card {document.id} has no such date", _which(document))
    for number in found:
        if is_open(mentions[number]):
            fail(f"{text}: {mentions[number].text!r} is open", "Leave it out.")
    return found


def _span_in(text: str) -> Span:
    """Return the span that an argument is; exit where there is none such."""
    try:
        return parse_span(text)
    except FieldError as error:
        fail(error.problem, sentence(error.remedy), USAGE)


def _which(document: Document) -> str:
    """Return the decided dates of a card, for somebody to name one."""
    decided = [
        f"{n} “{each.text}” ({', '.join(each.cited_by) or each.dismissed})"
        for n, each in enumerate(document.mentions, 1)
        if each.cited_by or each.dismissed
    ]
    if not decided:
        return f"All dates of the card {document.id} are open."
    more = f" and {len(decided) - _SHOWN} more" if len(decided) > _SHOWN else ""
    return f"Name its number: {', '.join(decided[:_SHOWN])}{more}."
