"""How a date of a document is shown in its sentence, and events are found by their words."""

from __future__ import annotations

import shutil
import sys
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from kztimeline.cli.curate.walk.event_form import date_and_words, written
from kztimeline.documents.fates import anchor_in_words, is_doubtful, without_date
from kztimeline.documents.texts import passage
from kztimeline.text.letters.folding import fold
from kztimeline.text.spans import Span
from kztimeline.timeline.field_types import FieldError

if TYPE_CHECKING:
    from kztimeline.cli.curate.walk.desk import OnDesk
    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Event, Mention

INDENT: Final = "    "
_AROUND: Final = 400


def headed(now: OnDesk, number: int, text: str, given: Date | None = None) -> list[str]:
    """Return a mention as lines: its number, its date, and the sentence it stands in."""
    mention = now.document.mentions[number]
    head = (
        f"{number + 1} of {len(now.document.mentions)}  {_dated(mention, given)}  “{mention.text}”"
    )
    lines = [
        "",
        *_wrapped(head, ""),
        *in_its_sentence(text, passage(text, mention.span), mention.span),
    ]
    if mention.anchor:
        read_from = "" if is_doubtful(mention) else "read from "
        lines += _wrapped(f"{read_from}{anchor_in_words(mention.anchor)}")
    return lines


def fate(now: OnDesk, number: int) -> str:
    """Return in words what became of a mention."""
    mention = now.document.mentions[number]
    if mention.dismissed is not None:
        return f"dismissed: {mention.dismissed}"
    titles = {event.id: f"{event.title} ({event.id})" for event in now.file.events}
    return f"cited by {'; '.join(titles.get(each, each) for each in mention.cited_by)}"


def _dated(mention: Mention, given: Date | None) -> str:
    date = given or mention.date
    if date is None:
        return without_date(mention)
    doubt = ", in doubt" if is_doubtful(mention) and not given else ""
    return f"{date_and_words(date)}{doubt}"


def around(text: str, span: Span) -> list[str]:
    """Return more of a text around a phrase, as lines."""
    start = max(0, span.start - _AROUND)
    return in_its_sentence(text, Span(start, min(len(text), span.end + _AROUND)), span)


def in_its_sentence(text: str, around: Span, span: Span) -> list[str]:
    """Return a stretch of a text, a phrase in it marked, in lines for the terminal."""
    start = max(around.start, span.start - _AROUND)
    end = min(around.end, span.end + _AROUND)
    before, after = text[start : span.start], text[span.end : end]
    shown = f"{before}«{text[span.start : span.end]}»{after}"
    cut = ("… " if start > around.start else "", " …" if end < around.end else "")
    return _wrapped(f"{cut[0]}{' '.join(shown.split())}{cut[1]}")


def _wrapped(text: str, indent: str = INDENT) -> list[str]:
    return wrap(
        text,
        _width(),
        initial_indent=indent,
        subsequent_indent=INDENT,
        break_on_hyphens=False,
    )


def _width() -> int:
    return max(shutil.get_terminal_size().columns, 20) if sys.stdout.isatty() else 80


def event_meant(now: OnDesk, words: str) -> Event:
    """Return the event that an id or words of a title mean.

    Raises:
        FieldError: they mean none, or several.
    """
    events = written(now)
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
