"""From files to a validated `Timeline`, and the validated form kept between runs."""

from __future__ import annotations

from pathlib import Path

from kztimeline.loading import locations as places
from kztimeline.loading.findings import FileError, Finding, Progress, untold
from kztimeline.loading.locations import card_files
from kztimeline.loading.plain_files import read_bytes
from kztimeline.timeline.model import Timeline


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
    path: Path, content: bytes, *, strict: bool = False, tell: Progress = untold
) -> tuple[list[Finding], Timeline | None]:
    """Return all that is wrong with a timeline and its cards, and the timeline if nothing is.

    As `examination.examine`, with the cards that lie beside the timeline.
    """
    from kztimeline.loading import examination

    cards = [examination.read_card(card) for card in card_files(places.cards_folder(path))]
    return examination.examine_with_cards(path, content, cards, strict=strict, tell=tell)


def faults_of_card(timeline: Path, path: Path, content: bytes) -> list[Finding]:
    """Return what would be wrong with a timeline if a card were written to `path`.

    What is wrong with it already is left out.

    Raises:
        FileError: the content is no card at all.
    """
    from kztimeline.loading import examination

    card = examination.card_of(path, content)
    if not timeline.is_file():
        return examination.of_cards([card])
    cards = [examination.read_card(each) for each in card_files(places.cards_folder(timeline))]
    text = read_bytes(timeline)
    before, _ = examination.examine_with_cards(timeline, text, cards)
    after, _ = examination.examine_with_cards(timeline, text, [*cards, card])
    return [finding for finding in after if finding not in before]
