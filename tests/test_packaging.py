"""What the package asks for, and what it is started by."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from .conftest import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = SETTINGS["project"]
ASKED = [
    *PROJECT["dependencies"],
    *(each for extra in PROJECT["optional-dependencies"].values() for each in extra),
]


@pytest.mark.parametrize("asked", [each for each in ASKED if not each.startswith("kztimeline")])
def test_each_library_has_a_floor_and_a_ceiling(asked: str) -> None:
    assert re.fullmatch(r"[\w-]+>=\d+(\.\d+)+,<\d+", asked)


def test_the_command_also_bears_the_name_of_the_package() -> None:
    assert PROJECT["scripts"] == dict.fromkeys(("kzt", "kztimeline"), "kztimeline.__main__:main")


@pytest.mark.slow
def test_the_build_asks_for_what_checking_a_timeline_imports() -> None:
    asked = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"][
        "dependencies"
    ]
    assert set(asked) <= set(PROJECT["dependencies"])
    script = (
        "import sys; from pathlib import Path\n"
        "from kztimeline.loading.cache import timeline_to_carry\n"
        f"timeline_to_carry(Path({str(ROOT / 'events.yaml')!r}))\n"
        "print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    imported = {name.partition(".")[0] for name in run.stdout.split()}
    named = {
        re.split("[>=]", each)[0].replace("pyyaml", "yaml") for each in PROJECT["dependencies"]
    }
    # Rich measures the lines of what is at fault, and is imported only then.
    assert named & imported | {"rich"} == {
        re.split("[>=]", each)[0].replace("pyyaml", "yaml") for each in asked
    }


def built(folder: Path, *arguments: str) -> Path:
    """Return what a build in a copy of the project makes."""
    hatchling = [sys.executable, "-m", "hatchling", "build", "-d", str(folder), *arguments]
    subprocess.run(hatchling, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.iterdir()
    return made


@pytest.mark.slow
@pytest.mark.usefixtures("own_cache")
def test_a_wheel_carries_the_checked_form_of_its_timeline(tmp_path: Path, own_home: Path) -> None:
    wheels = [built(tmp_path / name, "-t", "wheel") for name in ("one", "again")]
    assert len({wheel.read_bytes() for wheel in wheels}) == 1
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheels[0]) as wheel:
        wheel.extractall(installed)
    before = {path: path.stat().st_mtime_ns for path in installed.rglob("*") if path.is_file()}
    script = (
        "import sys; from kztimeline.loading.cache import load_timeline\n"
        "timeline = load_timeline(); print(len(timeline.events), timeline.path)\n"
        "from kztimeline.session.state.kept_index import prepared_index_of\n"
        "prepared_index_of(timeline)\n"
        "print(*{'yaml', 'pydantic'} & sys.modules.keys())"
    )
    command = [sys.executable, "-B", "-c", script]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    for _ in range(2):
        run = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        first, second = run.stdout.splitlines()
        assert first.split()[1] == str(installed / "kztimeline" / "data" / "events.yaml")
        assert int(first.split()[0]) > 300
        assert not second
    after = {path: path.stat().st_mtime_ns for path in installed.rglob("*") if path.is_file()}
    assert after == before
    assert not [*own_home.rglob("*.packed"), *own_home.rglob("*.parts")]


@pytest.mark.slow
def test_a_wheel_made_from_the_sdist_is_the_same(tmp_path: Path) -> None:
    with tarfile.open(built(tmp_path / "sdist", "-t", "sdist")) as sdist:
        # Python before 3.11.4 has no filters.
        sdist.extraction_filter = getattr(tarfile, "data_filter", None)
        sdist.extractall(tmp_path / "unpacked")
    (project,) = (tmp_path / "unpacked").iterdir()
    hatchling = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(hatchling, cwd=project, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.read_bytes() == built(tmp_path / "direct", "-t", "wheel").read_bytes()
