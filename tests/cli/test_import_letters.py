"""`kzt import` of texts with what does not show: it is put right and said, or kept as a comment."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.sampling import mostly_slow

from ..commands import kzt
from ..files import event, timeline, write
from .test_import import SHEET, events_in, imported

PUT_RIGHT = {
    "zero width space": ("a\u200bb", "ab", "U+200B (zero width space), which cannot be seen, is"),
    "override": ("a\u202eb", "ab", "U+202E (right-to-left override), which cannot be seen, is"),
    "soft hyphen": ("a\u00adb", "ab", "U+00AD (soft hyphen), which cannot be seen, is left out"),
    "accent apart": (
        "cafe\u0301",
        "café",
        "letters in pieces, such as e and an accent, are joined",
    ),
    "escape": ("a\x1bb", "a b", "the control character U+001B is now a space"),
    "NUL": ("a\x00b", "a b", "the control character U+0000 is now a space"),
    "no-break space": ("a\u00a0b", "a b", "U+00A0 (no-break space) is now an ordinary space"),
    "no-break hyphen": ("a\u2011b", "a-b", "U+2011 (non-breaking hyphen) is now an ordinary"),
    "ligature": ("o\ufb03ce", "office", "U+FB03 (latin small ligature ffi) is now ffi"),
}
"""A text, what is made of it, and what is said."""
SOME = ("zero width space", "accent apart", "escape")
BEYOND = {
    "letter lost": ("a\ufffdb", "U+FFFD (replacement character) stands where a letter was lost"),
    "private use": ("a \ue001", "U+E001 (no letter) means nothing outside one typeface"),
    "two alphabets": ("Gaz\u0435tte", "mixes alphabets"),
}
"""What nobody can put right, and what is said of it."""


def table(*rows: tuple[str, ...]) -> str:
    lines = [
        ",".join([f'"{cell}"' for cell in row] + [f"https://a.example/{number}"])
        for number, row in enumerate(rows)
    ]
    return "\n".join(["date,title,place,source,url", *lines]) + "\n"


def slides(*headlines: str) -> str:
    return json.dumps(
        {
            "events": [
                {
                    "start_date": {"year": 2012},
                    "text": {"headline": each, "text": f"<a href='https://a.example/{n}'>b</a>"},
                }
                for n, each in enumerate(headlines)
            ]
        }
    )


@pytest.mark.parametrize("name", mostly_slow(PUT_RIGHT, [*PUT_RIGHT][::2]))
def test_what_does_not_show_is_put_right_and_said_with_row_and_column(
    name: str, tmp_path: Path
) -> None:
    given, made, said = PUT_RIGHT[name]
    content = table(("2012", "A", "", ""), ("2012", given, given, given), ("2012", "C", "", given))
    run = imported(tmp_path, content)
    assert run.returncode == 0
    events = list(events_in(tmp_path).values())
    assert [each["title"] for each in events] == ["A", made, "C"]
    assert events[1]["place"] == made
    (line,) = [each for each in run.stderr.splitlines() if said in each]
    assert line.endswith(": row 3, title; row 3, place; row 3, source; row 4, source")
    assert f"# {line.strip()}\n" in (tmp_path / "out.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", mostly_slow(PUT_RIGHT, SOME))
def test_so_it_is_in_json(name: str, tmp_path: Path) -> None:
    given, made, said = PUT_RIGHT[name]
    run = imported(tmp_path, slides("A", given), name="in.json")
    assert run.returncode == 0
    assert [each["title"] for each in events_in(tmp_path).values()] == ["A", made]
    assert f"{said.partition(', such')[0]}" in run.stderr
    assert ": event 2, text, headline\n" in run.stderr


@pytest.mark.parametrize("name", mostly_slow(PUT_RIGHT, SOME))
@pytest.mark.parametrize("format", mostly_slow(["json", "jsonl", "csv"], ["jsonl", "csv"]))
def test_so_it_is_in_what_was_exported_and_edited(format: str, name: str, tmp_path: Path) -> None:
    given, made, said = PUT_RIGHT[name]
    own = write(
        tmp_path, timeline(event(title="TITLE of it", note="NOTE"), event("two")), "own.yaml"
    )
    exported = kzt("export", "-t", own, "--format", format).stdout
    if format == "csv":
        edited = exported.replace("NOTE", given)
    else:
        edited = exported
        for word in ("TITLE of it", "NOTE", "Away"):
            edited = edited.replace(f'"{word}"', json.dumps(f"{word[0]}{given}"))
    run = imported(tmp_path, edited, name="in.csv" if format == "csv" else "in.json")
    assert run.returncode == 0
    assert said.partition(", such")[0] in run.stderr
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert f"note: {'N' * (format != 'csv')}{made}" in text
    if format == "jsonl":
        assert "line 1, track, name" in run.stderr


@pytest.mark.parametrize("name", BEYOND)
@pytest.mark.parametrize("of_json", [False, True])
def test_a_row_that_nobody_can_put_right_stands_as_a_comment(
    of_json: bool, name: str, tmp_path: Path
) -> None:
    given, said = BEYOND[name]
    rows = (("2012", "A", "", ""), ("2012", given, "", ""), ("2012", "C", "", ""))
    content = slides("A", given, "C") if of_json else table(*rows)
    run = imported(tmp_path, content, name="in.json" if of_json else "in.csv")
    assert run.returncode == 0
    assert [each["title"] for each in events_in(tmp_path).values()] == ["A", "C"]
    assert "1 as a comment: title: " in run.stderr
    assert said in run.stderr
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert f"# {'event 2' if of_json else 'row 3'}: title: " in text
    code = next(f"\\u{ord(letter):04X}" for letter in given if not letter.isascii())
    assert code in text.partition("events:")[2]
    assert given not in text


@pytest.mark.parametrize(
    ("column", "said"), [("source", "source"), ("track", "track"), ("actors", "actor")]
)
def test_what_several_rows_name_takes_them_with_it(column: str, said: str, tmp_path: Path) -> None:
    rows = "".join(f"2012,{each},https://a.example,{name}\n" for each, name in NAMED)
    run = imported(tmp_path, f"date,title,url,{column}\n{rows}")
    assert run.returncode == 0
    assert [each["title"] for each in events_in(tmp_path).values()] == ["B"]
    assert f"2 as comments: {said} " in run.stderr
    assert f"kzt: 1 event written to out.yaml\n    2 as comments: {said} gaz-tte" in run.stderr
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "# row 2: " in text
    assert "# row 4: " in text
    assert "Gaz\\u0435tte" in text


NONE = "no event can be taken over"
NAMED = (("A", "Gaz\u0435tte"), ("B", "Gazette"), ("C", "Gaz\u0435tte"))


def test_each_row_has_its_own_reason_where_none_can_be_taken_over(tmp_path: Path) -> None:
    rows = (("", "A", "", "S"), ("2012", "B\ufffd", "", ""), ("", "", "x", ""), ("", "D", "", ""))
    run = imported(tmp_path, table(*rows))
    assert run.returncode == 1
    assert not (tmp_path / "out.yaml").exists()
    first, remedy = run.stderr.splitlines()
    assert first.startswith(f"kzt: in.csv: {NONE}: no date (rows 2, 4 and 5), ")
    assert ", title: U+FFFD (replacement character) stands where a letter was lost (row 3)" in first
    assert first.endswith(", no title (row 4)")
    assert "an event needs a date, a title and a source" in remedy


def test_of_many_rows_the_first_are_named(tmp_path: Path) -> None:
    run = imported(tmp_path, table(*[("", "A", "", "")] * 20))
    assert "no date (rows 2, 3, 4, 5, 6 and 15 more)" in run.stderr
    run = imported(tmp_path, table(*[("2012", "A\u200b", "", "")] * 20), "--force")
    assert (
        ": row 2, title; row 3, title; row 4, title; row 5, title; row 6, title; and 15 more\n"
        in (run.stderr)
    )


def test_a_title_that_cannot_stand_is_told_as_such(tmp_path: Path) -> None:
    slide = json.loads(slides("A")) | {"title": {"text": {"headline": "Gaz\u0435tte"}}}
    run = imported(tmp_path, json.dumps(slide), name="in.json")
    assert run.returncode == 1
    assert run.stderr.startswith("kzt: in.json: title: ")
    assert "--title TEXT" in run.stderr
    assert imported(tmp_path, json.dumps(slide), "--title", "Mine", name="in.json").returncode == 0


def test_headings_count_as_they_look(tmp_path: Path) -> None:
    content = "da\u200bte,\u00a0title,u\u00adrl,Ort\u200b,,x\n2012,A,https://a.example,Rome,5,6,7\n"
    run = imported(tmp_path, content, "--map", "place=Ort\u200b")
    assert run.returncode == 0
    (made,) = events_in(tmp_path).values()
    assert (made["title"], made["place"]) == ("A", "Rome")
    assert "columns not read: x\n" in run.stderr
    assert "a column without a heading is not read\n" in run.stderr
    assert "cells beyond the headings: 7" in (tmp_path / "out.yaml").read_text(encoding="utf-8")


def test_a_cell_of_several_lines_is_one_text_in_every_column(tmp_path: Path) -> None:
    lines = "a\r\nb\tc"
    rows = table(("2012", lines, lines, lines))
    run = imported(tmp_path, rows)
    assert run.returncode == 0
    (made,) = events_in(tmp_path).values()
    assert (made["title"], made["place"]) == ("a b c", "a b c")
    assert "  title: a b c\n" in (tmp_path / "out.yaml").read_text(encoding="utf-8")


def test_rows_are_counted_with_the_empty_ones(tmp_path: Path) -> None:
    run = imported(tmp_path, "date,title,url\n\n2012,A,https://a.example\n\n\n,B,\n")
    assert run.returncode == 0
    assert "# row 6: no date" in (tmp_path / "out.yaml").read_text(encoding="utf-8")


def test_an_address_with_letters_in_pieces_leads_where_it_led(tmp_path: Path) -> None:
    run = imported(tmp_path, "date,title,url\n2012,A,https://a.example/cafe\u0301?b=%20&c\n")
    assert run.returncode == 0
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "URL: https://a.example/cafe%CC%81?b=%20&c\n" in text
    assert "letters in pieces are written with % in an address: row 2, url\n" in run.stderr


@pytest.mark.parametrize("of_json", [False, True])
def test_what_html_hides_is_put_right_as_well(of_json: bool, tmp_path: Path) -> None:
    hidden = "so&shy;ft&#8203;ly&nbsp;cafe&#769; &lt;b&gt; AT&amp;T"
    page = '<a href=""https://a.example"">b</a>'
    content = slides(hidden) if of_json else f'{SHEET}2012,,,,,,,,,{hidden},"{page}",,,,,,,,\n'
    run = imported(tmp_path, content, name="in.json" if of_json else "in.csv")
    assert run.returncode == 0
    (made,) = events_in(tmp_path).values()
    assert made["title"] == "softly café <b> AT&T"
    assert "U+00AD (soft hyphen), which cannot be seen, is left out" in run.stderr


def test_sources_of_csl_are_put_right_as_well(tmp_path: Path) -> None:
    items = [{"id": "a", "title": "a\u200bb", "publisher": "cafe\u0301", "note": "c\x1bd"}]
    run = imported_sources(tmp_path, items)
    assert "title: ab\n" in run
    assert "publisher: café\n" in run
    assert "# U+200B (zero width space), which cannot be seen, is left out: item 1, title\n" in run
    assert "# the control character U+001B is now a space: item 1, note\n" in run


def imported_sources(folder: Path, items: list[dict[str, Any]]) -> str:
    (folder / "in.json").write_text(json.dumps(items), encoding="utf-8")
    run = kzt("import", "in.json", cwd=folder)
    assert run.returncode == 0
    return run.stdout


@pytest.mark.parametrize("depth", [99, 150, 900, 3_000])
def test_values_of_any_depth_end_in_words(depth: int, tmp_path: Path) -> None:
    for nested in ("[" * depth + "]" * depth, '{"a":' * depth + "1" + "}" * depth):
        run = imported(tmp_path, f'{{"events": [{nested}]}}', name="in.json")
        assert run.returncode == 1
        assert "no event can be taken over" in run.stderr or "nested too deeply" in run.stderr


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('[{"source": []}]', "1 as a comment: the source of a side of its dispute"),
        ('["a"]', "1 as a comment: the source of a side of its dispute"),
        ("[" * 5000, "in.csv: row 2, disputed: not valid JSON"),
    ],
    ids=["no id", "no side", "deep"],
)
def test_our_csv_that_was_edited_ends_in_words(cell: str, said: str, tmp_path: Path) -> None:
    first, one, two = our_rows(tmp_path)
    one[first.index("disputed")] = cell
    assert said in imported(tmp_path, in_csv(first, one, two)).stderr


def test_our_csv_is_read_with_headings_in_capitals_and_with_short_rows(tmp_path: Path) -> None:
    first, one, two = our_rows(tmp_path)
    run = imported(tmp_path, in_csv(list(map(str.upper, first)), one, two[:1]))
    assert run.returncode == 0
    assert "1 event written" in run.stderr
    assert "1 as a comment: no date" in run.stderr


def our_rows(folder: Path) -> list[list[str]]:
    path = write(folder, timeline(event("one"), event("two")), "a.yaml")
    return list(csv.reader(io.StringIO(kzt("export", "-t", path).stdout)))


def in_csv(*rows: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()
