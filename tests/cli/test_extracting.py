"""What `kzt extract` says beside the dates it finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import kzt

HEADED = "VARNA BAY, March 14, 2005 (AFP) - The mayor left on Monday.\n"


@pytest.mark.parametrize("published", ["1990-01-01", "2030"])
def test_another_day_than_the_text_is_headed_with_is_named(published: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(HEADED, encoding="utf-8")
    told = kzt("extract", page, "--published", published)
    assert told.returncode == 0
    assert f"page.txt is headed 2005-03-14, but is read as of {published}" in told.stderr
    assert "is it the right day?" in told.stderr
    assert "page.txt is headed" not in kzt("extract", page, "--published", published, "-q").stderr


@pytest.mark.parametrize("published", ["2005-03-15", "2005-03", "2005"])
def test_a_day_near_it_is_not(published: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(HEADED, encoding="utf-8")
    assert kzt("extract", page, "--published", published).stderr == ""


def test_a_text_without_a_day_of_its_own_is_taken_at_its_word(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("The bridge fell on May 3, 1991. It was rebuilt in June.\n", encoding="utf-8")
    assert kzt("extract", page, "--published", "2012-02-03").stderr == ""
