"""Draws the pictures of the README: `python screenshots/make.py`.

Each is a real session with the built-in timeline, without a terminal.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from kztimeline.loading import load_timeline
from kztimeline.model import Timeline
from kztimeline.tui.app import TimelineApp

FOLDER = Path(__file__).parent
NAMES = {" ": "space", ":": "colon", "-": "minus", "/": "slash", "?": "question_mark"}

PICTURES: dict[str, tuple[str, tuple[int, int], list[str]]] = {
    "wide": ("kzt-dark", (120, 40), ["d", *"1 feb 2012", "enter", "j", "k"]),
    "light": ("kzt-light", (120, 40), ["d", *"1 feb 2012", "enter", "j", "k"]),
    "filter": ("kzt-dark", (80, 24), ["f", *"clinton in:2012"]),
    "reading": ("kzt-dark", (80, 24), ["d", *"1 feb 2012", "enter", "enter"]),
}
"""For each picture the theme, the size, and the keys that are pressed."""


async def draw(timeline: Timeline, name: str) -> None:
    """Write one picture."""
    theme, size, keys = PICTURES[name]
    app = TimelineApp(timeline, theme=theme)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(NAMES.get(key, key))
            await app.workers.wait_for_complete()
            await pilot.pause()
        await pilot.pause(0.3)
        picture = app.export_screenshot(title="kzt")
    target = FOLDER / f"{name}.svg"
    target.write_text(picture, encoding="utf-8")
    print(target.name)


def main() -> None:
    """Write all pictures."""
    timeline = load_timeline()
    for name in PICTURES:
        asyncio.run(draw(timeline, name))


if __name__ == "__main__":
    main()
