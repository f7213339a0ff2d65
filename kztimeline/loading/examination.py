"""Everything that is wrong with a timeline and its cards, found in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kztimeline.loading.checks.cards import card_problems
from kztimeline.loading.checks.contents import Contents, Problem, run_checks
from kztimeline.loading.checks.own_cards import cards_of_others
from kztimeline.loading.checks.quoting import unquoted
from kztimeline.loading.checks.strict import STRICT_CHECKS, targets_met
from kztimeline.loading.checks.whole_file import FILE_CHECKS
from kztimeline.loading.file_format.letters import with_letters
from kztimeline.loading.files.plain_files import read_plain
from kztimeline.loading.findings import FileError, Finding, Progress, untold
from kztimeline.loading.raw_text import is_utf_16
from kztimeline.loading.stand_ins import Doubts
from kztimeline.loading.validation import needed_keys, validate
from kztimeline.loading.yaml_nodes import YamlFile, compose_yaml
from kztimeline.text.numbers import count_of
from kztimeline.timeline.model import Document, Event, Source, Timeline, TimelineFile


class Card(NamedTuple):
    """A card as it was read; `file` and `document` are None where it is not YAML at all.

    At the places of `doubts` something stands in for what is faulty.
    """

    path: Path
    findings: list[Finding]
    file: YamlFile | None = None
    document: Document | None = None
    doubts: Doubts = Doubts()

    @property
    def trusted(self) -> bool:
        """Whether what the card says of its text may be held against events."""
        fields = (("id",), ("characters",), ("mentions",), ("statements",))
        return self.document is not None and not any(field in self.doubts for field in fields)

    @property
    def id(self) -> str:
        """The id of the document, or what it is likely to be."""
        if self.document is None or ("id",) in self.doubts:
            return self.path.stem
        return self.document.id


def examine_with_cards(
    path: Path,
    content: bytes,
    cards: Sequence[Card],
    *,
    strict: bool = False,
    tell: Progress = untold,
    note: Progress = untold,
) -> tuple[list[Finding], Timeline | None]:
    """Return all that is wrong with a timeline and its cards, and the timeline if nothing is.

    What is faulty hides nothing else, unless it is not YAML: the cross-checks are run on the
    rest. With
    `strict`, what falls short of publication counts as wrong, and the timeline is
    returned all the same; of a faulty one that asks no more than quotes. That cards of
    another timeline are left out, or that a file may be cut short, is told to `note`.
    """
    findings: list[Finding] = []
    contents: Contents | None = None
    file: YamlFile | None = None
    try:
        file = compose_yaml(path, content)
    except FileError as error:
        findings += error.findings
    else:
        tell(f"checking each entry of {path}")
        read, wrong, doubts = validate(file, TimelineFile)
        findings += file.findings + wrong
        if read is not None and not doubts.replaced(()):
            cards = _own(path, cards, read, doubts, note)
            contents = _contents(read, cards, doubts)
            tell(f"checking how the {count_of(len(read.events), 'event')} fit together")
            findings += _located(file, run_checks(FILE_CHECKS, contents))
    findings += of_cards(cards, contents)
    findings += cut_short(path, content, findings, strict=strict, note=note)
    for card in cards:
        if card.file is not None:
            text = card.file.text.encode()
            findings += cut_short(card.path, text, findings, strict=strict, note=note)
    files = [file, *(card.file for card in cards)]
    quotes = [found for each in files if each for found in unquoted(each)] if strict else []
    if findings or contents is None or file is None:
        return _in_order(findings + quotes, path), None
    timeline = _timeline(file, contents, cards)
    if strict:
        for card in cards:
            if card.file is not None and card.document is not None:
                undone = card_problems(card.document, contents, strict=True)
                quotes += _located(card.file, undone)
        wanting = run_checks(STRICT_CHECKS, contents) + list(targets_met(timeline))
        quotes += _located(file, wanting)
    return _in_order(quotes, path), timeline


def _own(
    path: Path, cards: Sequence[Card], read: TimelineFile, doubts: Doubts, note: Progress
) -> Sequence[Card]:
    """Return the cards of a timeline, without those that lie there for another one."""
    documents = [(card.path, card.document) for card in cards if card.document is not None]
    others = cards_of_others(path, read, doubts, documents)
    if others:
        names = ", ".join(other.name for other in others)
        they_name = "it names" if len(others) == 1 else "they name"
        left_out = f"left out, since {they_name} only events of another timeline"
        note(f"{others[0].parent}: {left_out}: {names}")
    return [card for card in cards if card.path not in others]


def cut_short(
    path: Path,
    content: bytes,
    findings: Sequence[Finding],
    *,
    strict: bool,
    note: Progress = untold,
) -> Iterator[Finding]:
    """Yield that a file may be cut short: it ends within a line, at which something is wrong.

    With `strict`, to end within a line is enough; without, that alone is told to `note`.
    """
    if not content or content.endswith((b"\n", b"\r")) or is_utf_16(content):
        return
    last = content.count(b"\n") + 1
    name = str(path)
    if strict or any(each.file == name and each.line >= last for each in findings):
        column = len(content) - content.rfind(b"\n")
        problem = "the file ends within a line: it may have been cut short"
        remedy = "See whether all of it is there, and end its last line with a newline."
        yield Finding(name, last, column, problem, remedy)
    else:
        note(
            f"{name}: it may have been cut short, since line {last} does not end with a newline; "
            "see whether all of it is there"
        )


def _in_order(findings: list[Finding], path: Path) -> list[Finding]:
    """Return each finding once, those of the timeline before those of its cards."""
    name = str(path)
    return sorted(dict.fromkeys(findings), key=lambda finding: (finding.file != name, finding))


def _contents(read: TimelineFile, cards: Sequence[Card], doubts: Doubts) -> Contents:
    documents = {card.id: card.document for card in cards if card.document and card.trusted}
    unread = frozenset(card.id for card in cards if not card.trusted)
    files = {card.id: f"{card.path.parent.name}/{card.path.name}" for card in cards}
    return Contents(read, documents, unread, doubts, files)


def _located(file: YamlFile, problems: Iterable[Problem]) -> list[Finding]:
    return [file.finding(each.place, _worded(file, each), each.remedy) for each in problems]


def _worded(file: YamlFile, found: Problem) -> str:
    if found.beside is None:
        return found.problem
    return f"{found.problem}, on line {file.position(found.beside)[0]}"


def of_cards(cards: Sequence[Card], contents: Contents | None = None) -> list[Finding]:
    """Return what is wrong with cards, by themselves and beside one another.

    Without the `contents` of their timeline the events that they name are not asked for.
    """
    findings = [finding for card in cards for finding in card.findings]
    return findings + list(_in_cards(cards, contents))


def _in_cards(cards: Sequence[Card], contents: Contents | None) -> Iterator[Finding]:
    """Yield what is wrong with cards that are well formed each by itself."""
    taken: dict[str, str] = {}
    for card in cards:
        if card.file is None or card.document is None or card.doubts.replaced(()):
            continue
        if (other := taken.setdefault(card.id, card.path.name)) != card.path.name:
            problem = f"the id {card.id!r} is that of {other}"
            yield card.file.finding(("id",), problem, "Give each card an id of its own.")
        problems = card_problems(card.document, contents)
        yield from _located(card.file, (p for p in problems if p.place not in card.doubts))


def read_card(path: Path) -> Card:
    """Return the card at `path` with what is wrong in it by itself."""
    try:
        return card_of(path, read_plain(path))
    except FileError as error:
        return Card(path, error.findings)


def card_of(path: Path, content: bytes) -> Card:
    """Return the card that `content` makes; `path` names it in messages.

    Raises:
        FileError: it is not YAML, or hardly meant as it is read.
    """
    file = compose_yaml(path, content, needed_keys(Document))
    document, findings, doubts = validate(file, Document)
    return Card(path, file.findings + findings, file, document, doubts)


def _timeline(file: YamlFile, contents: Contents, cards: Sequence[Card]) -> Timeline:
    """Return the timeline that checked contents make: events sorted, documents as sources."""
    read = contents.file
    documents = tuple(card.document for card in cards if card.document is not None)
    lines = {event.id: file.position(("events", n))[0] for n, event in enumerate(read.events)}
    return Timeline(
        title=read.timeline.title,
        period=read.timeline.span,
        tracks=with_letters(read.tracks),
        topics=with_letters(read.topics),
        eras=tuple(sorted(read.eras, key=lambda era: (era.date, era.id))),
        actors=read.actors,
        sources=(*(_as_source(document) for document in documents), *read.sources),
        documents=documents,
        events=tuple(sorted(read.events, key=_in_time)),
        targets=read.timeline.targets,
        path=str(file.path),
        lines=lines,
    )


def _in_time(event: Event) -> tuple[tuple[int, int, int], str, str]:
    """Return what stands in the order of date, then id, and is quicker compared than dates."""
    return event.date.sort_key, event.date.text, event.id


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
