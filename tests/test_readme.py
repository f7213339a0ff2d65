"""What README and CONTRIBUTING say of the program is made from it, or run."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from kztimeline.export import COLUMNS

from .commands import kzt
from .conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_counts_and_keys_are_up_to_date() -> None:
    check = [sys.executable, ".ci/readme.py", "--check"]
    assert subprocess.run(check, cwd=ROOT, check=False).returncode == 0


def test_the_columns_are_those_of_the_program() -> None:
    named = re.search(r"`(id, date,[^`]*)`", README)
    assert named is not None
    assert tuple(re.split(r",\s+", named[1])) == COLUMNS


@pytest.mark.parametrize("query", sorted(set(re.findall(r"`(\S+:\S+?)`", README))))
def test_each_query_of_the_readme_can_be_asked(query: str) -> None:
    run = kzt("list", *query.split())
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\]\(([\w./]+)\)", README))))
def test_each_file_the_readme_points_to_is_there(name: str) -> None:
    assert (ROOT / name).exists()
