"""The pictures of the README show what is drawn today."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from kztimeline.timeline.model import Timeline

FOLDER = Path(__file__).resolve().parent.parent / "screenshots"
_TEXT = re.compile(r"<text [^>]*>([^<]*)<")


@pytest.mark.slow
def test_the_pictures_show_what_is_drawn_now(tmp_path: Path, builtin: Timeline) -> None:
    spec = importlib.util.spec_from_file_location("make", FOLDER / "make.py")
    assert spec
    assert spec.loader
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    make.draw_still(builtin, tmp_path)
    drawn = sorted(tmp_path.glob("*.svg"))
    assert len(drawn) == len(make.PICTURES)
    for picture in drawn:
        assert texts(picture) == texts(FOLDER / picture.name), "python screenshots/make.py"


def texts(picture: Path) -> list[str]:
    """Return the words of a picture in the order in which they are drawn."""
    return _TEXT.findall(picture.read_text(encoding="utf-8"))
