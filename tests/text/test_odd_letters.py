"""Letters that are odd in a query or a date: an answer or a remedy, and never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kztimeline.dates import edtf as dates
from kztimeline.query import FIELDS, Index, QueryError, complete, highlights, parse_query
from kztimeline.query.guesses import guesses
from tests.commands import kzt
from tests.files import event, timeline, write
from tests.query.test_query import INDEX, SMALL
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL as SMALL_SIZE
from tests.tui.driving import reading

ODD = {
    "an accent apart": "2012e\u0301",
    "an accent alone": "\u0301",
    "jamo": "\u1112\u1161\u11ab 2012",
    "a direction mark": "\u202e2012",
    "zero width": "20\u200b12",
    "full width": "２０１２",
    "arabic digits": "٢٠١٢",
    "a ligature": "ﬁve ﷺ",
    "private use": "\ue000\U0010ffff",
    "a picture": "👩\u200d🚀🇰🇿",
    "quotes of all kinds": "“2012» ‘",
    "only signs": "…—!¿·",
}


@pytest.mark.parametrize(
    "name", mostly_slow(ODD, ["an accent apart", "a direction mark", "only signs"])
)
def test_no_command_breaks_at_odd_letters(name: str, tmp_path: Path) -> None:
    text = ODD[name]
    page = tmp_path / "page.txt"
    page.write_text("It was on 16 December.", encoding="utf-8")
    for arguments in (
        ("list", text),
        ("list", f"in:{text}"),
        ("list", f"actor:{text}", "law"),
        ("list", "--as-of", text),
        ("extract", page, "--published", text),
    ):
        run = kzt(*arguments)
        assert run.returncode in (0, 1, 2)
        assert "Traceback" not in run.stderr, arguments
        assert run.stdout or run.stderr


def test_odd_letters_in_a_date_of_a_file_are_findings(tmp_path: Path) -> None:
    page = write(tmp_path, "It was on 16 December.", "001.txt")
    for text in (ODD["an accent apart"], ODD["zero width"]):
        path = write(tmp_path, timeline(event(date=json.dumps(text))))
        run = kzt("check", path)
        assert run.returncode == 1
        assert "events.yaml:34:" in run.stdout
        assert "Traceback" not in run.stderr
        path = write(tmp_path, timeline(event()))
        run = kzt("seeds", "add", page, "--published", text, "--title", "A page", "-t", path)
        assert run.returncode == 2
        assert "--published: " in run.stderr
        assert not (tmp_path / "seeds").exists()


ODD_TEXTS = st.text() | st.text("2012-0~?/.eé\u0301\u0327\u200b X\u1112\u1161ﬁ", max_size=14)


@given(ODD_TEXTS)
@example("2012e\u0301")
@example("e\u0301")
def test_any_text_is_a_date_or_has_a_remedy(text: str) -> None:
    try:
        dates.parse(text)
    except dates.DateError as error:
        fault = error
    else:
        return
    assert fault.problem
    assert fault.remedy


QUERIES = st.text() | st.lists(
    st.sampled_from(
        [*(f"{field}:" for field in FIELDS), "-", "(", ")", '"', "“", "”", "«", "'", "or"]
    )
    | st.text("aZь2é\u0301\u0327\u200b\u202e\ud7ff,. :", max_size=4),
    max_size=8,
).map("".join)


@given(QUERIES)
@example("in:2012e\u0301")
def test_any_text_is_a_query_or_has_a_remedy(text: str) -> None:
    complete(text, len(text), SMALL)
    guesses(text, INDEX)
    try:
        query = parse_query(text, SMALL)
    except QueryError as error:
        fault = error
    else:
        INDEX.run(query)
        highlights(query, INDEX, text)
        return
    assert fault.problem
    assert fault.remedy
    assert fault.brief
    assert 0 <= fault.start < fault.end <= len(text)


@pytest.mark.slow
def test_long_texts_take_no_time_without_end() -> None:
    for text in (
        "'a " * 20_000,
        "“" * 50_000,
        '"' * 50_001,
        "a.b" * 20_000,
        "1,000" * 20_000,
        "a'" * 50_000,
        "not " * 10_000,
        "e\u0301" * 50_000,
    ):
        try:
            Index(SMALL).run(parse_query(text, SMALL))
        except QueryError:
            continue


@pytest.mark.slow
@pytest.mark.parametrize("purpose", ["d", "f", "/", "a"])
async def test_the_screen_lives_on_at_odd_letters(purpose: str) -> None:
    async with reading(size=SMALL_SIZE) as reader:
        for text in (ODD["an accent apart"], ODD["jamo"], ODD["a ligature"], "in:2012e\u0301"):
            await reader.press(purpose, *text, "enter", "escape", "escape")
        await reader.press("j", "k")
        assert reader.app.is_running
        assert reader.ids
