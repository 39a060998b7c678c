"""What is published of texts that are not published in full: no word beyond the limits, in any file that is made."""

from __future__ import annotations

import base64
import io
import json
import unicodedata
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from build_tools.editing.changes import changes_as_json, changes_as_markdown, changes_as_text, compare
from build_tools.edition.publication.published_edition import publish
from build_tools.edition.publication.withheld_words import WithheldWords
from build_tools.edition.reading import read_edition
from build_tools.interfaces.cli import main
from build_tools.interfaces.mkdocs_defaults import NAVIGATION
from build_tools.website.assets.static_files import static_files
from build_tools.website.search import compose_search
from tests.support.builds import ROOT
from tests.support.builds import build as build_site
from tests.support.invented import cut, source
from tests.support.leaks import Told, stitch, tokens
from tests.support.projects import PROGRAM, set_option
from tests.support.scratch import tree, write
from tests.support.withheld import ENTRIES, Text, files, run_of, texts

TEXTS = texts()
NAMES = [name for label, chinese, _ in ENTRIES.values() for name in (label, chinese)]


def built(root: Path, **changed: bool) -> Path:
    """Write the corpus, and the Markdown tree of it."""
    write(root, files(**changed))
    done = CliRunner().invoke(main, ["build", "--root", str(root)])
    assert done.exit_code == 0, done.output
    return root / "build/docs"


def project_of(root: Path) -> Path:
    """Lay the corpus out as a project that MkDocs can build."""
    write(root, files())
    for name in PROGRAM:
        (root / name).symlink_to(ROOT / name)
    for _, page in NAVIGATION:
        if not (root / "docs" / page).exists():
            write(root, {f"docs/{page}": b"---\ntitle: A page\n---\nWords.\n"})
    return root


def allowed(text: Text) -> int:
    whole = len(tokens(text.seed))  # as the data have the raw file of a text in full, its title included
    words = whole - len(tokens(text.title))
    return {"full": whole, "excerpt": min(300, words // 10), "citation": 0}[text.mode]


def told(folder: Path) -> dict[str, Told]:
    facts = [*NAMES, *(text.title for text in TEXTS)]
    return stitch(folder, {text.id: text.seed for text in TEXTS}, facts, set(static_files().values()))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    return told(built(tmp_path_factory.mktemp("withheld")))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_no_file_tells_more_of_a_text_than_its_rights_allow(whole: dict[str, Told], text: Text) -> None:
    found = whole[text.id]
    if text.mode == "full":
        assert found.words >= 0.95 * allowed(text)
    else:
        assert found.words <= allowed(text), found.examples
        assert found.longest <= 25
    if text.mode == "excerpt":
        assert found.words >= 0.5 * allowed(text)


@pytest.mark.parametrize(
    "changed", [{"seeds": False, "repeated": False}, {"withdrawn": True}], ids=["seeds elsewhere", "withdrawn"]
)
def test_a_text_whose_seed_is_elsewhere_and_a_withdrawn_one_keep_their_pages_and_tell_nothing(
    tmp_path: Path, changed: dict[str, bool]
) -> None:
    folder = built(tmp_path, **changed)
    assert {name: found.examples for name, found in told(folder).items() if found.words and "full" not in name} == {}
    for text in TEXTS[2:]:
        page = (folder / f"sources/{text.id}.md").read_text(encoding="utf-8")
        assert text.title in page
        assert 'id="p10"' in page
        assert (folder / f"cite/{text.id}.bib").is_file()


def test_a_site_of_it_is_built_strictly_and_neither_it_nor_its_zip_tells_more(tmp_path: Path) -> None:
    project = project_of(tmp_path / "project")
    set_option(project, "page_copies: true")
    build_site(tmp_path / "site", root=project, SITE_URL="https://reader.example/")
    assert (tmp_path / "site/sources/excerpt-zh.json").is_file()
    done = CliRunner().invoke(main, ["pack", str(tmp_path / "site"), str(tmp_path / "packed/site.zip")])
    assert done.exit_code == 0, done.output
    found = told(tmp_path / "packed")
    assert {text.id: found[text.id].examples for text in TEXTS if found[text.id].words > allowed(text)} == {}
    assert found["full-en"].words >= 0.95 * allowed(TEXTS[0])


def hidden(run: str) -> dict[str, dict[str, bytes]]:
    """Return a run of words hidden in files of a site, by the way in which they are hidden."""
    letters = run.encode()
    half = len(run) // 2
    return {
        "a page": {"page.html": f"<p>{run}</p>".encode()},
        "words in elements": {"page.html": "".join(f"<b>{letter}</b>" for letter in run).encode()},
        "an attribute": {"page.html": f'<a title="{run}">Seite</a>'.encode()},
        "a comment": {"page.html": f"<!-- {run} -->".encode()},
        "a description": {"page.html": f'<meta name="description" content="{run}">'.encode()},
        "a data file": {"data/why/x.js": f"globalThis.x = {json.dumps({'words': run})}".encode()},
        "words of a data file": {"data/x.json": json.dumps([*run] if "。" in run else run.split()).encode()},
        "escapes": {"data/x.js": b"x = '" + "".join(f"\\u{ord(letter):04x}" for letter in run).encode() + b"'"},
        "character references": {"page.html": "".join(f"&#{ord(letter)};" for letter in run).encode()},
        "an address": {"page.html": f'<a href="?q={quote(run)}">more</a>'.encode()},
        "base64": {"data/x.js": b'x = "' + base64.b64encode(letters) + b'"'},
        "hexadecimal digits": {"data/x.txt": letters.hex().encode()},
        "capitals": {"page.html": run.upper().encode()},
        "full width": {"page.html": unicodedata.normalize("NFD", run).replace(" ", "\u3000").encode()},
        "invisible characters": {"page.html": "\u200b".join(run).encode()},
        "backwards": {"page.html": run[::-1].encode()},
        "words backwards": {"page.html": " ".join(reversed(run.split() if " " in run else [*run])).encode()},
        "two files": {"a.txt": run[:half].encode(), "b.txt": run[half:].encode()},
        "the name of a file": {f"{run}.txt": b""},
        "markup": {"sitemap.xml": f"<loc>{run}</loc>".encode()},
        "a zip": {"site.zip": zipped("inner/page.html", run)},
        "the positions of an index": indexed(run),
    }


def zipped(name: str, text: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, text)
    return data.getvalue()


def indexed(run: str) -> dict[str, bytes]:
    record = cut(source(text=run), [("paragraph", "en", run)])
    return {item.path: item.text.encode() for item in compose_search([record], [], {}) if "/b-" not in item.path}


@pytest.mark.parametrize("way", hidden("x y"))
@pytest.mark.parametrize("text", TEXTS[2:4], ids=lambda text: text.lang)
def test_the_test_finds_words_however_they_are_hidden(tmp_path: Path, way: str, text: Text) -> None:
    run = run_of(text, 4, 16, 14).replace("\n", " ").removesuffix(".")
    write(tmp_path, hidden(run)[way])
    assert told(tmp_path)[text.id].words >= (7 if text.lang == "en" else 8)


def test_mentions_keep_their_words_in_what_is_published(tmp_path: Path) -> None:
    write(tmp_path, files())
    published = publish(read_edition(tmp_path, "en"))
    blocks = {(item.source.id, block.id): block.text for item in published.documents for block in item.blocks}
    mentions = [mention for group in published.mentions.values() for mention in group]
    assert {mention.document for mention in mentions} == {"full-en", "full-zh", "excerpt-en", "excerpt-zh"}
    assert all(blocks[item.document, item.block][item.start : item.end] == item.exact for item in mentions)
    assert all(not item.source.text and not item.set_aside for item in published.documents if item.source.is_withheld)


def test_the_lock_keeps_the_anchors_of_texts_whose_seeds_are_elsewhere(tmp_path: Path) -> None:
    write(tmp_path, files(repeated=False))
    assert CliRunner().invoke(main, ["anchors", "--root", str(tmp_path)]).exit_code == 0
    locked = (tmp_path / "anchors.lock").read_bytes()
    for text in TEXTS[2:]:
        (tmp_path / f"seeds/{text.id}.txt").unlink()
    done = CliRunner().invoke(main, ["anchors", "--root", str(tmp_path)])
    assert done.exit_code == 0
    assert (tmp_path / "anchors.lock").read_bytes() == locked
    check = CliRunner().invoke(main, ["check", "--root", str(tmp_path)])
    assert (check.exit_code, check.stderr.count("[seed-elsewhere]")) == (0, 4)
    assert "14 anchors" in check.stderr or "15 anchors" in check.stderr
    explained = CliRunner().invoke(main, ["explain", TEXTS[2].id, "p1", "--root", str(tmp_path)])
    assert (explained.exit_code, f"put {TEXTS[2].id}.txt into seeds/" in explained.stderr) == (2, True)


def test_the_note_on_a_text_whose_seed_is_elsewhere_is_held_to_words_like_any_other(tmp_path: Path) -> None:
    text = TEXTS[2].id
    page = f"docs/sources/{text}.md"
    write(tmp_path, {**files(), page: files()[page] + b"\nA note with <script>run()</script> in it.\n"})
    (tmp_path / f"seeds/{text}.txt").unlink()
    check = CliRunner().invoke(main, ["check", "--root", str(tmp_path)])
    assert (check.exit_code, check.stderr.count("[prose-html]")) == (1, 1)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("He said that the old lease ends today.", "He said …."),
        ("The old lease", "The old lease"),
        ("the **old** [lease](x.md) ends today, he says", "… **…** […](x.md) …, he says"),
        ("the old lease [@letter, ¶1] ends today", "… [@letter, ¶1] …"),
        ("THE OLD\nLEASE ends—today", "…"),
    ],
)
def test_words_that_are_published_nowhere_are_left_out_of_other_writing(written: str, left: str) -> None:
    assert WithheldWords(["Note that the old lease ends today."], ["Note that"]).left_out_of(written) == left


def test_public_reports_leave_out_the_words_of_withheld_texts(tmp_path: Path) -> None:
    before = files()
    after = {path: data.replace(b"Orvale", b"Gubupu") if "glossary" in path else data for path, data in before.items()}
    changes = compare(tree(before), tree(after), "en")
    reports = tmp_path / "reports"
    write(
        reports, {"changes.txt": changes_as_text(changes).encode(), "changes.json": changes_as_json(changes).encode()}
    )
    write(reports, {"changes.md": changes_as_markdown(changes).encode()})
    write(tmp_path / "edition", after)
    for options in (["check", "--format", "github"], ["check", "--public"], ["build", "--public"]):
        printed = CliRunner().invoke(main, [*options, "--root", str(tmp_path / "edition")])
        write(reports, {f"{'-'.join(options[:2])}.txt": printed.output.encode()})
    found = told(reports)
    assert {text.id: found[text.id].examples for text in TEXTS[2:] if found[text.id].words > allowed(text)} == {}
    assert "lost" in changes_as_text(changes)
