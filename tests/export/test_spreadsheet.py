"""`kzt export --excel`: what a spreadsheet would turn into something else stays text."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.export.formats.csv_table import write
from kztimeline.export.making_records import export_of
from kztimeline.export.spreadsheet_cells import is_changed, kept_text
from kztimeline.loading.loader import read_timeline
from kztimeline.timeline.model import Timeline

from ..commands import kzt
from ..files import HEAD, event, timeline
from ..files import write as write_file

CHANGED = {
    "formulas": ["=1+1", "+7 727 250", "-5", "-word", "@SUM(A1)", '=HYPERLINK("a";"b")', "＝1+1"],
    "control characters": ["\tx", "\rx", "\nx", " =1+1"],
    "parts of days": ["2007-04", "2012", "4/2012", "Apr-07", "1-2", "Sept 2012"],
    "days": ["2012-02-01", "1/2/2012", "01.02.2012", "3 May 2012", "May 3, 2012", "5-Jan"],
    "days with a weekday": ["Monday, March 5, 2012", "Mon 5 Mar", "lundi 5 mars 2012"],
    "days in other languages": [
        "1. März 2012",
        "3 févr. 2012",
        "2 de marzo de 2012",
        "5 maggio 2012",
        "1 mei 2012",
        "5 марта 2012",
        "5 наурыз 2012",
        "1 października 2012",
        "2012年3月5日",
        "5 Ağustos 2012",
        "3 toukokuuta 2012",
        "1 února 2012",
    ],
    "EDTF": ["2007-04~", "199X", "1992/1995", "2015/..", "../2015-05-17", "2012?"],
    "leading zeros": ["001", "007", "0.50", "00"],
    "fractions": ["3/4", "1 1/2", "½", "1:2"],
    "powers of ten": ["1E5", "1e-5", "1.5E+10", "12e3"],
    "times": ["12:30", "12:30:45", "12:30 PM", "5 pm", "10h30", "2012-02-01T10:00"],
    "percentages": ["50%", "12,5 %"],
    "amounts": ["$5", "5 €", "£3.50", "KZT 500", "5 USD", "₸5", "(5)", "5 тг"],
    "grouped numbers": ["1,000", "1.000,5", "1 000", "1'000", "1\u00a0000", "12,5", "10.11"],
    "long numbers": ["12345678901234567890", "1234-5678-9012-3456"],
    "other digits": ["１２", "٣٤", "−5", "²"],
    "truths": ["true", "FALSE", "Wahr", "faux", "ИСТИНА", "verdadero"],
    "errors": ["#N/A", "#REF!", "#NAME?"],
}
UNCHANGED = [
    "Envoy speaks", "elections; human-rights", "zhanaozen-2011", "osce-summit-2010", "May",
    "Parliament passes 12 bills", "UNSCR 1701 and after", "https://gazette.example/1992/3",
    "“What the envoy said”, The Gazette, 4 Mar 1992, https://gazette.example/envoy", "",
    "true love", "leads_to:two", "Alma-Ata",
]  # fmt: skip
WIDE = [(kind, text) for kind, texts in CHANGED.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), WIDE, ids=lambda text: ascii(text))
def test_text_that_would_change_is_a_formula_of_itself(kind: str, text: str) -> None:
    doubled = text.replace('"', '""')
    assert kept_text(text) == f'="{doubled}"'


@pytest.mark.parametrize("text", UNCHANGED)
def test_text_that_stays_is_left_alone(text: str) -> None:
    assert kept_text(text) == text


def result(formula: str) -> str:
    """Return what a spreadsheet makes of texts joined in a formula."""
    assert formula.startswith('="')
    assert formula.endswith('"')
    parts = formula[2:-1].split('"&"')
    assert all(len(part.replace('""', '"')) <= 255 for part in parts)
    assert all('"' not in part.replace('""', "") for part in parts)
    return "".join(part.replace('""', '"') for part in parts)


@given(st.text(min_size=1, max_size=900))
def test_the_formula_gives_the_text_whatever_its_length(text: str) -> None:
    assert result(kept_text("=" + text.replace("&", "+"))) == "=" + text.replace("&", "+")


def test_a_text_too_long_for_a_formula_is_still_no_formula() -> None:
    assert kept_text("=" + "a" * 9000)[:2] == "'="


@given(st.dates(), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d-%b-%y", "%x", "%A %d %B"]))
def test_every_way_to_write_a_day_is_kept(day: object, form: str) -> None:
    assert is_changed(format(day, form))


def made(**fields: str) -> Timeline:
    texts = {name: json.dumps(text, ensure_ascii=False) for name, text in fields.items()}
    head = HEAD.replace("id: gazette", "id: '001'")
    content = timeline(event("may-2012", "2007-04", **texts).replace("gazette", "'001'"), head=head)
    return read_timeline(Path("nowhere/events.yaml"), content.encode())


def test_the_bytes_of_a_row() -> None:
    about = made(title="3/4", place="1E5")
    content = write(export_of(about, about.events, excel=True))
    assert content.startswith(b"\xef\xbb\xbfid,date,")
    row = content.split(b"\r\n")[1]
    assert row.startswith(
        b'"=""may-2012""","=""2007-04""",2007-04-01,2007-04-30,month,,false,false,2007,4,,away,'
        b'talks,"=""3/4""",The envoy speaks.,Jane Smith,"=""1E5""",reference,"=""001""",https://'
    )
    plain = write(export_of(about, about.events))
    assert plain.split(b"\r\n")[1].startswith(b"may-2012,2007-04,2007-04-01")


def test_columns_of_days_numbers_and_truths_stay_values(tmp_path: Path) -> None:
    path = write_file(tmp_path, timeline(event(date="2012-02-01")))
    run = kzt("-t", path, "export", "--excel")
    (row,) = csv.DictReader(io.StringIO(run.stdout.removeprefix("\ufeff")))
    assert row["date"] == '="2012-02-01"'
    values = ("date_start", "date_end", "open_start", "open_end", "year", "month", "day")
    assert [row[name] for name in values] == [
        "2012-02-01", "2012-02-01", "false", "false", "2012", "2", "1",
    ]  # fmt: skip


def cells_of(path: Path) -> Iterator[tuple[str, str]]:
    """Yield type and text of each cell of an OpenDocument spreadsheet."""
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    for cell in root.iter(f"{table}table-cell"):
        if kind := cell.get(f"{office}value-type"):
            yield kind, "".join(cell.itertext())


def in_libreoffice(texts: list[str], folder: Path, language: str) -> list[tuple[str, str]]:
    """Return the cells that LibreOffice makes of texts, its guesses at special numbers on."""
    path = folder / "texts.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([text] for text in texts)
    reading = f"CSV:44,34,76,1,,{language},false,true,,,,,true"
    home = f"-env:UserInstallation=file://{folder}/home"
    command = ["soffice", home, "--headless", f"--infilter={reading}", "--convert-to", "ods"]
    subprocess.run([*command, path], cwd=folder, check=True, capture_output=True, timeout=120)
    return list(cells_of(folder / "texts.ods"))


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", ["1033", "1031", "1049"], ids=["en-US", "de-DE", "ru-RU"])
def test_libreoffice_shows_each_text_as_it_is(tmp_path: Path, language: str) -> None:
    texts = [text for _, text in WIDE if text.isprintable() and text == text.strip()]
    kept = in_libreoffice([kept_text(text) for text in texts], tmp_path, language)
    assert kept == [("string", text) for text in texts]
    bare = in_libreoffice(["001", "1E5", "=1+1"], tmp_path, language)
    assert [text for _kind, text in bare] != ["001", "1E5", "=1+1"]
    assert {kind for kind, _text in bare} == {"float"}
    plain = in_libreoffice([text for text in UNCHANGED if text], tmp_path, language)
    assert plain == [("string", text) for text in UNCHANGED if text]
