"""The rooms of the house: how full they are, what they say of themselves, and who knows whom."""

from __future__ import annotations

import ast
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

import kztimeline

PACKAGE = Path(kztimeline.__file__).parent
FOLDERS = sorted({path.parent for path in PACKAGE.rglob("*.py")})
MODULES = [each.name for each in pkgutil.walk_packages(kztimeline.__path__, "kztimeline.")]
MOST_FILES, MOST_LINES, MOST_ROOMS = 12, 350, 10

DRAWING = tuple(
    f"kztimeline.tui.{name}"
    for name in (
        "next_start",
        "app",
        "themes",
        "terminal",
        "unthrottled",
        "screens",
        "dialogs",
        "widgets",
    )
)
"""The modules that draw on the terminal, and may know Textual."""

HEAVY = ("textual", "typer", "dateparser", "pydantic", "pydantic_core")
"""What no module outside the command line and the drawing may load when it is imported."""


def below(module: str, *packages: str) -> bool:
    return any(f"{module}.".startswith(f"{package}.") for package in packages)


def rooms(folder: Path) -> list[Path]:
    return [path.parent for path in folder.glob("*/__init__.py")]


def test_the_rooms_are_the_design() -> None:
    names = {path.name for path in rooms(PACKAGE)}
    assert len(names) <= MOST_ROOMS
    files = {path.name for path in PACKAGE.glob("*.py")}
    assert files <= {"__init__.py", "__main__.py", "api.py"}
    assert len(FOLDERS) > 20
    assert len(MODULES) > 100


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: str(path.relative_to(PACKAGE.parent)))
def test_a_folder_is_no_heap(folder: Path) -> None:
    files = [path.name for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(files) <= MOST_FILES
    for path in folder.glob("*.py"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= MOST_LINES, f"{path.name} has {lines} lines"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: str(path.relative_to(PACKAGE.parent)))
def test_a_folder_says_what_it_holds_and_what_it_does_not_know(folder: Path) -> None:
    said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert len(re.findall(r"[.;](?=\s|$)", said)) >= 2, said
    assert re.search(r"\b(know|knows|imports?)\b", said, re.IGNORECASE), said


def circles(graph: grimp.ImportGraph) -> Iterator[list[str]]:
    """Yield the sets of modules that lead back to themselves, the smallest such sets."""
    reached: dict[str, set[str]] = {
        module: set(graph.find_downstream_modules(module)) for module in graph.modules
    }
    seen: set[str] = set()
    for module in sorted(graph.modules):
        if module not in seen and module not in graph.find_modules_directly_imported_by(module):
            same = {other for other in reached[module] if module in reached[other]} | {module}
            seen |= same
            if len(same) > 1:
                yield sorted(same)


def test_no_module_leads_back_to_itself() -> None:
    # Annotations and imports in functions are in the graph.
    graph = grimp.build_graph("kztimeline", cache_dir=None)
    assert graph.direct_import_exists(
        importer="kztimeline.session.selection", imported="kztimeline.timeline.as_of"
    )
    assert list(circles(graph)) == []


def test_a_circle_would_be_found() -> None:
    graph = grimp.ImportGraph()
    for importer, imported in (("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")):
        graph.add_import(importer=importer, imported=imported)
    assert list(circles(graph)) == [["b", "c"]]


def loaded_by(modules: list[str], heavy: tuple[str, ...]) -> dict[str, list[str]]:
    """Return which of some modules, imported one after another, load which heavy packages."""
    script = (
        "import sys, json, importlib\n"
        "modules, heavy = json.loads(sys.argv[1])\n"
        "found, seen = {}, set()\n"
        "for module in modules:\n"
        "    importlib.import_module(module)\n"
        "    new = {name for name in heavy if name in sys.modules} - seen\n"
        "    seen |= new\n"
        "    if new: found[module] = sorted(new)\n"
        "print(json.dumps(found))\n"
    )
    command = [sys.executable, "-c", script, json.dumps([modules, heavy])]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


def test_what_is_below_the_screen_loads_nothing_heavy() -> None:
    modules = [name for name in MODULES if not below(name, "kztimeline.cli", "kztimeline.tui")]
    modules.remove("kztimeline.__main__")
    assert loaded_by(modules, HEAVY) == {}


def test_only_what_reads_files_loads_yaml() -> None:
    reads = ("kztimeline.cli", "kztimeline.tui", "kztimeline.loading", "kztimeline.documents")
    modules = [name for name in MODULES if not below(name, *reads, "kztimeline.__main__")]
    assert loaded_by(modules, ("yaml",)) == {}
    known = grimp.build_graph("kztimeline", include_external_packages=True, cache_dir=None)
    assert known.find_modules_that_directly_import("yaml") <= {
        "kztimeline.loading.yaml_nodes",
        "kztimeline.loading.yaml_writer",
        "kztimeline.loading.yaml_errors.mending",
    }


def test_only_the_validation_calls_pydantic() -> None:
    known = grimp.build_graph("kztimeline", include_external_packages=True, cache_dir=None)
    # `field_types` and `edtf` hang pydantic-core's hooks on their own types, in functions.
    calls = {
        *known.find_modules_that_directly_import("pydantic"),
        *known.find_modules_that_directly_import("pydantic_core"),
    }
    assert calls == {
        "kztimeline.loading.validation",
        "kztimeline.timeline.field_types",
        "kztimeline.dates.edtf",
        "kztimeline.loading.stand_ins",  # an annotation
    }


def test_what_the_screen_shows_and_does_is_worked_out_without_textual() -> None:
    modules = [
        name for name in MODULES if below(name, "kztimeline.tui") and not below(name, *DRAWING)
    ]
    assert len(modules) > 30
    assert loaded_by(modules, HEAVY) == {}


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python before 3.11.5 matches too much there: "30. A" was read as the number "30."."""
    possessive = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")
    assert possessive.search(r"\d++(?:[.,]\d++)*+(?!\w)")
    found = [path for path in PACKAGE.rglob("*.py") if possessive.search(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.slow
def test_no_text_of_documentation_holds_half_of_a_letter() -> None:
    """Python 3.13 encodes them as it compiles, and does not import a module that has one."""
    found = [path for path in PACKAGE.rglob("*.py") if list(_halves(path.read_text("utf-8")))]
    assert list(_halves('"""Half: \\ud800."""')) == ["Half: \ud800."]
    assert found == []


def _halves(source: str) -> Iterator[str]:
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(ast.parse(source)):
        text = ast.get_docstring(node, clean=False) if isinstance(node, documented) else None
        if text and any("\ud800" <= letter <= "\udfff" for letter in text):
            yield text
