"""`kzt import`: timelines made of what other programs wrote, with nothing invented."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import pytest

from kztimeline.documents.extraction.whole import whole_date
from kztimeline.loading.importing.dating import Dating
from kztimeline.loading.importing.tables.table import read_table
from kztimeline.loading.yaml_nodes import compose_yaml

from ..commands import Ended, kzt
from ..conftest import ROOT
from ..files import HEAD, event, timeline, write

UNSAID = "Not stated in the file that this was imported from."
SHEET = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,"
    "Media Credit,Media Caption,Media Thumbnail,Type,Group,Background,Link\n"
)


def imported(folder: Path, content: str, *options: str, name: str = "in.csv") -> Ended:
    (folder / name).write_text(content, encoding="utf-8")
    run = kzt("import", name, "-o", "out.yaml", *options, cwd=folder)
    assert "Traceback" not in run.stderr
    if run.returncode == 0:
        assert kzt("check", "out.yaml", cwd=folder).returncode == 0
    return run


def events_in(folder: Path) -> dict[str, dict[str, object]]:
    data = compose_yaml(folder / "out.yaml", (folder / "out.yaml").read_bytes()).data
    return {event["id"]: event for event in data["events"]}


@pytest.mark.slow
def test_our_json_gives_the_same_timeline(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    assert kzt("export", "-o", tmp_path / "a.json").returncode == 0
    assert kzt("import", "a.json", "-o", "out.yaml", cwd=tmp_path).returncode == 0
    assert kzt("export", "-t", "out.yaml", "-o", "b.json", cwd=tmp_path).returncode == 0
    assert (tmp_path / "b.json").read_bytes() == (tmp_path / "a.json").read_bytes()


@pytest.mark.slow
def test_a_part_of_our_json_keeps_its_documents_as_sources(tmp_path: Path) -> None:
    given = kzt("export", "actor:clinton in:2012", "--format", "json").stdout
    run = imported(tmp_path, given, name="in.json")
    assert run.returncode == 0
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    wanted = json.loads(given)["events"]
    made = json.loads(kzt("export", "-t", "out.yaml", "--format", "json", cwd=tmp_path).stdout)
    assert [each["date"] for each in made["events"]] == [each["date"] for each in wanted]
    assert [[s["says"] for s in each["sources"]] for each in made["events"]] == [
        [s["says"] or UNSAID for s in each["sources"]] for each in wanted
    ]
    unsaid = sum(not s["says"] for each in wanted for s in each["sources"])
    assert unsaid
    assert (
        f"{unsaid} citation{'s' * (unsaid > 1)} of which it is not told what the source says"
        in run.stderr
    )
    kept = {each["id"] for each in wanted}
    left = [link for each in wanted for link in each["links"] if link["to"] not in kept]
    assert text.count("which is not in the file") == len(left)
    assert "JSON does not carry what a file asks of itself" in text


def test_our_csv_keeps_dates_texts_and_places_in_documents(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        timeline(
            event("one", date="1992-03~"),
            event("two", date="1993/..", note="A note; with parts", place="Astana"),
        ),
        "a.yaml",
    )
    for option in ((), ("--excel",)):
        given = kzt("export", "-t", path, *option).stdout
        assert imported(tmp_path, given, "--force").returncode == 0
        made = events_in(tmp_path)
        assert made["one"]["date"] == "1992-03~"
        assert made["two"]["date"] == "1993/.."
        assert made["two"]["note"] == "A note; with parts"
        assert made["one"]["sources"] == [{"source": "gazette", "says": "The envoy spoke."}]
        text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
        assert "person, office, body or state is not told: person is assumed" in text


TABLE = """\
When;What;Page;Side
16 December 2011;Police fire on strikers;https://example.org/a;Home
Dec 2011;Talks go on;https://example.org/b;Away
1/2/2012;A day that may be two;https://example.org/c;Home
2013-02-30;A day that is none;https://example.org/d;Home
2012;No page says so;;Home
;;;
soon;Neither dated nor sourced;;Home
"""


def test_what_cannot_be_dated_or_sourced_stands_as_a_comment_and_is_counted(
    tmp_path: Path,
) -> None:
    run = imported(
        tmp_path,
        TABLE,
        *("--map", "date=When", "--map", "title=What", "--map", "url=page", "--map", "track=Side"),
    )
    assert run.returncode == 0
    made = events_in(tmp_path)
    assert {id_: each["date"] for id_, each in made.items()} == {
        "police-fire-on-strikers": "2011-12-16",
        "talks-go-on": "2011-12",
    }
    assert "2 events written to out.yaml" in run.stderr
    assert "3 as comments: no certain date" in run.stderr
    assert "2 as comments: no source" in run.stderr
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "# row 4: no certain date" in text
    assert "the table says '1/2/2012' for the date" in text
    for title in ("A day that may be two", "A day that is none", "No page says so"):
        assert f"title: {title}" in text
    assert text.startswith("# 4 of 6 events stand as comments")


def test_texts_that_are_too_long_are_kept_whole(tmp_path: Path) -> None:
    title = "A very long headline " * 6 + "end"
    run = imported(
        tmp_path,
        f"date,title,summary,url\n2012,{title},,https://a.example/1\n"
        f"2013,Short,{'word ' * 200},https://a.example/2\n",
    )
    assert run.returncode == 0
    (made,) = events_in(tmp_path).values()
    assert made["summary"] == title
    assert str(made["title"]).endswith("…")
    assert "1 as a comment: text of 999 characters" in run.stderr


def test_a_table_may_be_strange(tmp_path: Path) -> None:
    content = (
        "\ufeffdate\ttitle\turl\tother\n"
        "2012\t- yes: no # \x07 'x'\thttps://a.example/1\t5\n"
        "2012\t- yes: no # \x07 'x'\thttps://a.example/1\n"
    )
    run = imported(tmp_path, content)
    assert run.returncode == 0
    assert [each["title"] for each in events_in(tmp_path).values()] == ["- yes: no # 'x'"] * 2
    assert "columns not read: other" in run.stderr


def test_a_topic_or_an_actor_that_a_table_names_twice_is_taken_once(tmp_path: Path) -> None:
    row = "2012,Envoy,https://a.example/1,Talks; Talks; Votes,Jane; Jane"
    assert imported(tmp_path, f"date,title,url,topics,actors\n{row}\n").returncode == 0
    (made,) = events_in(tmp_path).values()
    assert (made["topics"], made["actors"]) == (["talks", "votes"], ["jane"])


def test_the_sheet_of_timelinejs(tmp_path: Path) -> None:
    rows = (
        ",,,,,,,,,My title,Text,,,,,title,,,\n"
        "2011,12,16,,2011,12,17,,,Police <b>fire</b>,"
        '"<p>They shot.</p><a href=""https://example.org/a"">A page</a>",,,,,,Home,,\n'
        "2012,,,,,,,,early 2012,No source,Text,,,,,,Home,,\n"
        "2012,2,31,,,,,,,No such day,Text,https://example.org/p.jpg,Photographer,,,,Away,,\n"
        "-44,3,15,,,,,,,Before our dates,Text,https://example.org/c.jpg,,,,,Home,,\n"
        "2010,,,,2012,,,,,A phase,,,,,,era,,,\n"
    )
    run = imported(tmp_path, SHEET + rows)
    assert run.returncode == 0
    (made,) = events_in(tmp_path).values()
    assert made["date"] == "2011-12-16/2011-12-17"
    assert made["title"] == "Police fire"
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "title: My title" in text
    assert "kind: phase" in text
    assert "display date 'early 2012'" in text
    assert "2 as comments: no certain date" in run.stderr


def test_what_timelinejs_reads_from_us_comes_back_with_its_dates(tmp_path: Path) -> None:
    path = write(
        tmp_path, timeline(event("one", date="1992-03"), event("two", date="1995")), "a.yaml"
    )
    given = kzt("export", "-t", path, "--format", "timelinejs").stdout
    assert imported(tmp_path, given).returncode == 0
    assert sorted(str(each["date"]) for each in events_in(tmp_path).values()) == ["1992-03", "1995"]


def test_the_json_of_timelinejs(tmp_path: Path) -> None:
    data = {
        "title": {"text": {"headline": "Mine"}},
        "eras": [
            {"start_date": {"year": 2010}, "end_date": {"year": 2012}, "text": {"headline": "E"}}
        ],
        "events": [
            {
                "start_date": {"year": "2011", "month": "5", "day": ""},
                "text": {"headline": "A thing", "text": "It was."},
                "media": {"url": "https://example.org/a", "credit": "Agency", "caption": "Page"},
            },
            {"start_date": {"year": 2012}, "text": {"headline": "Unsourced"}},
        ],
    }
    run = imported(tmp_path, json.dumps(data), name="in.json")
    assert run.returncode == 0
    (made,) = events_in(tmp_path).values()
    assert made["date"] == "2011-05"
    assert "publisher: Agency" in (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "1 as a comment: no source" in run.stderr


def test_csl_json_gives_sources_for_a_timeline(tmp_path: Path) -> None:
    items = [
        {
            "id": "x",
            "type": "article",
            "title": "A page: of news",
            "publisher": "The Gazette",
            "author": [{"given": "Ann", "family": "Lee"}, {"literal": "Staff"}],
            "issued": {"date-parts": [[2012, 2, 3]]},
            "URL": "https://example.org/a",
        },
        {"id": "y", "title": "Old", "publisher": "P", "issued": {"literal": "circa 1990s?"}},
        {"id": "z", "publisher": "No title"},
    ]
    (tmp_path / "in.json").write_text(json.dumps(items), encoding="utf-8")
    run = kzt("import", "in.json", "-o", "out.yaml", cwd=tmp_path)
    assert run.returncode == 0
    assert "2 sources" in run.stderr
    assert "item 3 (z) has no title" in run.stderr
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    entries = text.partition("sources:\n")[2]
    indented = "".join(f"  {line}\n" for line in entries.splitlines())
    path = write(
        tmp_path, timeline(head=HEAD.replace("events:\n", indented + "events:\n")), "t.yaml"
    )
    assert kzt("check", path).returncode == 0
    assert "issued: '2012-02-03'" in entries
    assert "author: Ann Lee, Staff" in entries


@pytest.mark.slow
def test_our_own_csl_json_comes_back_as_sources(tmp_path: Path) -> None:
    given = kzt("export", "actor:clinton in:2012", "--format", "csl-json").stdout
    run = kzt("import", "-", input=given, cwd=tmp_path)
    assert run.returncode == 0
    assert run.stdout.count("- id:") == len(json.loads(given))


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        ("", (), "there is nothing in it"),
        ("a,b\n1,2\n", (), "--map date=COLUMN"),
        ("date,title\n2012,x\n", (), "no event can be taken over"),
        ("date,title\n2012,x\n", ("--map", "datum=date"), "nothing called 'datum'"),
        ("date,title\n2012,x\n", ("--map", "date=Datum"), "there is no column 'Datum'"),
        ("date,title\n2012,x\n", ("--map", "date"), "is not a pair"),
        ("{", (), "not valid JSON"),
        ('{"a": 1}', (), "no format that is known"),
        ('{"tracks": 1, "sources": 2, "events": 3}', (), "title is missing"),
        ("[1, 2]", (), "no format that is known"),
        ("{}", ("--map", "date=x"), "--map is for tables"),
        (
            "date,title,url,group\n"
            + "".join(f"2012,T{n},https://a.example/{n},G{n}\n" for n in range(5)),
            (),
            "--track NAME",
        ),
    ],
)
def test_what_cannot_be_taken_over_is_said_and_nothing_is_written(
    content: str, options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    run = imported(tmp_path, content, *options, name="in.txt")
    assert run.returncode in (1, 2)
    assert said in run.stderr
    assert not (tmp_path / "out.yaml").exists()


def test_all_events_can_be_put_on_one_track(tmp_path: Path) -> None:
    rows = "".join(f"2012,T{n},https://a.example/{n},G{n}\n" for n in range(6))
    run = imported(tmp_path, f"date,title,url,group\n{rows}", "--track", "All", "--title", "Mine")
    assert run.returncode == 0
    assert {each["track"] for each in events_in(tmp_path).values()} == {"all"}


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "out.yaml").write_text("mine", encoding="utf-8")
    run = imported(tmp_path, "date,title,url\n2012,x,https://a.example/1\n")
    assert run.returncode == 1
    assert (tmp_path / "out.yaml").read_text(encoding="utf-8") == "mine"


def test_standard_input_is_called_what_it_is(tmp_path: Path) -> None:
    for given, said in (
        ("", "kzt: standard input is empty\n    Pipe a table into it, or JSON; or name a file.\n"),
        (" \n", "kzt: standard input is empty\n"),
        ("a,b\n1,2\n", "kzt: <stdin>: no column is known to hold the date"),
        ("BEGIN:VCALENDAR", "kzt: <stdin>: this is a calendar, which is not read\n"),
    ):
        run = kzt("import", "-", input=given, cwd=tmp_path)
        assert (run.returncode, run.stdout) == (1, "")
        assert run.stderr.startswith(said)
    checked = kzt("check", "-", cwd=tmp_path)
    assert checked.stdout.startswith("<stdin>: standard input is empty\n    Write the keys ")


def test_text_that_is_not_utf_8_is_said(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes("date,title\n2012,é\n".encode("latin-1"))
    run = kzt("import", "in.csv", cwd=tmp_path)
    assert run.returncode == 1
    assert "not UTF-8" in run.stderr


def test_json_that_is_nested_without_end_is_told() -> None:
    for text in ("[" * 50_000, '{"a":' * 50_000):
        run = kzt("import", "-", input=text)
        assert run.returncode == 1
        assert "Traceback" not in run.stderr
        assert "nested too deeply" in run.stderr or "not valid JSON" in run.stderr


@pytest.mark.slow
def test_four_times_the_rows_take_about_four_times_as_long() -> None:
    def seconds(rows: int) -> float:
        lines = (f"2001,Thing {n},Source {n},https://x.example/{n}\n" for n in range(rows))
        text = f"date,title,source,url\n{''.join(lines)}"
        start = time.process_time()
        found = read_table(text, {}, [], Dating(whole_date))
        taken = time.process_time() - start
        assert len(found.drafts) == len(found.sections["sources"]) == rows
        return taken

    seconds(100)
    assert seconds(4_000) < 9 * seconds(1_000)
