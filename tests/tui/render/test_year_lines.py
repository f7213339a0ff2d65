"""Years folded into a line each, with a headline."""

from __future__ import annotations

import pytest

from kztimeline.text.cells import width
from kztimeline.tui.render.rails.year_lines import TrackAmount, YearLines

AMOUNTS = [
    TrackAmount(7, 7, 14),
    TrackAmount(2, 5, 14),
    TrackAmount(1, 1, 14),
    TrackAmount(0, 0, 14),
]


def text_of(cells: int, tracks: int = 2, **more: object) -> str:
    draw = YearLines(cells, "KUXY"[:tracks])
    fields: dict[str, object] = {
        "is_open": False,
        "headline": "Sapphire flies out",
        "selected": False,
    }
    fields.update(more)
    line = draw.line("1994", amounts=AMOUNTS[:tracks], **fields)  # type: ignore[arg-type]
    return "".join(piece.text for piece in line)


@pytest.mark.parametrize("cells", [200, 120, 80, 60, 30])
@pytest.mark.parametrize("tracks", [1, 2, 3, 4])
def test_a_line_is_as_wide_as_asked(cells: int, tracks: int) -> None:
    assert width(text_of(cells, tracks)) == cells


def test_a_year_has_its_counts_and_its_headline() -> None:
    text = text_of(80)
    assert text.startswith(" ▸ 1994   K ████     7     U █░░      2/5   Sapphire flies out")


@pytest.mark.parametrize("cells", [80, 60])
def test_the_headline_is_there_at_sixty_columns_too(cells: int) -> None:
    assert "Sapphire" in text_of(cells)


def test_an_empty_year_has_no_sign_to_open_it() -> None:
    draw = YearLines(80, "KU")
    line = draw.line("1994", False, [TrackAmount(0, 0, 9), TrackAmount(0, 0, 9)], "", False)
    text = "".join(piece.text for piece in line)
    assert "▸" not in text
    assert text.count("·") == 2
