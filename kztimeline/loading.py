"""From files to a validated `Timeline`, and the validated form kept between runs."""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kztimeline import __version__, places
from kztimeline.files import read_bytes, write_whole
from kztimeline.findings import FileError, Finding
from kztimeline.model import Document, Source, Timeline, TimelineFile

if TYPE_CHECKING:
    from kztimeline.yamlfile import YamlFile

Card: TypeAlias = "tuple[Document, YamlFile]"
CARD_PATTERN = "*.yaml"
KEPT_FORMS = 8


def load_timeline(path: Path | None = None) -> Timeline:
    """Return the timeline at `path`, or the one the user named, or the built-in one.

    Raises:
        FileError: the file or a card of its documents cannot be used.
    """
    path = places.timeline_path(path)
    content = read_bytes(path)
    cards = card_files(places.cards_folder(path))
    kept = places.compiled_timeline(path, _key(path, content, cards))
    timeline = _recall(kept)
    if timeline is None:
        timeline = read_timeline(path, content)
        _keep(kept, timeline)
    return timeline


def card_files(folder: Path) -> list[Path]:
    """Return the cards in a folder, in order of name; none where there is no folder."""
    return sorted(folder.glob(CARD_PATTERN))


def _key(path: Path, content: bytes, cards: Sequence[Path]) -> str:
    """Return what changes whenever the validated form would."""
    digest = hashlib.sha256(f"{__version__} {sys.version} {path}\0".encode())
    digest.update(content)
    for card in cards:
        digest.update(f"\0{card.name}\0".encode() + card.read_bytes())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        state = module.stat()
        digest.update(f"\0{module.name} {state.st_mtime_ns} {state.st_size}".encode())
    return digest.hexdigest()[:32]


def _recall(kept: Path) -> Timeline | None:
    """Return a timeline kept by `_keep`; None where there is none that can be read."""
    try:
        timeline = pickle.loads(kept.read_bytes())
    except Exception:  # noqa: BLE001  a damaged cache is made again, whatever is wrong with it
        return None
    return timeline if isinstance(timeline, Timeline) else None


def _keep(kept: Path, timeline: Timeline) -> None:
    """Keep a validated timeline for the next run; do without where that fails."""
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        forms = sorted(kept.parent.glob("timeline-*.pickle"), key=lambda p: p.stat().st_mtime)
        for old in forms[: 1 - KEPT_FORMS]:
            old.unlink(missing_ok=True)
        write_whole(kept, pickle.dumps(timeline, protocol=pickle.HIGHEST_PROTOCOL))


def read_timeline(path: Path, content: bytes) -> Timeline:
    """Validate the content of a timeline file with the cards beside it.

    Raises:
        FileError: with everything that is wrong, in the file and in the cards.
    """
    findings, timeline = examine(path, content)
    if timeline is None:
        raise FileError(findings)
    return timeline


def examine(
    path: Path, content: bytes, *, strict: bool = False
) -> tuple[list[Finding], Timeline | None]:
    """Return all that is wrong with a timeline and its cards, and the timeline if nothing is.

    With `strict`, what falls short of publication counts as wrong; the timeline
    is then returned all the same.

    Raises:
        FileError: the timeline file cannot be read as YAML at all.
    """
    from kztimeline.schema import validate
    from kztimeline.yamlfile import compose_yaml

    file = compose_yaml(path, content)
    contents, findings = validate(file, TimelineFile)
    cards, card_findings = read_cards(places.cards_folder(path))
    findings = sorted(file.findings + findings)
    if contents is not None and not card_findings:
        crossed, card_findings = _cross_check(file, contents, cards)
        findings = sorted(findings + crossed)
    if contents is None or findings or card_findings:
        return findings + card_findings, None
    lines = {
        event.id: file.position(("events", number))[0]
        for number, event in enumerate(contents.events)
    }
    documents = tuple(document for document, _ in cards)
    timeline = timeline_of(contents, documents, str(path), lines)
    return _strictly(file, contents, timeline) if strict else [], timeline


def _strictly(file: YamlFile, contents: TimelineFile, timeline: Timeline) -> list[Finding]:
    """Return what falls short of a timeline fit for publication."""
    from kztimeline.checks import Contents, run_checks
    from kztimeline.strict import STRICT_CHECKS, targets_met

    problems = run_checks(STRICT_CHECKS, Contents(contents, timeline.document))
    problems += targets_met(timeline)
    return sorted(file.finding(p.place, p.problem, p.remedy) for p in problems)


def read_cards(folder: Path) -> tuple[list[Card], list[Finding]]:
    """Return the documents whose cards stand in `folder`, and all that is wrong with them."""
    from kztimeline.schema import validate
    from kztimeline.yamlfile import read_yaml

    cards: list[Card] = []
    findings: list[Finding] = []
    for path in card_files(folder):
        try:
            file = read_yaml(path)
        except FileError as error:
            findings += error.findings
            continue
        document, problems = validate(file, Document)
        findings += sorted(file.findings + problems)
        if document is not None:
            cards.append((document, file))
    return cards, findings


def _cross_check(
    file: YamlFile, contents: TimelineFile, cards: list[Card]
) -> tuple[list[Finding], list[Finding]]:
    """Return what the cross-checks find in the timeline file, and in the cards."""
    from kztimeline.checks import FILE_CHECKS, Contents, card_problems, run_checks
    from kztimeline.statement_checks import statement_problems, statements_agree

    documents = {document.id: document for document, _ in cards}
    problems = run_checks((*FILE_CHECKS, statements_agree), Contents(contents, documents))
    events = {event.id for event in contents.events}
    in_cards = [
        card.finding(problem.place, problem.problem, problem.remedy)
        for document, card in cards
        for problem in (*card_problems(document, events), *statement_problems(document, events))
    ]
    return [file.finding(p.place, p.problem, p.remedy) for p in problems], in_cards


def timeline_of(
    contents: TimelineFile,
    documents: tuple[Document, ...] = (),
    path: str = "",
    lines: dict[str, int] | None = None,
) -> Timeline:
    """Return the timeline that checked contents make: events sorted, documents as sources."""
    return Timeline(
        title=contents.timeline.title,
        span=contents.timeline.span,
        tracks=contents.tracks,
        topics=contents.topics,
        eras=tuple(sorted(contents.eras, key=lambda era: (era.date, era.id))),
        actors=contents.actors,
        sources=(*(_as_source(document) for document in documents), *contents.sources),
        documents=documents,
        events=tuple(sorted(contents.events, key=lambda event: (event.date, event.id))),
        targets=contents.timeline.targets,
        path=path,
        lines=lines or {},
    )


def _as_source(document: Document) -> Source:
    return Source(
        id=document.id,
        title=document.title,
        publisher=document.publisher,
        author=document.author,
        issued=document.issued,
        issued_basis=document.issued_basis,
        URL=document.URL,
    )
