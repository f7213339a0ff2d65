"""`kzt config`: where everything is kept, and what decided so."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, NamedTuple

import typer

from kztimeline.cli.fitting import cells_of, fitted
from kztimeline.cli.formats import LISTS, ListFormatOption, target
from kztimeline.cli.options import (
    ForceOption,
    OutputOption,
    TimelineOption,
    documents_before,
)
from kztimeline.cli.reporting import reporting
from kztimeline.export.plain_lists import PlainList
from kztimeline.loading.files.plain_files import note_read
from kztimeline.loading.locations import (
    TIMELINE_VARIABLE,
    cards_folder,
    timeline_path,
    user_cache,
    user_state,
)
from kztimeline.session.settings import (
    DOCUMENTS_VARIABLE,
    Settings,
    documents_folder,
    load_settings,
    settings_file,
)

_INDENT: Final = 12


class KeptPath(NamedTuple):
    """Where something is kept, whether it is there, and what decided that it is there."""

    what: str
    path: str
    exists: bool
    decided_by: str


def config(
    context: typer.Context,
    format: ListFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    timeline: TimelineOption = None,
) -> None:
    """Show where files are kept."""
    with reporting():
        to = target(format, output, formats=LISTS, force=force)
        places = _places(timeline or context.obj, documents_before(context))
        listed = PlainList("places", KeptPath._fields, tuple(each._asdict() for each in places))
        cells = cells_of(sys.stdout) if to.path is None else None
        to.write_list(listed, "place", (_lines(each, cells) for each in places))


def _lines(place: KeptPath, cells: int | None) -> str:
    """Return two lines, the second parted between words where a terminal is narrow.

    A path is never parted, so that it can be copied.
    """
    missing = "" if place.exists else ", not there yet"
    why = fitted(f"{'':{_INDENT}}{place.decided_by}{missing}", cells, _INDENT)
    return f"{place.what:<10}  {place.path}\n{why}\n"


def _places(option: Path | None, texts: Path | None) -> list[KeptPath]:
    of = timeline_path(option)
    note_read(of)
    settings = load_settings()
    documents = documents_folder(texts, of)
    by_option = "--timeline" if option is not None else ""
    found = [
        ("timeline", of, by_option or _which(TIMELINE_VARIABLE, "", "the built-in one")),
        ("cards", cards_folder(of), "the folder seeds beside the timeline"),
        (
            "documents",
            documents,
            "--documents"
            if texts is not None
            else _which(
                DOCUMENTS_VARIABLE,
                "documents in the settings" if settings.documents else "",
                "the folder of the cards",
            ),
        ),
        (
            "settings",
            settings_file(),
            "theme, signs, keys, documents, keep_screen; written by you (XDG_CONFIG_HOME)",
        ),
        ("state", user_state(), "pins, notes, views, reports of failures (XDG_STATE_HOME)"),
        (
            "cache",
            user_cache(),
            f"{_cached(settings)}; may be deleted (XDG_CACHE_HOME)",
        ),
    ]
    # Not there is also what may not be looked at.
    return [
        KeptPath(what, str(path), os.path.exists(path), why)  # noqa: PTH110  never fails
        for what, path, why in found
    ]


def _cached(settings: Settings) -> str:
    """Return what is kept in the cache, as it is set."""
    timeline = "the timeline as it was checked"
    if not settings.keep_screen:
        return f"{timeline}, no screen (keep_screen in the settings)"
    return f"{timeline} and the screen as the next start draws it"


def _which(variable: str, setting: str, otherwise: str) -> str:
    if os.environ.get(variable):
        return variable
    return setting or otherwise
