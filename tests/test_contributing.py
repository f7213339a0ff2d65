"""What CONTRIBUTING says of the code is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kztimeline

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


@pytest.mark.parametrize("what", table("to add"))
def test_what_is_to_be_touched_is_there(what: str) -> None:
    places = table("to add")[what]
    named = re.findall(r"`([\w/]+(?:\.py|/))`(?: \(((?:`\w+`(?:, )?)+)\))?", places)
    assert any(tables for _, tables in named)
    for path, tables in named:
        where = PACKAGE / path
        if path.startswith("test_"):
            continue
        assert where.exists(), path
        files = sorted(where.glob("*.py")) if where.is_dir() else [where]
        source = "".join(file.read_text(encoding="utf-8") for file in files)
        for name in re.findall(r"`(\w+)`", tables):
            assert re.search(rf"^(def |class )?{name}\b", source, re.MULTILINE), f"{path}: {name}"


def test_every_file_and_folder_that_is_named_is_there() -> None:
    known = [path.relative_to(PACKAGE.parent).as_posix() for path in PACKAGE.rglob("*.py")]
    for path in re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.py)?)`", TEXT):
        inside = (PACKAGE / path).exists() or (PACKAGE.parent / path).exists()
        assert inside or any(path in name for name in known), path
