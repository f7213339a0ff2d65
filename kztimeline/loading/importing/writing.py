"""A timeline file of what was found; what cannot stand in it stands there as a comment."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from textwrap import wrap
from typing import Any, Final, NamedTuple

from kztimeline.dates.edtf import parse
from kztimeline.loading.checks.whole_file import may_lie_inside
from kztimeline.loading.findings import FileError, Finding
from kztimeline.loading.importing.dating import span_of
from kztimeline.loading.importing.found import (
    TOPIC,
    TRACK,
    UNDATED,
    UNSAID,
    Draft,
    Imported,
    ImportFault,
    Remark,
)
from kztimeline.loading.loader import examine
from kztimeline.loading.yaml_writer import Quoted, comment, dump
from kztimeline.text.letters.unseen import with_codes
from kztimeline.text.numbers import count_of, together

MOST_TRACKS: Final = 4
_OUTSIDE: Final = "outside_span"
_QUOTED: Final = frozenset({"date", "span", "issued", "accessed"})
_REGISTRIES: Final = ("tracks", "topics", "eras", "actors", "sources")
_ROUNDS: Final = 20
_MOST_PLACES: Final = 5
_MOST_REASONS: Final = 3
_KEY: Final = re.compile(r"[- ]*(\w+):(?: |$)")
_LINE: Final = re.compile(r", on line \d+$")
_TITLE_REMEDY: Final = "Give the timeline another title: --title TEXT."
_WIDTH: Final = 96


class _FilePart(NamedTuple):
    """A part of the file, and the event or entry that it is of, if any.

    Where that `stands_aside`, it is a comment.
    """

    text: str
    of: Draft | tuple[str, str] | None = None
    stands_aside: bool = False


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
    faults: list[Finding] = []
    for _ in range(_ROUNDS):
        parts = _parts(found, title)
        if found.drafts and all(draft.lacks for draft in found.drafts):
            raise ImportFault(
                f"no event can be taken over: {_with_places(found)}{_first_undated(found)}",
                "Mend that in the file; an event needs a date, a title and a source.",
            )
        text = "".join(part.text for part in parts)
        faults = _faults(path, text)
        if not faults:
            return _written(found, text)
        _set_aside(found, parts, faults)
    raise ImportFault("it does not pass `kzt check`", faults[0].problem)


def _set_aside(found: Imported, parts: Sequence[_FilePart], faults: Iterable[Finding]) -> None:
    """Let each event and each entry of a registry that is at fault stand as a comment.

    Raises:
        ImportFault: nothing that can is at fault.
    """
    ends = list(accumulate(part.text.count("\n") for part in parts))
    for fault in faults:
        at = bisect_left(ends, fault.line)
        part = parts[min(at, len(parts) - 1)]
        key = _key_of(part, fault.line - 1 - (ends[at - 1] if at else 0)) if fault.line else ""
        named = key and not fault.problem.startswith(f"{key}:")
        # The lines are those of a text that nobody sees as it is now.
        told = _LINE.sub("", fault.problem)
        problem = f"{key}: {told}" if named else told
        if isinstance(part.of, Draft) and not part.stands_aside:
            # Where nothing else is told, the title is the summary, too.
            if not any(lack.endswith(told) for lack in part.of.lacks):
                part.of.lacks.append(problem)
        elif isinstance(part.of, tuple) and not part.stands_aside:
            found.refuse(*part.of, problem)
        else:
            raise ImportFault(problem, _TITLE_REMEDY if key == "title" else fault.remedy)


def _key_of(part: _FilePart, line: int) -> str:
    """Return the key under which a line of a part stands; nothing where there is none."""
    for each in reversed(part.text.split("\n")[: line + 1]):
        if match := _KEY.match(each):
            return match[1]
    return ""


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
    notes = "".join(_comment(note) for note in found.notes)
    sources = len(found.sections["sources"])
    text = f"# Sources, to be put under `sources:` of a timeline.\n{notes}"
    text += "".join(part.text for part in _registry(found, "sources"))
    return Written(text, 0, sources, Counter(), _left(found))


def _registry(found: Imported, name: str) -> list[_FilePart]:
    """Return a registry, after each entry the comments on it; nothing where it has no entry."""
    entries = found.sections.get(name, {})
    parts = [_entry(found, name, entry) for entry in entries.values()]
    empty = all(part.stands_aside for part in parts)
    return [_FilePart(f"{name}:{' []' if empty else ''}\n"), *parts] if entries else []


def _entry(found: Imported, section: str, entry: Mapping[str, Any]) -> _FilePart:
    key = section, entry["id"]
    text = dump([_plain(entry)])
    beside = "".join(map(_remark, found.remarks.get(key, ())))
    if (why := found.refused.get(key)) is None:
        return _FilePart(text + beside, key)
    return _FilePart(_comment(why) + beside + _comment(text), key, stands_aside=True)


def _left(found: Imported) -> Counter[str]:
    """Count what is said in comments, beside what can stand."""
    beside = [remark for remarks in found.remarks.values() for remark in remarks]
    for draft in found.drafts:
        beside += draft.left
    return Counter(remark.what for remark in beside if remark.what)


def _remark(remark: Remark) -> str:
    lines = wrap(remark.text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return _comment("\n".join(lines), 2)


def _comment(text: str, indent: int = 0) -> str:
    """Return a comment: what may not stand in the file at all stands there as its code."""
    return comment(with_codes(text), indent)


def _faults(path: Path, text: str) -> list[Finding]:
    try:
        findings, _timeline = examine(path, text.encode())
    except FileError as error:
        findings = error.findings
    return [finding for finding in findings if finding.file == str(path)]


def _written(found: Imported, text: str) -> Written:
    sound = [draft for draft in found.drafts if not draft.lacks]
    sources = len(found.sections.get("sources", {}))
    unsaid = sum(not draft.lacks for draft in found.unsaid)
    return Written(text, len(sound), sources, _reasons(found), _left(found), unsaid)


def _with_places(found: Imported) -> str:
    """Return the reasons for which events stand as comments, each with its rows."""
    reasons: dict[str, list[str]] = {}
    for draft in found.drafts:
        for reason in dict.fromkeys(draft.lacks):
            reasons.setdefault(reason, []).append(draft.where)
    most_first = sorted(reasons.items(), key=lambda item: -len(item[1]))
    return ", ".join(f"{reason} ({_listed(places)})" for reason, places in most_first)


def _first_undated(found: Imported) -> str:
    """Return what is said of the dates of the first events that have none."""
    undated = (draft for draft in found.drafts if UNDATED in draft.lacks and draft.left)
    return "".join(
        f"; {draft.where}: {draft.left[0].text.removesuffix('.')}"
        for draft in islice(undated, _MOST_REASONS)
    )


def _listed(places: Sequence[str]) -> str:
    """Return some places in words, 'rows 2, 3 and 7', of many the first."""
    thing = places[0].rpartition(" ")[0]
    if len(places) == 1 or any(place.rpartition(" ")[0] != thing for place in places):
        shown = [*places[:_MOST_PLACES]]
    else:
        shown = [place.rpartition(" ")[2] for place in places[:_MOST_PLACES]]
        shown[0] = f"{thing}s {shown[0]}"
    more = len(places) - len(shown)
    return together([*shown, f"{more} more"] if more else shown)


def _reasons(found: Imported) -> Counter[str]:
    return Counter(reason for draft in found.drafts for reason in dict.fromkeys(draft.lacks))


def _counted(reasons: Counter[str]) -> str:
    return ", ".join(f"{reason} ({number})" for reason, number in reasons.most_common())


def _parts(found: Imported, title: str) -> list[_FilePart]:
    """Return the file part by part, each with what it is of."""
    span = found.span or _span([draft for draft in found.drafts if not draft.lacks])
    heading = {"title": found.title or title, "span": span}
    parts = [_FilePart(_head(found)), _FilePart(dump({"timeline": _plain(heading)}))]
    for name in _REGISTRIES:
        if written := _registry(found, name):
            parts += [_FilePart("\n"), *written]
    empty = all(draft.lacks for draft in found.drafts)
    parts.append(_FilePart(f"\nevents:{' []' if empty else ''}\n"))
    return parts + [_FilePart(_event(each), each, bool(each.lacks)) for each in found.drafts]


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
    if not all(draft.lacks for draft in found.unsaid):
        said.append(f"Where it is not told what a source says, `says` is: {UNSAID}")
    said += found.notes
    return "".join(map(_comment, said)) + ("\n" if said else "")


def _event(draft: Draft) -> str:
    written = dump([_plain(draft.values)])
    beside = "".join(map(_remark, draft.left))
    if draft.lacks:
        reasons = "; ".join(dict.fromkeys(draft.lacks))
        return _comment(f"{draft.where}: {reasons}") + beside + _comment(written)
    return written + beside


def _plain(value: Any, key: str = "") -> Any:
    """Return plain values with dates in quotes."""
    if isinstance(value, dict):
        return {name: _plain(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, key) for item in value]
    return Quoted(value) if key in _QUOTED and isinstance(value, str) else value
