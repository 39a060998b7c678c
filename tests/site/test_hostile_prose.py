"""What a hostile pull request can do with files below docs/: nothing, neither to readers nor to those who build."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from build_tools.interfaces.cli import main
from tests.support.activity import active_on_page
from tests.support.builds import build
from tests.support.projects import small_project

ROWS = [json.loads(line) for line in Path("tests/data/constructs.jsonl").read_text(encoding="utf-8").splitlines()]
ENTRY = """\
---
pref_label: "thing {number}"
kind: concept
definition: Thing.
evidence: ['[@letter, ¶1: "wrote"]']
---
"""
# Runs MkDocs and prints what it did to the world: connections, programs other than git, files written, modules run.
WATCHED = """
import json, sys
seen = []
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "urllib.Request", "os.system"):
        seen.append(event)
    elif event == "subprocess.Popen" and "git" not in str(arguments[0]):
        seen.append(f"{event} {arguments[0]}")
    elif event == "open" and not isinstance(arguments[0], int) and set(arguments[1] or "") & set("wax+"):
        seen.append(f"{event} {arguments[0]}")
    elif event == "import" and arguments[0] in ("this", "antigravity", "helper", "docs"):
        seen.append(f"{event} {arguments[0]}")
sys.addaudithook(watch)
from mkdocs.__main__ import cli
try:
    cli(["build", "--strict", "--site-dir", sys.argv[1]])
except SystemExit as end:
    print("\\nSEEN", json.dumps([end.code, seen]))
"""


def write_entries(project: Path, rows: Iterable[Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    written = {}
    for number, row in enumerate(rows):
        path = f"docs/glossary/thing-{number}.md"
        (project / path).write_bytes(f"{ENTRY.replace('{number}', str(number))}{row['markdown']}\n".encode())
        written[path] = row
    return written


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_check_names_every_construct_by_its_line_and_leaves_words_alone(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    written = write_entries(project, ROWS)
    printed = CliRunner().invoke(main, ["check", "--root", str(project)]).stderr
    reported = set(re.findall(r"^(docs/glossary/thing-\d+\.md):(\d+): .*\[prose-", printed, re.MULTILINE))
    body_line = ENTRY.count("\n")
    for path, row in written.items():
        lines = {int(line) - body_line for file, line in reported if file == path}
        assert (int(row["line"]) in lines) if row["verdict"] == "refused" else lines == set(), row


def test_words_that_look_like_markup_do_nothing_on_the_built_pages(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    written = write_entries(project, [row for row in ROWS if row["verdict"] == "inert"])
    build(tmp_path / "site", root=project)
    for path in written:
        page = tmp_path / "site/glossary" / Path(path).stem / "index.html"
        assert list(active_on_page(page.read_text(encoding="utf-8"))) == []


def test_a_strict_build_of_a_hostile_change_does_nothing(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    write_entries(project, [row for row in ROWS if row["verdict"] == "refused"])
    (project / "docs/glossary/helper.py").write_text('open("CODE_RAN", "w").write("ran")\n', encoding="utf-8")
    (project / "docs/conftest.py").write_text('open("CODE_RAN", "w").write("ran")\n', encoding="utf-8")
    page = "---\ntitle: Page\n---\n::: docs.glossary.helper\n    options:\n      force_inspection: true\n\n::: this\n"
    for path in ("docs/extra.md", "docs/api.md", "docs/glossary/deep/page.md", "docs/assets/page.md"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(page, encoding="utf-8")
    before = files_of(project / "docs")
    done = run_watched(project, tmp_path / "site")
    code, seen = json.loads(done.stdout.rpartition("SEEN ")[2])
    assert (code, seen) == (1, []), done.stdout + done.stderr
    assert "[file-not-publishable]" in done.stdout + done.stderr
    assert not (tmp_path / "site").exists() or not list((tmp_path / "site").rglob("*"))
    assert not list(tmp_path.rglob("CODE_RAN"))
    assert files_of(project / "docs") == before


def run_watched(project: Path, site: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(project)}
    command = [sys.executable, "-c", WATCHED, str(site)]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def test_what_a_converter_adds_to_a_page_stops_the_build_before_a_page_is_written(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    added = '<p onclick="run()">x</p><script>run()</script>'
    hook = f"def on_page_content(html, page, **rest):\n    return html + {added!r}\n"
    (tmp_path / "hook.py").write_text(hook, encoding="utf-8")
    settings = f"site_name: S\ntheme: {{name: material}}\nhooks: [{tmp_path}/hook.py]\nplugins: [reader]\n"
    (project / "mkdocs.yml").unlink()
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with pytest.raises(AssertionError) as refused:
        build(tmp_path / "site", root=project)
    assert 'glossary/port.md: onclick="run()" of <p>' in str(refused.value)
    assert "glossary/port.md: <script>" in str(refused.value)
    assert not list((tmp_path / "site").rglob("*.html"))


def test_the_fields_of_a_page_reach_its_head_as_words_and_its_template_and_script_are_of_the_theme(
    tmp_path: Path,
) -> None:
    project = small_project(tmp_path / "project")
    attack = '"></title><script>run()</script><p onclick="run()">'
    fields = f"title: {json.dumps(attack)}\ndescription: {json.dumps(attack)}\nkind: {json.dumps(attack)}\n"
    fields += "template: own.html\nhide: [toc]\nsearch: {exclude: true}\n"
    (project / "docs/extra.md").write_text(f"---\n{fields}---\nWords.\n", encoding="utf-8")
    (project / "theme/assets").mkdir(parents=True)
    (project / "theme/assets/own.js").write_text("document.documentElement.dataset.own = 1;\n", encoding="utf-8")
    own = '{% extends "main.html" %}{% block footer %}<p class="own">Own</p>{% endblock %}'
    (project / "theme/own.html").write_text(own, encoding="utf-8")
    (project / "mkdocs.yml").unlink()
    settings = """\
        site_name: S
        theme: {name: material, custom_dir: theme}
        plugins: [reader]
        extra_javascript: [assets/own.js]
        not_in_nav: "*"
    """
    (project / "mkdocs.yml").write_text(dedent(settings), encoding="utf-8")
    build(tmp_path / "site", root=project)
    page = (tmp_path / "site/extra/index.html").read_text(encoding="utf-8")
    assert list(active_on_page(page)) == []
    assert '<p class="own">Own</p>' in page
    assert "dataset.own" in "".join(
        file.read_text(encoding="utf-8") for file in (tmp_path / "site/assets").glob("*.js")
    )
