"""A timeline file of what was found; what cannot stand in it stands there as a comment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kztimeline.loading.findings import FileError, Finding
from kztimeline.loading.importing.found import TOPIC, TRACK, Draft, Imported, ImportFault, span_of
from kztimeline.loading.loader import examine
from kztimeline.loading.yaml_writer import Quoted, comment, dump

MOST_TRACKS: Final = 4
_QUOTED: Final = frozenset({"date", "span", "issued", "accessed"})
_REGISTRIES: Final = ("tracks", "topics", "eras", "actors", "sources")
_ROUNDS: Final = 4


@dataclass(frozen=True)
class Written:
    """A timeline file, and how much of what was found stands in it.

    Attributes:
        text: The file.
        events: How many events stand in it.
        sources: How many sources.
        reasons: For each reason, how many events stand as comments.
        left: How many events had something that stands as a comment.
    """

    text: str
    events: int
    sources: int
    reasons: Counter[str]
    left: int


def write_timeline(found: Imported, path: Path, title: str) -> Written:
    """Return what was found as a timeline file that passes `check`.

    Args:
        found: What was found.
        path: Where the file will lie, so that documents' cards beside it are known.
        title: What it is called where that is not said.

    Raises:
        ImportFault: it cannot be made to pass.
    """
    tracks = found.sections.get("tracks", {})
    if len(tracks) > MOST_TRACKS:
        raise ImportFault(
            f"there are {len(tracks)} tracks, at most {MOST_TRACKS} fit",
            "Put all events on one: --track NAME.",
        )
    found.let_sources_speak()
    for _ in range(_ROUNDS):
        text, starts = _text(found, title)
        if not starts:
            raise ImportFault(
                "no event can be taken over: " + _counted(_reasons(found)),
                "Give each a date, a title and a source.",
            )
        faults = _faults(path, text)
        if not faults:
            return _written(found, text)
        for finding in faults:
            draft = next((each for start, each in reversed(starts) if start <= finding.line), None)
            if draft is None or finding.line == 0:
                raise ImportFault(finding.problem, finding.remedy)
            draft.lacks.append(finding.problem)
    raise ImportFault("it does not pass `kzt check`", faults[0].problem)


def write_sources(found: Imported) -> Written:
    """Return sources alone, to be put into a timeline."""
    entries = _plain(list(found.sections.get("sources", {}).values()))
    notes = "".join(comment(note) for note in found.notes)
    text = (
        f"# Sources, to be put under `sources:` of a timeline.\n{notes}{dump({'sources': entries})}"
    )
    return Written(text, 0, len(entries), Counter(), len(found.notes))


def _faults(path: Path, text: str) -> list[Finding]:
    try:
        findings, _timeline = examine(path, text.encode())
    except FileError as error:
        findings = error.findings
    return [finding for finding in findings if finding.file == str(path)]


def _written(found: Imported, text: str) -> Written:
    sound = [draft for draft in found.drafts if not draft.lacks]
    sources = len(found.sections.get("sources", {}))
    left = sum(bool(draft.left) for draft in sound)
    return Written(text, len(sound), sources, _reasons(found), left)


def _reasons(found: Imported) -> Counter[str]:
    return Counter(reason for draft in found.drafts for reason in dict.fromkeys(draft.lacks))


def _counted(reasons: Counter[str]) -> str:
    return ", ".join(f"{reason} ({number})" for reason, number in reasons.most_common())


def _text(found: Imported, title: str) -> tuple[str, list[tuple[int, Draft]]]:
    """Return the file, and for each event that stands in it the line it starts on."""
    sound = [draft for draft in found.drafts if not draft.lacks]
    heading = {
        "title": found.title or title,
        "span": found.span or span_of(draft.values["date"] for draft in sound),
    }
    parts = [_head(found), dump({"timeline": _plain(heading)})]
    for name in _REGISTRIES:
        entries = list(found.sections.get(name, {}).values())
        if entries:
            parts.append("\n" + dump({name: _plain(entries)}))
    parts.append("\nevents:\n")
    lines = sum(part.count("\n") for part in parts)
    starts: list[tuple[int, Draft]] = []
    for draft in found.drafts:
        part = _event(draft)
        if not draft.lacks:
            starts.append((lines + 1, draft))
        parts.append(part)
        lines += part.count("\n")
    return "".join(parts), starts


def _head(found: Imported) -> str:
    reasons = _reasons(found)
    said = []
    if reasons:
        number = sum(bool(draft.lacks) for draft in found.drafts)
        said.append(
            f"{number} of {len(found.drafts)} events stand as comments: {_counted(reasons)}."
        )
    if found.sections.get("tracks", {}).get("events", {}).get("name") == TRACK:
        said.append(f"Where no track is said, it is {TRACK}.")
    if found.sections.get("topics", {}).get("unsorted", {}).get("name") == TOPIC:
        said.append(f"Where no topic is said, it is {TOPIC}; where no importance, 2.")
    if found.says_taken:
        said.append("Where it is not said what a source says, the event's own text stands for it.")
    said += found.notes
    return "".join(map(comment, said)) + ("\n" if said else "")


def _event(draft: Draft) -> str:
    written = dump([_plain(draft.values)])
    if draft.lacks:
        return (
            comment(f"{draft.where}: {'; '.join(draft.lacks)}")
            + "".join(comment(each, 2) for each in draft.left)
            + comment(written)
        )
    return written + "".join(comment(each, 2) for each in draft.left)


def _plain(value: Any, key: str = "") -> Any:
    """Return plain values with dates in quotes."""
    if isinstance(value, dict):
        return {name: _plain(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, key) for item in value]
    return Quoted(value) if key in _QUOTED and isinstance(value, str) else value
