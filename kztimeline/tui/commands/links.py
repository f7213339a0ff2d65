"""What the actions do that follow links and lead through the evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.dates.distance import distance
from kztimeline.text.pieces import Piece
from kztimeline.timeline.relations import NEARBY, between, in_between, neighbours, retraced, steps
from kztimeline.tui.render.list.event_rows import TRACK_ROLES, mark_of

if TYPE_CHECKING:
    from kztimeline.timeline.model import Event
    from kztimeline.tui.dialogs.choice import Option
    from kztimeline.tui.screens.timeline import TimelineScreen


def _open_link(screen: TimelineScreen) -> None:
    target = screen.pages.front.target
    if target is None:
        screen.say(f"{screen.key('next_link')} chooses a link.")
    else:
        screen.pages.follow(target)


def _offices(screen: TimelineScreen) -> None:
    screen.ask(record=False, all_offices=not screen.view.all_offices)


def _open_source(screen: TimelineScreen) -> None:
    addresses = screen.pages.addresses
    if len(addresses) == 1:
        screen.pages.open_address(addresses[0][0])
        return
    from kztimeline.tui.dialogs.choice import Option

    options = [Option(address, name, address) for address, name in addresses]
    nothing = "No source of this event has an address."
    _choose(screen, "Open which source?", options, screen.pages.open_address, nothing)


def _follow(screen: TimelineScreen) -> None:
    event = screen.event
    if event is None:
        return
    known = screen.chosen.timeline
    linked = steps(known, known.event(event.id))
    chosen = screen.pages.front.chosen_link
    if chosen in {step.event.id for step in linked}:
        screen.pages.go(chosen)
    elif len(linked) == 1:
        screen.pages.go(linked[0].event.id)
    else:
        options = [
            _option(screen, event, step.event, step.relation, _gap(screen, event, step.event))
            for step in linked
        ]
        nothing = (
            f"Linked events are hidden by the filter; {screen.key('toggle_filter')} turns it off."
        )
        _choose(screen, "Before and after", options, screen.pages.go, nothing)


def _gap(screen: TimelineScreen, event: Event, other: Event) -> str:
    return in_between(between(screen.chosen.timeline, event, other))


def _retrace(screen: TimelineScreen) -> None:
    trail = retraced(screen.view.trail, screen.view.cursor)
    if trail:
        # Where the way began there is nothing left to go back to.
        screen.visit(screen.timeline.event(trail[-1]), trail=trail if len(trail) > 1 else ())


def _neighbours(screen: TimelineScreen) -> None:
    event = screen.event
    if event is None:
        return
    found = neighbours(screen.chosen.timeline, event)
    options = [_option(screen, event, near.event, near.words(event.date)) for near in found]
    title = f"Within {NEARBY} days of {display(event.date)} on the other track"
    nothing = f"Nothing within {NEARBY} days on the other track."
    _choose(screen, title, options, screen.pages.go, nothing)


def _option(screen: TimelineScreen, event: Event, other: Event, *words: str) -> Option:
    from kztimeline.tui.dialogs.choice import Option

    relation, *rest = words
    lane = [track.id for track in screen.timeline.tracks].index(other.track)
    note = ", ".join(filter(None, (relation, distance(event.date, other.date), *rest)))
    mark = Piece(mark_of(other.date), TRACK_ROLES[lane])
    return Option(other.id, f"{display(other.date)}  {other.title}", note, mark)


def _choose(
    screen: TimelineScreen,
    title: str,
    options: Sequence[Option],
    use: Callable[[str], object],
    nothing: str,
) -> None:
    """Ask for one of some options and use it; say what `nothing` means where there is none."""
    if not options:
        screen.say(nothing)
        return
    from kztimeline.tui.dialogs.choice import Choice

    def chosen(target: str | None) -> None:
        if target is not None:
            use(target)

    screen.app.push_screen(Choice(title, options), chosen)


def _evidence(screen: TimelineScreen) -> None:
    page = "" if screen.view.page == "evidence" else "evidence"
    screen.ask(record=False, page=page)


def _passage(screen: TimelineScreen, direction: int) -> None:
    evidence = screen.pages.evidence
    evidence.show_passage(evidence.number + direction)


def _coverage(screen: TimelineScreen) -> None:
    page = "" if screen.view.page == "coverage" else "coverage"
    screen.ask(record=False, page=page)


def _mention(screen: TimelineScreen, direction: int) -> None:
    screen.pages.coverage.choose_mention(direction)


def _document(screen: TimelineScreen, direction: int) -> None:
    screen.pages.coverage.choose_document(direction)


def _next_open(screen: TimelineScreen) -> None:
    if not screen.pages.coverage.choose_open(1):
        screen.say("No open dates: all cited or dismissed.")


def _cited_event(screen: TimelineScreen) -> None:
    mention, chosen = screen.pages.coverage.mention, screen.pages.coverage.chosen_link
    if chosen is not None:
        screen.pages.follow(chosen)
        return
    # A timeline that changed on disk may lack an event that the ledger still names.
    position = screen.timeline.position
    known = [name for name in mention.cited_by if name in position] if mention else []
    go = partial(screen.pages.go_to_evidence, mention=mention)
    if len(known) == 1:
        go(known[0])
        return
    from kztimeline.tui.dialogs.choice import Option

    events = [screen.timeline.event(name) for name in known]
    options = [Option(event.id, f"{display(event.date)}  {event.title}") for event in events]
    title = f"Events that cite “{mention.text}”" if mention else ""
    _choose(screen, title, options, go, "No event cites this date.")


COMMANDS: Final[Mapping[str, Callable[[TimelineScreen], None]]] = {
    "open_link": _open_link,
    "offices": _offices,
    "open_source": _open_source,
    "follow": _follow,
    "retrace": _retrace,
    "neighbours": _neighbours,
    "evidence": _evidence,
    "next_passage": partial(_passage, direction=1),
    "previous_passage": partial(_passage, direction=-1),
    "coverage": _coverage,
    "next_mention": partial(_mention, direction=1),
    "previous_mention": partial(_mention, direction=-1),
    "next_document": partial(_document, direction=1),
    "previous_document": partial(_document, direction=-1),
    "cited_event": _cited_event,
    "next_open": _next_open,
}
"""The function of each action, by its id."""
