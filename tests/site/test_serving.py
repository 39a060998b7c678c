"""What `mkdocs serve` shows after any edits is what a server that starts now would show, file by file."""

from __future__ import annotations

import hashlib
import logging
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from build_tools.interfaces.mkdocs_plugin import ReaderPlugin
from tests.support.builds import STOCK
from tests.support.matrix import FULL, some

MKDOCS = "site_name: A small edition\ntheme:\n  name: material\nplugins:\n  - reader\n"
ADDRESS = "http://127.0.0.1:8000/"
EDITS = 30 if FULL else 8
INTRODUCTION = "---\ntitle: Texts\n---\n"


class Server:
    """A process of `mkdocs serve` as far as it builds: its plugins stay from build to build."""

    def __init__(self, edition: Path, folder: Path) -> None:
        self.edition, self.folder = edition, folder
        self._plugins: dict[str, ReaderPlugin] = {}
        self._is_started = False
        folder.mkdir()

    def build(self, *, strict: bool = False) -> None:
        """Build as the server does after an edit."""
        option = dict(MkDocsConfig._schema)["plugins"]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(option, "plugin_cache", self._plugins)
            config = load_config(str(self.edition / "mkdocs.yml"), site_dir=str(self.folder), strict=strict)
        if not self._is_started:
            self._is_started = True
            config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = ADDRESS
        build(config, serve_url=ADDRESS)

    def close(self) -> None:
        """End, as the server does."""
        self._plugins["reader"].on_shutdown()

    def files(self) -> dict[str, bytes]:
        """The files that are served."""
        paths = [path for path in sorted(self.folder.rglob("*")) if path.is_file() or not any(path.iterdir())]
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = Path(shutil.copytree(STOCK, tmp_path / "edition"))
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    write("docs/assets/note.txt", "A file.")(folder)
    yield folder
    assert not list(tmp_path.rglob(".*.staging-*"))


def entry(label: str, *, definition: str = "Thing that is meant.", notes: str = "") -> str:
    return f"---\npref_label: {label}\nkind: concept\ndefinition: {definition}\n---\n{notes}\n"


def add_text(edition: Path, text: str) -> None:
    (edition / "seeds/reply.txt").write_text(text, encoding="utf-8")
    stock = (STOCK / "docs/sources/letter.md").read_text(encoding="utf-8")
    page = stock.replace("letter.txt", "reply.txt").replace("A short text", "A reply")
    (edition / "docs/sources/reply.md").write_text(page, encoding="utf-8")
    (edition / "seeds/SHA256SUMS").write_text(
        "".join(
            f"{hashlib.sha256(seed.read_bytes()).hexdigest()}  {seed.name}\n"
            for seed in sorted((edition / "seeds").glob("*.txt"))
        ),
        encoding="utf-8",
    )


def remove_text(edition: Path) -> None:
    for path in ("seeds/reply.txt", "docs/sources/reply.md"):
        (edition / path).unlink(missing_ok=True)
    shutil.copy(STOCK / "seeds/SHA256SUMS", edition / "seeds/SHA256SUMS")


def write(path: str, words: str) -> Callable[[Path], object]:
    def edit(edition: Path) -> None:
        (edition / path).parent.mkdir(exist_ok=True)
        (edition / path).write_text(words, encoding="utf-8")

    return edit


def remove(path: str) -> Callable[[Path], object]:
    return lambda edition: (edition / path).unlink(missing_ok=True)


def restore(path: str) -> Callable[[Path], object]:
    return lambda edition: shutil.copy(STOCK / path, edition / path)


NORDIA = "docs/glossary/nordia.md"
ANCHOR = "[¶1](../sources/letter.md#p{}), [the heading](letter.md#n-more)"
WAYS: tuple[Callable[[Path], object], ...] = (
    write("docs/glossary/letter.md", entry("letter", notes="Notes.\n\n## More\n\nWords.")),
    write("docs/glossary/letter.md", entry("letter", notes="Notes without a heading.")),
    write("docs/glossary/letter.md", entry("answer", definition="Other thing.")),
    write("docs/glossary/letter.md", "no front matter"),
    remove("docs/glossary/letter.md"),
    write(NORDIA, entry("Nordia", notes=ANCHOR.format(1))),
    write(NORDIA, entry("Nordia", notes=ANCHOR.format(99))),
    write(NORDIA, entry("Nordia", notes="A [text](../sources/reply.md) and [none](nowhere.md).")),
    write(NORDIA, entry("Nordia", notes="A [text](../sources/reply.md) and [none](nowhere.md), again.")),
    restore(NORDIA),
    lambda edition: add_text(edition, "A reply of South Vesland.\n\nNordia sent it.\n"),
    lambda edition: add_text(edition, "Another reply: the letter of Nordia.\n"),
    remove_text,
    write("docs/sources/index.md", f"{INTRODUCTION}A [letter](letter.md) and [a reply](reply.md#p2).\n"),
    write("docs/about.md", "---\ntitle: About\n---\nSee [Nordia](glossary/nordia.md#in-the-corpus).\n"),
    write("docs/about.md", "---\ntitle: About\n---\nSee [the file](assets/note.txt).\n"),
    remove("docs/about.md"),
    write("docs/assets/own.txt", "One."),
    write("docs/assets/own.txt", "Two."),
    remove("docs/assets/own.txt"),
    write("docs/assets/note.txt", "Another file."),
    write("mkdocs.yml", MKDOCS.replace("small", "large")),
    write("mkdocs.yml", MKDOCS.replace("plugins:", "use_directory_urls: false\nplugins:")),
    write("mkdocs.yml", MKDOCS),
)


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What MkDocs has said since it was asked last, but for what it says of every build."""
    said = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    said += [record.getMessage() for record in caplog.records if "skipped" in record.getMessage()]
    caplog.clear()
    return sorted(said)


def without_own_assets(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path not in {"assets/own.txt", "assets/note.txt"}}


@pytest.mark.parametrize("seed", some(range(8), 2))
def test_after_any_edits_the_same_is_served_and_said_as_by_a_server_that_starts_now(
    seed: int, edition: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "mkdocs")
    chosen = random.Random(seed)  # noqa: S311 - edits, not secrets
    server = Server(edition, tmp_path / "served")
    server.build()
    good, settings = server.files(), MKDOCS
    for number in range(EDITS):
        for way in chosen.choices(WAYS, k=chosen.choice((1, 1, 2))):
            way(edition)
        caplog.clear()
        server.build()
        said = told(caplog)
        fresh = Server(edition, tmp_path / f"fresh-{number}")
        fresh.build()
        if any("the last good pages are served" in message for message in said):
            # What nobody composes, settings and own assets, is as it is now.
            if (edition / "mkdocs.yml").read_text(encoding="utf-8") == settings:
                assert without_own_assets(server.files()) == without_own_assets(good)
        else:
            assert said == told(caplog)
            good, settings = server.files(), (edition / "mkdocs.yml").read_text(encoding="utf-8")
            assert good == fresh.files()
        shutil.rmtree(fresh.folder)


def test_files_that_an_edit_does_not_concern_are_not_written_again(edition: Path, tmp_path: Path) -> None:
    server = Server(edition, tmp_path / "served")
    server.build()
    entry_page, other = server.folder / "glossary/nordia/index.html", server.folder / "sources/letter/index.html"
    script = server.folder / "data/why/letter.js"
    before = {path: path.stat().st_ino for path in (entry_page, other, script)}
    restore(NORDIA)(edition)
    (edition / NORDIA).write_text(f"{(edition / NORDIA).read_text('utf-8')}\nMore words.\n", encoding="utf-8")
    server.build()
    assert "More words." in entry_page.read_text(encoding="utf-8")
    assert {path for path, inode in before.items() if path.stat().st_ino != inode} == {entry_page}


def test_a_build_that_fails_leaves_what_is_served_and_the_next_makes_up_for_it(
    edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(edition, tmp_path / "served")
    server.build()
    good = server.files()
    write(NORDIA, entry("Nordia", notes="A [broken link](nowhere.md)."))(edition)
    with pytest.raises(Abort):
        server.build(strict=True)
    assert server.files() == good
    write(NORDIA, entry("Nordia", notes="Other words."))(edition)
    real = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if "nordia" in str(target):
            raise OSError(28, "No space left on device")
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(PluginError, match="The disk refused"):
            server.build()
    restore(NORDIA)(edition)
    server.build()
    assert server.files() == good


def test_only_pages_that_an_edit_can_have_changed_are_made_again(
    edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    render = ReaderPlugin.on_page_markdown

    def note(plugin: ReaderPlugin, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        made.append(page.file.src_uri)
        return render(plugin, markdown, page=page, config=config, files=files)

    monkeypatch.setattr(ReaderPlugin, "on_page_markdown", note)
    server = Server(edition, tmp_path / "served")
    server.build()
    assert {"glossary/nordia.md", "sources/letter.md"} <= set(made)
    made.clear()
    (edition / NORDIA).write_text(f"{(edition / NORDIA).read_text('utf-8')}\nMore words.\n", encoding="utf-8")
    server.build()
    assert "glossary/nordia.md" in made
    assert "sources/letter.md" not in made
