"""`kzt seeds`: the documents' cards, and what becomes of the mentions in them."""

from __future__ import annotations

import shlex
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kztimeline.cli.arguments.for_typer import Command, DeclaringTyper
from kztimeline.cli.curate.adding import add
from kztimeline.cli.curate.beside import (
    events_if_sound,
    events_of_sharers,
    no_card,
    own_timeline,
    say_which,
)
from kztimeline.cli.curate.coverage import listed, say_what_is_left_out, write_ledger
from kztimeline.cli.curate.walk.command import walk
from kztimeline.cli.formats import LISTS, ListFormatOption, target
from kztimeline.cli.options import (
    ForceOption,
    OutputOption,
    TimelineOption,
    chosen_timeline,
)
from kztimeline.cli.reporting import USAGE, fail, reporting, say
from kztimeline.documents.ledger import cover
from kztimeline.loading.files.disk import write_files
from kztimeline.loading.files.lock import all_locked
from kztimeline.loading.files.plain_files import read_plain
from kztimeline.loading.findings import sentence
from kztimeline.loading.loader import documents_beside, events_of, faults_of_cards
from kztimeline.text.numbers import count_of
from kztimeline.timeline.field_types import FieldError, check_text, parse_span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from kztimeline.timeline.model import Document, Event, Mention

    Change = Callable[[Document], tuple[Mention, ...]]

seeds_app = DeclaringTyper(
    invoke_without_command=True, help="List the documents' cards, add one, or fill them in."
)


@seeds_app.callback()
def seeds(
    context: typer.Context,
    format: ListFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    timeline: TimelineOption = None,
) -> None:
    """List the documents' cards with the counts of their ledgers."""
    context.obj = timeline or context.obj
    if context.invoked_subcommand is not None:
        return
    with reporting():
        to = target(format, output, formats=LISTS, force=force)
        say_which(context.obj)
        loaded = chosen_timeline(context)
        write_ledger(to, cover(loaded), listed)
        say_what_is_left_out(loaded)
        if not loaded.documents:
            say("this timeline has no documents; `kzt seeds add` makes a card")


seeds_app.command(cls=Command)(add)
seeds_app.command(cls=Command)(walk)

_CardArgument = Annotated[str, typer.Argument(metavar="CARD", help="The id of a card.")]


@seeds_app.command("cite", cls=Command)
def cite_from_spans(
    context: typer.Context,
    cards: Annotated[
        list[str] | None, typer.Argument(metavar="CARD", help="Ids of cards; all if none is named.")
    ] = None,
    every: Annotated[
        bool,
        typer.Option("--every", help="Each date in a span, also one that is not the event's."),
    ] = False,
    timeline: TimelineOption = None,
) -> None:
    """Write into the cards which events cite each date, from the events' own spans.

    A date is cited by an event whose span holds it and whose own date is the same or lies
    within it; by one that states its inference and has no such date, all dates in its
    spans are. Ids of events that there are not are taken out, unless they may be those of
    another timeline that reads the card. What is dismissed stays so, and comments stay.
    """
    from kztimeline.documents.fates import dismissed_though_cited

    with reporting():
        of = own_timeline(timeline or context.obj)
        events = events_of(of)
        documents = documents_beside(of, all_sound=True)
        ids = {card.id for card in documents.values()}
        for card in cards or ():
            if card not in ids:
                no_card(card, sorted(ids))
        chosen = {path: each for path, each in documents.items() if not cards or each.id in cards}
        others = events_of_sharers(of).values()
        gone = {path: _gone(document, events, others) for path, document in chosen.items()}
        cited = partial(_cited_anew, events=events, every=every)
        _change(of, {path: partial(cited, gone=gone[path]) for path in chosen})
        for path, unknown in gone.items():
            if unknown:
                say(f"{path}: taken out, since there is no such event: {', '.join(unknown)}")
        for document, mention, event in dismissed_though_cited(
            chosen.values(), events, every=every
        ):
            say(
                f"the card {document.id} dismisses {mention.text!r} at {mention.span}, "
                f"which {event.id} cites",
                "    Remove its `dismissed` and run `kzt seeds cite` again, "
                "or cite another passage.",
            )


def _cited_anew(
    document: Document, *, events: Sequence[Event], gone: Sequence[str], every: bool
) -> tuple[Mention, ...]:
    from kztimeline.documents.fates import cited_by_spans, uncited_by

    return uncited_by(cited_by_spans(document, events, every=every), gone)


def _gone(
    document: Document, events: Sequence[Event], others: Collection[Sequence[Event] | None]
) -> list[str]:
    """Return the ids by which mentions are cited and which no timeline has that reads the card.

    Args:
        document: The card.
        events: Those of the timeline.
        others: Those of each of the other timelines that read it; None of a faulty one.
    """
    known = {event.id for each in (events, *others) for event in each or ()}
    named = dict.fromkeys(event for mention in document.mentions for event in mention.cited_by)
    return [] if None in others else [event for event in named if event not in known]


@seeds_app.command("dismiss", cls=Command)
def dismiss_mentions(
    context: typer.Context,
    card: _CardArgument,
    spans: Annotated[
        list[str] | None,
        typer.Argument(metavar="SPAN", help="Where the dates stand, as in the card: 12-20."),
    ] = None,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why no event cites them.")] = "",
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help="All open ones of a kind, such as duration."),
    ] = None,
    rest: Annotated[bool, typer.Option("--rest", help="All that are open.")] = False,
    timeline: TimelineOption = None,
) -> None:
    """Dismiss dates of a card that no event cites, many at once, with a reason."""
    with reporting():
        of = own_timeline(timeline or context.obj)
        if not reason:
            fail("--reason is missing", "Say why no event cites them: --reason 'background'", USAGE)
        try:
            check_text(reason)
        except FieldError as error:
            fail(f"--reason: {error.problem}", sentence(error.remedy), USAGE)
        if not (spans or kind or rest):
            remedy = "Name spans such as 12-20, or --kind duration, or --rest for all open ones."
            fail("no date is named", remedy, USAGE)
        documents = {each.id: path for path, each in documents_beside(of, all_sound=True).items()}
        if card not in documents:
            no_card(card, sorted(documents))
        if rest:
            _heed_who_cites(of, card)
        change = partial(_dismissed, spans=spans or (), kinds=kind or (), reason=reason, rest=rest)
        _change(of, {documents[card]: change})


def _heed_who_cites(of: Path, card: str) -> None:
    """Say that a timeline does not cite a card; exit where another that reads it does."""
    if _cites(events_if_sound(of), card):
        return
    other = next(
        (path for path, events in events_of_sharers(of).items() if _cites(events, card)), None
    )
    if other is not None:
        fail(
            f"--rest: no event of {of} cites the card {card}, and {other} does",
            f"Name that timeline with -t {shlex.quote(str(other))}, or name the spans.",
        )
    say(f"no event of {of} cites the card {card}")


def _cites(events: Sequence[Event] | None, card: str) -> bool:
    return any(cited.source == card for event in events or () for cited in event.sources)


def _dismissed(
    document: Document, *, spans: Sequence[str], kinds: Sequence[str], reason: str, rest: bool
) -> tuple[Mention, ...]:
    from kztimeline.documents.fates import dismissed, is_open

    mentions = document.mentions
    known = sorted({mention.kind for mention in mentions})
    for kind in kinds:
        if kind not in known:
            fail(f"--kind: no date of kind {kind!r}", f"The card has {', '.join(known)}.", USAGE)
    numbers = {
        number
        for number, mention in enumerate(mentions)
        if is_open(mention) and (rest or mention.kind in kinds)
    }
    return dismissed(document, numbers | {_at(document, span) for span in spans}, reason)


def _at(document: Document, text: str) -> int:
    """Return the number of the open mention at a span; exit where there is none."""
    from kztimeline.documents.fates import is_open

    try:
        span = parse_span(text)
    except FieldError as error:
        fail(error.problem, sentence(error.remedy), USAGE)
    number = next((n for n, each in enumerate(document.mentions) if each.span == span), None)
    if number is None:
        near = [each for each in document.mentions if each.span.overlaps(span)]
        meant = " or ".join(str(each.span) for each in near[:3])
        remedy = f"Did you mean {meant}?" if near else "`kzt coverage` lists those that are open."
        fail(f"{text}: no date of the card {document.id} stands there", remedy)
    mention = document.mentions[number]
    if not is_open(mention):
        by = ", ".join(mention.cited_by)
        state = f"is cited by {by}" if by else "is dismissed already"
        fail(f"{text}: {mention.text!r} {state}", "Leave it out, or change the card by hand.")
    return number


def _change(of: Path, changes: Mapping[Path, Change]) -> None:
    """Change what becomes of the mentions of cards; none is written if one would not pass."""
    from kztimeline.documents.fates import is_open

    try:
        with all_locked(changes):
            changed = [_changed(path, change) for path, change in changes.items()]
            written = {each.path: each.content for each in changed if each.edits}
            for fault in faults_of_cards(of, written)[:1] if written else ():
                as_it_was = f"{next(iter(written))} is" if len(written) == 1 else "the cards are"
                problem = f"{as_it_was} as before: {fault.file} would not pass `kzt check`"
                fail(f"{problem}: {fault.problem}", fault.remedy)
            write_files(written)
    except OSError as error:
        where = error.filename or of
        fail(f"{where} cannot be written: {error.strerror}", "See whether you may write to it.")
    for each in changed:
        left = sum(map(is_open, each.mentions))
        say(f"{each.path}: {count_of(each.edits, 'date')} changed, {left} still open")


class _ChangedCard(NamedTuple):
    path: Path
    content: bytes
    mentions: tuple[Mention, ...]
    edits: int


def _changed(path: Path, change: Change) -> _ChangedCard:
    """Return a card as it is to be, with how many of its mentions change."""
    from kztimeline.documents.card_editing import with_mentions
    from kztimeline.loading.examination import card_of

    content = read_plain(path)
    document = card_of(path, content).document
    assert document is not None  # it was sound when it was looked for
    now = change(document)
    edits = sum(a != b for a, b in zip(document.mentions, now, strict=True))
    edited = with_mentions(path, content, document, now) if edits else content
    return _ChangedCard(path, edited, now, edits)
