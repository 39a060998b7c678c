"""Kill a run at each moment at which it touches the disk, and look at what it leaves.

    python -m tests.support.killing FOLDER (write | site) (exchange | two-steps)

A process of one thread forks a child for each moment. The child writes a new tree over an old one, and kills itself
before the n-th call that reaches the disk. Prints one line of JSON: at how many moments the place held the old tree,
the new tree, nothing, or anything else; and what lay beside it after the next run.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from build_tools.model import Data
from build_tools.website.writing import put_site, stage_site, swapping, write
from build_tools.website.writing.manifests import survey_folder

OLD = {"a.html": "old", "same.html": "same", "gone/b.html": "old", "deep/c.html": "old"}
NEW = {"a.html": "new", "same.html": "same", "deep/c.html": "new", "deep/er/d.html": "new"}
_TOUCHING = ("open", "os.", "shutil.")


def tree(folder: Path) -> dict[str, str]:
    """Return the contents of a folder by path; no hidden file."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files if path.name[0] != "."}


def write_tree(contents: Mapping[str, str], place: Path) -> None:
    """Write as `build` does."""
    write([Data(path, text) for path, text in contents.items()], place)


def build_site(contents: Mapping[str, str], place: Path) -> None:
    """Build as the plugin does: MkDocs writes into a staging folder."""
    with stage_site(place) as staged:
        for path, text in contents.items():
            (staged / path).parent.mkdir(parents=True, exist_ok=True)
            (staged / path).write_text(text, encoding="utf-8")
        put_site(staged, place)


WAYS: Mapping[str, Callable[[Mapping[str, str], Path], None]] = {"write": write_tree, "site": build_site}


def main(folder: Path, way: str, swap: str) -> None:
    """Kill one child for each moment, until one lives to its end."""
    if swap == "two-steps":
        swapping.exchange = lambda *_: False
    place = folder / "place"
    seen: Counter[str] = Counter()
    stray: set[str] = set()
    moment = 0
    while True:
        WAYS[way](OLD, place)
        stray |= {path.name for path in folder.iterdir()} - {"place"}
        moment += 1
        lived = run_until(moment, lambda: WAYS[way](NEW, place))
        seen[_state(place)] += 1
        if lived:
            break
    print(json.dumps({"moments": moment, "stray": sorted(stray), **seen}))  # noqa: T201


def _state(place: Path) -> str:
    if not place.exists():
        return "nothing"
    contents = tree(place)
    listed = survey_folder(place)
    if not listed.listed or listed.others:
        return "unlisted"
    return "old" if contents == OLD else "new" if contents == NEW else "mixed"


def run_until(moment: int, run: Callable[[], object]) -> bool:
    """Run something in a child that dies before a call to the disk; return whether it lived."""
    child = os.fork()
    if child == 0:
        left = moment

        def count(event: str, _: object) -> None:
            nonlocal left
            if event.startswith(_TOUCHING) and event != "os.fork":
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        run()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
