"""Briefings: what they say of an event, their footnotes, and text that stays as it is."""

from __future__ import annotations

import datetime as dt
import os
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.edtf import parse
from kztimeline.export.briefing import BriefingFormat, format_of, paragraph, write_briefing
from kztimeline.export.briefing.footnotes import footnote
from kztimeline.export.scope_line import day_of_export, scope_line
from kztimeline.text.cells import width
from kztimeline.timeline.citations import cite_source
from kztimeline.timeline.model import Citation, Claim, Source, Timeline

from ..commands import kzt
from ..sampling import mostly_slow
from ..tui.sample import event, sample, timeline_of
from .awkward import awkward

READ = (BriefingFormat.markdown, BriefingFormat.text)


def briefing(
    *identifiers: str, format: BriefingFormat = BriefingFormat.markdown, **notes: str
) -> str:
    timeline = sample()
    return write_briefing(timeline, map(timeline.event, identifiers), notes, format)


@pytest.mark.parametrize("format", READ)
def test_events_come_in_order_of_time_and_once(format: BriefingFormat) -> None:
    written = briefing("press", "strike", "press", format=format)
    assert written.count("on the rule of law") == 2  # Title and summary.
    assert written.index("dockers' strike") < written.index("presses")
    assert "Briefing: 2 events." in written


@pytest.mark.parametrize("format", READ)
def test_a_date_is_no_finer_than_it_is_known(format: BriefingFormat) -> None:
    written = briefing("about", "month", "decade", format=format)
    for words in ("about April 2007", "March 2012", "1990s"):
        assert words in written
    assert "1 March" not in written
    assert "1 April" not in written


@pytest.mark.parametrize("format", READ)
def test_everything_that_qualifies_an_event_is_said(format: BriefingFormat) -> None:
    written = " ".join(
        briefing("press", "about", "strike", format=format, strike="Ask why.").split()
    )
    assert "Inferred: The letter says Wednesday;" in written
    assert "According to a retired mason." in written
    assert "The Gazette gives the 15th for the first arrests." in written
    assert "Sources disagree:" in written
    assert "Ask why." in written


def test_both_sides_of_a_disagreement_stand_under_each_other_whatever_the_letters() -> None:
    assert re.search(r"\n- \*\*The council:\*\* .*\n- \*\*The dockers:\*\* ", briefing("strike"))
    assert re.search(
        r"\n    - The council: .*\n    - The dockers: ",
        briefing("strike", format=BriefingFormat.text),
    )
    assert re.search(
        "<li><b>The council:</b> .*</li><li><b>The dockers:</b>",
        briefing("strike", format=BriefingFormat.html),
    )


@pytest.mark.parametrize("format", READ)
def test_many_sides_stand_under_each_other(format: BriefingFormat) -> None:
    claims = tuple(Claim(by=f"Side {n}", claim=f"count {n}", source="gazette") for n in range(5))
    timeline = timeline_of([event("many", "2012", "Counts differ", disputed=claims)])
    lines = write_briefing(timeline, timeline.events, {}, format).splitlines()
    for number in range(5):
        (line,) = (line for line in lines if f"Side {number}" in line)
        assert f"count {number}" in line


def test_a_place_in_a_source_has_one_footnote_numbered_in_order() -> None:
    written = briefing("strike", "vote", "press")
    body, _, notes = written.partition("\n[^1]: ")
    marks = [int(mark) for mark in re.findall(r"\[\^(\d+)\]", body)]
    firsts = list(dict.fromkeys(marks))
    assert firsts == list(range(1, len(firsts) + 1))
    assert notes.count("\n[^") == len(firsts) - 1
    assert notes.count("A letter home") == 1
    assert notes.count("Notes from the harbour") == 1


def test_a_copy_of_another_source_says_so() -> None:
    assert "repeating The Gazette" in briefing("press")


def test_a_claim_is_footnoted_with_the_place_the_event_cites() -> None:
    timeline = timeline_of(
        [
            event(
                "one",
                "2012",
                "Counts differ",
                sources=(Citation(source="gazette"),),
                disputed=(Claim(by="A", claim="one", source="gazette"),),
            )
        ]
    )
    assert "- **A:** one[^1]\n" in write_briefing(timeline, timeline.events, {})


def test_markup_in_a_text_stays_text() -> None:
    written = briefing("markup", markup="*why* <b>")
    assert r"\[bold\]Not bold\[/bold\]" in written
    assert r"\*why\* \<b\>" in written
    assert "[bold]Not bold[/bold]" in briefing("markup", format=BriefingFormat.text)


@pytest.mark.parametrize(
    ("summary", "written"),
    [
        ("2012. A year", r"2012\. A year"),
        ("- no list", r"\- no list"),
        ("# no heading", r"\# no heading"),
        ("3.5 million came", "3.5 million came"),
        ("R&D, not &amp;", r"R&D, not \&amp;"),
    ],
)
def test_the_beginning_of_a_paragraph_starts_no_list(summary: str, written: str) -> None:
    timeline = timeline_of([event("one", "2012", "Title", summary=summary)])
    assert f"\n{written}[^1]\n" in write_briefing(timeline, timeline.events, {})


@pytest.mark.parametrize("format", READ)
def test_an_address_stays_whole(format: BriefingFormat) -> None:
    address = sample().sources_by_id["gazette"].URL
    assert address is not None
    assert address in briefing("vote", format=format)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_any_note_is_on_one_line_and_within_the_width(note: str) -> None:
    lines = briefing("vote", format=BriefingFormat.text, vote=note).split("\n")
    assert all(line.isprintable() or "\ufffd" in line or not line.isascii() for line in lines)
    assert all(width(line) <= 78 or " " not in line.strip(" >") for line in lines)


def test_what_must_be_said_stands_at_the_head() -> None:
    timeline = sample()
    notice = "AS OF 1 Feb 2012: 9 later events hidden"
    for format in READ:
        written = write_briefing(timeline, timeline.events[:3], {}, format, notice)
        assert written.index(notice) < written.index(timeline.events[0].title)


def test_a_paragraph_stands_for_itself() -> None:
    timeline = sample()
    first, _, notes = paragraph(timeline, timeline.event("press"), "Ask.").partition("\n\n")
    assert "\n" not in first
    assert first.startswith("1 Feb 2012: Ito presses the Island's envoy on the rule of law. ")
    assert first.endswith("Note: Ask.")
    assert [line[:3] for line in notes.splitlines()] == ["[1]", "[2]", "[3]"]
    assert "[1, 2, 3]" in first


def test_a_footnote_says_when_the_page_was_read_and_where_a_copy_is_kept() -> None:
    source = Source(
        id="page",
        title="A page",
        publisher="The Gazette",
        URL="https://gazette.example/a",
        accessed=parse("2026-11-26"),
        archive_url="https://archive.example/a",
    )
    written = footnote(source, "", str, "<{}>".format)
    assert written == (
        "“A page”, The Gazette, undated, <https://gazette.example/a>, accessed 26 Nov 2026, "
        "archived at <https://archive.example/a>"
    )


def test_an_empty_briefing_has_no_sources() -> None:
    assert "Sources" not in briefing(format=BriefingFormat.text)


def test_a_footnote_says_what_a_citation_says() -> None:
    timeline: Timeline = sample()
    source = timeline.sources_by_id["d1"]
    assert cite_source(source) in briefing("strike", format=BriefingFormat.text)


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.txt", BriefingFormat.text),
        ("A.TXT", BriefingFormat.text),
        ("a.md", BriefingFormat.markdown),
        ("", "text"),
        ("a.HTML", BriefingFormat.html),
        ("a.docx", BriefingFormat.docx),
    ],
)
def test_the_name_of_a_file_asks_for_a_format(name: str, format: str) -> None:
    assert format_of(name) == format


def test_footnotes_at_one_place_have_commas_between_them() -> None:
    assert "[^1], [^2], [^3]\n" in briefing("press")
    marks = '<sup><a href="#fn1">1</a>, <a href="#fn2">2</a>, <a href="#fn3">3</a></sup></p>'
    assert marks in briefing("press", format=BriefingFormat.html)


def test_a_title_of_ones_own_and_what_was_asked_stand_at_the_head() -> None:
    timeline = sample()
    for format in BriefingFormat:
        scope = scope_line("track:league", "1 Feb 2012", dt.date(2026, 11, 26))
        written = write_briefing(
            timeline, timeline.events[:2], {}, format, title="A <b> & title", scope=scope
        )
        assert timeline.title not in written
        assert (
            "Selection: track:league · as of 1 Feb 2012 · made 26 Nov 2026 with kzt "
            in " ".join(written.split())
        )
        assert "<b> &" not in written or format is BriefingFormat.text


def test_html_shows_every_text_as_it_is_and_links_only_to_pages() -> None:
    made = awkward()
    written = write_briefing(made, made.events, {"event-1": "<i>"}, BriefingFormat.html)
    assert "<script" not in written
    assert "<i>" not in written
    assert set(re.findall(r'href="(\w+:|#)', written)) == {"https:", "#"}
    assert "javascript:alert(1)" in written
    targets = set(re.findall('href="#([^"]+)"', written))
    assert targets == set(re.findall(' id="([^"]+)"', written))


def test_pages_are_made_on_the_day_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1330473600")
    assert day_of_export() == dt.date(2012, 2, 29)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert day_of_export() >= dt.date(2026, 1, 1)


@pytest.mark.parametrize(
    "seconds",
    mostly_slow(["abc", "9" * 17, "9" * 5000, "-1", "1.5", " 1", "1_0", "１"], ["9" * 17, "1_0"]),
)
def test_a_day_that_is_set_wrong_is_told_and_no_page_made(seconds: str, tmp_path: Path) -> None:
    env = {**os.environ, "SOURCE_DATE_EPOCH": seconds}
    for written in (["-o", str(tmp_path / "page.html")], []):
        run = kzt("briefing", "zhanaozen-2011", *written, env=env)
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr.startswith("kzt: SOURCE_DATE_EPOCH: '")
        assert run.stderr.endswith("\n    Correct that variable, or unset it.\n")
    assert not (tmp_path / "page.html").exists()
    assert kzt("list", "--count", env=env).returncode == 0


@pytest.mark.parametrize(("seconds", "day"), [("0", "1 Jan 1970"), ("253402300799", "31 Dec 9999")])
def test_the_first_and_the_last_day_can_be_set(seconds: str, day: str) -> None:
    run = kzt("briefing", "zhanaozen-2011", env={**os.environ, "SOURCE_DATE_EPOCH": seconds})
    assert f"Made {day} with kzt" in run.stdout


PANDOC = """\
#!/bin/sh
echo "$@" > "$OUT/arguments"
cat > "$OUT/input"
printf 'PK-word'
"""


@pytest.mark.slow
def test_word_is_what_pandoc_makes_of_the_markdown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "pandoc"
    program.parent.mkdir()
    program.write_text(PANDOC)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("OUT", str(tmp_path))
    target = tmp_path / "b.docx"
    run = kzt("briefing", "zhanaozen-2011", "--title", "One", "-o", target)
    assert run.returncode == 0, run.stderr
    assert target.read_bytes() == b"PK-word"
    assert "--sandbox --from commonmark+footnotes --to docx" in (tmp_path / "arguments").read_text()
    assert (tmp_path / "input").read_text().startswith("# One\n")
    program.write_text("#!/bin/sh\necho 'no such thing' >&2; exit 3\n")
    run = kzt("briefing", "zhanaozen-2011", "-o", target, "--force")
    assert (run.returncode, target.read_bytes()) == (1, b"PK-word")
    assert "Pandoc could not write Word: no such thing" in run.stderr


PANDOC_WITH_STYLES = """\
#!/bin/sh
case "$1" in
--print-default-data-file) cat "$OUT/styles.docx"; exit ;;
esac
while [ $# -gt 0 ]; do
  [ "$1" = --reference-doc ] && cp "$2" "$OUT/used.docx"
  [ "$1" = --from ] && echo "$2" > "$OUT/from"
  shift
done
cat > "$OUT/input"
printf 'PK-word'
"""


def test_word_on_one_page_has_small_styles_and_no_footnotes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "pandoc"
    program.parent.mkdir()
    program.write_text(PANDOC_WITH_STYLES)
    program.chmod(0o755)
    with zipfile.ZipFile(tmp_path / "styles.docx", "w") as styles:
        styles.writestr("word/styles.xml", '<w:sz w:val="24" /><w:spacing w:before="180" />')
        styles.writestr("word/document.xml", "<w:sectPr></w:sectPr>")
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("OUT", str(tmp_path))
    run = kzt("briefing", "zhanaozen", "--form", "page", "-o", tmp_path / "b.docx")
    assert run.returncode == 0, run.stderr
    with zipfile.ZipFile(tmp_path / "used.docx") as used:
        assert used.read("word/styles.xml") == b'<w:sz w:val="20" /><w:spacing w:before="20" />'
        assert b'<w:pgMar w:top="850" ' in used.read("word/document.xml")
    said = (tmp_path / "input").read_text()
    assert (tmp_path / "from").read_text() == "html\n"
    assert "[^1]" not in said
    assert said.count("Kazakhstan and the United States") == 1
    (tmp_path / "styles.docx").write_text("no styles")
    run = kzt("briefing", "zhanaozen", "--form", "page", "-o", tmp_path / "c.docx")
    assert run.returncode == 1
    assert "Pandoc could not write Word: its styles cannot be read" in run.stderr


def test_without_pandoc_the_word_is_clear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    run = kzt("briefing", "zhanaozen-2011", "-o", tmp_path / "b.docx")
    assert run.returncode == 1
    assert "Word is written by Pandoc, which is not installed" in run.stderr
    assert list(tmp_path.iterdir()) == []
