"""From one open date of a document to the next: each answer is a step, written at once."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from textwrap import wrap
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from kztimeline.cli.curate.walk.desk import Desk, OnDesk
from kztimeline.cli.curate.walk.event_form import (
    GivenUpError,
    Habits,
    answer_to,
    ask,
    new_event,
    text_of,
)
from kztimeline.cli.reporting import complain
from kztimeline.dates.display import display
from kztimeline.dates.edtf import DateError
from kztimeline.dates.typed.fixed import range_of
from kztimeline.documents.fates import is_doubtful, is_open
from kztimeline.documents.texts import passage
from kztimeline.loading.file_format.first_file import PLACEHOLDERS
from kztimeline.loading.findings import FileError, Finding, sentence
from kztimeline.text.letters.folding import fold
from kztimeline.text.spans import Span
from kztimeline.timeline.field_types import FieldError
from kztimeline.timeline.model import Event, Mention

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date

_COMMAND: Final = re.compile(r"([a-z?])(?:\s+(.*))?|[A-Z]")
_AROUND: Final = 400
_INDENT: Final = "    "
_HELP: Final = """\
    TITLE       an event of this date with that title, in words of your own
    enter       leave it open, for later
    x REASON    dismiss it, since no event cites it; x alone: for the reason named above
    r REASON    dismiss all that are still open
    c EVENT     an event that there is cites it too: its id, or words of its title;
                c alone: the one named above
    d DATE      it is another date than the one that was read, such as 1987-05-06
    w           more of the text
    u           undo the last step and go back to it
    q           stop; what was done is kept, and the same command goes on from there
"""


class StopError(Exception):
    """The curator has had enough."""


class Visited(NamedTuple):
    """A mention that was dealt with.

    Attributes:
        number: Its number in the card.
        wrote: Whether something was written.
        reasons: What reasons were offered before.
    """

    number: int
    wrote: bool
    reasons: dict[str, str]


@dataclass
class Walk:
    """A way through the open mentions of a card.

    Attributes:
        desk: The timeline and the card.
        text: The document.
        number: The number of the mention that is looked at.
        visited: The mentions dealt with, the last one last.
        reasons: For each kind of mention, why one was dismissed last; for none, why any was.
        offered: The same as it was when the mention was reached.
        habits: What was answered last of tracks and topics.
        latest: The id of the event written or named last.
        given: The date that the curator gave instead of the mention's.
    """

    desk: Desk
    text: str
    number: int = 0
    visited: list[Visited] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    habits: Habits = field(default_factory=Habits)
    offered: dict[str, str] = field(default_factory=dict)
    latest: str = ""
    given: Date | None = None

    def go(self) -> None:
        """Go from one open mention to the next until there is none, or until it is enough."""
        while (now := self._next()) is not None or self._goes_back():
            if now is None:
                continue
            mention = now.document.mentions[self.number]
            self._show(now, mention)
            while not self._answered(now, mention, ask("Title, or ? for what else")):
                pass

    def _goes_back(self) -> bool:
        """Ask at the end whether the last step is to be taken back."""
        while self.visited:
            line = ask("That was the last. Enter ends; u takes the last step back")
            if line.lower() != "u":
                return False
            try:
                return self._back()
            except FileError as error:
                _refuse(error.findings)
        return False

    def _next(self) -> OnDesk | None:
        """Move on to an open mention, from the present one on; None where there is none."""
        now = self.desk.read()
        mentions = now.document.mentions
        while self.number < len(mentions):
            if is_open(mentions[self.number]):
                return now
            self.number += 1
        return None

    def _show(self, now: OnDesk, mention: Mention) -> None:
        total = len(now.document.mentions)
        head = f"{self.number + 1} of {total}  {self._date(mention)}  “{mention.text}”"
        lines = ["", head, *_quoted(self.text, passage(self.text, mention.span), mention.span)]
        if mention.anchor:
            read_from = "" if is_doubtful(mention) else "read from "
            lines.append(f"{_INDENT}{read_from}{mention.anchor}")
        if event := self._meant(now, mention):
            lines.append(f"{_INDENT}c: {event.date}  {event.title} ({event.id})")
        if reason := self._reason(mention):
            lines.append(f"{_INDENT}x: {reason}")
        sys.stdout.write("\n".join(lines) + "\n")

    def _reason(self, mention: Mention) -> str:
        """Return the reason that `x` alone means: the last for its kind, or the last of all."""
        return self.reasons.get(mention.kind) or self.reasons.get("", "")

    def _date(self, mention: Mention) -> str:
        date = self.given or mention.date
        if date is None:
            return f"no date ({mention.kind})"
        doubt = ", doubtful" if is_doubtful(mention) and not self.given else ""
        words = display(date)
        return f"{date}{doubt}" if words == date.text else f"{date} ({words}){doubt}"

    def _meant(self, now: OnDesk, mention: Mention) -> Event | None:
        """Return the event that `c` alone means: one of the same date, or the latest."""
        date = self.given or mention.date
        events = _written(now)
        same = [each for each in events if date is not None and each.date == date]
        known = [each for each in events if each.id == self.latest]
        return next(iter([each for each in same if each.id == self.latest] or same or known), None)

    def _answered(self, now: OnDesk, mention: Mention, line: str) -> bool:
        """Do what a line says; tell whether the next mention is to be shown."""
        command = _COMMAND.fullmatch(line)
        letter = (command[1] or command[0].lower()) if command else ""
        try:
            if not line:
                return self._move_on(wrote=False)
            if command and letter in _COMMANDS:
                return _COMMANDS[letter](self, now, mention, command[2] or "")
            if command and not command[2]:
                raise FieldError(f"{line!r} is no command", "type ? for those there are")
            return self._write(now, mention, line)
        except GivenUpError:
            complain("nothing is written")
        except (FieldError, DateError) as error:
            complain(error.problem, f"    {sentence(error.remedy)}")
        except FileError as error:
            _refuse(error.findings)
        except OSError as error:
            complain(f"nothing is written: {error.strerror}", "    See whether you may write.")
        return False

    def _move_on(self, *, wrote: bool) -> bool:
        self.visited.append(Visited(self.number, wrote, self.offered))
        self.offered = dict(self.reasons)
        self.number += 1
        self.given = None
        return True

    def _done(self, faults: list[Finding]) -> bool:
        """Move on if nothing is wrong with what was to be written."""
        if faults:
            return _refuse(faults)
        return self._move_on(wrote=True)

    def _write(self, now: OnDesk, mention: Mention, title: str) -> bool:
        new = new_event(now, mention, title, self.given, self.habits)
        faults = self.desk.write_event(new, self.number)
        if not faults:
            self.latest = new.id
            sys.stdout.write(f"{_INDENT}written: {new.date}  {new.id}\n")
        return self._done(faults)

    def dismiss(self, _now: OnDesk, mention: Mention, reason: str) -> bool:
        """Dismiss the mention for a reason, or for the one given last for its kind."""
        said = text_of(reason) if reason else self._reason(mention)
        said = said or answer_to("Reason", text_of)
        faults = self.desk.dismiss({self.number}, said)
        self.reasons |= {mention.kind: said, "": said}
        return self._done(faults)

    def dismiss_rest(self, now: OnDesk, _mention: Mention, reason: str) -> bool:
        """Dismiss all mentions of the card that are open."""
        said = text_of(reason) if reason else answer_to("Reason for all that are open", text_of)
        numbers = {n for n, each in enumerate(now.document.mentions) if is_open(each)}
        return self._done(self.desk.dismiss(numbers, said))

    def cite(self, now: OnDesk, mention: Mention, words: str) -> bool:
        """Let an event that there is cite the mention as well."""
        event = _found(_written(now), words) if words else self._meant(now, mention)
        if event is None:
            raise FieldError("no event is named above", "type c and words of its title")
        faults = self.desk.cite(event.id, self.number)
        if not faults:
            self.latest = event.id
            sys.stdout.write(f"{_INDENT}cited by {event.id}\n")
        return self._done(faults)

    def redate(self, now: OnDesk, mention: Mention, date: str) -> bool:
        """Give the mention another date for the event to come."""
        self.given = range_of(date) if date else answer_to("Date", range_of)
        self._show(now, mention)
        return False

    def widen(self, _now: OnDesk, mention: Mention, _rest: str) -> bool:
        """Show more of the text."""
        start = max(0, mention.span.start - _AROUND)
        around = Span(start, min(len(self.text), mention.span.end + _AROUND))
        sys.stdout.write("\n".join(_quoted(self.text, around, mention.span)) + "\n")
        return False

    def undo(self, _now: OnDesk, _mention: Mention, _rest: str) -> bool:
        """Take the last step back and return to its mention."""
        if not self.visited:
            raise FieldError(
                "nothing has been done in this walk",
                "u takes back steps of this walk; type ? for the rest",
            )
        return self._back()

    def _back(self) -> bool:
        last = self.visited[-1]
        if last.wrote:
            self.desk.undo()
        self.visited.pop()
        self.number, self.given = last.number, None
        self.reasons, self.offered = dict(last.reasons), last.reasons
        return True

    def explain(self, _now: OnDesk, _mention: Mention, _rest: str) -> bool:
        """Say what can be typed."""
        sys.stdout.write(_HELP)
        return False

    def stop(self, _now: OnDesk, _mention: Mention, _rest: str) -> NoReturn:
        """End the walk."""
        raise StopError


def _written(now: OnDesk) -> list[Event]:
    """Return the events of a timeline, without the one that is to be replaced."""
    return [each for each in now.file.events if each.title not in PLACEHOLDERS]


def _refuse(faults: list[Finding]) -> bool:
    complain(f"nothing is written: {faults[0].problem}", f"    {faults[0].remedy}")
    return False


def _quoted(text: str, around: Span, span: Span) -> list[str]:
    """Return a stretch of a text, a phrase in it marked, in lines for the terminal."""
    start = max(around.start, span.start - _AROUND)
    end = min(around.end, span.end + _AROUND)
    before, after = text[start : span.start], text[span.end : end]
    shown = f"{before}«{text[span.start : span.end]}»{after}"
    cut = ("… " if start > around.start else "", " …" if end < around.end else "")
    return wrap(
        f"{cut[0]}{' '.join(shown.split())}{cut[1]}",
        _width(),
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
    )


def _width() -> int:
    return max(shutil.get_terminal_size().columns, 20) if sys.stdout.isatty() else 80


def _found(events: list[Event], words: str) -> Event:
    """Return the event that an id or words of a title mean.

    Raises:
        FieldError: they mean none, or several.
    """
    exact = [each for each in events if each.id == words]
    wanted = fold(words).split()
    found = exact or [
        each for each in events if all(w in fold(f"{each.id} {each.title}") for w in wanted)
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise FieldError(f"no event has {words!r} in its title or id", "type other words of it")
    ids = ", ".join(each.id for each in found[:5])
    raise FieldError(f"{words!r} stands in {len(found)} events", f"type the id of one: {ids}")


_COMMANDS: Final[dict[str, Callable[[Walk, OnDesk, Mention, str], bool]]] = {
    "x": Walk.dismiss,
    "r": Walk.dismiss_rest,
    "c": Walk.cite,
    "d": Walk.redate,
    "w": Walk.widen,
    "u": Walk.undo,
    "q": Walk.stop,
    "?": Walk.explain,
}
