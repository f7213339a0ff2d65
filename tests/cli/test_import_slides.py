"""`kzt import` of TimelineJS: no picture is a witness, and nothing of a slide is lost unsaid."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from ..commands import kzt
from ..files import event, timeline, write
from ..sampling import mostly_slow
from .test_import import SHEET, events_in, imported

COLUMNS = SHEET.strip().split(",")
LINK = '<a href="https://example.org/page">The page</a>'


def sheet(*slides: dict[str, str]) -> str:
    text = io.StringIO()
    rows = csv.DictWriter(text, [*COLUMNS, "Alt Text"], restval="")
    rows.writeheader()
    rows.writerows(slides)
    return text.getvalue()


def written(folder: Path) -> str:
    return " ".join((folder / "out.yaml").read_text(encoding="utf-8").replace("#", " ").split())


SLIDE = {
    "Year": "1991", "Headline": "It happens", "Text": f"<p>Told. {LINK}</p>",
}  # fmt: skip


PICTURES = [
    "https://upload.wikimedia.org/x.jpg",
    "https://example.org/p.PNG?size=5",
    "https://www.youtube.com/watch?v=1",
    "https://youtu.be/1",
    "https://vimeo.com/1",
    "https://www.google.com/maps/@1,2",
    "https://example.org/sound.mp3",
    "/pictures/here.jpg",
    "<blockquote>quoted</blockquote>",
]


@pytest.mark.parametrize("media", mostly_slow(PICTURES, [*PICTURES[1:3], PICTURES[-1]]))
def test_a_picture_or_film_is_no_witness(media: str, tmp_path: Path) -> None:
    slide = {"Year": "1991", "Headline": "Shown", "Media": media, "Media Credit": "Photo: J. Doe"}
    run = imported(tmp_path, sheet(SLIDE, slide))
    assert run.returncode == 0
    assert [each["title"] for each in events_in(tmp_path).values()] == ["It happens"]
    text = written(tmp_path)
    assert f"media: {media}" in text
    assert "media credit: Photo: J. Doe" in text
    assert "publisher: Photo" not in text
    assert "1 as a comment: no source" in run.stderr
    assert "media (1), media credit (1)" in run.stderr


def test_links_in_text_and_credit_and_pages_are_sources(tmp_path: Path) -> None:
    credit = 'J. Doe, <a href="https://gazette.example/1">The Gazette</a>'
    run = imported(
        tmp_path,
        sheet(
            SLIDE,
            {"Year": "1992", "Headline": "Credited", "Media": "https://a.example/p.jpg",
             "Media Credit": credit},
            {"Year": "1993", "Headline": "Shown page", "Media": "https://a.example/article",
             "Media Credit": "Agency", "Media Caption": "The article"},
            {"Year": "1994", "Headline": "Linked", "Link": "https://a.example/linked"},
            {"Year": "1995", "Headline": "Picture linked",
             "Text": 'See <a href="https://a.example/scan.jpg">the scan</a>'},
        ),
    )  # fmt: skip
    assert run.returncode == 0
    assert len(events_in(tmp_path)) == 5
    text = written(tmp_path)
    for address in ("gazette.example/1", "a.example/article", "a.example/linked", "scan.jpg"):
        assert f"{address}" in text.partition("events:")[0]
    assert "title: The article publisher: Agency" in text
    assert "media: https://a.example/p.jpg" in text


LINKS = [
    "<a href=https://gazette.example/o2>The strike</a>",
    "<A TARGET=_blank HREF=https://gazette.example/o2>The strike</A>",
    "<a href = 'https://gazette.example/o2'>The strike</a>",
    '<a title="a > b" href="https://gazette.example/o2">The <b>strike</b></a>',
    "<a href=https://gazette.example/o2>The strike",
]


@pytest.mark.parametrize("link", mostly_slow(LINKS, LINKS[1::2]))
def test_a_link_is_read_however_its_address_is_written(link: str, tmp_path: Path) -> None:
    run = imported(tmp_path, sheet({"Year": "1995", "Headline": "Linked", "Text": link}))
    assert run.returncode == 0, run.stderr
    assert len(events_in(tmp_path)) == 1
    sources = written(tmp_path).partition("events:")[0]
    assert "title: The strike" in sources
    assert "URL: https://gazette.example/o2" in sources


def test_an_address_keeps_its_apostrophe_and_its_signs(tmp_path: Path) -> None:
    link = """<a href="https://gazette.example/o'neill?a=1&amp;b=2">The strike</a>"""
    run = imported(tmp_path, sheet({"Year": "1995", "Headline": "Linked", "Text": link}))
    assert run.returncode == 0, run.stderr
    assert "https://gazette.example/o'neill?a=1&b=2" in written(tmp_path)


def test_a_picture_is_said_however_its_address_is_written(tmp_path: Path) -> None:
    text = "<a href=https://gazette.example/1>x</a><img src=https://a.example/p.jpg alt=p>"
    run = imported(tmp_path, sheet({"Year": "1995", "Headline": "Linked", "Text": text}))
    assert run.returncode == 0, run.stderr
    assert "shown in the text: https://a.example/p.jpg" in written(tmp_path)


def test_every_column_of_a_slide_is_carried_or_said(tmp_path: Path) -> None:
    full = {name: f"value of {name}" for name in [*COLUMNS, "Alt Text"]}
    full |= {
        "Year": "1991", "Month": "2", "Day": "3", "Type": "", "End Year": "1991",
        "End Month": "2", "End Day": "4", "Text": "value of Text " + LINK,
        "Media": "https://a.example/m.jpg", "Link": "https://a.example/link",
    }  # fmt: skip
    title = {**full, "Type": "title", "Headline": "The whole"}
    era = {**full, "Type": "era", "Headline": "An era"}
    for slides, head in (([full], False), ([title, SLIDE], True), ([era, SLIDE], True)):
        run = imported(tmp_path, sheet(*slides), "--force")
        assert run.returncode == 0
        text = written(tmp_path)
        for name, value in slides[0].items():
            if name in {"Type", "Year", "Month", "Day", "End Year", "End Month", "End Day"}:
                continue
            assert value.partition(" <a")[0] in text, name
            plainly = {"Headline", "Text", "Group", "Link"}
            assert head or name in plainly or f"{name.lower()} (1)" in run.stderr, name
        assert head or "1991-02-03/1991-02-04" in text


def test_a_slide_that_cannot_be_dated_keeps_its_date_in_a_comment(tmp_path: Path) -> None:
    run = imported(
        tmp_path,
        sheet(
            SLIDE,
            {**SLIDE, "Year": "1998", "Month": "2", "Day": "30", "Headline": "No such day"},
            {**SLIDE, "Year": "-43", "Month": "3", "Headline": "Before our dates"},
            {**SLIDE, "Year": "1998", "End Year": "1997", "Headline": "Backwards"},
            {**SLIDE, "Year": "", "Display Date": "long ago", "Headline": "Without"},
        ),
    )
    text = written(tmp_path)
    assert "the table says 'year 1998, month 2, day 30' for the date" in text
    assert "the table says 'year -43, month 3' for the date" in text
    assert "the table says 'year 1998, end year 1997' for the date" in text
    assert "display date 'long ago' beside no date" in text
    assert "3 as comments: no certain date" in run.stderr
    assert "1 as a comment: no date" in run.stderr


def test_every_value_of_the_json_is_carried_or_said(tmp_path: Path) -> None:
    slide = {
        "start_date": {"year": 1991, "month": 2, "hour": 10, "minute": 30, "format": "value-f"},
        "display_date": "value-d",
        "text": {"headline": "Value-h", "text": f"value-t {LINK}"},
        "media": {"url": "https://a.example/m.jpg", "credit": "value-c", "caption": "value-p",
                  "thumbnail": "value-n", "alt": "value-a", "title": "value-l"},
        "group": "value-g",
        "background": {"url": "value-b", "color": "value-o"},
        "autolink": True,
        "unique_id": "value-u",
        "new": [{"key": "value-k"}],
    }  # fmt: skip
    data = {"events": [slide], "title": {"text": {"text": "value-title"}}, "scale": "value-s"}
    run = imported(tmp_path, json.dumps(data), name="in.json")
    assert run.returncode == 0
    text = written(tmp_path).casefold()
    for letter in "fdhtcpnalgbouks":
        assert f"value-{letter}" in text, letter
    assert "value-title" in text
    assert "start_date.hour: 10" in text
    assert "autolink: true" in text


AS_SHOWN = (
    "1992-03", "1995~", "1992-03-04/1992-03-06", "1993/1994", "1996-05-06", "../1985",
    "1985/..", "../1990-05-06?", "198X~", "198X", "1985%", "1984?/1986~", "19XX", "198X/..",
)  # fmt: skip


def test_our_own_sheet_comes_back_with_its_dates_as_they_were(tmp_path: Path) -> None:
    events = (event(f"e-{number}", date=date) for number, date in enumerate(AS_SHOWN))
    path = write(tmp_path, timeline(*events).replace("1991/2024", "1900/2024"), "a.yaml")
    given = kzt("export", "-t", path, "--format", "timelinejs").stdout
    run = imported(tmp_path, given)
    assert run.returncode == 0
    assert "display date" not in run.stderr
    assert sorted(str(each["date"]) for each in events_in(tmp_path).values()) == sorted(AS_SHOWN)


SHOWN = [
    ("about 1995?", "1995%"),
    ("since 1995", "1995/.."),
    ("until 1995", "../1995"),
    ("c. 1995", "1995~"),
    ("the 1990s", "199X"),
    ("3 May 1995", "1995"),
    ("1996", "1995"),
    ("once", "1995"),
]


@pytest.mark.parametrize(("shown", "date"), mostly_slow(SHOWN, SHOWN[1::2], several=True))
def test_a_slide_is_dated_no_finer_than_it_shows(tmp_path: Path, shown: str, date: str) -> None:
    slide = {"Year": "1995", "Display Date": shown, "Headline": "A day"}
    imported(tmp_path, sheet({**SLIDE, "Month": "", "Day": "", **slide}))
    text = written(tmp_path)
    assert [each["date"] for each in events_in(tmp_path).values()] == [date]
    assert ("display date" in text) == (date == "1995" or shown in ("c. 1995", "the 1990s"))


SLIDE_DATES = [
    ({"year": 2012, "month": 13}, {}, "'year 2012, month 13' for the date: There is no month 13."),
    ({"year": 2012, "month": 2, "day": 30}, {}, "There is no 30 February 2012; the month has 29"),
    ({"year": -44}, {}, "'year -44' for the date: Years run from 1 to 9999."),
    ({"year": 2012, "day": 3}, {}, "A day has no meaning without its month; write that, too."),
    ({"year": 2012, "month": "May"}, {}, "The month is no number; write it in figures."),
    ({"year": "MMXII"}, {}, "The year is no number; write it in figures alone."),
    ({"month": 3}, {}, "'month 3' for the date: It has no year."),
    ({"year": 2012}, {"year": 2010}, "It ends (2010) before it begins (2012)."),
    ({"year": 2012}, {"year": 2013, "month": 13}, "Of its end: There is no month 13."),
]


@pytest.mark.parametrize(
    ("start", "end", "said"), mostly_slow(SLIDE_DATES, SLIDE_DATES[1::3], several=True)
)
def test_why_a_slide_has_no_date_is_told(
    start: dict[str, object], end: dict[str, object], said: str, tmp_path: Path
) -> None:
    link = {"headline": "A thing", "text": LINK}
    slide = {"start_date": start, "end_date": end, "text": link}
    alone = imported(tmp_path, json.dumps({"events": [slide]}), name="in.json")
    assert alone.returncode == 1
    assert said.removesuffix(".") in alone.stderr
    sound = {"start_date": {"year": 2012}, "text": link}
    era = {"start_date": start, "end_date": end, "text": {"headline": "E"}}
    data = {"events": [slide, sound], "eras": [era]}
    run = imported(tmp_path, json.dumps(data), name="in.json")
    assert run.returncode == 0, run.stderr
    beside = " ".join((tmp_path / "out.yaml").read_text(encoding="utf-8").replace("#", "").split())
    assert beside.count(said.rpartition("date: ")[2]) == 2
