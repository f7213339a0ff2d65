"""Draws the pictures of the README, one of them moving: `python screenshots/make.py`.

Each is a real session with the built-in timeline, without a terminal.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from textual.pilot import Pilot

from kztimeline.loading.cache import load_timeline
from kztimeline.timeline.model import Timeline
from kztimeline.tui.app import TimelineApp

FOLDER = Path(__file__).parent
NAMES = {" ": "space", ":": "colon", "-": "minus", "/": "slash", "?": "question_mark"}

_BLANK = "&#160;"
_TEXT = re.compile(
    r'(?P<start><text class="[^"]*") x="(?P<x>[\d.]+)"(?P<y> y="[\d.]+")'
    r' textLength="(?P<width>[\d.]+)"'
    r"(?P<rest>[^>]*>)(?P<before>(?:&#160;)*)(?P<text>[^<]*?)(?P<after>(?:&#160;)*)<"
)

PICTURES: dict[str, tuple[str, tuple[int, int], list[str]]] = {
    "wide": ("kzt-dark", (120, 40), ["d", *"1 feb 2012", "enter", "j", "k"]),
    "light": ("kzt-light", (120, 40), ["d", *"1 feb 2012", "enter", "j", "k"]),
    "filter": ("kzt-dark", (80, 24), ["f", *"clinton in:2012"]),
    "reading": ("kzt-dark", (80, 24), ["d", *"1 feb 2012", "enter", "enter"]),
}
"""For each picture the theme, the size, and the keys that are pressed."""


MOVING: list[tuple[float, list[str]]] = [
    (2.5, []),
    (0.5, ["f", *"cli"]),
    (0.7, [*"nton"]),
    (1.4, [*" in:2012"]),
    (2.5, ["enter", "enter"]),
    (3.0, ["e"]),
    (0.8, ["escape", "escape"]),
    (1.5, ["p", "escape", "d"]),
    (1.0, [*"january 2022"]),
    (3.0, ["enter", "j", "j"]),
    (2.5, ["z"]),
    (3.0, ["z", "z", "z", "v"]),
]
"""The frames of the moving picture: seconds shown, and the keys that lead to it."""


async def press(app: TimelineApp, pilot: Pilot[None], keys: list[str]) -> None:
    """Press keys, each when the one before has had its effect."""
    for key in keys:
        await pilot.press(NAMES.get(key, key))
        await app.workers.wait_for_complete()
        await pilot.pause()
    await pilot.pause(0.3)


def without_blanks(picture: str) -> str:
    """Return a picture none of whose texts begins or ends with blank cells.

    Browsers keep these, but other programs leave them out and so move the text.
    """
    return _TEXT.sub(_between_blanks, picture)


def _between_blanks(found: re.Match[str]) -> str:
    before, text, after = found["before"], found["text"], found["after"]
    cells = (len(before) + len(after)) // len(_BLANK)
    cell = float(found["width"]) / (cells + len(unescape(text)))
    x = float(found["x"]) + cell * len(before) / len(_BLANK)
    width = float(found["width"]) - cell * cells
    return (
        f'{found["start"]} x="{x:.1f}"{found["y"]} textLength="{width:.1f}"{found["rest"]}{text}<'
    )


async def draw_moving(timeline: Timeline, folder: Path) -> None:
    """Write `tour.svg`, a use of the program in frames that follow one another."""
    app = TimelineApp(timeline, theme="kzt-dark")
    frames: list[tuple[float, str]] = []
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.5)
        for seconds, keys in MOVING:
            await press(app, pilot, keys)
            frames.append((seconds, without_blanks(app.export_screenshot(title="kzt"))))
    (folder / "tour.svg").write_text(in_turn(frames), encoding="utf-8")


def in_turn(frames: list[tuple[float, str]]) -> str:
    """Return one picture in which the frames are shown in turn, for ever.

    The first is always there, below the others: it is what stands still where nothing moves.
    """
    box = re.search(r'viewBox="([^"]+)"', frames[0][1])
    total = sum(seconds for seconds, _ in frames)
    styles, bodies, start = [], [], 0.0
    for number, (seconds, frame) in enumerate(frames):
        if number > 0:
            begin, end = 100 * start / total, 100 * (start + seconds) / total
            styles.append(
                f".f{number} {{ visibility: hidden; "
                f"animation: k{number} {total}s step-end infinite }}\n"
                f"@keyframes k{number} {{ 0% {{ visibility: hidden }} {begin:.3f}% "
                f"{{ visibility: visible }} {end:.3f}% {{ visibility: hidden }} }}"
            )
        # Ids and classes of each frame are made its own.
        name = re.search(r"terminal-\d+", frame)
        own = frame.replace(name[0], f"frame{number}") if name else frame
        bodies.append(f'<g class="f{number}">{own}</g>')
        start += seconds
    view = box[1] if box else "0 0 1482 1026"
    still = "@media (prefers-reduced-motion: reduce) { g { animation: none !important } }"
    style = "\n".join([*styles, still])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}"><style>\n{style}\n</style>\n'
        + "\n".join(bodies)
        + "\n</svg>\n"
    )


async def draw(timeline: Timeline, name: str, folder: Path) -> None:
    """Write one picture."""
    theme, size, keys = PICTURES[name]
    app = TimelineApp(timeline, theme=theme)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(app, pilot, keys)
        picture = without_blanks(app.export_screenshot(title="kzt"))
    (folder / f"{name}.svg").write_text(picture, encoding="utf-8")


def draw_still(timeline: Timeline, folder: Path) -> None:
    """Write the pictures that stand still, as somebody sees them who has kept nothing yet."""
    for name in PICTURES:
        with nothing_kept():
            asyncio.run(draw(timeline, name, folder))


def main() -> None:
    """Write all pictures."""
    timeline = load_timeline()
    draw_still(timeline, FOLDER)
    with nothing_kept():
        asyncio.run(draw_moving(timeline, FOLDER))


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Have pins, views and settings in an empty folder."""
    with TemporaryDirectory() as folder, patch.dict(os.environ):
        os.environ["HOME"] = folder
        for kind in ("STATE", "CONFIG", "CACHE", "DATA"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(folder) / kind.lower())
        yield


if __name__ == "__main__":
    main()
