"""Where a command writes: what is replaced, what is written into, and what is refused."""

from __future__ import annotations

import os
import re
import stat
import threading
from itertools import product
from pathlib import Path

import pytest

from kztimeline.loading.files.disk import write_files, write_whole
from kztimeline.loading.locations import user_config, user_state
from tests.commands import bash, kzt
from tests.files import event, timeline, write
from tests.sampling import mostly_slow

SLOW = pytest.mark.slow

HEADER = b"id,date,"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(
        tmp_path_factory.mktemp("two"),
        timeline(event("one"), event("two", "1994", "home", title="Votes are counted")),
    )


@pytest.fixture
def folder(tmp_path: Path, two: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to write to, with a timeline of two events in the environment."""
    monkeypatch.setenv("KZT_TIMELINE", str(two))
    monkeypatch.setenv("XDG_CACHE_HOME", str(two.parent))
    return tmp_path


@pytest.mark.slow
def test_a_minus_is_standard_output(folder: Path) -> None:
    run = bash(
        "kzt export -o - > a; kzt briefing -o - > b; kzt export -o /dev/stdout > c; ls", folder
    )
    assert run.stdout.split() == ["a", "b", "c"]
    assert (folder / "a").read_bytes() == (folder / "c").read_bytes()
    assert (folder / "a").read_bytes().startswith(HEADER)
    assert (folder / "b").read_text().startswith("Two countries")


def test_what_stood_in_the_standard_output_before_stays(folder: Path) -> None:
    bash("{ echo first; kzt export -o /dev/stdout; echo last; } > a", folder)
    lines = (folder / "a").read_bytes().splitlines()
    assert (lines[0], lines[1][:8], lines[-1]) == (b"first", HEADER, b"last")


def test_the_target_of_a_link_is_replaced_and_the_link_stays(folder: Path) -> None:
    target = write(folder, "old", "real/us.csv")
    target.chmod(0o640)
    first, second = folder / "us.csv", folder / "there.csv"
    first.symlink_to("real/us.csv")
    second.symlink_to(first)
    before = target.stat().st_ino
    assert kzt("export", "-o", second, "--force").returncode == 0
    assert second.is_symlink()
    assert first.is_symlink()
    assert target.read_bytes().startswith(HEADER)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert target.stat().st_ino != before
    assert [path.name for path in target.parent.iterdir()] == ["us.csv"]


NAMES = ("itself", "a link", "a link to a link", "another name")


def called(name: str, of: Path, folder: Path) -> Path:
    """Return a file under another name in a folder, or itself."""
    other, between = folder / "other.md", folder / "between"
    if name == "itself":
        return of
    if name == "another name":
        other.hardlink_to(of)
    else:
        between.symlink_to(of)
        other.symlink_to(of if name == "a link" else between)
    return other


MADE = ("export", "list", "briefing", "values topic", "seeds", "coverage", "config", "views")


@pytest.mark.parametrize(
    ("name", "force"),
    mostly_slow(
        product(NAMES, (["--force"], [])),
        [("itself", []), ("another name", ["--force"])],
        several=True,
    ),
)
def test_a_timeline_is_not_replaced_by_what_is_made_from_it(
    name: str, force: list[str], two: Path, tmp_path: Path
) -> None:
    named = tmp_path / "events.md"
    named.write_bytes(before := two.read_bytes())
    written = called(name, named, tmp_path)
    for command in MADE:
        run = kzt(*command.split(), "-t", named, "-o", written, *force)
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr.endswith(
            f"kzt: {written} is what this is made from\n"
            "    Name another file with -o: --force does not replace this one.\n"
        ), command
        assert named.read_bytes() == before
    env = {**os.environ, "KZT_TIMELINE": str(named)}
    assert "is your timeline" in kzt("keys", "-o", written, *force, env=env).stderr
    assert named.read_bytes() == before


@pytest.mark.slow
def test_nothing_else_that_is_read_or_kept_is_replaced(folder: Path) -> None:
    path = write(folder, timeline(), "events.yaml")
    page = write(folder, "It was 5 May 2011.", "page.txt")
    added = ("seeds", "add", page, "--published", "2012", "--title", "A page", "-t", path)
    assert kzt(*added).returncode == 0
    settings = write(user_config(), "", "config.toml")
    assert kzt("views", "make", "osce", "envoy").returncode == 0
    rows = "date,title,source,publisher,issued\n2011-05-05,It rained,Rain,A paper,2011\n"
    table = write(folder, rows, "in.csv")
    (views,) = user_state().glob("views.json")
    card = folder / "seeds" / "page.yaml"
    for number, (of, words) in enumerate(
        (
            (card, ("export", "--format", "json")),
            (page, ("coverage", "--format", "json")),
            (settings, ("export", "--format", "json")),
            (views, ("keys", "--format", "json")),
        )
    ):
        before = of.read_bytes()
        (link := folder / f"{number}.json").symlink_to(of)
        run = kzt(*words, *(("-t", path) if words[0] != "keys" else ()), "-o", link, "--force")
        assert (run.returncode, of.read_bytes()) == (2, before), of
    (link := folder / "in.yaml").symlink_to(table)
    run = kzt("import", table, "-o", link, "--force")
    assert (run.returncode, table.read_text()) == (2, rows)
    assert bash("kzt import - -o in.yaml --force < in.csv", folder).returncode == 2
    assert table.read_text() == rows


def test_a_link_to_a_file_is_asked_for_like_the_file(folder: Path) -> None:
    target = write(folder, "old", "real/us.csv")
    (folder / "us.csv").symlink_to(target)
    run = kzt("export", "-o", folder / "us.csv")
    assert (run.returncode, target.read_text()) == (1, "old")
    assert "--force" in run.stderr


def test_a_link_to_no_file_makes_it(folder: Path) -> None:
    (folder / "real").mkdir()
    (folder / "us.csv").symlink_to("real/new.csv")
    assert kzt("export", "-o", folder / "us.csv").returncode == 0
    assert (folder / "us.csv").is_symlink()
    assert (folder / "real" / "new.csv").read_bytes().startswith(HEADER)


def test_a_ring_of_links_is_a_sentence(folder: Path) -> None:
    (folder / "a.csv").symlink_to("b.csv")
    (folder / "b.csv").symlink_to("a.csv")
    run = kzt("export", "-o", folder / "a.csv", "--force")
    assert run.returncode == 1
    assert "cannot be written: Too many levels of symbolic links" in run.stderr
    assert (folder / "a.csv").is_symlink()


def test_a_file_with_two_names_keeps_both(folder: Path) -> None:
    first, second = write(folder, "old" * 9000, "first.csv"), folder / "second.csv"
    second.hardlink_to(first)
    assert kzt("export", "-o", first, "--force").returncode == 0
    assert first.samefile(second)
    assert second.read_bytes().startswith(HEADER)
    assert second.read_bytes().endswith(b"\r\n")


@pytest.mark.parametrize("force", mostly_slow(["", "--force"], [""]))
def test_a_pipe_is_written_into(folder: Path, force: str) -> None:
    script = f"mkfifo pipe; cat pipe > got & kzt export -o pipe {force}; wait; wc -l < got"
    run = bash(script, folder)
    assert run.stdout.strip() == "3"
    assert stat.S_ISFIFO((folder / "pipe").stat().st_mode)


def test_a_link_to_a_pipe_is_written_into(folder: Path) -> None:
    run = bash(
        "mkfifo pipe; ln -s pipe a.csv; cat pipe & kzt export -o a.csv --force; wait", folder
    )
    assert run.stdout.startswith("id,date,")
    assert (folder / "a.csv").is_symlink()
    assert stat.S_ISFIFO((folder / "pipe").stat().st_mode)


@pytest.mark.slow
def test_process_substitution_is_written_into(folder: Path) -> None:
    run = bash("kzt export -o >(cat); kzt briefing -o >(cat) --force; sleep 0.2", folder)
    assert run.stdout.startswith("id,date,")
    assert "Two countries" in run.stdout
    assert list(folder.iterdir()) == []


def test_another_open_file_is_written_where_it_stands(folder: Path) -> None:
    bash("exec 3> a; echo first >&3; kzt export -o /dev/fd/3; echo last >&3", folder)
    lines = (folder / "a").read_bytes().splitlines()
    assert (lines[0], lines[1][:8], lines[-1]) == (b"first", HEADER, b"last")


def test_a_link_to_a_device_is_written_into(folder: Path) -> None:
    (folder / "nothing.csv").symlink_to("/dev/null")
    assert kzt("export", "-o", folder / "nothing.csv", "--force").returncode == 0
    assert (folder / "nothing.csv").is_symlink()
    assert Path("/dev/null").is_char_device()


def test_a_pipe_whose_reader_has_gone_is_no_error(folder: Path) -> None:
    run = bash("kzt export -o >(true); echo $?", folder)
    assert run.stdout == "0\n"
    assert "Traceback" not in run.stderr


def test_a_full_device_is_a_sentence(folder: Path) -> None:
    run = kzt("export", "-o", "/dev/full")
    assert run.returncode == 1
    assert "/dev/full cannot be written: No space left on device" in run.stderr
    assert "Make room on that disk" in run.stderr


def test_a_limit_to_the_size_of_files_leaves_what_was_there(folder: Path) -> None:
    write(folder, "precious", "a.csv")
    run = bash("ulimit -f 0; kzt export -o a.csv --force; echo $?; ls -A", folder)
    assert run.stdout.split() == ["1", "a.csv"]
    assert "a.csv cannot be written: File too large" in run.stderr
    assert "`ulimit -f` shows and sets the limit" in run.stderr
    assert (folder / "a.csv").read_text() == "precious"


def test_links_that_lead_in_a_circle_are_told_of(folder: Path) -> None:
    (folder / "a.csv").symlink_to("b.csv")
    (folder / "b.csv").symlink_to("a.csv")
    run = kzt("export", "-o", folder / "a.csv")
    assert run.returncode == 1
    assert "Links lead in a circle there: remove one of them." in run.stderr


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a" * 300 + ".csv", "File name too long"),
        ("no/such/a.csv", "No such file or directory"),
        ("file/a.csv", "path is a file, and no folder\n    Name a folder that there is.\n"),
        ("", "--output: the name is empty"),
        ("folder", "folder is a folder"),
        ("folder/", "folder/ is a folder"),
        ("new/", "new/ is a folder"),
    ],
    ids=lambda text: text[:10] or "empty",
)
def test_an_impossible_name_is_a_sentence(folder: Path, name: str, reason: str) -> None:
    (folder / "folder").mkdir()
    write(folder, "old", "file")
    run = kzt("export", "-o", name, "--force", cwd=folder)
    assert run.returncode in (1, 2)
    assert reason in run.stderr
    assert "Traceback" not in run.stderr
    assert run.stderr.count("\n") == 2
    assert sorted(path.name for path in folder.iterdir()) == ["file", "folder"]


def test_a_name_as_long_as_names_can_be(folder: Path) -> None:
    target = folder / ("a" * 251 + ".csv")
    assert kzt("export", "-o", target).returncode == 0
    assert kzt("export", "-o", target, "--force").returncode == 0
    assert target.read_bytes().startswith(HEADER)


def test_a_name_that_a_terminal_would_obey_is_shown_plain(folder: Path) -> None:
    run = kzt("export", "-o", folder / "a\x1b[2Jb.csv")
    assert run.returncode == 0
    assert "\x1b" not in run.stderr


@pytest.mark.parametrize(
    ("command", "name", "named"),
    [
        ("export", "a.foo", [".csv"]),
        ("export", "a.docx", [".csv", ".json", ".html", ".xlsx"]),
        ("export", "a.csv.gz", [".csv"]),
        ("briefing", "a.odt", [".md", ".txt", ".html", ".docx"]),
        ("briefing", "a.csv", [".md", ".txt"]),
    ],
)
def test_a_suffix_that_no_format_has_is_refused(
    folder: Path, command: str, name: str, named: list[str]
) -> None:
    run = kzt(command, "-o", folder / name, "--force")
    assert run.returncode == 2
    assert f"suffix {Path(name).suffix}" in run.stderr
    assert all(suffix in run.stderr for suffix in named)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "format", "name"),
    [
        ("export", "timelinejs", "a.timelinejs"),
        ("export", "csl-json", "a.csl-json"),
        ("export", "csv", "a.zip"),
        ("export", "json", "a.bib"),
        ("values topic", "csv", "a.xlsx"),
    ],
)
def test_a_suffix_that_the_named_format_has_not_is_refused_with_one_that_it_has(
    folder: Path, command: str, format: str, name: str
) -> None:
    run = kzt(*command.split(), "--format", format, "-o", folder / name)
    assert run.returncode == 2
    assert f"{name} does not fit --format {format}" in run.stderr
    assert "or end the name in ." in run.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", ["coverage", "keys", "seeds", "values topic", "views", "config"]
)
def test_a_list_says_truly_what_it_can_be_written_as(folder: Path, command: str) -> None:
    for suffix in (".xlsx", ".sqlite", ".ics", ".bib"):
        run = kzt(*command.split(), "-o", folder / f"a{suffix}")
        assert run.returncode == 2
        assert f"{suffix} is for events, and these are none" in run.stderr
        endings = run.stderr.partition("End the name in ")[2].strip().rstrip(".")
        for ending in re.split(r", | or ", endings):
            target = folder / f"b{ending}"
            assert kzt(*command.split(), "-o", target).returncode in (0, 1), ending
    assert not list(folder.glob("a*"))
    assert "no format has the suffix .foo" in kzt(*command.split(), "-o", folder / "a.foo").stderr


def test_a_list_as_a_page_shows_every_cell_as_text(folder: Path) -> None:
    path = write(folder, timeline(event("one", title="Votes")).replace("Talks", "<i>Talks</i>"))
    for command in ("values topic", "coverage"):
        made = kzt(*command.split(), "-t", path, "-o", folder / f"{command[:4]}.html")
        assert made.returncode in (0, 1), made.stderr
        as_csv = kzt(*command.split(), "-t", path, "--format", "csv").stdout.splitlines()
        page = (folder / f"{command[:4]}.html").read_text(encoding="utf-8")
        assert page.count("<tr>") == len(as_csv)
        assert page.count("<th ") == as_csv[0].count(",") + 1
        assert "<script" not in page
        assert "<i>" not in page
    assert "&lt;i&gt;Talks&lt;/i&gt;" in (folder / "valu.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["a", "A.CSV", ".hidden"])
def test_a_name_may_have_no_suffix_or_a_large_one(folder: Path, name: str) -> None:
    assert kzt("export", "-o", folder / name).returncode == 0
    assert (folder / name).read_bytes().startswith(HEADER)


def test_a_briefing_keeps_to_the_format_of_its_name(folder: Path) -> None:
    run = kzt("briefing", "--format", "text", "-o", folder / "a.md")
    assert run.returncode == 2
    assert "--format text" in run.stderr
    assert kzt("briefing", "--format", "text", "-o", folder / "a").returncode == 0
    assert kzt("briefing", "-o", folder / "a.TXT").returncode == 0
    assert (folder / "a").read_bytes() == (folder / "a.TXT").read_bytes()


@pytest.mark.parametrize("attached", ["-oa.csv", "-o./a.csv", "-o=a.csv", "--output=a.csv"])
def test_a_file_may_be_attached_to_its_option(folder: Path, attached: str) -> None:
    assert kzt("export", "track:away", attached, cwd=folder).returncode == 0
    assert (folder / "a.csv").read_bytes().count(b"\r\n") == 2


def test_nothing_found_writes_nothing(folder: Path) -> None:
    for command, name in (("export", "a.csv"), ("briefing", "a.md")):
        target = write(folder, "old", name)
        run = kzt(command, "nosuch", "-o", target, "--force")
        assert (run.returncode, run.stdout) == (1, "")
        assert run.stderr == "kzt: no event matches\n"
        assert target.read_text() == "old"


def test_the_table_and_its_description_are_written_both_or_neither(folder: Path) -> None:
    target = write(folder, "old", "a.csv")
    (folder / "a.csv.schema.json").mkdir()
    run = kzt("export", "-o", target, "--schema", "--force")
    assert run.returncode == 1
    assert "a.csv.schema.json cannot be written: a folder has that name\n" in run.stderr
    assert "Move that folder, or give the file another name." in run.stderr
    assert target.read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["a.csv", "a.csv.schema.json"]


@pytest.mark.parametrize("name", ["-", "/dev/null", "/dev/stdout", "pipe"])
def test_only_a_file_has_a_description_beside_it(folder: Path, name: str) -> None:
    os.mkfifo(folder / "pipe")
    run = kzt("export", "--schema", "-o", name, cwd=folder)
    assert (run.returncode, run.stdout) == (2, "")
    assert "--schema describes a file" in run.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    path = write(tmp_path, "old", "a.csv")
    os.chown(path, 1234, 4321)
    write_whole(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_must_not_be_written_stays(folder: Path) -> None:
    path = write(folder, "old", "a.csv")
    path.chmod(0o400)
    run = kzt("export", "-o", path, "--force")
    assert run.returncode == 1
    assert "Permission denied" in run.stderr
    assert path.read_text() == "old"


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a" * 100_000, "a")
    seen: set[bytes] = set()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for letter in b"bcdefghij":
        write_whole(path, bytes([letter]) * 100_000)
    stop.set()
    reader.join()
    assert {(len(content), len(set(content))) for content in seen} == {(100_000, 1)}


def test_an_error_names_the_file_and_leaves_no_trace(tmp_path: Path) -> None:
    files = {tmp_path / "a": b"new", tmp_path / "no" / "b": b"new"}
    with pytest.raises(FileNotFoundError) as raised:
        write_files(files)
    assert raised.value.filename == str(tmp_path / "no" / "b")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_has_the_permissions_the_user_wants(folder: Path) -> None:
    bash("umask 027; kzt export -o a.csv", folder)
    assert stat.S_IMODE((folder / "a.csv").stat().st_mode) == 0o640


def test_a_card_is_written_like_any_file(folder: Path) -> None:
    path = write(folder, timeline())
    page = write(folder, "The envoy came on 4 March 2011.", "007.txt")
    write(folder, "no folder", "seeds")
    words = ("--published", "2012-02-03", "--title", "A page")
    run = kzt("seeds", "add", page, *words, "-t", path)
    assert run.returncode == 1
    assert "cannot be written" in run.stderr
    assert run.stderr.count("\n") == 2


def test_the_question_before_overwriting_without_an_input(folder: Path) -> None:
    write(folder, "old", "a.csv")
    run = bash("kzt export -o a.csv <&-; echo $?", folder)
    assert run.stdout == "1\n"
    assert "a.csv exists" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.slow
def test_a_home_that_cannot_be_written_is_a_sentence(folder: Path) -> None:
    home = write(folder, "no folder", "home")
    run = bash("kzt --install-completion; echo $?", folder, HOME=str(home))
    assert run.stdout == "1\n"
    assert run.stderr == f"kzt: {home}: File exists\n"
