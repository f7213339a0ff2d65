"""CSL-JSON, which Zotero and other keepers of references write: sources for a timeline.

What a source has no place for stands in a comment beside it; no key of an item is lost unsaid.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from kztimeline.dates.edtf import Precision, parse
from kztimeline.loading.importing.dating import READ, Dated, Dating, in_words_of_ours, joined
from kztimeline.loading.importing.found import SOURCE_DATES, Imported, in_one_line, legal_id
from kztimeline.loading.importing.undated import why_no_interval
from kztimeline.timeline.citations import NO_PUBLISHER

_PUBLICATIONS: Final = frozenset(
    {
        "", "article", "article-journal", "article-magazine", "article-newspaper", "broadcast",
        "document", "post", "post-weblog", "review", "review-book", "webpage",
    }
)  # fmt: skip
"""Types of item whose container publishes them, as a newspaper; a chapter's is a book."""
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_FIRST_SEASONS: Final = (13, 21)
"""The numbers that spring has in place of a month, in CSL and in EDTF."""
_CIRCA: Final = "circa"
_FALSE: Final = frozenset({"", "0", "false", "no"})
_DOI: Final = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/")


def read_csl(items: list[dict[str, Any]], dating: Dating) -> Imported:
    """Return the sources that items describe."""
    found = Imported()
    first: dict[str, int] = {}
    for number, item in enumerate(items, 1):
        title = in_one_line(str(item.get("title") or ""))
        if title:
            source = _source(found, title, item, dating)
            if first.setdefault(source, number) != number:
                text = f"item {number} is the same"
                found.remark("sources", source, "item that is the same as another", text)
        else:
            whole = json.dumps(item, ensure_ascii=False)
            found.notes.append(f"item {number} ({item.get('id', 'no id')}) has no title: {whole}")
    return found


def _source(found: Imported, title: str, item: Mapping[str, Any], dating: Dating) -> str:
    """Add the source of an item, with comments on what of it is not carried; return its id."""
    carried = {"title"}
    publisher = _publisher(item, carried)
    dates = {name: _csl_date(item.get(name), dating) for name in SOURCE_DATES}
    source = found.source(
        title,
        publisher,
        str(item.get("id") or ""),
        author=_names(item.get("author"), carried),
        issued=dates["issued"].edtf,
        URL=_address(item, carried),
        accessed=dates["accessed"].edtf,
        archive_url=_archive(item, carried),
    )
    if legal_id(str(item.get("id") or ""), ()) and str(item["id"]) == source:
        carried.add("id")
    for name, dated in dates.items():
        if dated.edtf:
            carried.add(name)
        if dated.edtf and dated.words:
            text = f"it says {dated.words!r} for {name}"
            found.remark("sources", source, READ, text)
        elif dated.words:
            carried.add(name)
            why = f": {dated.why}" if dated.why else ""
            text = f"{name} could not be read as a date: {dated.words}{why}"
            found.remark("sources", source, f"{name}, no date", text)
    if not publisher:
        found.remark("sources", source, NO_PUBLISHER, NO_PUBLISHER)
    for name, value in item.items():
        if name not in carried and value not in (None, "", [], {}):
            found.remark("sources", source, name, f"{name}: {_text(value)}")
    return source


def _text(value: Any) -> str:
    """Return a value of an item on one line: names as names, a date as figures, else JSON."""
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        names = [_name(each) for each in value]
        if all(names) and all(_is_plain_name(each) for each in value):
            return ", ".join(names)
    return in_one_line(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _publisher(item: Mapping[str, Any], carried: set[str]) -> str:
    publisher = in_one_line(str(item.get("publisher") or ""))
    container = in_one_line(str(item.get("container-title") or ""))
    if publisher:
        carried.add("publisher")
    elif container and str(item.get("type") or "") in _PUBLICATIONS:
        carried.add("container-title")
        return container
    if container == publisher:
        carried.add("container-title")
    return publisher


def _address(item: Mapping[str, Any], carried: set[str]) -> str:
    """Return the address of an item: its own, or that of its DOI."""
    address = str(item.get("URL") or "").strip()
    doi = str(item.get("DOI") or "").strip()
    of_doi = doi if doi.startswith(_DOI) else f"{_DOI[0]}{doi.removeprefix('doi:')}" if doi else ""
    if address:
        carried.add("URL")
    if of_doi and address in {"", of_doi}:
        carried.add("DOI")
    return address or of_doi


def _archive(item: Mapping[str, Any], carried: set[str]) -> str:
    place = str(item.get("archive_location") or "").strip()
    if not place.startswith(("http://", "https://")):
        return ""
    carried.add("archive_location")
    return place


def _names(names: Any, carried: set[str]) -> str:
    """Return names on one line, where that says them all."""
    known = names if isinstance(names, list) else []
    if all(isinstance(each, dict) and _is_plain_name(each) for each in known):
        carried.add("author")
    return ", ".join(filter(None, (_name(each) for each in known if isinstance(each, dict))))


def _is_plain_name(name: Mapping[str, Any]) -> bool:
    """Tell whether a name is told in full by its parts on one line."""
    told = {"literal"} if name.get("literal") else set(_PARTS)
    return all(key in told or not value for key, value in name.items())


_PARTS: Final = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")


def _name(name: Mapping[str, Any]) -> str:
    whole = name.get("literal") or " ".join(str(name[part]) for part in _PARTS if name.get(part))
    return in_one_line(str(whole))


def _csl_date(date: Any, dating: Dating) -> Dated:
    """Return a date, with the words that say it where its parts do not say all of it."""
    if isinstance(date, str):
        return dating.read(date)
    if not isinstance(date, dict) or not date:
        return Dated("")
    whole = Dated("", json.dumps(date, ensure_ascii=False))
    season = str(date.get("season") or "")
    known = {name for name, value in date.items() if value not in (None, "", [])}
    if "date-parts" in known:
        listed = date["date-parts"] if isinstance(date["date-parts"], list) else []
        parts = [[*each, "", ""][:3] for each in listed if isinstance(each, list) and each]
        dates = [_of_parts(y, m, d, season, dating) for y, m, d in parts]
        known -= {"date-parts", "season"}
    else:
        text = next((str(date[name]) for name in ("edtf", "raw", "literal") if date.get(name)), "")
        said = f"{_season(season)} {text}".strip()
        ours = in_words_of_ours(said)
        dates = [Dated(ours) if ours else dating.read(said)]
        known -= {
            "season",
            *(name for name in ("edtf", "raw", "literal") if date.get(name) == text),
        }
    edtf = _interval(dates)
    if str(date.get(_CIRCA) or "").casefold() not in _FALSE:
        edtf = _about(edtf)
    known.discard(_CIRCA)
    if not edtf:
        why = dict.fromkeys(each.why for each in dates if each.why)
        return Dated("", whole.words, " ".join(why) or _no_interval(dates))
    words = " to ".join(each.words for each in dates if each.words)
    return Dated(edtf, whole.words if known else words)


def _of_parts(year: Any, month: Any, day: Any, season: str, dating: Dating) -> Dated:
    """Return the date of year, month and day; a season may stand beside them or for the month."""
    number = int(str(month)[:4]) if str(month).isdecimal() else 0
    for first in _FIRST_SEASONS:
        if first <= number < first + len(_SEASONS):
            season, month = str(number - first + 1), ""
    if season and not month:
        read = dating.read(f"{_season(season)} {year}")
        # Of "Michaelmas" the term is meant, which no day is.
        return Dated("", read.words) if _is_day(read.edtf) else read
    return dating.parts(year, month, day)


def _is_day(edtf: str) -> bool:
    return bool(edtf) and parse(edtf).precision is Precision.DAY


def _season(season: str) -> str:
    """Return a season in words, which stands as a number or as such."""
    at = int(season[:4]) if season.isdecimal() else 0
    return _SEASONS[at - 1] if 1 <= at <= len(_SEASONS) else season


def _interval(dates: list[Dated]) -> str:
    if not dates or not all(each.edtf for each in dates):
        return ""
    return joined(dates[0].edtf, dates[-1].edtf)


def _no_interval(dates: list[Dated]) -> str:
    """Return why there is no interval between dates; nothing where one of them is none."""
    if len(dates) < 2 or not all(each.edtf for each in dates):
        return ""
    return why_no_interval(parse(dates[0].edtf), parse(dates[-1].edtf))


def _about(edtf: str) -> str:
    """Return a date with each end marked as about; nothing where one cannot be."""
    ends = [end if end[-1:] in "~%" or end == ".." else _marked(end) for end in edtf.split("/")]
    return "/".join(ends) if edtf else ""


def _marked(end: str) -> str:
    return f"{end[:-1]}%" if end.endswith("?") else f"{end}~"
