"""From files to a validated `Timeline`, in whole or in part."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kztimeline.loading import locations
from kztimeline.loading.files.plain_files import read_bytes, read_plain
from kztimeline.loading.findings import FileError, Finding, Progress, untold
from kztimeline.timeline.model import Document, Event, Timeline, TimelineFile


def read_timeline(path: Path, content: bytes, tell: Progress = untold) -> Timeline:
    """Validate the content of a timeline file with the cards beside it.

    Raises:
        FileError: with everything that is wrong, in the file and in the cards.
    """
    findings, timeline = examine(path, content, tell=tell)
    if timeline is None:
        raise FileError(findings)
    return timeline


def examine(
    path: Path,
    content: bytes,
    *,
    strict: bool = False,
    tell: Progress = untold,
    note: Progress = untold,
) -> tuple[list[Finding], Timeline | None]:
    """Return all that is wrong with a timeline and its cards, and the timeline if nothing is.

    As `examination.examine_with_cards`, with the cards that lie beside the timeline. A
    folder of that name in which there is no card is somebody else's.
    """
    from kztimeline.loading import examination

    folder = locations.cards_folder(path)
    files = locations.card_files(folder)
    if files and not any(map(_may_be_card, files)):
        note(f"{folder}: left out, since it holds no card of a document")
        files = []
    cards = [examination.read_card(card) for card in files]
    return examination.examine_with_cards(path, content, cards, strict=strict, tell=tell, note=note)


def _may_be_card(path: Path) -> bool:
    """Tell whether a file may be a card; one that cannot be read may."""
    from kztimeline.loading.checks.own_cards import may_be_card

    try:
        return may_be_card(read_plain(path))
    except FileError:
        return True


def faults_of_cards(
    timeline: Path, written: Mapping[Path, bytes], changed: bytes | None = None
) -> list[Finding]:
    """Return what would be wrong with a timeline if these cards were written to their paths.

    What is wrong with it already is left out. A card that is there would be replaced.

    Args:
        timeline: Where the timeline lies.
        written: The cards.
        changed: The timeline's own new text, if that would be written as well.

    Raises:
        FileError: a content is not a card at all, or the timeline cannot be read.
    """
    from kztimeline.loading import examination

    new = [examination.card_of(path, content) for path, content in written.items()]
    cards = [
        examination.read_card(each)
        for each in locations.card_files(locations.cards_folder(timeline))
    ]
    others = [each for each in cards if each.path not in written]
    text = read_bytes(timeline)
    before = {_apart(each) for each in examination.examine_with_cards(timeline, text, cards)[0]}
    after, _ = examination.examine_with_cards(timeline, changed or text, [*others, *new])
    return [finding for finding in after if _apart(finding) not in before]


def _apart(finding: Finding) -> tuple[str, str]:
    """Return what tells a fault from others, wherever it has moved to in its file."""
    return finding.file, finding.problem


def documents_beside(timeline: Path, *, all_sound: bool = False) -> dict[Path, Document]:
    """Return the cards that lie beside a timeline, whosever they are.

    Raises:
        FileError: some are faulty, where all have to be sound; else those are left out.
    """
    from kztimeline.loading import examination

    cards = [
        examination.read_card(each)
        for each in locations.card_files(locations.cards_folder(timeline))
    ]
    findings = [finding for each in cards for finding in each.findings]
    if findings and all_sound:
        raise FileError(findings)
    return {
        each.path: each.document
        for each in cards
        if each.document is not None and not each.findings
    }


def not_of(timeline: Path) -> list[Path]:
    """Return the files beside a timeline, where its cards are, that are not cards of its own.

    Raises:
        FileError: with all that is wrong in the timeline's file by itself.
    """
    from kztimeline.loading.checks.own_cards import cards_of_others
    from kztimeline.loading.stand_ins import Doubts

    files = locations.card_files(locations.cards_folder(timeline))
    if not any(map(_may_be_card, files)):
        return files
    read = file_of(timeline)
    return cards_of_others(timeline, read, Doubts(), documents_beside(timeline).items())


def events_of(timeline: Path) -> tuple[Event, ...]:
    """Return the events of a timeline whose cards need not agree with it as yet.

    Raises:
        FileError: with all that is wrong in the file by itself.
    """
    return file_of(timeline).events


def file_of(timeline: Path, content: bytes | None = None) -> TimelineFile:
    """Return what a timeline's own file holds, whatever its cards say.

    Args:
        timeline: Where it lies.
        content: What was read of it, if it was.

    Raises:
        FileError: with all that is wrong in the file by itself.
    """
    from kztimeline.loading.validation import validate
    from kztimeline.loading.yaml_nodes import compose_yaml

    file = compose_yaml(timeline, read_bytes(timeline) if content is None else content)
    read, wrong, _doubts = validate(file, TimelineFile)
    if read is None or file.findings or wrong:
        raise FileError([*file.findings, *wrong])
    return read
