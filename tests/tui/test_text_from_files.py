"""Text from files is shown as it is: never markup, never obeyed, columns straight."""

from __future__ import annotations

import pytest
from textual.strip import Strip

from kztimeline.text.cells import width
from kztimeline.tui.widgets.painted import Painted
from tests.sampling import mostly_slow
from tests.tui.driving import Reader, reading
from tests.tui.sample import event, timeline_of

SIZES = [(200, 60), (120, 40), (80, 24), (60, 20), (30, 10)]
MARKUP = "[bold]Not bold[/bold] [@click=app.quit]no button[/] [red"
HIDDEN = "left\u202eright\u200b\u2066\ufeff\u00adend"
WIDE = (
    "Қазақстан делегациясы аралға келді",
    "中国代表团访问岛屿并签署渡轮协议，随后前往首都参加会议",
    "First regatta 🚣‍♀️⛵ since the storm 👩‍👩‍👧 🇰🇿 ok",
    "cafe\u0301 Na\u0308zarbaev e\u0301\u0301\u0301 combined",
    "ﾊﾝｶｸ half ｆｕｌｌ width",
)
TEXTS = (*WIDE, MARKUP, HIDDEN)


def odd() -> list[object]:
    return [
        event(
            f"odd{number}",
            f"2012-01-{number + 1:02}",
            text,
            ("island", "league")[number % 2],
            importance=1,
            place=text,
            note=text,
            attributed_to=text,
        )
        for number, text in enumerate(TEXTS)
    ]


def strips(reader: Reader) -> list[Strip]:
    """Return the lines of the screen as the terminal gets them."""
    return reader.app.screen._compositor.render_strips()


@pytest.mark.parametrize("size", mostly_slow(SIZES, [(120, 40)]))
async def test_every_line_is_exactly_as_wide_as_its_widget(size: tuple[int, int]) -> None:
    async with reading(timeline_of(odd()), size=size) as reader:  # type: ignore[arg-type]
        await reader.press("f", *"odd", "enter")
        measure(reader)
        await reader.press("u", "enter")
        for event in reader.screen.session.timeline.events:
            reader.screen.ask(record=False, cursor=event.id)
            await reader.pilot.pause()
            measure(reader)


def measure(reader: Reader) -> None:
    for widget in reader.app.screen.query(Painted):
        region = widget.scrollable_content_region
        for y in range(region.height if widget.display else 0):
            strip = widget.render_line(y)
            cells = sum(width(segment.text) for segment in strip)
            assert cells == strip.cell_length == region.width, (widget, strip.text)
    for strip in strips(reader):
        assert strip.cell_length == reader.app.size.width


async def test_the_rails_stay_straight() -> None:
    async with reading(timeline_of(odd()), size=(120, 40)) as reader:  # type: ignore[arg-type]
        lines = [reader.line("#events", y) for y in range(reader.screen.list.size.height)]
        rails = [
            tuple(width(line[:at]) for at, sign in enumerate(line) if sign in "│●◐◌▬")[:2]
            for line in lines
            if "Jan" in line
        ]
        assert len(rails) > 5
        assert len(set(rails)) == 1


async def test_markup_in_a_file_is_text() -> None:
    async with reading(timeline_of(odd()), size=(200, 60)) as reader:  # type: ignore[arg-type]
        await reader.go(f"odd{TEXTS.index(MARKUP)}")
        assert "[bold]Not bold[/bold] [@click=app.quit]no button[/] [red" in reader.text("#detail")
        detail = reader.screen.pages.detail
        for y in range(detail.size.height):
            assert not any(
                segment.style and segment.style.meta for segment in detail.render_line(y)
            )


async def test_nothing_hidden_and_nothing_to_obey_reaches_the_terminal() -> None:
    async with reading(timeline_of(odd()), size=(80, 24)) as reader:  # type: ignore[arg-type]
        await reader.go(f"odd{TEXTS.index(HIDDEN)}")
        await reader.press("enter")
        text = "\n".join(strip.text for strip in strips(reader))
        assert "left\ufffdright" in text
        assert not set(text) & set("\u202e\u200b\u2066\ufeff\u00ad\x1b\r\t")


async def test_what_is_pasted_into_the_bar_is_not_obeyed() -> None:
    async with reading() as reader:
        await reader.press("f")
        reader.app.screen.query_one("Input").value = "[bold]x\u202ey\x1b[31m"  # type: ignore[attr-defined]
        await reader.settle()
        await reader.press("enter", "escape")
        for strip in strips(reader):
            assert not set(strip.text) & set("\u202e\x1b")
