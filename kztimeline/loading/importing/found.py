"""What was found in a file of another format, before it is written as a timeline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Final, NamedTuple

from kztimeline.loading.file_format.first_file import identifier
from kztimeline.loading.importing.dating import READ, Dated
from kztimeline.loading.importing.markup import markup_of
from kztimeline.text.numbers import count_of
from kztimeline.timeline.citations import NO_PUBLISHER
from kztimeline.timeline.field_types import LIST_SEPARATOR, FieldError, check_identifier
from kztimeline.timeline.model import SUMMARY_LENGTH, TITLE_LENGTH

NO_SOURCE: Final = "no source"
_SERIAL: Final = re.compile(r"[1-6]\d{4}(?:\.\d+)?")
_DAY_NOUGHT: Final = dt.date(1899, 12, 30)
"""From which Excel counts days since 1 March 1900."""

UNDATED: Final = "no certain date"
UNSAID: Final = "Not stated in the file that this was imported from."
"""Stands for what a source says where that is not told: nobody has read it for this event."""
KIND: Final = "person"
"""What an actor is taken to be where it is not told; the file says so beside each."""
TRACK: Final = "Events"
TOPIC: Final = "Unsorted"
SOURCE_DATES: Final = ("issued", "accessed")
"""Keys of a source that hold a date."""
_NAMED_IN: Final = {"sources": (("eras", "sources"),), "tracks": (("actors", "side"),)}
"""By registry, the entries of others that name its own, and under which key."""
_TAG: Final = re.compile(r"<[^>]*>")
_BLOCK: Final = re.compile(r"<(br|/p|/li|/div)\b[^>]*>", re.IGNORECASE)
_KIND: Final = re.compile(r"(.+?)\s*\((person|office|body|state)\)", re.IGNORECASE)
_GUARDED: Final = re.compile(r'="((?:[^"]|""|"&")*)"')
_MARK: Final = re.compile(r'""|"&"')
"""A quotation mark in a formula, and what joins two of its texts."""
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f\x80-\x9f\u2028\u2029]+")


class ImportFault(ValueError):  # noqa: N818 (what it says is not always an error of the file)
    """A file cannot be taken over: what is wrong, and what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


class Remark(NamedTuple):
    """What is said in a comment beside an event or a source.

    Attributes:
        what: What of it was left out or is to be looked at, for the count; nothing where that
            is counted already.
        text: The comment.
    """

    what: str
    text: str


@dataclass
class Draft:
    """An event as far as it is known, with plain values as in a file.

    Attributes:
        where: Where it stands in what was read, such as 'row 12'.
        values: The keys of an event.
        lacks: Why it cannot stand as an event; nothing where it can.
        left: What of it cannot be taken over though it can stand, or is to be looked at.
    """

    where: str
    values: dict[str, Any]
    lacks: list[str] = field(default_factory=list)
    left: list[Remark] = field(default_factory=list)


@dataclass
class Imported:
    """All that was found.

    Attributes:
        title: What it is called, where that is said.
        span: What it covers, where that is said.
        sections: The registries, by their names in a file, each entry by its id.
        drafts: The events.
        remarks: What is said beside the entries of the registries, by registry and id.
        notes: What else has to be said of what was not taken over.
        unsaid: The events of citations for which it is not told what the source says.
        whole: Whether it is a timeline also where it has no events.
        refused: Why entries of the registries cannot stand, by registry and id.
    """

    title: str = ""
    span: str = ""
    sections: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: dict[tuple[str, str], list[Remark]] = field(default_factory=dict)
    unsaid: list[Draft] = field(default_factory=list)
    whole: bool = False
    refused: dict[tuple[str, str], str] = field(default_factory=dict)
    _alike: dict[str, str] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)

    def entry(self, section: str, name: str, **values: Any) -> str:
        """Return the id of the entry with a name in a registry, which is made if need be."""
        entries = self.sections.setdefault(section, {})
        for known, entry in entries.items():
            if entry.get("name") == name:
                return known
        made = identifier(name, entries, section.removesuffix("s"))
        entries[made] = {"id": made, "name": name, **values}
        return made

    def topics(self, names: Iterable[str]) -> list[str]:
        """Return the ids of topics, each once, which are made if need be."""
        return list(dict.fromkeys(self.entry("topics", name) for name in names))

    def actors(self, names: Iterable[str]) -> list[str]:
        """Return the ids of actors, each once, who are added if need be."""
        return list(dict.fromkeys(map(self.actor, names)))

    def source(self, title: str, publisher: str, own: str = "", **values: Any) -> str:
        """Return the id of a source of which the same is known, which is made if need be.

        Args:
            title: Its title.
            publisher: Who published it, or nothing.
            own: The id that it has where it comes from; it is kept if it can be one here.
            values: What else is known of it.
        """
        entries = self.sections.setdefault("sources", {})
        known = {name: value for name, value in values.items() if value}
        wanted = {"title": title, "publisher": publisher or NO_PUBLISHER, **known}
        if len(self._alike) != len(entries):
            # Others have been read than those that were asked for here.
            self._alike = {_told(entry): name for name, entry in reversed(entries.items())}
        if (same := self._alike.get(_told(wanted))) is not None:
            return same
        made = own if legal_id(own, entries) else identifier(title, entries, "source")
        entries[made] = {"id": made, **wanted}
        self._alike[_told(wanted)] = made
        return made

    def actor(self, name: str, own: str = "") -> str:
        """Return the id of an actor, who is added if need be.

        Args:
            name: The name, after which the kind may stand in brackets.
            own: The id, where it is known.
        """
        match = _KIND.fullmatch(name)
        name, kind = (match[1], match[2].lower()) if match else (name, "")
        name = name.replace(LIST_SEPARATOR, ", ")
        known = self.sections.setdefault("actors", {})
        before = len(known)
        if own:
            known.setdefault(own, {"id": own, "name": name, "kind": kind or KIND})
        made = own or self.entry("actors", name, kind=kind or KIND)
        if not kind and len(known) > before:
            text = f"whether it is a person, office, body or state is not told: {KIND} is assumed"
            self.remark("actors", made, f"kind of an actor, {KIND} is assumed", text)
        return made

    def remark(self, section: str, id_: str, what: str, text: str) -> None:
        """Say something beside an entry of a registry."""
        self.remarks.setdefault((section, id_), []).append(Remark(what, text))

    def refuse(self, section: str, id_: str, why: str) -> None:
        """Let an entry of a registry stand as a comment, and with it all that names it."""
        if (section, id_) in self.refused:
            return
        self.refused[section, id_] = why
        what = f"{section.removesuffix('s')} {id_}"
        self.notes.append(f"{what} stands as a comment: {why}")
        told = f"{what}: {why}"
        for draft in self.drafts:
            if id_ in _named(draft.values, section):
                draft.lacks.append(told)
        for other, key in _NAMED_IN.get(section, ()):
            for entry in self.sections.get(other, {}).values():
                if id_ in _ids(entry.get(key)):
                    self.refuse(other, entry["id"], told)

    def draft(self, where: str, title: str, summary: str, dated: Dated, **values: Any) -> Draft:
        """Add an event; what is too long or missing is dealt with here, in one way for all."""
        date = dated.edtf
        title, summary = in_one_line(title), in_one_line(summary)
        no_source = values.pop("no_source", None) or NO_SOURCE
        lacks = [] if title or summary else ["no title"]
        if not date:
            lacks.append(UNDATED if dated.words else "no date")
        if len(title) > TITLE_LENGTH:
            whole = title if not summary or summary.startswith(title) else f"{title} {summary}"
            summary = summary if summary.startswith(title) else whole
            title = _beginning(title)
        if not title and summary:
            title = _beginning(summary)
        summary = summary or title
        if len(summary) > SUMMARY_LENGTH:
            lacks.append(f"text of {len(summary)} characters, at most {SUMMARY_LENGTH} fit")
        if not values.get("sources"):
            lacks.append(no_source)
        if len(self._ids) != len(self.drafts):
            self._ids = {draft.values["id"] for draft in self.drafts}
        known = self._ids
        own = values.pop("id", None) or ""
        made = {
            "id": own if legal_id(own, known) else identifier(title, known, "event"),
            "date": date,
            "track": values.pop("track", None) or self.entry("tracks", TRACK),
            "topics": values.pop("topics", None) or [self.entry("topics", TOPIC)],
            "title": title,
            "summary": summary,
            "importance": values.pop("importance", None) or 2,
            **{name: value for name, value in values.items() if value},
        }
        known.add(made["id"])
        draft = Draft(where, made, lacks)
        if dated.words:
            why = _meant_by_number(dated.words) or (dated.why and f": {dated.why}")
            text = f"the table says {dated.words!r} for the date{why}"
            draft.left.append(Remark(READ if date else "", text))
        self.drafts.append(draft)
        return draft

    def miss_cards(self, missing: Collection[str], at_hand: Collection[str]) -> None:
        """Say what is lost of documents whose cards do not lie beside the file to be written.

        Args:
            missing: The ids of those documents.
            at_hand: The ids of the documents whose cards do.
        """
        cited = [
            {each["source"] for each in draft.values.get("sources", ())} for draft in self.drafts
        ]
        changed = sum(not ids.isdisjoint(missing) and ids.isdisjoint(at_hand) for ids in cited)
        if missing:
            origins = f"; the origin of {count_of(changed, 'event')} is reference now, not seed"
            self.notes.insert(
                0,
                f"of {count_of(len(missing), 'document')} no card is beside this file: places in "
                f"documents stand in comments{origins if changed else ''}. To keep all, copy the "
                "folder seeds of the timeline beside the file and import once more",
            )

    def complete_citations(self) -> None:
        """Say of each source that a citation is without what it says, where that is not told.

        `check` asks it of every source but the documents whose cards are at hand.
        """
        outside = self.sections.get("sources", {})
        for draft in self.drafts:
            for cited in draft.values.get("sources", []):
                if cited["source"] not in outside:
                    continue
                if spans := cited.pop("spans", None):
                    where = f"{cited['source']} at characters {', '.join(spans)}"
                    text = f"{where}: its card is not beside this file"
                    draft.left.append(Remark("place in a document", text))
                if not cited.get("says"):
                    cited["says"] = UNSAID
                    self.unsaid.append(draft)


def _named(values: Mapping[str, Any], section: str) -> set[str]:
    """Return the ids of a registry that the values of an event name."""
    if section != "sources":
        return _ids(values.get("track" if section == "tracks" else section))
    parts = [part for key in ("sources", "disputed", "links") for part in values.get(key, ())]
    return _ids([part.get("source") for part in parts if isinstance(part, dict)])


def _ids(value: Any) -> set[str]:
    """Return the ids that a value holds, one or a list of them."""
    return {
        each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)
    }


def _told(entry: Mapping[str, Any]) -> str:
    """Return all that is told in an entry of a registry but its id, in one text."""
    return repr(sorted(item for item in entry.items() if item[0] != "id"))


def legal_id(text: str, taken: Collection[str]) -> bool:
    """Tell whether a text is an id that is not taken."""
    try:
        return check_identifier(text) not in taken
    except FieldError:
        return False


def _beginning(text: str) -> str:
    """Return the beginning of a text as a title."""
    if len(text) <= TITLE_LENGTH:
        return text
    whole_words = text[: TITLE_LENGTH - 1].rpartition(" ")[0].rstrip(" ,;:")
    return (whole_words or text[: TITLE_LENGTH - 1]) + "…"


def in_one_line(text: str) -> str:
    """Return a text in one line, without what no terminal shows."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def without_markup(text: str) -> str:
    """Return the words of a piece of HTML."""
    return in_one_line(unescape(_TAG.sub("", _BLOCK.sub(" ", text))))


def links_of(text: str) -> list[tuple[str, str]]:
    """Return the addresses that a piece of HTML links to, each with the words of the link."""
    return [
        (address, in_one_line(words))
        for address, words in markup_of(text).links
        if address.lower().startswith(("http://", "https://"))
    ]


def unguarded(cell: str) -> str:
    """Return a cell as it was before `--excel` guarded it; a long one is guarded in pieces."""
    match = _GUARDED.fullmatch(cell) if cell.startswith('="') else None
    return _MARK.sub(lambda mark: '"' if mark[0] == '""' else "", match[1]) if match else cell


def _meant_by_number(words: str) -> str:
    """Return which day a number may be in a spreadsheet; it is told, and not taken."""
    if not _SERIAL.fullmatch(words):
        return ""
    day = _DAY_NOUGHT + dt.timedelta(days=int(words[:5]))
    return f", which is {day.day} {day:%B %Y} where a spreadsheet counts days"
