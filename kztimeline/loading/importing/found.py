"""What was found in a file of another form, before it is written as a timeline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Final

from kztimeline.dates.edtf import DateError, parse
from kztimeline.loading.file_format.first_file import identifier
from kztimeline.timeline.citations import NO_PUBLISHER
from kztimeline.timeline.model import SUMMARY_LENGTH, TITLE_LENGTH

TRACK: Final = "Events"
TOPIC: Final = "Unsorted"
_TAG: Final = re.compile(r"<[^>]*>")
_BLOCK: Final = re.compile(r"<(br|/p|/li|/div)\b[^>]*>", re.IGNORECASE)
_LINK: Final = re.compile(r"""<a\b[^>]*\bhref=["']([^"']+)["'][^>]*>(.*?)</a>""", re.I | re.S)
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f\x80-\x9f\u2028\u2029]+")


class ImportFault(ValueError):  # noqa: N818 (what it says is not always an error of the file)
    """A file cannot be taken over: what is wrong, and what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


@dataclass
class Draft:
    """An event as far as it is known, with plain values as in a file.

    Attributes:
        where: Where it stands in what was read, such as 'row 12'.
        values: The keys of an event.
        lacks: Why it cannot stand as an event; nothing where it can.
        left: What of it cannot be taken over though it can stand, each with its reason.
    """

    where: str
    values: dict[str, Any]
    lacks: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


@dataclass
class Imported:
    """All that was found.

    Attributes:
        title: What it is called, where that is said.
        span: What it covers, where that is said.
        sections: The registries, by their names in a file, each entry by its id.
        drafts: The events.
        notes: What else has to be said of what was not taken over.
        says_taken: For how many sources the event's own text stands for what they say.
    """

    title: str = ""
    span: str = ""
    sections: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    says_taken: int = 0

    def entry(self, section: str, name: str, **values: Any) -> str:
        """Return the id of the entry with a name in a registry, which is made if need be."""
        entries = self.sections.setdefault(section, {})
        for known, entry in entries.items():
            if entry.get("name") == name:
                return known
        made = identifier(name, set(entries), section.removesuffix("s"))
        entries[made] = {"id": made, "name": name, **values}
        return made

    def source(self, title: str, publisher: str, **values: Any) -> str:
        """Return the id of a source with this address or title, which is made if need be."""
        entries = self.sections.setdefault("sources", {})
        known = {name: value for name, value in values.items() if value}
        wanted = {"title": title, "publisher": publisher or NO_PUBLISHER, **known}
        for name, entry in entries.items():
            if {key: value for key, value in entry.items() if key != "id"} == wanted:
                return name
        made = identifier(title, set(entries), "source")
        entries[made] = {"id": made, **wanted}
        return made

    def draft(self, where: str, title: str, summary: str, date: str, **values: Any) -> Draft:
        """Add an event; what is too long or missing is dealt with here, in one way for all."""
        title, summary = in_one_line(title), in_one_line(summary)
        lacks = [] if title or summary else ["it has no title"]
        if not date:
            lacks.append("it could not be dated")
        if len(title) > TITLE_LENGTH:
            whole = title if not summary or summary.startswith(title) else f"{title} {summary}"
            summary = summary if summary.startswith(title) else whole
            title = _beginning(title)
        if not title and summary:
            title = _beginning(summary)
        summary = summary or title
        if len(summary) > SUMMARY_LENGTH:
            lacks.append(f"its text has {len(summary)} characters, at most {SUMMARY_LENGTH} fit")
        if not values.get("sources"):
            lacks.append("it has no source")
        known = {draft.values["id"] for draft in self.drafts}
        known_id = values.pop("id", None) or identifier(title, known, "event")
        made = {
            "id": known_id,
            "date": date,
            "track": values.pop("track", None) or self.entry("tracks", TRACK),
            "topics": values.pop("topics", None) or [self.entry("topics", TOPIC)],
            "title": title,
            "summary": summary,
            "importance": values.pop("importance", None) or 2,
            **{name: value for name, value in values.items() if value},
        }
        self.drafts.append(Draft(where, made, lacks))
        return self.drafts[-1]

    def let_sources_speak(self) -> None:
        """Let an event's text stand for what a source of it says, where that is not told.

        `check` asks it of every source but the documents whose cards are at hand.
        """
        outside = self.sections.get("sources", {})
        for draft in self.drafts:
            for cited in draft.values.get("sources", []):
                if cited["source"] not in outside:
                    continue
                if spans := cited.pop("spans", None):
                    where = f"{cited['source']} at characters {', '.join(spans)}"
                    draft.left.append(f"{where}: its card is not beside this file")
                if not cited.get("says"):
                    cited["says"] = draft.values["summary"]
                    self.says_taken += 1


def _beginning(text: str) -> str:
    """Return the beginning of a text as a title."""
    if len(text) <= TITLE_LENGTH:
        return text
    return text[: TITLE_LENGTH - 1].rpartition(" ")[0].rstrip(" ,;:") + "…" or text[:TITLE_LENGTH]


def in_one_line(text: str) -> str:
    """Return a text in one line, without what no terminal shows."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def without_markup(text: str) -> str:
    """Return the words of a piece of HTML."""
    return in_one_line(unescape(_TAG.sub("", _BLOCK.sub(" ", text))))


def links_of(text: str) -> list[tuple[str, str]]:
    """Return the addresses that a piece of HTML links to, each with the words of the link."""
    return [
        (unescape(address), without_markup(words))
        for address, words in _LINK.findall(text)
        if address.lower().startswith(("http://", "https://"))
    ]


def read_date(*texts: str) -> str:
    """Return the date that one or two texts say, as EDTF; nothing where none can be read.

    Nothing is guessed: a text that may be two days, such as 1/2/2012, is not read.
    """
    ends = [_one(text) for text in texts if text.strip()]
    if not ends or not all(ends):
        return ""
    text = "/".join(dict.fromkeys(ends))
    try:
        return parse(text).text
    except DateError:
        return ""


def _one(text: str) -> str:
    import datetime as dt

    from kztimeline.dates.typed.reading import read_typed

    text = text.strip()
    try:
        return parse(text).text
    except DateError:
        pass
    if not re.search(r"\d{3,4}", text):
        return ""  # without its year it would be read as one of this year
    typed = read_typed(text, None, dt.date(1, 1, 1))
    return typed.date.text if typed.date and not typed.note and not typed.refusal else ""


def parts_date(year: Any, month: Any = "", day: Any = "") -> str:
    """Return year, month and day as EDTF, no finer than they are given; nothing for none."""
    numbers = [str(part or "").strip() for part in (year, month, day)]
    if not re.fullmatch(r"\d{1,4}", numbers[0]) or (numbers[2] and not numbers[1]):
        return ""
    text = f"{int(numbers[0]):04}"
    for part in filter(None, numbers[1:]):
        if not part.isdecimal():
            return ""
        text += f"-{int(part):02}"
    return read_date(text)


def span_of(dates: Iterable[str]) -> str:
    """Return the years from the first of some dates to the last; nothing for none."""
    read = [parse(date) for date in dates]
    days = [day for date in read for day in (date.earliest, date.latest) if day]
    return f"{min(days).year:04}/{max(days).year:04}" if days else ""
