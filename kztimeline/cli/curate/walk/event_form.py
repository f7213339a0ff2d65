"""What is asked of an event that is made of a date in a document, one line an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.cli.curate.walk.asking import answer_to, text_of, text_within
from kztimeline.cli.curate.walk.choosing import cast_of, topics_of, track_of
from kztimeline.cli.curate.walk.desk import NewEvent, NewName, OnDesk
from kztimeline.dates.display import display
from kztimeline.dates.typed.fixed import range_of
from kztimeline.documents.fates import dates_in_doubt, is_doubtful, without_date
from kztimeline.loading.checks.whole_file import may_lie_inside
from kztimeline.loading.file_format.first_file import PLACEHOLDERS, identifier
from kztimeline.timeline.field_types import FieldError
from kztimeline.timeline.model import TITLE_LENGTH

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Event, Mention

_ID_LENGTH: Final = 45
_DIGITS_OF_CHOICE: Final = 2
"""A number of more is a year."""
_APOSTROPHE: Final = re.compile(r"(?<=\w)['’](?=\w)")
_LINKING: Final = frozenset(
    "a an and as at by for from in into its of off on onto or over that the to under with".split()  # noqa: SIM905
)
"""Words that an id does not end in where its title goes on."""
_ENDS: Final = (".", "!", "?", "”", '"', ")")


@dataclass
class Habits:
    """What was answered last, and is offered next."""

    track: str = ""
    topics: tuple[str, ...] = ()


class FilledForm(NamedTuple):
    """An event as it was answered, and the topics and actors that it needs."""

    event: NewEvent
    named: tuple[NewName, ...]


def written(now: OnDesk) -> list[Event]:
    """Return the events of a timeline, without the one that is to be replaced."""
    texts = frozenset(PLACEHOLDERS)
    return [each for each in now.file.events if not {each.title, each.summary} <= texts]


def new_event(
    now: OnDesk, mention: Mention, title: str, given: Date | None, habits: Habits
) -> FilledForm:
    """Ask for what a mention and a title do not say of an event, and return it whole.

    Args:
        now: The timeline and the card.
        mention: The date phrase that it cites.
        title: Its title.
        given: Its date, where that is another than the mention's.
        habits: What was answered before.

    Raises:
        FieldError: the title cannot stand.
        GivenUpError, CommandTypedError: it is not to be.
        EOFError, KeyboardInterrupt: there are no answers any more.
    """
    title = text_within(title, TITLE_LENGTH)
    date = given or _date(mention)
    inference = _inference(mention, date)
    habits.track = track_of(now.file.tracks, habits.track)
    filed = topics_of(now.file.topics, habits.topics)
    habits.topics = filed.topics
    as_it_is = title if title.endswith(_ENDS) else f"{title}."
    summary = answer_to("Summary (enter: the title says it all)", text_of, as_it_is)
    cast = cast_of(now.file, written(now))
    span = now.file.timeline.span
    outside = None
    if not may_lie_inside(date, span):
        outside = answer_to(
            f"{date} lies outside the span {span}; why does it stand here?", text_of
        )
    taken = {event.id for event in now.file.events}
    event = NewEvent(
        id=identifier(_beginning(title), taken, "event"),
        date=date,
        track=habits.track,
        topics=filed.topics,
        title=title,
        summary=summary,
        importance=cast.importance,
        actors=cast.actors,
        inference=inference,
        outside_span=outside,
    )
    return FilledForm(event, (*filed.new, *cast.new))


def _date(mention: Mention) -> Date:
    """Return the date of an event; it is asked where the phrase gives none, or a doubtful one."""
    choices = dates_in_doubt(mention)
    if not choices:
        if mention.date is not None:
            return mention.date
        question = f"Date (“{mention.text}” is {without_date(mention)})"
        return answer_to(question, range_of, help="Such as 2011, mar 2011 or 4 mar 2011.")
    named = ", ".join(f"{number} {date_and_words(date)}" for number, date in enumerate(choices, 1))

    def read(line: str) -> Date:
        if not (line.isdecimal() and len(line) <= _DIGITS_OF_CHOICE):
            return range_of(line)
        if 1 <= int(line) <= len(choices):
            return choices[int(line) - 1]
        remedy = f"type 1 to {len(choices)}, or a date such as 4 mar 2011"
        raise FieldError(f"there is no date number {line} here", remedy)

    return answer_to(
        f"Date, in doubt: {named}, or another", read, help="A number of these, or any date."
    )


def _inference(mention: Mention, date: Date) -> str | None:
    """Return from what a date is inferred that is not the phrase's; it is asked."""
    if mention.date is not None and date.contains(mention.date):
        return None
    choices = dates_in_doubt(mention)
    if is_doubtful(mention) and date in choices:
        can_be = " or ".join(each.text for each in choices)
        usual = f"“{mention.text}” can mean {can_be}; read as {date}."
        return answer_to(f"Why {date} (enter: {usual})", text_of, usual)
    said = f"{mention.date}" if mention.date else without_date(mention)
    return answer_to(f"“{mention.text}” is {said}; from what is {date} inferred?", text_of)


def date_and_words(date: Date) -> str:
    """Return a date as it is written, and in words where those are others."""
    words = display(date)
    return f"{date}" if words == date.text else f"{date} ({words})"


def _beginning(title: str) -> str:
    """Return the first words of a title, enough for an id."""
    words = _APOSTROPHE.sub("", title).split()
    cut = len(" ".join(words)) > _ID_LENGTH
    while len(words) > 1 and len(" ".join(words)) > _ID_LENGTH:
        words.pop()
    while cut and len(words) > 1 and words[-1].lower() in _LINKING:
        words.pop()
    return " ".join(words)
