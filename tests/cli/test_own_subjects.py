"""Timelines of other subjects: those in `examples/`, which people try the program on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from kztimeline.loading.file_format.schema import timeline_schema
from kztimeline.loading.yaml_nodes import compose_yaml

from ..commands import kzt
from ..conftest import ROOT
from ..loading.test_file_format import as_editors_read
from ..sampling import mostly_slow
from ..tui.terminal import terminal

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def test_there_are_three() -> None:
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_fit_to_be_published(path: Path) -> None:
    run = kzt("check", "--strict", path)
    assert run.returncode == 0, run.stdout
    assert int(kzt("list", "--count", "-t", path).stdout) >= 12
    data = as_editors_read(compose_yaml(path, path.read_bytes()).data)
    assert list(Draft7Validator(json.loads(timeline_schema())).iter_errors(data)) == []
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert (path.parent / first.partition("$schema=")[2]).read_bytes() == timeline_schema()


@pytest.mark.slow
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_leaves_in_every_format_and_comes_back(path: Path, tmp_path: Path) -> None:
    assert kzt("export", "-t", path, "-o", tmp_path / "a.json").returncode == 0
    assert kzt("import", "a.json", "-o", "b.yaml", cwd=tmp_path).returncode == 0
    again = kzt("export", "-t", "b.yaml", "--format", "json", cwd=tmp_path).stdout
    assert again == (tmp_path / "a.json").read_text(encoding="utf-8")
    for name in ("csv", "html", "ics", "timelinejs", "bibtex", "markdown"):
        run = kzt("export", "-t", path, "--format", name)
        assert run.returncode == 0
        assert run.stdout
    assert kzt("briefing", "-t", path).returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "words"),
    [("marbury-v-madison", "Judiciary Act"), ("korean-war-first-year", "invades")],
)
@pytest.mark.parametrize("size", mostly_slow([(80, 24), (140, 40)], [(80, 24)]))
def test_an_example_opens_on_the_screen(name: str, words: str, size: tuple[int, int]) -> None:
    path = next(path for path in EXAMPLES if path.stem == name)
    with terminal(str(path), size=size) as opened:
        opened.until(words)
        opened.type("q")
        assert opened.ended() == 0
