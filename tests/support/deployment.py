"""Three collections of one edition, built by MkDocs and joined by a router."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from build_tools.interfaces.cli import main
from tests.support.builds import build
from tests.support.many_texts import lay_out_many_texts

SHIPS = 30


def run(*words: object) -> str:
    """What a command of collections prints."""
    result = CliRunner().invoke(main, ["collections", *map(str, words)])
    assert result.exit_code == 0, result.output
    return result.output


def deploy(folder: Path) -> Path:
    """Divide an edition of ships, build its collections, join them, and return the folder of the router."""
    root = lay_out_many_texts(folder / "whole", SHIPS, 4)
    run("split", root, folder / "parts", "--texts", 16)
    for settings in sorted((folder / "parts").glob("*/mkdocs.yml")):
        build(settings.parent / "site", root=settings.parent)
    run("join", folder / "parts/collections.toml", folder / "router")
    return folder / "router"
