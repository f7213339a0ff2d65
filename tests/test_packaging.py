"""What the package asks for, and what it is started by."""

from __future__ import annotations

import re
import tomllib

import pytest

from .conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED = [
    *PROJECT["dependencies"],
    *(each for extra in PROJECT["optional-dependencies"].values() for each in extra),
]


@pytest.mark.parametrize("asked", [each for each in ASKED if not each.startswith("kztimeline")])
def test_each_library_has_a_floor_and_a_ceiling(asked: str) -> None:
    assert re.fullmatch(r"[\w-]+>=\d+(\.\d+)+,<\d+", asked)


def test_the_command_also_bears_the_name_of_the_package() -> None:
    assert PROJECT["scripts"] == dict.fromkeys(("kzt", "kztimeline"), "kztimeline.__main__:main")
