"""A timeline and one of its cards on the desk: each step is written at once, and can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from kztimeline.documents.card_editing import with_mentions
from kztimeline.documents.event_removal import (
    rests_on_nothing_but,
    without_first,
    without_passages,
)
from kztimeline.documents.event_writing import with_event, with_named, with_span
from kztimeline.documents.fates import cited_by_spans, dismissed, passages_to_leave, reopened
from kztimeline.loading.examination import card_of
from kztimeline.loading.files.disk import write_files
from kztimeline.loading.files.lock import all_locked
from kztimeline.loading.files.plain_files import read_bytes, read_plain
from kztimeline.loading.findings import FileError, Finding, whole_file
from kztimeline.loading.loader import faults_of_cards, file_of
from kztimeline.timeline.model import Citation, Document, Event, Mention, TimelineFile

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from kztimeline.dates.edtf import Date


class OnDesk(NamedTuple):
    """What lies on the desk, as it was read last."""

    file: TimelineFile
    document: Document


class Step(NamedTuple):
    """What a step wrote: each file as it was, and as it is, in the order of writing."""

    before: dict[Path, bytes]
    after: dict[Path, bytes]


class NewEvent(NamedTuple):
    """What a curator says of an event; the rest follows from the mention that it cites."""

    id: str
    date: Date
    track: str
    topics: tuple[str, ...]
    title: str
    summary: str
    importance: int
    actors: tuple[str, ...] = ()
    inference: str | None = None
    outside_span: str | None = None


class NewName(NamedTuple):
    """A topic or an actor that the timeline has not had as yet.

    Attributes:
        id: Its id.
        name: What it is called.
        kind: What kind of actor it is; None for a topic.
    """

    id: str
    name: str
    kind: str | None = None


class ChangedError(Exception):
    """What a step is about is no longer as it was shown: somebody else has written meanwhile."""


@dataclass
class Desk:
    """A timeline and a card of it.

    Both are read anew before each step, so that what an editor saves meanwhile stays. Every
    method that writes returns what would be wrong; where something is, nothing is written.

    Attributes:
        of: Where the timeline lies.
        card: Where the card lies.
        done: The steps that were written, the last one last.
        shown: What the steps to come answer to; None where they answer to nothing shown.
        removed: The ids of what the event written last stands in place of.
    """

    of: Path
    card: Path
    done: list[Step] = field(default_factory=list)
    shown: OnDesk | None = None
    removed: tuple[str, ...] = ()
    _last: tuple[tuple[bytes, bytes], OnDesk] | None = None

    def read(self) -> OnDesk:
        """Return what lies on the desk now.

        Raises:
            FileError: the timeline or the card is faulty by itself.
        """
        contents = read_bytes(self.of), read_plain(self.card)
        if self._last is None or self._last[0] != contents:
            now = OnDesk(file_of(self.of, contents[0]), self._document(contents[1]))
            self._last = contents, now
        return self._last[1]

    def show(self) -> OnDesk:
        """Return what lies on the desk now; the next step answers to that.

        Raises:
            FileError: the timeline or the card is faulty by itself.
        """
        self.shown = self.read()
        return self.shown

    def place_now(self, number: int) -> int:
        """Return the number that a mention shown has by now, or the next one's if it is gone."""
        mentions = self.read().document.mentions
        if self.shown is None:
            return number
        span = self.shown.document.mentions[number].span
        return next((n for n, each in enumerate(mentions) if each.span >= span), len(mentions))

    @property
    def is_as_shown(self) -> bool:
        """Whether nobody has written since; a file that is faulty by now was written."""
        try:
            return self.read() is self.shown
        except FileError:
            return False

    def _require_as_shown(self, now: OnDesk, numbers: Collection[int]) -> None:
        """Raise ChangedError where mentions are not what the curator was shown."""
        if self.shown is None or self.shown is now:
            return
        seen, found = self.shown.document.mentions, now.document.mentions
        if any(seen[number : number + 1] != found[number : number + 1] for number in numbers):
            raise ChangedError

    def _document(self, content: bytes) -> Document:
        read = card_of(self.card, content)
        if read.document is None or read.findings:
            raise FileError(read.findings)
        return read.document

    def write_event(
        self, new: NewEvent, number: int, named: Sequence[NewName] = ()
    ) -> list[Finding]:
        """Write an event that cites a mention, and the topics and actors it needs."""

        def timeline(now: OnDesk, content: bytes) -> bytes:
            cited = now.document.mentions[number].span
            entry = _entry(new, now.document.id, str(cited))
            for each in named:
                content = self._with_named(now, content, each)
            event = Event(
                **new._asdict(),
                sources=(Citation(source=now.document.id, spans=(cited,)),),
            )
            written = with_event(self.of, content, now.file.events, event, entry)
            left = without_first(self.of, written)
            self.removed = left.removed
            return left.content

        return self._step({number}, timeline, lambda document: _cited(document, number, new.id))

    def _with_named(self, now: OnDesk, content: bytes, new: NewName) -> bytes:
        registry = "topics" if new.kind is None else "actors"
        ids = [each.id for each in getattr(file_of(self.of, content), registry)]
        entry = {name: value for name, value in new._asdict().items() if value is not None}
        return with_named(self.of, content, registry, ids, entry)

    def cite(self, event: str, number: int) -> list[Finding]:
        """Let an event that there is cite one more mention."""

        def timeline(now: OnDesk, content: bytes) -> bytes:
            ids = [each.id for each in now.file.events]
            if event not in ids:
                raise ChangedError
            number_of_event = ids.index(event)
            which = number_of_event, now.file.events[number_of_event]
            span = now.document.mentions[number].span
            return with_span(self.of, content, which, now.document.id, span)

        return self._step({number}, timeline, lambda document: _cited(document, number, event))

    def dismiss(self, numbers: Collection[int], reason: str) -> list[Finding]:
        """Dismiss mentions for a reason."""
        return self._step(
            numbers, None, lambda document: dismissed(document, numbers, reason), dismisses=True
        )

    def reopen(self, numbers: Collection[int]) -> list[Finding]:
        """Open mentions again; events that cite nothing else are removed."""

        def timeline(now: OnDesk, content: bytes) -> bytes:
            for event in _citing(now, numbers):
                spans = passages_to_leave(now.document, event, numbers)
                if spans:
                    content = without_passages(self.of, content, event, now.document.id, spans)
            return content

        return self._step(numbers, timeline, lambda document: reopened(document, numbers))

    def resting_on(self, numbers: Collection[int]) -> list[Event]:
        """Return the events that cite nothing but some mentions, and go with them."""
        now = self.read()
        return [
            event
            for event in _citing(now, numbers)
            if rests_on_nothing_but(
                event, now.document.id, passages_to_leave(now.document, event, numbers)
            )
        ]

    def cite_from_spans(self) -> int:
        """Name in the card what the events cite by their spans; return how many were not.

        Such are left where a walk was killed between its two files.
        """
        now = self.read()
        found = cited_by_spans(now.document, now.file.events)
        changed = sum(a != b for a, b in zip(now.document.mentions, found, strict=True))
        if changed and self._step((), None, lambda _: found):
            return 0
        return changed

    def undo(self) -> None:
        """Take the last step back.

        Raises:
            FileError: a file of it was changed since, and stays as it is.
        """
        step = self.done[-1]
        with all_locked((self.of, self.card)):
            for path, content in step.after.items():
                if read_plain(path) != content:
                    problem = "it was changed since, so the last step cannot be taken back"
                    raise whole_file(path, problem, "Change it by hand.")
            # The card first: it may not name an event that is not there.
            write_files(dict(reversed(step.before.items())))
        self.done.pop()

    def _step(
        self,
        numbers: Collection[int],
        timeline: Callable[[OnDesk, bytes], bytes] | None,
        mentions: Callable[[Document], tuple[Mention, ...]],
        *,
        dismisses: bool = False,
    ) -> list[Finding]:
        with all_locked((self.of, self.card)):
            now = self.read()
            self._require_as_shown(now, numbers)
            before = {self.of: read_plain(self.of), self.card: read_plain(self.card)}
            text = timeline(now, before[self.of]) if timeline else before[self.of]
            said = mentions(now.document)
            card = with_mentions(self.card, before[self.card], now.document, said)
            after = {self.of: text, self.card: card}
            # To dismiss a mention is nothing to the timeline, whose check takes its time.
            faults = (
                card_of(self.card, card).findings
                if dismisses
                else faults_of_cards(self.of, {self.card: card}, text)
            )
            if faults:
                return faults
            changed = [path for path in after if after[path] != before[path]]
            # The event first: what is killed between them is mended by `cite_from_spans`.
            write_files({path: after[path] for path in changed})
            self.done.append(
                Step({path: before[path] for path in changed}, {p: after[p] for p in changed})
            )
        return []


def _citing(now: OnDesk, numbers: Collection[int]) -> list[Event]:
    """Return the events by which some mentions are said to be cited."""
    named = {event for number in numbers for event in now.document.mentions[number].cited_by}
    return [event for event in now.file.events if event.id in named]


def _entry(new: NewEvent, document: str, span: str) -> dict[str, Any]:
    fields = {
        "id": new.id,
        "date": str(new.date),
        "track": new.track,
        "topics": list(new.topics),
        "title": new.title,
        "summary": new.summary,
        "importance": new.importance,
        "actors": list(new.actors) or None,
        "inference": new.inference,
        "outside_span": new.outside_span,
        "sources": [{"source": document, "spans": [span]}],
    }
    return {name: value for name, value in fields.items() if value is not None}


def _cited(document: Document, number: int, event: str) -> tuple[Mention, ...]:
    mention = document.mentions[number]
    named = tuple(dict.fromkeys([*mention.cited_by, event]))
    new = replace(mention, cited_by=named)
    return (*document.mentions[:number], new, *document.mentions[number + 1 :])
