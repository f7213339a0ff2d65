"""What CONTRIBUTING says of the code is so."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import kztimeline
from kztimeline.query.facets import FACETS
from kztimeline.query.fields import DATE_FIELDS, FIELDS, FREE_FIELDS, values
from kztimeline.timeline.bulk.attributes import values_by_event
from kztimeline.tui.dialogs.help_pages import entries_of
from tests.tui.sample import sample

PACKAGE = Path(kztimeline.__file__).parent
TEXT = (PACKAGE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")


def table(heading: str) -> dict[str, str]:
    """Return the rows of a table of two columns, by the first."""
    rows = TEXT.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    cells = ([cell.strip() for cell in row.strip("|").split(" | ", 1)] for row in rows)
    return {first: second.strip() for first, second in cells}


def test_every_folder_has_its_row() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert {name.strip("`/") for name in table("folder")} == folders
    assert len(folders) == 10


def test_the_folders_stand_in_the_order_in_which_they_know_each_other() -> None:
    project = (PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8")
    layers = re.search(r"layers = \[(.*?)\]", project, re.DOTALL)
    assert layers is not None
    order = re.findall(r"\w+", layers[1].replace("__main__", "").replace("api", ""))
    level = {name: layers[1][: layers[1].index(name)].count("\n") for name in order}
    rows = [level[name.strip("`/")] for name in table("folder")]
    assert rows == sorted(rows)


def test_every_room_of_the_screen_has_its_row_above_those_it_knows() -> None:
    rooms = [name.strip("`/") for name in table("room of `tui/`")]
    folders = {path.parent.name for path in (PACKAGE / "tui").glob("*/__init__.py")}
    assert set(rooms) == folders | {"app.py"}
    assert len(rooms) == 10
    project = (PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8")
    contract = project.split('name = "The screen goes one way"', 1)[1]
    layers = re.search(r"layers = \[(.*?)\]", contract, re.DOTALL)
    assert layers is not None
    order = [re.findall(r"\w+", line) for line in layers[1].strip().splitlines()]
    names = [name.removesuffix(".py") for name in rooms]
    known = [next(at for at, row in enumerate(order) if name in row) for name in names]
    assert known == sorted(known)


def test_every_folder_below_a_room_is_named() -> None:
    """What lies in a folder of the ten is spoken of in its row, or in that of its room."""
    said = "".join(table("folder").values()) + "".join(table("room of `tui/`").values())
    rooms = "".join(table("room of `tui/`"))
    for path in PACKAGE.rglob("*/__init__.py"):
        parts = path.parent.relative_to(PACKAGE).parts
        if len(parts) > 1 and "extraction" not in parts[:-1]:
            assert f"`{parts[-1]}/`" in said + rooms, "/".join(parts)


def places_of(what: str) -> list[tuple[str, list[str]]]:
    """Return the files and folders that a row names, each with the names it gives of it."""
    named = re.findall(
        r"`([\w/]+(?:\.py|\.t?css|/))`(?: \(((?:`\w+`(?:, | or )?)+)\))?", table("to add")[what]
    )
    return [(path, re.findall(r"`(\w+)`", names)) for path, names in named if path[:5] != "test_"]


@pytest.mark.parametrize("what", table("to add"))
def test_what_is_to_be_touched_is_there(what: str) -> None:
    places = places_of(what)
    assert any(names for _, names in places)
    for path, names in places:
        where = PACKAGE / path
        assert where.exists(), path
        files = sorted(where.glob("*.py")) if where.is_dir() else [where]
        source = "".join(file.read_text(encoding="utf-8") for file in files)
        for name in names:
            assert re.search(rf"^(\s*def |class )?{name}\b", source, re.MULTILINE), (
                f"{path}: {name}"
            )


SPOKEN_OF = {
    "a filter field with listed values": r'"has"|\bhas:[a-z]',
    "a filter field of words or a number": r"\bamount_of\b|\bsources:<",
    "a facet": r'(?m)^FACETS: Final|"origin", "seed"',
    "an action": r"\bonly_seeds\b",
    "a command, or an option of one": r"\blist_values\b|\bkzt values\b",
    "what a pin stores": r'"pinned", list|"notes", dict',
    "the footer": r"\bclass Footer\b|\bitem\.rank\b|\bfooter\.say\b",
    "a setting": r"\bsettings\.signs\b|\bsigns: str \| None\b",
    "a check": r"\bstatements_in_order\b|\bunique_letters\b|\baddresses_public\b|\bnames_unique\b",
    "a column of CSV and workbooks": r'"date_qualifier"',
    "a format": r"bibtex",
    "a form or format of a briefing": r"\bBriefingFormat\.html\b|\bfull_html\b",
}
"""What only those files speak of that the row names: something of its kind that there is."""


@cache
def sources() -> dict[str, str]:
    """Return the text of every module of the package, by its path."""
    return {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*.py")
    }


@pytest.mark.parametrize("what", SPOKEN_OF)
def test_a_row_names_every_file_that_its_kind_is_spoken_of_in(what: str) -> None:
    named = tuple(path for path, _ in places_of(what))
    found = {
        path
        for path, source in sources().items()
        if re.search(SPOKEN_OF[what], source)
        and "/extraction/" not in path  # the grammar of English has words of its own
    }
    if "beside it" in table("to add")[what]:
        named += (f"{named[0].rpartition('/')[0]}/",)
    assert found
    assert all(path.startswith(named) for path in found), found


@pytest.mark.parametrize("field", sorted(FIELDS.keys() - {"id"}))
def test_every_field_stands_in_the_help_of_the_screen(field: str) -> None:
    """An id is for commands; on the screen an event is found by its words."""
    page = " ".join(f"{entry.name} {entry.meaning}" for entry in entries_of("Query", (), ()))
    assert f"{field}:" in page


def test_every_file_and_folder_that_is_named_is_there() -> None:
    known = [path.relative_to(PACKAGE.parent).as_posix() for path in PACKAGE.rglob("*.py")]
    for path in re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.py)?)`", TEXT):
        inside = (PACKAGE / path).exists() or (PACKAGE.parent / path).exists()
        assert inside or any(path in name for name in known), path


BARE_FILE = r"`([a-z_]+\.(?:py|t?css|md))`"


@pytest.mark.parametrize("heading", ["folder", "room of `tui/`"])
def test_a_file_that_a_row_names_lies_in_the_folder_of_the_row(heading: str) -> None:
    """There is a `completion.py`, but none among the commands."""
    inside = PACKAGE if heading == "folder" else PACKAGE / "tui"
    named = [
        (folder.strip("`"), file)
        for folder, what in table(heading).items()
        for file in re.findall(BARE_FILE, what)
    ]
    assert len(named) > 1
    for folder, file in named:
        where = (inside / folder) if folder.endswith("/") else inside
        assert list(where.rglob(file)), f"{folder}: {file}"


def test_every_file_that_is_named_without_its_folder_is_there() -> None:
    files = {path.name for path in PACKAGE.rglob("*.*")}
    files |= {path.name for path in PACKAGE.parent.glob("*.*")}
    files |= {path.name for path in (PACKAGE.parent / "tests").rglob("*.py")}
    named = set(re.findall(BARE_FILE, TEXT))
    assert len(named) > 8
    assert named - files == set()


@pytest.mark.parametrize("field", sorted(FIELDS.keys() - DATE_FIELDS - FREE_FIELDS - {"era"}))
def test_a_field_with_listed_values_says_which_an_event_has(field: str) -> None:
    """What `FIELDS` names is answered: both tables of a field know it, and agree."""
    timeline = sample()
    listed = {value.id for value in values(field, timeline)}
    assert listed
    had = [set(of_event) for of_event in values_by_event(field, timeline)]
    assert len(had) == len(timeline.events)
    assert set().union(*had) <= listed


def test_a_facet_is_of_a_field_with_listed_values() -> None:
    assert len(FACETS) > 3
    assert set(FACETS) <= FIELDS.keys() - DATE_FIELDS - FREE_FIELDS


def test_the_places_to_fill_are_named_and_marked() -> None:
    root = PACKAGE.parent
    named = {name.strip("`"): what for name, what in table("place").items()}
    for name, what in named.items():
        marked = "TO FILL" in (root / name).read_text(encoding="utf-8")
        assert marked != what.startswith("nothing"), name
    others = [*root.glob("*.*"), *root.glob(".github/**/*"), *(root / "docs").glob("*")]
    for path in others:
        name = str(path.relative_to(root))
        if path.is_file() and name not in {*named, "CONTRIBUTING.md"}:
            assert b"TO FILL" not in path.read_bytes(), name
