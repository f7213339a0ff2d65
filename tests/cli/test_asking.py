"""What commands ask on a terminal: an answer is understood or told, and ctrl+c is one way out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ..files import event, timeline, write
from ..tui.terminal import Terminal, terminal

CTRL_C, CTRL_D = "\x03", "\x04"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    write(tmp_path, "as it was", "a.csv")
    return write(tmp_path, timeline(event("one")), "own.yaml")


def exporting(own: Path) -> tuple[str, ...]:
    return ("export", "-t", str(own), "-o", str(own.parent / "a.csv"))


def test_an_answer_that_is_neither_yes_nor_no_is_asked_again(own: Path) -> None:
    with terminal(*exporting(own)) as asking:
        asking.until("[y/N]:")
        asking.type("maybe\r")
        asking.until("kzt: 'maybe' is neither yes nor no Type y or n; enter alone means no.")
        asking.type("Yes\r")
        assert asking.ended() == 0
        assert "Error" not in asking.raw.decode()
    assert "one" in (own.parent / "a.csv").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("answer", ["\r", "n\r", "NO\r"])
def test_a_no_leaves_the_file(answer: str, own: Path) -> None:
    with terminal(*exporting(own)) as asking:
        asking.until("[y/N]:")
        asking.type(answer)
        assert asking.ended() == 1
        assert "a.csv exists" in " ".join(asking.raw.decode().split())
    assert (own.parent / "a.csv").read_text(encoding="utf-8") == "as it was"


@pytest.mark.slow
@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("command", ["export", "import", "new"])
def test_ctrl_c_ends_a_question_as_anything_else(command: str, key: str, own: Path) -> None:
    def leave(asking: Terminal) -> None:
        asking.until("Title:" if command == "new" else "[y/N]:")
        asking.type(key)
        assert asking.ended() == (130 if key == CTRL_C else 1)
        assert ("kzt: stopped" in asking.raw.decode()) == (key == CTRL_D)
        assert asking.raw.endswith(b"\n")

    before = {path.name: path.read_bytes() for path in own.parent.iterdir()}
    arguments = {
        "export": exporting(own),
        "import": ("import", str(own.parent / "in.csv"), "-o", str(own)),
        "new": ("new", str(own.parent / "new.yaml")),
    }
    (own.parent / "in.csv").write_text("date,title,url\n2012,A,https://a.example\n", "utf-8")
    with terminal(*arguments[command]) as asking:
        leave(asking)
    (own.parent / "in.csv").unlink()
    assert {path.name: path.read_bytes() for path in own.parent.iterdir()} == before


@pytest.mark.slow
def test_what_is_asked_is_no_part_of_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    script = f"{sys.executable} -m kztimeline new - --track Home --span 1991/2024 > {path}"
    with terminal("-c", script, command=("bash",)) as asking:
        asking.until("Title:")
        asking.type("Two countries\r")
        assert asking.ended() == 0
    assert path.read_text(encoding="utf-8").startswith("# A timeline for kzt")
