"""`kzt import` of CSL-JSON: each key of an item is carried, or a comment says what it held."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import citeproc
import pytest

from ..commands import kzt
from ..files import HEAD, timeline, write
from ..sampling import mostly_slow

# Names of CSL's variables, as another program knows them, and the keys of an item beside them.
VARIABLES = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"
KEYS = ("type", "citation-key", "categories", "custom", "journalAbbreviation", "shortTitle")


def variables(kind: str) -> list[str]:
    text = (VARIABLES / "csl-variables.rnc").read_text(encoding="utf-8")
    found = re.search(rf"variables\.{kind} =(.*?)(?:\n\n|\Z)", text, re.DOTALL)
    assert found is not None
    return re.findall(r'"([^"]+)"', found[1])


def sources(folder: Path, items: list[dict[str, Any]]) -> tuple[str, str]:
    """Return what was written, without the comments' line breaks, and what was said."""
    (folder / "in.json").write_text(json.dumps(items), encoding="utf-8")
    run = kzt("import", "in.json", "-o", "out.yaml", "--force", cwd=folder)
    assert run.returncode == 0, run.stderr
    text = (folder / "out.yaml").read_text(encoding="utf-8")
    indented = "".join(f"  {line}\n" for line in text.partition("sources:\n")[2].splitlines())
    path = write(folder, timeline(head=HEAD.replace("events:\n", indented + "events:\n")), "t.yaml")
    assert kzt("check", path).returncode == 0
    return " ".join(text.replace("#", " ").split()), run.stderr


def test_no_key_of_an_item_is_lost_unsaid(tmp_path: Path) -> None:
    item: dict[str, Any] = {"title": "The title"}
    for name in variables("dates"):
        item[name] = {"date-parts": [[1900 + len(item), 2, 3]]}
    for name in variables("names"):
        item[name] = [{"family": f"Family-{name}", "given": "G."}]
    for name in [*variables("numbers"), *variables("strings"), *KEYS, "anything-else"]:
        item.setdefault(name, f"value-of-{name}")
    item["custom"] = {"zotero": ["value-of-custom"]}
    assert len(item) > 90
    text, said = sources(tmp_path, [item])
    for name, value in item.items():
        year = value["date-parts"][0][0] if isinstance(value, dict) and "date-parts" in value else 0
        held = f"{year}" if year else f"Family-{name}" if isinstance(value, list) else f"-{name}"
        assert held in text or name == "title", name
        carried = name in {
            "title", "publisher", "author", "issued", "accessed", "URL", "id",
        }  # fmt: skip
        assert carried or f"{name}: " in text, name
        assert carried or f"{name} (1)" in said, name


DATES: list[tuple[Any, str, str]] = [
    ({"date-parts": [[2000]], "circa": True}, "2000~", ""),
    ({"date-parts": [["2000", "5"]], "circa": 1}, "2000-05~", ""),
    ({"date-parts": [[2000, 5, 6]], "circa": "true"}, "2000-05-06~", ""),
    ({"date-parts": [[2000], [2002]], "circa": True}, "2000~/2002~", ""),
    ({"date-parts": [[2000]], "circa": False}, "2000", ""),
    ({"date-parts": [[1998]], "season": 1}, "1998-03~/1998-05~", "spring 1998"),
    ({"date-parts": [[1998]], "season": "3"}, "1998-09~/1998-11~", "autumn 1998"),
    ({"date-parts": [[1998]], "season": "Summer"}, "1998-06~/1998-08~", "Summer 1998"),
    ({"date-parts": [[1998, 13]]}, "1998-03~/1998-05~", "spring 1998"),
    ({"date-parts": [[1998, 22]]}, "1998-06~/1998-08~", "summer 1998"),
    ({"date-parts": [[1998]], "season": "Michaelmas"}, "", '"Michaelmas"'),
    ({"date-parts": [[1998, 2, 30]]}, "", "1998, 2, 30"),
    ({"date-parts": [[-43]]}, "", "Years run from 1 to 9999."),
    ({"date-parts": [[2000], [1998]]}, "", "It ends (1998) before it begins (2000)."),
    ({"raw": "3-Feb-45"}, "", "Write the year in four figures"),
    ({"literal": "1900s (decade)"}, "190X", ""),
    ({"raw": "spring 1998"}, "1998-03~/1998-05~", "spring 1998"),
    ({"raw": "after 1998"}, "", "after 1998"),
    ({"raw": "1998-05"}, "1998-05", ""),
    ({"literal": "c. 1998"}, "1998~", "c. 1998"),
    ({"date-parts": [[1998]], "literal": "1998 or 1999"}, "1998", "1998 or 1999"),
    ("2004-06", "2004-06", ""),
    ("no date", "", "no date"),
    ({"date-parts": []}, "", "date-parts"),
]


@pytest.mark.parametrize(("date", "edtf", "said"), mostly_slow(DATES, DATES[::6], several=True))
def test_a_date_keeps_its_doubt_and_its_words(
    date: object, edtf: str, said: str, tmp_path: Path
) -> None:
    text, _ = sources(tmp_path, [{"id": "x", "title": "T", "publisher": "P", "issued": date}])
    issued = re.search(r"issued: '?([^' ]+)'?", text.partition("sources:")[2].partition("#")[0])
    assert (issued[1] if edtf and issued else "") == edtf
    assert f"issued: '{edtf}'" in text or not edtf
    assert edtf or "publisher: P issued could not be read as a date" in text
    assert said in text


def test_a_doi_is_an_address_and_an_id_stays(tmp_path: Path) -> None:
    items = [
        {"id": "smith-2001", "title": "One", "publisher": "P", "DOI": "10.1000/182"},
        {"id": "http://zotero.org/users/1/items/AB", "title": "Two", "publisher": "P",
         "DOI": "https://doi.org/10.1000/183"},
        {"id": "three", "title": "Three", "publisher": "P", "DOI": "10.1000/184",
         "URL": "https://example.org/three"},
    ]  # fmt: skip
    text, said = sources(tmp_path, items)
    assert "id: smith-2001 title: One publisher: P URL: https://doi.org/10.1000/182" in text
    assert "URL: https://doi.org/10.1000/183 id: http://zotero.org/users/1/items/AB" in text
    assert "URL: https://example.org/three DOI: 10.1000/184" in text
    assert "told in comments beside them: id (1), DOI (1)" in said


def test_a_container_publishes_a_newspaper_and_not_a_chapter(tmp_path: Path) -> None:
    items = [
        {"title": "News", "type": "article-newspaper", "container-title": "The Gazette"},
        {"title": "Chapter", "type": "chapter", "container-title": "A book", "publisher": "Press"},
        {"title": "Loose", "type": "chapter", "container-title": "Another book"},
        {"title": "News", "type": "article-newspaper", "container-title": "The Gazette"},
        {"type": "book", "abstract": "no title"},
    ]
    text, said = sources(tmp_path, items)
    assert "title: News publisher: The Gazette" in text
    assert "publisher: Press type: chapter container-title: A book" in text
    assert "publisher: publisher not stated publisher not stated type: chapter" in text
    assert "container-title: Another book" in text
    assert "item 4 is the same" in text
    assert "item 5 (no id) has no title" in said
    assert '"abstract": "no title"' in text


@pytest.mark.slow
def test_our_own_csl_json_gives_our_sources_back(tmp_path: Path) -> None:
    wanted = json.loads(kzt("export", "in:2012", "--format", "json").stdout)["sources"]
    items = json.loads(kzt("export", "in:2012", "--format", "csl-json").stdout)
    sources(tmp_path, items)
    made = json.loads(
        kzt("export", "-t", tmp_path / "t.yaml", "--format", "json").stdout
    )["sources"]  # fmt: skip
    assert made
    from kztimeline.loading.yaml_nodes import compose_yaml

    path = tmp_path / "out.yaml"
    entries = compose_yaml(path, path.read_bytes()).data["sources"]
    assert {each["id"] for each in entries} == {each["id"] for each in items}
    by_id = {each["id"]: each for each in wanted}
    for entry in entries:
        before = by_id[entry["id"]]
        assert (entry["title"], entry["publisher"]) == (before["title"], before["publisher"])
        assert entry.get("URL") == before["URL"]
        assert entry.get("archive_url") == before["archive_url"]
        assert entry.get("issued") == (before["issued"] or {}).get("edtf")
