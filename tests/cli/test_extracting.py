"""What `kzt extract` says beside the dates it finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import kzt
from tests.files import event, timeline, write
from tests.sampling import mostly_slow

HEADED = "VARNA BAY, March 14, 2005 (AFP) - The mayor left on Monday.\n"


@pytest.mark.parametrize("published", ["1990-01-01", "2030"])
def test_another_day_than_the_text_is_headed_with_is_named(published: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(HEADED, encoding="utf-8")
    told = kzt("extract", page, "--published", published)
    assert told.returncode == 0
    assert f"page.txt is headed 2005-03-14, but is read as of {published}" in told.stderr
    assert "is it the right day?" in told.stderr
    assert "page.txt is headed" not in kzt("extract", page, "--published", published, "-q").stderr


@pytest.mark.parametrize("published", ["2005-03-15", "2005-03", "2005"])
def test_a_day_near_it_is_not(published: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(HEADED, encoding="utf-8")
    assert kzt("extract", page, "--published", published).stderr == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (HEADED, "2005-03-14"),
        ("BAKU, 14 MAR 95 (AP) -- THE MAYOR LEFT LAST MONTH. HE IS SAFE.\n", "1995-03-14"),
        ("VARNA BAY, March 14, 2005 (AFP) - The mayor left in 2004.\n", ""),
        ("The mayor left on Monday.\n", ""),
    ],
)
def test_the_day_that_heads_a_text_is_named_where_none_is_given(
    text: str, day: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    told = kzt("extract", page)
    assert told.returncode == 0
    assert ("page.txt is headed" in told.stderr) == bool(day)
    assert day in told.stderr
    if day:
        assert kzt("extract", page, "--published", day).stderr == ""


def test_a_text_without_a_day_of_its_own_is_taken_at_its_word(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("The bridge fell on May 3, 1991. It was rebuilt in June.\n", encoding="utf-8")
    assert kzt("extract", page, "--published", "2012-02-03").stderr == ""


@pytest.mark.parametrize("option", ["--id", "--track", "--topic"])
@pytest.mark.parametrize("value", mostly_slow(["Bad Id", "a b", "", "a--b"], ["a b", ""]))
def test_stubs_take_no_id_that_a_timeline_would_not(
    option: str, value: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(HEADED, encoding="utf-8")
    run = kzt("extract", page, "--format", "stubs", option, value)
    assert (run.returncode, run.stdout) == (2, "")
    assert (f"{option}: {value!r} is not an id" if value else f"{option} is empty") in run.stderr


FILES = {
    "a PDF": b"%PDF-1.4 on 3 May 2001",
    "a workbook or another packed file": b"PK\x03\x04 on 3 May 2001",
    "RTF": b"{\\rtf1 On 3 May 2001.}",
    "UTF-16 text": "On 3 May 2001.".encode("utf-16"),
}


@pytest.mark.parametrize("kind", mostly_slow(FILES, [*FILES][::2]))
@pytest.mark.parametrize("command", ["extract", "extract -", "seeds add"])
def test_a_file_that_holds_no_text_as_it_stands_is_named(
    command: str, kind: str, tmp_path: Path
) -> None:
    (tmp_path / "page").write_bytes(FILES[kind])
    of = write(tmp_path, timeline(event()))
    if command == "seeds add":
        given = ("--published", "2012", "--title", "A page", "-t", of)
        run = kzt("seeds", "add", "page", *given, cwd=tmp_path)
    elif command == "extract":
        run = kzt("extract", "page", cwd=tmp_path)
    else:
        run = kzt("extract", "-", input=FILES[kind])
    assert (run.returncode, run.stdout) == (1, "")
    name = "<stdin>" if command == "extract -" else "page"
    assert f"{name}: this is {kind}, which is not read" in run.stderr
    assert "Save its text as UTF-8" in run.stderr
    assert not (tmp_path / "seeds").exists()


def test_a_text_that_begins_with_the_same_letters_is_read(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("PKK fighters left on 3 May 2001.", encoding="utf-8")
    assert "2001-05-03" in kzt("extract", tmp_path / "page.txt").stdout


@pytest.mark.parametrize(
    "head", ["<!DOCTYPE html>", "\n<html lang=en>", "<!-- a -->\n<body>", "<p>"]
)
def test_a_page_of_html_is_read_as_it_stands_and_told_of(head: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"{head}<p>On 3 May 2001 it rained.</p>", encoding="utf-8")
    run = kzt("extract", page)
    assert run.returncode == 0
    assert "2001-05-03" in run.stdout
    assert "page.html is a page of HTML: its tags count as text" in run.stderr
    assert "copy the words from a browser" in run.stderr
    page.write_text("On <html> tags. It rained on 3 May 2001.", encoding="utf-8")
    assert kzt("extract", page).stderr == ""
