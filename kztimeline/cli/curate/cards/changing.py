"""Changing what becomes of the dates in cards, all of them or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kztimeline.cli.output import fail_unwritten
from kztimeline.cli.reporting import fail, say
from kztimeline.loading.files.disk import write_files
from kztimeline.loading.files.lock import all_locked
from kztimeline.loading.files.plain_files import read_plain
from kztimeline.loading.loader import faults_of_cards
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kztimeline.timeline.model import Document, Mention

    Change = Callable[[Document], Document]


def change_cards(of: Path, changes: Mapping[Path, Change]) -> None:
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
        fail_unwritten(error.filename or of, error, "See whether you may write to it.")
    for each in changed:
        left = sum(map(is_open, each.mentions))
        say(f"{each.path}: {count_of(each.edits, 'date')} changed, {left} still open")


class _Changed(NamedTuple):
    path: Path
    content: bytes
    mentions: tuple[Mention, ...]
    edits: int


def _changed(path: Path, change: Change) -> _Changed:
    """Return a card as it is to be, with how many of its entries change."""
    from kztimeline.documents.card_editing import with_fates
    from kztimeline.loading.examination import card_of

    content = read_plain(path)
    document = card_of(path, content).document
    assert document is not None  # it was sound when it was looked for
    now = change(document)
    edits = sum(
        old != new
        for before, after in (
            (document.mentions, now.mentions),
            (document.statements, now.statements),
        )
        for old, new in zip(before, after, strict=True)
    )
    edited = with_fates(path, content, document, now) if edits else content
    return _Changed(path, edited, now.mentions, edits)
