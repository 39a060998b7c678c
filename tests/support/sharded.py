"""A corpus to be read in shards, in which what one text says decides how another is read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main
from tests.support.many_texts import lay_out_many_texts

_PERSON = "---\npref_label: {name}\nkind: person\ndefinition: official of the port\nshort_labels: [Orlan]\n---\n"
_WHOLE = "\nIda Orlan met the harbourmaster. Ida Orlan spoke.\n"
_DIVIDED = "\nOrlan saw the harbour-\nmaster and wrote of it.\n"
"""A surname of two people, whom only the whole corpus tells apart, and a word that only other texts have whole."""


def lay_out_sharded(root: Path, texts: int = 12) -> Path:
    """Write an edition of so many texts, and return its folder."""
    lay_out_many_texts(root, texts, 2)
    for name in ("Ida Orlan", "Rolf Orlan"):
        file = root / "docs/glossary" / f"{name.lower().replace(' ', '-')}.md"
        file.write_text(_PERSON.format(name=name), encoding="utf-8")
    for number in range(1, texts + 1):
        with (root / "seeds" / f"t{number}.txt").open("a", encoding="utf-8") as seed:
            seed.write(_DIVIDED if number % 3 else _WHOLE)
    sum_seeds(root)
    return root


def sum_seeds(root: Path) -> None:
    """Write the checksums of all seeds anew."""
    files = sorted((root / "seeds").glob("*.txt"))
    sums = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    (root / "seeds/SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def shard(root: Path, *arguments: object) -> Result:
    """Run a command on the shards of an edition."""
    return CliRunner().invoke(main, ["shard", *map(str, arguments), "--root", str(root)])


def run_all(root: Path, shards: int, folder: Path, *options: str) -> dict[str, bytes]:
    """Read an edition in so many shards, and return the files of the merged result."""
    for command in (("plan", "--shards", shards), ("count", *options), ("merge-counts",), ("run", *options)):
        done = shard(root, *command)
        assert done.exit_code == 0, done.output
    done = shard(root, "merge", folder)
    assert done.exit_code == 0, done.output
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, by path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
