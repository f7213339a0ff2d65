"""The least that could be: programs that do a part of what `kzt` does, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

HELLO = """\
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello, terminal")
Hello().run()
"""
BARE_LIST = """\
import sys
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

PLAIN, CHOSEN = Style(color="white"), Style(color="black", bgcolor="white")

class Rows(ScrollView, can_focus=True):
    BINDINGS = [
        ("j", "move(1)"), ("k", "move(-1)"), ("pagedown", "move(36)"), ("pageup", "move(-36)")
    ]

    def __init__(self, count):
        super().__init__()
        self.count, self.at = count, 0

    def on_mount(self):
        self.virtual_size = Size(100, self.count)
        self.focus()

    def render_line(self, y):
        row = y + self.scroll_offset.y
        text = f" 1991  Event {row} of many, as long as most titles are"
        strip = Strip([Segment(text, CHOSEN if row == self.at else PLAIN)])
        return strip.adjust_cell_length(self.size.width)

    def action_move(self, by):
        before, self.at = self.at, min(max(self.at + by, 0), self.count - 1)
        for row in (before, self.at):
            self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))
        self.scroll_to_region(Region(0, self.at, 1, 1), animate=False)

class Bare(App):
    def compose(self):
        yield Rows(int(sys.argv[1]))
"""
RUN_BARE = """
Bare().run()
"""
RUN_BESIDE = """
from textual.containers import Horizontal

class Text(ScrollView):
    def render_line(self, y):
        said = Segment(f" said of {rows.at + y}", PLAIN)
        strip = Strip([said, Segment(f" seen by {y}", CHOSEN), Segment(" and done", PLAIN)])
        return strip.adjust_cell_length(self.size.width)

class Beside(App):
    CSS = "Rows { width: 1fr; } Text { width: 41; border-left: solid white; }"

    def compose(self):
        with Horizontal():
            yield rows
            yield text

rows, text = Rows(int(sys.argv[1])), Text()
move = rows.action_move

def move_both(by):
    move(by)
    text.refresh()

rows.action_move = move_both
Beside().run()
"""
TYPER = """\
import typer
app = typer.Typer()
@app.command()
def hello() -> None:
    print("hello")
app()
"""
PARSER = """\
import sys, yaml
with open(sys.argv[1], "rb") as stream:
    yaml.compose(stream, Loader=yaml.CSafeLoader)
"""
SCRIPTS = {
    "hello": HELLO,
    "list": BARE_LIST + RUN_BARE,
    "beside": BARE_LIST + RUN_BESIDE,
    "typer": TYPER,
    "parser": PARSER,
}


def written(folder: Path) -> dict[str, tuple[str, ...]]:
    """Write the programs into a folder and return the command that runs each."""
    commands = {}
    for name, script in SCRIPTS.items():
        path = folder / f"least_{name}.py"
        path.write_text(script)
        commands[name] = (sys.executable, str(path))
    return commands
