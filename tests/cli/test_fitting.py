"""Lines that are said and listed fit the terminal; in a pipe they are whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from kztimeline.cli.fitting import fitted
from kztimeline.text.cells import width
from tests.commands import kzt
from tests.conftest import ROOT
from tests.files import event, timeline, write
from tests.sampling import mostly_slow
from tests.tui.terminal import printed


def test_lines_are_parted_between_words_and_commands_stay_whole() -> None:
    line = "next: `kzt seeds walk page -t mine.yaml` asks for an event or a reason for each date."
    parts = fitted(line, 40).split("\n")
    assert " ".join(part.strip() for part in parts) == line
    assert all(width(part) <= 44 for part in parts)
    assert parts[0] == "next: `kzt seeds walk page -t mine.yaml`"
    assert fitted(line, None) == line
    assert fitted("    indented " + "word " * 9, 30, 8).startswith("    indented word")
    assert max(map(width, fitted("Назарбаев 中国代表团 " * 9, 40).split("\n"))) <= 40


@pytest.mark.slow
@pytest.mark.parametrize("columns", mostly_slow([60, 80, 120], [80]))
@pytest.mark.parametrize(
    "command",
    [
        ("config",),
        ("coverage",),
        ("seeds",),
        ("keys",),
        ("values", "topic"),
        ("office", "2012"),
        ("help",),
    ],
)
def test_a_terminal_has_no_line_that_is_longer(
    command: tuple[str, ...], columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("XDG_CONFIG_HOME", "/x")
    monkeypatch.setenv("XDG_STATE_HOME", "/x")
    monkeypatch.setenv("XDG_CACHE_HOME", "/x")
    lines = printed(*command, size=(columns, 200)).split("\n")
    # A path is never parted, so that it can be copied.
    wide = [line for line in lines if width(line) > columns and str(ROOT) not in line]
    assert wide == []
    assert len(lines) > 5


@pytest.mark.slow
def test_a_narrow_terminal_has_the_sentence_of_a_date_on_its_own_line(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("The envoy, who had been long awaited, came on 4 March 2011 and stayed.")
    for columns in (60, 100):
        given = ("extract", str(page), "--published", "2012-06-01")
        lines = printed(*given, size=(columns, 24)).splitlines()
        assert all(width(line) <= columns for line in lines)
        assert any("«4 March 2011»" in line and "came on" in line for line in lines)
    whole = kzt("extract", page, "--published", "2012-06-01").stdout
    assert "been long awaited, came on «4 March 2011» and stayed." in whole


@pytest.mark.slow
def test_long_dates_keep_to_their_column_on_a_terminal_and_are_whole_in_a_pipe(
    tmp_path: Path,
) -> None:
    dates = {
        "1994-09~/1994-11~": ("~Sep–Nov 1994", "about September 1994 to about November 1994"),
        "1996-11~/1997-06-15": ("~Nov 1996–15 Jun 1997", "about November 1996 to 15 Jun 1997"),
        "2012-09/2013-02": ("Sep 2012–Feb 2013", "September 2012–February 2013"),
        "2021-01-20/2022-01-20": ("20Jan2021–20Jan2022", "20 Jan 2021–20 Jan 2022"),
        "2022-03-02": ("2 Mar 2022", "2 Mar 2022"),
    }
    events = [event(f"e{number}", date) for number, date in enumerate(dates)]
    path = write(tmp_path, timeline(*events))
    lines = printed("list", "-t", str(path), size=(80, 24)).splitlines()
    assert [line[:26] for line in lines] == [f"{short:<22} A  " for short, _ in dates.values()]
    piped = kzt("list", "-t", path).stdout.splitlines()
    assert all(
        line.startswith(whole) for line, (_, whole) in zip(piped, dates.values(), strict=True)
    )


@pytest.mark.parametrize(
    "date", ["10 Dec 1991–20 Mar 2019", "16–17 Dec 2011", "2009–20 Jan 2017", "21 January 2009"]
)
@pytest.mark.parametrize("cells", range(28, 60, 3))
def test_a_date_is_not_parted(date: str, cells: int) -> None:
    lines = fitted(f"Minister of Foreign Affairs  Yerzhan Kazykhanov, {date}, perhaps", cells)
    assert any(date in line for line in lines.split("\n"))
    assert all(width(line) <= cells for line in lines.split("\n"))
