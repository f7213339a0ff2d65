"""Far more of anything than somebody types, and surroundings that nobody has: told in few words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.commands import kzt
from tests.files import event, timeline, write
from tests.sampling import mostly_slow

MUCH = 60_000
"""Characters; more than a message may have by far."""
QUERIES = {
    "words": "envoy " * (MUCH // 6),
    "a word": "x" * MUCH,
    "parentheses": "(" * MUCH,
    "nested": "(" * (MUCH // 2) + "envoy" + ")" * (MUCH // 2),
    "not": "-" * MUCH + "envoy",
    "or": "or " * (MUCH // 3),
    "colons": ":" * MUCH,
    "quotes": '"' * MUCH,
    "a value": "topic:" + "x" * MUCH,
    "a field": "x" * MUCH + ":talks",
    "a date": "in:" + "1" * MUCH,
    "a number": "sources:" + "9" * MUCH,
    "a view": "@" + "x" * MUCH,
    "a late mistake": "envoy " * (MUCH // 6) + "topic:nothing",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path, timeline(event()))


@pytest.mark.parametrize("kind", mostly_slow(QUERIES, [*QUERIES][::3]))
def test_a_message_about_a_long_query_is_short(kind: str, path: Path) -> None:
    run = kzt("list", "-t", path, "--", QUERIES[kind])
    assert run.returncode in (0, 1, 2)
    assert "Traceback" not in run.stderr
    assert len(run.stdout + run.stderr) < 8_000
    if run.returncode:
        assert run.stderr.startswith("kzt: ")


def test_a_late_mistake_in_a_long_query_is_shown_where_it_is(path: Path) -> None:
    run = kzt("list", "-t", path, "--", QUERIES["a late mistake"])
    _problem, shown, carets, remedy = run.stderr.splitlines()
    at = carets.index("^")
    assert shown[at:].startswith("nothing")
    assert carets.count("^") == len("nothing")
    assert "talks" in remedy


def test_carets_stand_under_a_mistake_behind_wide_letters(path: Path) -> None:
    run = kzt("list", "-t", path, "--", "中国 or topic:nothing")
    _problem, shown, carets, _remedy = run.stderr.splitlines()
    assert carets.index("^") == shown.index("nothing") + 2, "each of two letters takes two cells"


COMMANDS = [
    ("list", "--as-of", "1" * MUCH),
    ("show", "x" * MUCH),
    ("export", "--format", "x" * MUCH),
    ("export", "--columns", "x" * MUCH),
    ("list", "-t", "x" * MUCH),
    ("check", "x" * MUCH),
    ("values", "x" * MUCH),
    ("help", "x" * MUCH),
    ("x" * MUCH,),
    ("list", "--" + "x" * MUCH),
    ("views", "make", "x" * MUCH, "envoy"),
    ("extract", "x" * MUCH),
]


@pytest.mark.parametrize(
    "arguments",
    mostly_slow(COMMANDS, COMMANDS[1::3]),
    ids=lambda arguments: " ".join(arguments)[:20],
)
def test_a_message_about_a_long_argument_is_short(
    arguments: tuple[str, ...], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KZT_TIMELINE", str(path))
    run = kzt(*arguments)
    assert run.returncode in (1, 2) or arguments[:2] == ("views", "make")
    assert "Traceback" not in run.stderr
    assert len(run.stderr) < 8_000


@pytest.mark.parametrize("field", ["id", "date", "track", "topics", "actors", "place"])
def test_a_finding_about_a_long_value_is_short(field: str, tmp_path: Path) -> None:
    lines = timeline(event()).splitlines()
    value = "x" * MUCH
    lines = [
        f"{line.partition(':')[0]}: {value}" if line.strip("- ").startswith(f"{field}:") else line
        for line in lines
    ]
    named = write(tmp_path, "\n".join(lines) + "\n")
    run = kzt("check", named)
    assert "Traceback" not in run.stderr
    assert max(map(len, run.stdout.splitlines() or [""])) < 3_000


@pytest.mark.slow
@pytest.mark.parametrize("zone", ["EST5EDT,M3.2.0,M11.1.0", "UTC-6", "No/Where", "\x1b[31m", ""])
def test_dates_are_found_in_every_zone(zone: str, tmp_path: Path) -> None:
    """Also where the zone has a name that only the system knows, or none."""
    page = write(tmp_path, "He left yesterday and will be back next week.", "page.txt")
    run = kzt(
        "extract", page, "--published", "2012-03-01", "--format", "csv",
        env={**os.environ, "TZ": zone},
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "") or "Traceback" not in run.stderr
    assert "2012-02-29" in run.stdout
