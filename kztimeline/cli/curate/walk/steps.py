"""From one open date of a document to the next: each answer is a step, written at once."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from kztimeline.cli.curate.walk.asking import (
    CommandTypedError,
    GivenUpError,
    answer_to,
    ask,
    text_of,
)
from kztimeline.cli.curate.walk.desk import ChangedError, Desk, OnDesk
from kztimeline.cli.curate.walk.event_form import Habits, new_event, written
from kztimeline.cli.curate.walk.help_texts import EXPLAINED_AT, HELP, HELP_BELOW
from kztimeline.cli.curate.walk.showing import INDENT, around, event_meant, fate, headed
from kztimeline.cli.fitting import cells_of, fitted
from kztimeline.cli.reporting import complain
from kztimeline.dates.edtf import DateError
from kztimeline.dates.typed.fixed import range_of
from kztimeline.documents.fates import is_open
from kztimeline.loading.files.remedies import remedy_of
from kztimeline.loading.findings import FileError, Finding, sentence
from kztimeline.timeline.field_types import FieldError
from kztimeline.timeline.model import Event, Mention

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date

_COMMAND: Final = re.compile(r"([a-z?])(?:\s+(.*))?|[A-Z]")
_IN_WORDS: Final = {"quit": "q", "exit": "q", "undo": "u", "help": "?"}
_IN_A_PIPE: Final = 100
_AS_IT_IS: Final = "Another walk or an editor has written; the next open date is shown as it is."
_KEY_EVENT: Final = "importance 1 needs a second, independent source: add it in the file"


class StopError(Exception):
    """The curator has had enough."""


class AnsweredDate(NamedTuple):
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
        half_written: The title of the event that is being asked about, until it is written.
    """

    desk: Desk
    text: str
    number: int = 0
    visited: list[AnsweredDate] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    habits: Habits = field(default_factory=Habits)
    offered: dict[str, str] = field(default_factory=dict)
    latest: str = ""
    given: Date | None = None
    half_written: str = ""

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
        now = self._read()
        mentions = now.document.mentions
        while self.number < len(mentions):
            if is_open(mentions[self.number]):
                return now
            self.number += 1
        return None

    def _read(self) -> OnDesk:
        """Return what lies on the desk; where an editor left it faulty, wait until it is mended."""
        while True:
            try:
                return self.desk.show()
            except FileError as error:
                fault = error.findings[0]
                complain(f"{fault.file}:{fault.line}: {fault.problem}", f"    {fault.remedy}")
            if ask("Mend it and press enter; q stops").lower() == "q":
                raise StopError

    def _show(self, now: OnDesk, mention: Mention) -> None:
        lines = headed(now, self.number, self.text, self.given)
        if event := self._meant(now, mention):
            lines.append(f"{INDENT}c: {event.date}  {event.title} ({event.id})")
        if reason := self._reason(mention):
            lines.append(f"{INDENT}x: {reason}")
        _write(lines)

    def _reason(self, mention: Mention) -> str:
        """Return the reason that `x` alone means: the last for its kind, or the last of all."""
        return self.reasons.get(mention.kind) or self.reasons.get("", "")

    def _meant(self, now: OnDesk, mention: Mention) -> Event | None:
        """Return the event that `c` alone means: one of the same date, or the latest."""
        date = self.given or mention.date
        events = written(now)
        same = [each for each in events if date is not None and each.date == date]
        known = [each for each in events if each.id == self.latest]
        return next(iter([each for each in same if each.id == self.latest] or same or known), None)

    def _answered(self, now: OnDesk, mention: Mention, line: str) -> bool:
        """Do what a line says; tell whether the next mention is to be shown."""
        line = _IN_WORDS.get(line.lower(), line)
        command = _COMMAND.fullmatch(line)
        letter = (command[1] or command[0].lower()) if command else ""
        try:
            if not line:
                return self._move_on(wrote=False)
            if command and letter in _COMMANDS:
                return _COMMANDS[letter](self, now, mention, command[2] or "")
            if command and not command[2]:
                raise FieldError(f"{line!r} is not a command", "type ? for those there are")
            return self._write(now, mention, line)
        except GivenUpError:
            self.forget()
        except ChangedError:
            self.forget()
            self.forget_date()
            self.number = self.desk.place_now(self.number)
            complain("nothing is written: it was changed meanwhile", f"    {_AS_IT_IS}")
            return True
        except CommandTypedError as typed:
            self.forget()
            return self._answered(now, mention, typed.line)
        except (FieldError, DateError) as error:
            complain(error.problem, f"    {sentence(error.remedy)}")
        except FileError as error:
            _refuse(error.findings)
        except OSError as error:
            which = f"{error.filename}: " if error.filename else ""
            problem = f"nothing is written: {which}{error.strerror}"
            complain(problem, f"    {remedy_of(error, 'See whether you may write it.')}")
        return False

    def forget(self) -> None:
        """Say which event is not written, if one was begun."""
        if self.half_written:
            complain(f"not written: “{self.half_written}”")
        self.half_written = ""

    def forget_date(self) -> None:
        """Say which date is not kept, if one was typed: only an event can hold it."""
        if self.given:
            complain(f"not kept: {self.given}, since no event was written with that date")
        self.given = None

    def _move_on(self, *, wrote: bool) -> bool:
        if not wrote:
            self.forget_date()
        self.visited.append(AnsweredDate(self.number, wrote, self.offered))
        self.offered = dict(self.reasons)
        self.number += 1
        self.given = None
        return True

    def _done(self, faults: list[Finding]) -> bool:
        """Move on if nothing is wrong with what was to be written."""
        if faults:
            _refuse(faults)
            # What somebody else has written meanwhile may be what is at fault: it is shown.
            return not self.desk.is_as_shown
        return self._move_on(wrote=True)

    def _write(self, now: OnDesk, mention: Mention, title: str) -> bool:
        self.half_written = title
        new, named = new_event(now, mention, title, self.given, self.habits)
        faults = self.desk.write_event(new, self.number, named)
        if not faults:
            self.latest, self.half_written = new.id, ""
            sys.stdout.write(f"{INDENT}written: {new.date}  {new.id}\n")
            if gone := ", ".join(self.desk.removed):
                sys.stdout.write(f"{INDENT}removed, still as `kzt new` wrote it: {gone}\n")
            if new.importance == 1:
                sys.stdout.write(f"{INDENT}{_KEY_EVENT}\n")
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
        event = event_meant(now, words) if words else self._meant(now, mention)
        if event is None:
            raise FieldError("no event is named above", "type c and words of its title")
        faults = self.desk.cite(event.id, self.number)
        if not faults:
            self.latest = event.id
            sys.stdout.write(f"{INDENT}cited by {event.id}\n")
            if event.date != self.given:
                self.forget_date()
        return self._done(faults)

    def redate(self, now: OnDesk, mention: Mention, date: str) -> bool:
        """Give the mention another date for the event to come."""
        self.given = range_of(date) if date else answer_to("Date", range_of)
        self._show(now, mention)
        return False

    def widen(self, _now: OnDesk, mention: Mention, _rest: str) -> bool:
        """Show more of the text."""
        sys.stdout.write("\n".join(around(self.text, mention.span)) + "\n")
        return False

    def undo(self, now: OnDesk, _mention: Mention, _rest: str) -> bool:
        """Take the last step back and return to its mention; or look at those before this walk."""
        return self._back() if self.visited else self._look_back(now)

    def _look_back(self, now: OnDesk) -> bool:
        """Show what became of the dates before this one, one by one, and open one if wished."""
        decided = [n for n in range(self.number) if not is_open(now.document.mentions[n])]
        if not decided:
            raise FieldError(
                "nothing was done before this date",
                "`kzt seeds reopen` takes back what was done elsewhere",
            )
        for number in reversed(decided):
            lines = [*headed(now, number, self.text), f"{INDENT}{fate(now, number)}"]
            _write(lines)
            line = ask("o opens it again, u goes further back, enter returns").lower()
            if line == "o":
                return self._reopen(number)
            if line != "u":
                return True
        complain("nothing was done before that")
        return True

    def _reopen(self, number: int) -> bool:
        for event in self.desk.resting_on({number}):
            asked = f"{event.id} cites nothing else and is removed from the timeline: y, or enter"
            if ask(asked).lower() not in ("y", "yes"):
                return True
        if faults := self.desk.reopen({number}):
            _refuse(faults)
            return True
        self._move_on(wrote=True)
        self.number = number
        return True

    def _back(self) -> bool:
        self.forget_date()
        last = self.visited[-1]
        if last.wrote:
            self.desk.undo()
        self.visited.pop()
        self.number = last.number
        self.reasons, self.offered = dict(last.reasons), last.reasons
        return True

    def explain(self, _now: OnDesk, _mention: Mention, _rest: str) -> bool:
        """Say what can be typed."""
        _write((f"    {key:<12}{does}" for key, does in HELP), EXPLAINED_AT)
        _write([HELP_BELOW])
        return False

    def stop(self, _now: OnDesk, _mention: Mention, _rest: str) -> NoReturn:
        """End the walk."""
        raise StopError


def _write(lines: Iterable[str], indent: int = 4) -> None:
    """Write lines, those that are too long for the terminal parted between words."""
    cells = cells_of(sys.stdout) or _IN_A_PIPE
    sys.stdout.writelines(f"{fitted(line, cells, indent)}\n" for line in lines)


def _refuse(faults: list[Finding]) -> bool:
    complain(f"nothing is written: {faults[0].problem}", f"    {faults[0].remedy}")
    return False


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
