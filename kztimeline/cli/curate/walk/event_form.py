"""What is asked of an event that is made of a date in a document, one line an answer."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from kztimeline.cli.curate.walk.desk import NewEvent, OnDesk
from kztimeline.cli.reporting import complain
from kztimeline.dates.edtf import Date, DateError
from kztimeline.dates.typed.fixed import range_of
from kztimeline.documents.fates import is_doubtful
from kztimeline.loading.checks.whole_file import may_lie_inside
from kztimeline.loading.file_format.first_file import identifier
from kztimeline.loading.findings import sentence
from kztimeline.text.letters.unseen import unseen
from kztimeline.timeline.field_types import FieldError, check_text
from kztimeline.timeline.model import SUMMARY_LENGTH, TITLE_LENGTH, Topic, Track

if TYPE_CHECKING:
    from kztimeline.timeline.model import Mention

T = TypeVar("T")
Answer = Callable[[str], T]
_ID_LENGTH: Final = 45
_APOSTROPHE: Final = re.compile(r"(?<=\w)['’](?=\w)")
_ENDS: Final = (".", "!", "?", "”", '"', ")")


class GivenUpError(Exception):
    """Nothing was answered where something is needed: the event is not to be."""


@dataclass
class Habits:
    """What was answered last, and is offered next."""

    track: str = ""
    topic: str = ""


def ask(question: str) -> str:
    """Ask for a line and return it without spaces around it.

    Raises:
        EOFError, KeyboardInterrupt: there is none any more.
    """
    sys.stderr.flush()
    asked = question if question.endswith("?") else f"{question}:"
    if sys.stdin.isatty() and sys.stdout.isatty():
        import readline  # noqa: F401  which lets a line be edited, and recalled

        return input(f"{asked} ").strip()
    sys.stdout.write(f"{asked} ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    # What comes out of a pipe is not seen where it is asked for.
    sys.stdout.write(line if line.endswith("\n") else f"{line}\n")
    if not line:
        raise EOFError
    return line.strip()


def answer_to(question: str, read: Answer[T], otherwise: T | None = None) -> T:
    """Ask until the answer can be read; return that, or `otherwise` for an empty one.

    Raises:
        GivenUpError: the answer is empty, and there is nothing else.
    """
    while True:
        line = ask(question)
        if not line:
            if otherwise is None:
                raise GivenUpError
            return otherwise
        try:
            return read(line)
        except (FieldError, DateError) as error:
            complain(error.problem, f"    {sentence(error.remedy)}")


def text_of(line: str, most: int = SUMMARY_LENGTH) -> str:
    """Return a line as a text for the file.

    Raises:
        FieldError: it cannot stand there, or has more than `most` characters.
    """
    for found in unseen(line):
        raise FieldError(found.problem, found.remedy)
    if len(line) > most:
        raise FieldError(f"{len(line)} characters, at most {most} fit", "say it in fewer words")
    if len(line) == 1:
        raise FieldError(
            f"{line!r} is no text",
            "write some words; letters such as u are for the question of the title",
        )
    return check_text(line)


def new_event(
    now: OnDesk, mention: Mention, title: str, given: Date | None, habits: Habits
) -> NewEvent:
    """Ask for what a mention and a title do not say of an event, and return it whole.

    Args:
        now: The timeline and the card.
        mention: The date phrase that it cites.
        title: Its title.
        given: Its date, where that is another than the mention's.
        habits: What was answered before.

    Raises:
        FieldError: the title cannot stand.
        GivenUpError: something that is needed was not answered.
        EOFError, KeyboardInterrupt: there are no answers any more.
    """
    title = text_of(title, TITLE_LENGTH)
    date = given or _date(mention)
    inference = None
    if mention.date is None or not date.contains(mention.date):
        said = f"{mention.date}" if mention.date else "no date"
        inference = answer_to(f"“{mention.text}” is {said}; from what is {date} inferred?", text_of)
    habits.track = _chosen("Track", now.file.tracks, habits.track)
    habits.topic = _chosen("Topic", now.file.topics, habits.topic)
    as_it_is = title if title.endswith(_ENDS) else f"{title}."
    summary = answer_to("Summary (enter: the title says it all)", text_of, as_it_is)
    span = now.file.timeline.span
    outside = None
    if not may_lie_inside(date, span):
        outside = answer_to(
            f"{date} lies outside the span {span}; why does it stand here?", text_of
        )
    taken = {event.id for event in now.file.events}
    return NewEvent(
        id=identifier(_beginning(title), taken, "event"),
        date=date,
        track=habits.track,
        topics=(habits.topic,),
        title=title,
        summary=summary,
        inference=inference,
        outside_span=outside,
    )


def _date(mention: Mention) -> Date:
    if mention.date is None:
        return answer_to("Date, which the phrase does not give", range_of)
    if is_doubtful(mention):
        return answer_to(f"Date, in doubt here: {mention.date}, or another", range_of)
    return mention.date


def _beginning(title: str) -> str:
    """Return the first words of a title, enough for an id."""
    words = _APOSTROPHE.sub("", title).split()
    while len(words) > 1 and len(" ".join(words)) > _ID_LENGTH:
        words.pop()
    return " ".join(words)


def _chosen(what: str, among: Sequence[Track | Topic], last: str) -> str:
    """Return the id of one of several entries; it is asked where there are several."""
    if len(among) == 1:
        return among[0].id
    named = ", ".join(f"{number} {each.name}" for number, each in enumerate(among, 1))
    usual = next((each for each in among if each.id == last), None)
    default = f" (enter: {usual.name})" if usual else ""
    return answer_to(
        f"{what}: {named}{default}", lambda line: _one_of(among, line), usual.id if usual else None
    )


def _one_of(among: Sequence[Track | Topic], line: str) -> str:
    """Return the id of the entry that a number, an id, a letter or the start of a name means.

    Raises:
        FieldError: it means none, or several.
    """
    if line.isdecimal() and 1 <= int(line) <= len(among):
        return among[int(line) - 1].id
    wanted = line.casefold()
    exact = [e for e in among if wanted in (e.id, e.name.casefold(), (e.letter or "").casefold())]
    begun = [e for e in among if e.id.startswith(wanted) or e.name.casefold().startswith(wanted)]
    found = exact or begun
    if len(found) == 1:
        return found[0].id
    problem = f"{line!r} means several of them" if found else f"{line!r} is none of them"
    raise FieldError(problem, f"type its number, 1 to {len(among)}, or its name")
