"""What TimelineJS shows: its sheet and its JSON.

A slide's links are its sources; its picture, film or map is no witness. What a slide has that
a timeline has no place for stands in a comment beside the event.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from kztimeline.dates.display import display
from kztimeline.dates.displayed import read_displayed
from kztimeline.dates.edtf import parse
from kztimeline.loading.importing.dating import Dated, Dating, joined
from kztimeline.loading.importing.found import (
    Imported,
    Remark,
    in_one_line,
    links_of,
    without_markup,
)
from kztimeline.loading.importing.markup import markup_of
from kztimeline.loading.importing.undated import why_no_interval
from kztimeline.timeline.model import SUMMARY_LENGTH

_SHEET: Final = frozenset({"year", "headline"})
_OF_A_SHEET: Final = frozenset({"display date", "end year"})
"""Columns of which a sheet has one at least, and no other table with a headline has any."""
_PLACES_IN_JSON: Final = {
    "start_date.year": "year",
    "start_date.month": "month",
    "start_date.day": "day",
    "end_date.year": "end year",
    "end_date.month": "end month",
    "end_date.day": "end day",
    "display_date": "display date",
    "text.headline": "headline",
    "text.text": "text",
    "media.url": "media",
    "media.credit": "media credit",
    "media.caption": "media caption",
    "media.thumbnail": "media thumbnail",
    "group": "group",
    "unique_id": "id",
}
"""Where in the JSON stands what a column of the sheet holds."""
_DATE: Final = ("year", "month", "day", "end year", "end month", "end day")
_CARRIED: Final = frozenset(
    {
        *_DATE, "display date", "headline", "text", "group", "type", "link", "media",
        "media credit", "media caption", "id",
    }
)  # fmt: skip
"""What is taken over, or dealt with in its own way; anything else is left out and said."""
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_PARAGRAPH: Final = re.compile(r"\s*<p\b[^>]*>(.*?)</p>", re.IGNORECASE | re.DOTALL)
_LIST: Final = re.compile(r"<[ou]l\b", re.IGNORECASE)
_SHOWN: Final = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|tiff?|bmp|avif|heic|mp3|mp4|m4a|m4v|mov|ogg|ogv|wav|webm|avi)"
    r"(?:[?#/]|$)"
    r"|^https?://(?:[^/]*\.)?(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|flickr\.com"
    r"|flic\.kr|imgur\.com|instagram\.com|soundcloud\.com|spotify\.com|vine\.co|staticflickr\.com"
    r"|upload\.wikimedia\.org|googleusercontent\.com|documentcloud\.org/images)/"
    r"|^https?://[^/]*google\.[^/]*/maps|^https?://maps\.google\.",
    re.IGNORECASE,
)
"""Addresses of pictures, sound, films and maps."""


def is_slides(names: Collection[str]) -> bool:
    """Tell whether columns of these names, in small letters, are those of a sheet."""
    return {*names} >= _SHEET and not _OF_A_SHEET.isdisjoint(names)


def read_sheet(rows: list[dict[str, str]], dating: Dating, first: int = 2) -> Imported:
    """Return what the rows of a sheet hold, of which the first has a number in it."""
    found = Imported()
    for number, row in enumerate(rows, first):
        cells = {name.casefold(): value.strip() for name, value in row.items() if name}
        if any(cells.values()):
            _slide(found, f"row {number}", cells, dating)
    return found


def read_slides(data: Mapping[str, Any], dating: Dating) -> Imported:
    """Return what the JSON holds."""
    found = Imported()
    eras = data["eras"] if isinstance(data.get("eras"), list) else []
    carried = {"title", "events", *(["eras"] if eras else [])}
    for name in sorted(data.keys() - carried):
        if cells := _cells(data[name], name):
            found.notes.append(f"not taken over: {_listed(cells)}")
    if title := data.get("title"):
        cells = {"headline": title} if isinstance(title, str) else _cells(title)
        _slide(found, "title", {**cells, "type": "title"}, dating)
    for number, each in enumerate(eras, 1):
        _slide(found, f"era {number}", {**_cells(each), "type": "era"}, dating)
    for number, each in enumerate(data["events"], 1):
        _slide(found, f"event {number}", _cells(each), dating)
    return found


def _cells(value: Any, path: str = "") -> dict[str, str]:
    """Return the plain values of a slide as cells, by the sheet's names of columns."""
    return {
        _PLACES_IN_JSON.get(place, place) or "a bare value": text
        for place, text in _leaves(value, path)
    }


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    items: Any = ()
    if isinstance(value, Mapping):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value, 1)
    elif value is not None and value is not False and value != "":
        yield path, str(value).strip()
    for name, item in items:
        yield from _leaves(item, f"{path}.{name}" if path else str(name))


def _slide(found: Imported, where: str, cells: Mapping[str, str], dating: Dating) -> None:
    kind = cells.get("type", "").casefold()
    if kind == "title":
        _title(found, cells)
    elif kind == "era":
        _era(found, where, cells, dating)
    else:
        _event(found, where, cells, dating)


def _title(found: Imported, cells: Mapping[str, str]) -> None:
    found.title = without_markup(cells.get("headline", ""))
    rest = {name: text for name, text in cells.items() if name not in {"headline", "type"} and text}
    if rest:
        found.notes.append(f"the title's slide has more: {_listed(rest)}")


def _era(found: Imported, where: str, cells: Mapping[str, str], dating: Dating) -> None:
    name = without_markup(cells.get("headline", ""))
    dated, carried = _date(cells, dating), {"type"}
    if dated.edtf and name:
        found.entry("eras", name, kind="phase", date=dated.edtf)
        carried |= {"headline", *_DATE}
    rest = {name: text for name, text in cells.items() if name not in carried and text}
    if rest:
        why = f". {dated.why}" if dated.why else ""
        found.notes.append(f"{where}, an era, has more: {_listed(rest)}{why}")


def _event(found: Imported, where: str, cells: Mapping[str, str], dating: Dating) -> None:
    words = without_markup(cells.get("display date", ""))
    dated = _as_shown(_date(cells, dating), words, dating)
    addresses = _witnesses(cells)
    summary, more = _summary(cells.get("text", ""))
    draft = found.draft(
        where,
        without_markup(cells.get("headline", "")),
        summary,
        dated,
        id=cells.get("id"),
        track=found.entry("tracks", without_markup(cells["group"])) if cells.get("group") else None,
        sources=[
            {"source": found.source(named or address, publisher, URL=address)}
            for address, (named, publisher) in addresses.items()
        ],
    )
    if more:
        draft.left.append(Remark("text below the first paragraph", f"the text goes on: {more}"))
    if words and not _says_the_same(words, dated.edtf, dating):
        text = f"display date {words!r} beside {dated.edtf or 'no date'}"
        draft.left.append(Remark("display date", text))
    draft.left += _rest(cells, addresses)


def _summary(text: str) -> tuple[str, str]:
    """Return what of a slide's text is its summary, and the rest of it.

    That is all of it; its first paragraph where a list follows, as of sources, or where all
    of it is too long.
    """
    whole = without_markup(text)
    first = _PARAGRAPH.match(text)
    if first is None or (len(whole) <= SUMMARY_LENGTH and not _LIST.search(text)):
        return whole, ""
    return without_markup(first[1]), without_markup(text[first.end() :])


def _date(cells: Mapping[str, str], dating: Dating) -> Dated:
    parts = [cells.get(name, "") for name in _DATE]
    said = ", ".join(f"{name} {cells[name]}" for name in _DATE if cells.get(name))
    if not said:
        return Dated("")
    first = dating.parts(*parts[:3])
    last = dating.parts(*parts[3:]) if any(parts[3:]) else first
    if not first.edtf or not last.edtf:
        of_end = "" if last is first or not last.why else f"Of its end: {last.why}"
        return Dated("", said, " ".join(filter(None, (first.why, of_end))))
    date = joined(first.edtf, last.edtf)
    return Dated(
        date,
        "" if date else said,
        "" if date else why_no_interval(parse(first.edtf), parse(last.edtf)),
    )


def _as_shown(dated: Dated, words: str, dating: Dating) -> Dated:
    """Return the date that a slide shows, where the one of its columns is the finer of the two.

    TimelineJS asks for a year at least: of "until 1985" or "about 1985?" the columns say 1985.
    """
    shown = read_displayed(words) or dating.read(words).edtf
    if dated.edtf and shown and parse(shown).contains(parse(dated.edtf)):
        return Dated(shown, dated.words)
    return dated


def _says_the_same(words: str, date: str, dating: Dating) -> bool:
    return bool(date) and (words == display(parse(date)) or dating.read(words) == Dated(date))


def _witnesses(cells: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return the addresses that a slide cites, each with a title and a publisher.

    Those are the links in its text, its link, and what its credit links to; where there is
    none, its media if that is a page.
    """
    media = cells.get("media", "")
    credit = cells.get("media credit", "")
    linked = links_of(cells.get("text", ""))
    if _ADDRESS.fullmatch(cells.get("link", "")):
        linked.append((cells["link"], ""))
    linked += [pair for pair in links_of(credit) if not _SHOWN.search(pair[0])]
    witnesses = {address: (named, "") for address, named in reversed(linked)}
    witnesses = dict(reversed(witnesses.items()))
    if not witnesses and _ADDRESS.fullmatch(media) and not _SHOWN.search(media):
        caption = without_markup(cells.get("media caption", ""))
        witnesses[media] = (caption or media, without_markup(credit))
    return witnesses


def _rest(cells: Mapping[str, str], witnesses: Mapping[str, tuple[str, str]]) -> Iterator[Remark]:
    """Yield what a slide has that stands nowhere else."""
    said = {part for pair in witnesses.values() for part in pair}
    for name, text in cells.items():
        text = in_one_line(text)
        shown = without_markup(text) if name.startswith("media c") else text
        if not text or (name in _CARRIED and not name.startswith(("media", "link", "type"))):
            continue
        if text in witnesses or (name.startswith("media c") and shown in said):
            continue
        yield Remark(name, f"{name}: {text}")
    for address in markup_of(cells.get("text", "")).shown:
        yield Remark("picture or film in the text", f"shown in the text: {address}")


def _listed(cells: Mapping[str, str]) -> str:
    return "; ".join(f"{name}: {in_one_line(text)}" for name, text in cells.items() if text)
