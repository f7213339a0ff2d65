"""What can be done in a state of the screen."""

from __future__ import annotations

from typing import NamedTuple


class Situation(NamedTuple):
    """What of the screen's state decides which actions are possible.

    Attributes:
        shown: Events are listed.
        two_tracks: There is another track to go to.
        scrolls: The keys scroll a text: that of an event, a day or a pair.
        detail: A text about the selected event, or a day, is on the screen.
        links: The text in front leads somewhere: to other events, or to addresses.
        query: A filter is set, whether it is on or off.
        find: Words to step through are set.
        undo: There is a change to take back.
        redo: There is a change that was taken back.
        only_pins: Only the pinned events are shown.
        back: There is a step back to take.
        facets: The facets panel is open.
        page: What takes the place of list and text; the event's own text in full is no page
            but `detail`. See `View`.
        documents: The timeline is made from documents.
        linked: The event has to do with others.
        trail: Links were followed, so that there is a way back.
        passages: Several passages are evidence, and one of them is shown.
        addresses: Something can be opened in a browser.
        file: The timeline was read from a file.
        guesses: Nothing matches the filter, and it is guessed what is meant by it.
        on_day: A day of the year is asked for.
    """

    shown: bool = False
    two_tracks: bool = False
    scrolls: bool = False
    detail: bool = False
    links: bool = False
    query: bool = False
    find: bool = False
    undo: bool = False
    redo: bool = False
    only_pins: bool = False
    back: bool = False
    facets: bool = False
    page: str = ""
    documents: bool = False
    linked: bool = False
    trail: bool = False
    passages: bool = False
    addresses: bool = False
    file: bool = False
    on_day: bool = False
    guesses: bool = False


def everything_on(page: str) -> Situation:
    """Return the situation in which all can be done that ever can on a page."""
    possible = {name: True for name in Situation._fields if name != "page"}
    return Situation(**possible)._replace(page=page)  # type: ignore[arg-type]
