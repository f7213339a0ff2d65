"""What cross-checks are given, and what they yield."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kztimeline.loading.findings import sentence
from kztimeline.loading.stand_ins import Doubts
from kztimeline.loading.yaml_nodes import Place
from kztimeline.text.nearest import did_you_mean, nearest
from kztimeline.timeline.field_types import FieldError, check_address
from kztimeline.timeline.model import Document, TimelineFile

_SHOWN: Final = 3
_WITH_A_HOST: Final = re.compile(r"[^:]+://[^\s/?#]+\.[^\s/?#]+")
_COMPARISONS: Final = 300_000
"""Ids that are compared in search of those meant: some two seconds."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place of a file, and what to do about it.

    Where it is wrong beside another place, the problem ends with its line: ', on line 12'.
    """

    place: Place
    problem: str
    remedy: str
    beside: Place | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """A timeline file with the documents its events may cite.

    `unread` holds the ids of documents whose cards are faulty: what such a document
    says is not known. At the places of `doubts` something stands in for a fault. By the id of
    a document, `card_files` has the name of its card, with the folder.
    """

    file: TimelineFile
    documents: dict[str, Document]
    unread: frozenset[str] = frozenset()
    doubts: Doubts = field(default_factory=Doubts)
    card_files: Mapping[str, str] = field(default_factory=dict)

    def card_name(self, document: str) -> str:
        """Return what the card of a document is called: its file, or whose card it is."""
        return self.card_files.get(document, f"the card of {document}")


def no_address(text: str) -> tuple[str, str] | None:
    """Return why a text is no address of a page, and what to do; None where it is one."""
    try:
        check_address(text)
    except FieldError as error:
        return error.problem, sentence(error.remedy)
    if _WITH_A_HOST.match(text):
        return None
    return f"{text!r} is not a web address", "Write its host in full, such as example.org."


Check = Callable[[Contents], Iterator[Problem]]


def run_checks(checks: Iterable[Check], contents: Contents) -> list[Problem]:
    """Return what `checks` find, in their order, apart from what is in doubt."""
    return [
        problem
        for check in checks
        for problem in check(contents)
        if problem.place not in contents.doubts
    ]


def listed_twice(place: Place, kind: str, items: Iterable[object]) -> Iterator[Problem]:
    """Yield what of the list at a place stood there before, as another of its `kind`."""
    seen = set()
    for index, item in enumerate(items):
        if item in seen:
            problem = f"the {kind} {str(item)!r} is listed here already"
            yield Problem((*place, index), problem, "Remove one of the two.")
        seen.add(item)


class KnownIds:
    """The ids of one kind of thing, by which those that are used are known or not."""

    def __init__(
        self, kind: str, section: str, contents: Contents, others: Iterable[str] = ()
    ) -> None:
        self._kind = kind
        self._ids = {*others, *(item.id for item in getattr(contents.file, section))}
        self._lost = contents.doubts.replaced((section,))
        self._comparisons = _COMPARISONS

    def lack(self, place: Place, used: Iterable[str]) -> Iterator[Problem]:
        """Report the ids of a list at `place` that are not known."""
        for index, identifier in enumerate(used):
            yield from self.lacks((*place, index), identifier)

    def lacks(self, place: Place, used: str) -> Iterator[Problem]:
        """Report the id at `place` if it is not known."""
        if used not in self._ids and not self._lost:
            yield Problem(place, f"there is no {self._kind} {used!r}", self._remedy(used))

    def _remedy(self, used: str) -> str:
        self._comparisons -= len(self._ids)
        if self._comparisons > 0 and (close := self._close_to(used)):
            return did_you_mean(close, sentence=True)
        return f"Define the {self._kind} or use another."

    def _close_to(self, used: str) -> tuple[str, ...]:
        """Return the ids that an unknown one may mean, or be the beginning of."""
        known = sorted(self._ids)
        return nearest(used, known) or tuple(i for i in known if i.startswith(f"{used}-"))[:_SHOWN]
