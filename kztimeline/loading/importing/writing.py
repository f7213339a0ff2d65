"""A timeline file of what was found; what cannot stand in it stands there as a comment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

from kztimeline.dates.edtf import parse
from kztimeline.loading.checks.whole_file import may_lie_inside
from kztimeline.loading.findings import FileError, Finding
from kztimeline.loading.importing.dating import span_of
from kztimeline.loading.importing.found import (
    TOPIC,
    TRACK,
    UNSAID,
    Draft,
    Imported,
    ImportFault,
    Remark,
)
from kztimeline.loading.loader import examine
from kztimeline.loading.yaml_writer import Quoted, comment, dump
from kztimeline.text.numbers import count_of

MOST_TRACKS: Final = 4
_OUTSIDE: Final = "outside_span"
_QUOTED: Final = frozenset({"date", "span", "issued", "accessed"})
_REGISTRIES: Final = ("tracks", "topics", "eras", "actors", "sources")
_ROUNDS: Final = 4
_WIDTH: Final = 96


@dataclass(frozen=True)
class Written:
    """A timeline file, and how much of what was found stands in it.

    Attributes:
        text: The file.
        events: How many events stand in it.
        sources: How many sources.
        reasons: For each reason, how many events stand as comments.
        left: What stands in comments beside events and sources, and how many times each.
        unsaid: For how many citations it is not told what the source says.
    """

    text: str
    events: int
    sources: int
    reasons: Counter[str]
    left: Counter[str]
    unsaid: int = 0


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
    found.complete_citations()
    for _ in range(_ROUNDS):
        text, starts = _text(found, title)
        if not starts:
            raise ImportFault(
                "no event can be taken over: " + _counted(_reasons(found)),
                "Mend that in the file; an event needs a date, a title and a source.",
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
    """Return sources alone, to be put into a timeline.

    Raises:
        ImportFault: there are none.
    """
    if not found.sections.get("sources"):
        raise ImportFault(
            "there is no event in it, and no source that has a title",
            "; ".join(found.notes) or "Check that it is the file you meant.",
        )
    notes = "".join(comment(note) for note in found.notes)
    sources = len(found.sections["sources"])
    text = f"# Sources, to be put under `sources:` of a timeline.\n{notes}"
    text += _registry(found, "sources")
    return Written(text, 0, sources, Counter(), _left(found))


def _registry(found: Imported, name: str) -> str:
    """Return a registry, after each entry the comments on it; nothing where it has no entry."""
    entries = found.sections.get(name, {})
    written = (
        dump([_plain(entry)])
        + "".join(_remark(each) for each in found.remarks.get((name, id_), ()))
        for id_, entry in entries.items()
    )
    return f"{name}:\n{''.join(written)}" if entries else ""


def _left(found: Imported) -> Counter[str]:
    """Count what is said in comments, beside what can stand."""
    beside = [remark for remarks in found.remarks.values() for remark in remarks]
    for draft in found.drafts:
        beside += draft.left
    return Counter(remark.what for remark in beside if remark.what)


def _remark(remark: Remark) -> str:
    return comment(
        "\n".join(wrap(remark.text, _WIDTH, break_long_words=False, break_on_hyphens=False)), 2
    )


def _faults(path: Path, text: str) -> list[Finding]:
    try:
        findings, _timeline = examine(path, text.encode())
    except FileError as error:
        findings = error.findings
    return [finding for finding in findings if finding.file == str(path)]


def _written(found: Imported, text: str) -> Written:
    sound = [draft for draft in found.drafts if not draft.lacks]
    sources = len(found.sections.get("sources", {}))
    return Written(text, len(sound), sources, _reasons(found), _left(found), found.unsaid)


def _reasons(found: Imported) -> Counter[str]:
    return Counter(reason for draft in found.drafts for reason in dict.fromkeys(draft.lacks))


def _counted(reasons: Counter[str]) -> str:
    return ", ".join(f"{reason} ({number})" for reason, number in reasons.most_common())


def _text(found: Imported, title: str) -> tuple[str, list[tuple[int, Draft]]]:
    """Return the file, and for each event that stands in it the line it starts on."""
    span = found.span or _span([draft for draft in found.drafts if not draft.lacks])
    heading = {"title": found.title or title, "span": span}
    parts = [_head(found), dump({"timeline": _plain(heading)})]
    for name in _REGISTRIES:
        if written := _registry(found, name):
            parts.append(f"\n{written}")
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


def _span(sound: list[Draft]) -> str:
    """Return the span of some events, those left out that are said to stand outside it.

    An event that lies within it all the same is kept, and what it says of that is a comment.
    """
    within = [draft for draft in sound if not draft.values.get(_OUTSIDE)]
    span = span_of(draft.values["date"] for draft in within or sound)
    for draft in sound:
        if _OUTSIDE in draft.values and may_lie_inside(parse(draft.values["date"]), parse(span)):
            text = f"{_OUTSIDE}, which is that of another timeline: {draft.values.pop(_OUTSIDE)}"
            draft.left.append(Remark("why an event stands outside the span", text))
    return span


def _head(found: Imported) -> str:
    reasons = _reasons(found)
    said = []
    if reasons:
        number = sum(bool(draft.lacks) for draft in found.drafts)
        said.append(
            f"{number} of {count_of(len(found.drafts), 'event')} "
            f"{'stands as a comment' if number == 1 else 'stand as comments'}: {_counted(reasons)}."
        )
    if found.sections.get("tracks", {}).get("events", {}).get("name") == TRACK:
        said.append(f"Where no track is said, it is {TRACK}.")
    if found.sections.get("topics", {}).get("unsorted", {}).get("name") == TOPIC:
        said.append(f"Where no topic is said, it is {TOPIC}; where no importance, 2.")
    if found.unsaid:
        said.append(f"Where it is not told what a source says, `says` is: {UNSAID}")
    said += found.notes
    return "".join(map(comment, said)) + ("\n" if said else "")


def _event(draft: Draft) -> str:
    written = dump([_plain(draft.values)])
    beside = "".join(map(_remark, draft.left))
    if draft.lacks:
        reasons = "; ".join(dict.fromkeys(draft.lacks))
        return comment(f"{draft.where}: {reasons}") + beside + comment(written)
    return written + beside


def _plain(value: Any, key: str = "") -> Any:
    """Return plain values with dates in quotes."""
    if isinstance(value, dict):
        return {name: _plain(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, key) for item in value]
    return Quoted(value) if key in _QUOTED and isinstance(value, str) else value
