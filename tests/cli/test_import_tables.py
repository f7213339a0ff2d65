"""`kzt import` of tables: where they begin, what their columns hold, and which line is at fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..commands import kzt
from .test_import import events_in, imported

ROW = "2001,A thing,https://a.example/b\n"
TABLE = f"date,title,url\n{ROW}"


@pytest.mark.parametrize(
    "content",
    [
        f"\n\n{TABLE}",
        f' \t\n,,\n"",""\n{TABLE}',
        f"sep=,\n{TABLE}",
        f"sep=;\r\n{TABLE.replace(',', ';')}",
        f'"SEP=|"\n\n{TABLE.replace(",", "|")}',
        f"\ufeffsep=\t\n{TABLE.replace(',', chr(9))}",
    ],
)
def test_what_stands_above_the_headings_is_no_part_of_the_table(
    content: str, tmp_path: Path
) -> None:
    run = imported(tmp_path, content)
    assert run.returncode == 0
    (made,) = events_in(tmp_path).values()
    assert (made["title"], made["date"]) == ("A thing", "2001")


def test_rows_below_empty_ones_are_counted_from_the_top(tmp_path: Path) -> None:
    run = imported(tmp_path, f"\n\n{TABLE}{ROW}")
    assert run.returncode == 0
    assert "# row 5: the same as another row" in (tmp_path / "out.yaml").read_text(encoding="utf-8")
    run = imported(tmp_path, '\n\ndate,title\n2001,"A\n')
    assert "in.csv: line 4: a quote is opened in this row" in run.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [("date,title\n", "a line of headings, but no rows"), (",,\n", "the table has no headings")],
)
def test_what_a_table_lacks_is_said(content: str, said: str, tmp_path: Path) -> None:
    run = imported(tmp_path, content)
    assert run.returncode == 1
    assert said in run.stderr


@pytest.mark.parametrize(
    ("mapped", "said"),
    [
        (("date=date", "date=title"), "--map: date is named twice, date=date and date=title"),
        (("foo=date",), "--map: there is nothing called 'foo'"),
        (("date=foo",), "--map: there is no column 'foo'"),
        (("date",), "--map: date is not a pair"),
    ],
)
def test_a_mapping_at_fault_is_named_as_such(
    mapped: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    options = [word for each in mapped for word in ("--map", each)]
    run = imported(tmp_path, TABLE, *options)
    assert run.returncode == 2
    assert run.stderr.startswith(f"kzt: {said}")


@pytest.mark.parametrize(
    ("content", "place"), [(b"date,title\n2001,caf\xe9\n", "2:9"), (b"\xef\xbb\xbf\xff", "1:1")]
)
def test_a_byte_that_is_no_text_is_said_where_it_stands(
    content: bytes, place: str, tmp_path: Path
) -> None:
    (tmp_path / "in.csv").write_bytes(content)
    run = kzt("import", "in.csv", cwd=tmp_path)
    assert run.returncode == 1
    assert f"in.csv:{place}: the byte 0x" in run.stderr


def test_a_title_of_one_long_word_keeps_its_beginning_and_its_id(tmp_path: Path) -> None:
    run = imported(tmp_path, TABLE.replace("A thing", "a" * 200))
    assert run.returncode == 0
    ((id_, made),) = events_in(tmp_path).items()
    assert str(made["title"]).startswith("aaaa")
    assert str(made["title"]).endswith("a…")
    assert id_ == "a" * 60


@pytest.mark.parametrize(
    ("content", "title", "kept"),
    [
        ("date,title,title,url\n2012,A thing,Other,https://a.example/b\n", "Other", "A thing"),
        ("date,Title,title,url\n2012,A thing,Other,https://a.example/b\n", "Other", "A thing"),
        ("date,title,title,url\n2012,A thing,,https://a.example/b\n", "A thing", ""),
        ("date,title,title,url\n2012,A thing,A thing,https://a.example/b\n", "A thing", ""),
        (
            "year,headline,display date,Headline,link\n2012,A thing,,Other,https://a.example/b\n",
            "Other",
            "A thing",
        ),
        (
            "date,title,source_ids,citation,title\n2012,A thing,s,“S”, P,Other\n",
            "Other",
            "A thing",
        ),
    ],
)
def test_nothing_of_two_columns_of_one_name_is_lost(
    content: str, title: str, kept: str, tmp_path: Path
) -> None:
    content = content.replace("“S”, P", '"“S”, P, 2012"')
    run = imported(tmp_path, content)
    assert run.returncode == 0, run.stderr
    (made,) = events_in(tmp_path).values()
    assert made["title"] == title
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert text.count("A thing") == (title == "A thing") * 2 + bool(kept)
    assert ("of another column of the same name" in text) is bool(kept)
    assert re.search(r"2 columns are called [Tth]\w+: the last that is filled is read", run.stderr)


def test_the_cells_of_columns_that_are_not_read_stand_in_comments(tmp_path: Path) -> None:
    run = imported(
        tmp_path,
        "date,title,url,Weather,,when\n"
        "2001,A thing,https://a.example/b,rain,in no column,2002\n"
        ",,,a remark alone,,\n",
    )
    assert run.returncode == 0, run.stderr
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    for said in ("# Weather: rain", "without a heading: in no column", "# when: 2002"):
        assert said in text
    assert "# Weather: a remark alone" in text
    assert "cell of a column that is not read (3), cell without a heading (1)" in run.stderr
    assert "columns not read: Weather, when" in run.stderr
