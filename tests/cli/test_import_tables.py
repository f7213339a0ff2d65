"""`kzt import` of tables: where they begin, what their columns hold, and which line is at fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..commands import kzt
from ..sampling import mostly_slow
from .test_import import events_in, imported

ROW = "2001,A thing,https://a.example/b\n"
TABLE = f"date,title,url\n{ROW}"


ABOVE = [
    f"\n\n{TABLE}",
    f' \t\n,,\n"",""\n{TABLE}',
    f"sep=,\n{TABLE}",
    f"sep=;\r\n{TABLE.replace(',', ';')}",
    f'"SEP=|"\n\n{TABLE.replace(",", "|")}',
    f"\ufeffsep=\t\n{TABLE.replace(',', chr(9))}",
]


@pytest.mark.parametrize("content", mostly_slow(ABOVE, ABOVE[1::2]))
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


TWICE = [
    ("date,title,title,url\n2012,A thing,Other,https://a.example/b\n", "Other", "A thing"),
    ("date,Title,title,url\n2012,A thing,Other,https://a.example/b\n", "Other", "A thing"),
    ("date,title,title,url\n2012,A thing,,https://a.example/b\n", "A thing", ""),
    ("date,title,title,url\n2012,A thing,A thing,https://a.example/b\n", "A thing", ""),
    (
        "year,headline,display date,Headline,link\n2012,A thing,,Other,https://a.example/b\n",
        "Other",
        "A thing",
    ),
    ("date,title,source_ids,citation,title\n2012,A thing,s,“S”, P,Other\n", "Other", "A thing"),
]


@pytest.mark.parametrize(
    ("content", "title", "kept"), mostly_slow(TWICE, [*TWICE[1:3], TWICE[5]], several=True)
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


@pytest.mark.parametrize(
    ("content", "problem", "remedy"),
    [
        (
            "date,titel,url\n2012,x,https://e.example\n",
            "no column is known to hold the title",
            "Name it: --map title=titel. The columns are date, titel, url.",
        ),
        (
            "when it was,what,url\n2012,x,https://e.example\n",
            "no column is known to hold the date",
            "Name it: --map date=COLUMN. The columns are when it was, what, url.",
        ),
        (
            "Dat,Tittle,url\n2012,x,https://e.example\n",
            "no column is known to hold the date, or the title",
            "Name them: --map date=Dat --map title=Tittle. The columns are Dat, Tittle, url.",
        ),
        (
            "My timeline 2012,,,\n,,,\ndate,title,url,\n2012,x,https://e.example,\n",
            "the first row holds no headings that are known: My timeline 2012",
            "They seem to stand in row 3: delete the rows above it.",
        ),
        (
            "\n\nBy me,2012,,\nYear,Event,Link\n2012,x,https://e.example\n",
            "the first row holds no headings that are known: By me, 2012",
            "They seem to stand in row 4: delete the rows above it.",
        ),
    ],
)
def test_the_column_that_is_missing_is_named_and_where_it_may_be(
    content: str, problem: str, remedy: str, tmp_path: Path
) -> None:
    run = imported(tmp_path, content)
    assert (run.returncode, run.stderr) == (1, f"kzt: in.csv: {problem}\n    {remedy}\n")


def test_what_is_offered_for_a_missing_column_can_be_used(tmp_path: Path) -> None:
    run = imported(tmp_path, TABLE.replace("title", "titel"), "--map", "title=titel")
    assert run.returncode == 0
    (made,) = events_in(tmp_path).values()
    assert made["title"] == "A thing"


PARTS: list[tuple[str, str, str]] = [
    ("2012,2,3,", "2012-02-03", ""),
    ("2012.0,02,,", "2012-02", ""),
    ("2012,Feb.,3,", "2012-02-03", ""),
    ("2012,,,", "2012", ""),
    ("1985–1987,,,", "1985/1987", ""),
    ("1914,7,28,11 Nov 1918", "1914-07-28/1918-11-11", ""),
    ("1914,,,1918", "1914/1918", ""),
    ("2012,,3,", "", "'year 2012, day 3' for the date: A day has no meaning without its month"),
    ("2012,2,30,", "", "There is no 30 February 2012; the month has 29 days."),
    ("2012,13,,", "", "There is no month 13."),
    ("45,2,3,", "", "'year 45, month 2, day 3' for the date: Write the year in four figures"),
    ("45,,,", "", "'45' for the date: Write the year in four figures"),
    (",2,3,", "", "'month 2, day 3' for the date: It has no year."),
    ("2012,2,3,2011", "", "It ends (2011) before it begins (3 Feb 2012)."),
]


@pytest.mark.parametrize(
    ("cells", "date", "said"),
    mostly_slow(PARTS, [*PARTS[1:3], *PARTS[5:9:3], *PARTS[12:]], several=True),
)
def test_a_date_may_stand_in_three_columns(
    cells: str, date: str, said: str, tmp_path: Path
) -> None:
    head = "Year,Month,Day,End,title,url\n"
    run = imported(
        tmp_path,
        f"{head}{cells},A thing,https://a.example/b\n2000,,,,Other,https://a.example/c\n",
    )
    assert run.returncode == 0, run.stderr
    dates = {made["title"]: made["date"] for made in events_in(tmp_path).values()}
    assert dates == {"Other": "2000", **({"A thing": date} if date else {})}
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert said in " ".join(text.replace("#", "").split())


def test_the_parts_of_a_date_are_mapped_and_stand_back_behind_a_date(tmp_path: Path) -> None:
    mapped = ("--map", "year=Jahr", "--map", "month=Monat")
    assert imported(tmp_path, "Jahr,Monat,title,url\n2012,5,A,https://a.example\n", *mapped)
    (made,) = events_in(tmp_path).values()
    assert made["date"] == "2012-05"
    run = imported(tmp_path, f"year,{TABLE.replace(ROW, f'1999,{ROW}')}", "--force")
    assert run.returncode == 0
    (made,) = events_in(tmp_path).values()
    assert made["date"] == "2001"
    assert "# year: 1999" in (tmp_path / "out.yaml").read_text(encoding="utf-8")


def test_a_sheet_of_timelinejs_may_lack_its_display_date(tmp_path: Path) -> None:
    sheet = "Year,Month,End Year,End Month,Headline,Link\n1914,7,1918,11,War,https://a.example\n"
    assert imported(tmp_path, sheet).returncode == 0
    (made,) = events_in(tmp_path).values()
    assert made["date"] == "1914-07/1918-11"
