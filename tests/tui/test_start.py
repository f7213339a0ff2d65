"""What is done before the first frame is done once."""

from __future__ import annotations

from typing import Any

import pytest

from kztimeline.tui.render.list.zooms import Zoomed
from kztimeline.tui.render.rails.arranging import Arranged
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, WIDE, reading


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of events of each layout that is made."""
    made: list[int] = []
    arrange = Zoomed.arrange

    def counted(zoomed: Zoomed, shown: Any, *more: Any) -> Arranged:
        made.append(len(shown))
        return arrange(zoomed, shown, *more)

    monkeypatch.setattr(Zoomed, "arrange", counted)
    return made


@pytest.mark.parametrize("size", mostly_slow([WIDE, SMALL, (200, 60)], [WIDE]))
async def test_the_list_is_laid_out_once_at_start(
    size: tuple[int, int], layouts: list[int]
) -> None:
    async with reading(size=size) as reader:
        await reader.settle()
        assert layouts == [len(reader.ids)]
        assert reader.here in reader.ids
        await reader.press("j")
        assert len(layouts) == 1


async def test_another_choice_is_laid_out_once(layouts: list[int]) -> None:
    async with reading() as reader:
        await reader.settle()
        layouts.clear()
        await reader.press("1")
        assert layouts == [len(reader.ids)]
