"""An address with a space or a brace leads to the same page from every format."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests.commands import kzt
from tests.files import event, timeline, write

SPACED = "https://gazette.example/an envoy{1}"
WRITTEN = "https://gazette.example/an%20envoy%7B1%7D"


@pytest.fixture
def of(tmp_path: Path) -> Path:
    return write(tmp_path, timeline(event()).replace("https://gazette.example/envoy", SPACED))


def links_in(text: str) -> set[str]:
    """Return where links lead that are written as HTML or Markdown has them."""
    found = re.findall(r'href=""?(http[^"]*)"', text) + re.findall(r"<(http[^>]*)>", text)
    return set(map(unescape, found))


@pytest.mark.parametrize("command", ["export", "briefing"])
@pytest.mark.parametrize("ending", ["html", "md", "timelinejs.csv"])
def test_a_link_leads_where_the_address_does(
    command: str, ending: str, of: Path, tmp_path: Path
) -> None:
    if command == "briefing" and ending == "timelinejs.csv":
        pytest.skip("no format of a briefing")
    written = tmp_path / f"out.{ending}"
    assert kzt(command, "-t", of, "-o", written).returncode == 0
    assert links_in(written.read_text(encoding="utf-8")) == {WRITTEN}


def test_addresses_for_programs_are_addresses(of: Path) -> None:
    calendar = kzt("export", "-t", of, "--format", "ics").stdout.replace("\n ", "")
    assert f"\nURL:{WRITTEN}\n" in calendar
    assert f"url = {{{WRITTEN}}}" in kzt("export", "-t", of, "--format", "bibtex").stdout
    (item,) = json.loads(kzt("export", "-t", of, "--format", "csl-json").stdout)
    assert item["URL"] == WRITTEN


def test_data_keep_it_as_it_is_written(of: Path) -> None:
    (source,) = json.loads(kzt("export", "-t", of, "--format", "json").stdout)["sources"]
    assert source["URL"] == SPACED
    assert SPACED in kzt("export", "-t", of, "--format", "csv").stdout
