"""The site that `mkdocs serve` shows: after an edit only what changed is written, once all of it is made."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel

from build_tools.interfaces.site_swap import SiteSwap
from build_tools.website.caching import digest
from build_tools.website.collector import collector_paused
from build_tools.website.writing import renew_folder, staging_folder

_COLLECTED_AFTER = 5
"""How many builds leave their cycles: to look for those of one takes a third of a second at 800 texts."""

_Inputs = tuple[bytes | None, Mapping[str, bytes]]
"""A digest of what is part of every page, and of what each page alone is made of, by its path."""

_UNKNOWN: _Inputs = (None, {})


class CompiledTemplates(BytecodeCache):
    """The templates as the last build compiled them; Jinja compares what they were compiled from."""

    def __init__(self) -> None:
        """Start with none."""
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what was compiled of a template."""
        if compiled := self._compiled.get(bucket.key):
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take from Jinja what it has compiled."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()


class ServedSite(SiteSwap):
    """The folder that is served, and the folder beside it where MkDocs builds.

    MkDocs empties the folder that it builds in, and writes every file again. Here it is given only what is not in the
    folder that is served as it should be; the rest stays there.

    Attributes:
        compiled: The compiled templates, which every build makes use of.
    """

    def __init__(self) -> None:
        """Begin with a folder in which nothing is yet."""
        super().__init__()
        self._paused = ExitStack()
        self._paused.enter_context(collector_paused())
        self._builds = 0
        self.compiled = CompiledTemplates()
        self._paths: frozenset[str] = frozenset()
        self._published: dict[str, bytes] = {}
        self._made: dict[str, bytes] = {}
        self._left: set[str] = set()
        self._inputs_made: _Inputs = _UNKNOWN
        self._inputs: _Inputs = _UNKNOWN

    def begin(self, config: MkDocsConfig) -> None:
        """Let MkDocs build beside the folder that is served."""
        if self._builds == 1:  # what the first build has left will stay, nearly all of it
            gc.freeze()
        elif self._builds % _COLLECTED_AFTER == _COLLECTED_AFTER - 1:
            gc.collect()
        self._builds += 1
        self._made, self._left, self._inputs_made = {}, set(), _UNKNOWN
        self._build_in(self._held.enter_context(staging_folder(Path(config.site_dir))), config)

    def leave_files(self, files: Files, generated_by: str) -> None:
        """Keep from MkDocs the files that are served as they should be already.

        Args:
            files: MkDocs' files, which are changed in place.
            generated_by: The name of the plugin whose files may be left out, since no other plugin asks for them.
        """
        for file in list(files):
            if file.generated_by != generated_by or file.is_documentation_page():
                continue
            if file.inclusion is not InclusionLevel.EXCLUDED:
                checksum = digest(file.content_bytes)
                if self._published.get(file.dest_uri) == checksum:
                    self._left.add(file.dest_uri)
                    files.remove(file)
                self._made[file.dest_uri] = checksum

    def leave_page(self, path: str, place: str, key: bytes) -> bool:
        """Return whether a page is served as it should be already; it is then left, whatever MkDocs writes of it.

        Args:
            path: The path of its Markdown, below docs/.
            place: The path of its HTML, below the folder that is served.
            key: A digest of all that it is made of.
        """
        if self._published.get(place) != key:
            return False
        self._left.add(place)
        self._pages_left.add(path)
        self._made[place] = key
        return True

    def unchanged(self, frame: bytes | None, inputs: Mapping[str, bytes], places: Mapping[str, str]) -> list[str]:
        """Return the paths of the pages that are served as these inputs make them.

        Args:
            frame: A digest of what is part of every page; None if it is not known.
            inputs: By the path of a page below docs/, a digest of all that the page alone is made of.
            places: The paths of their HTML, below the folder that is served.
        """
        before, self._inputs_made = self._inputs, (frame, inputs)
        if frame is None or before[0] != frame:
            return []
        return [path for path, key in inputs.items() if before[1].get(path) == key and places[path] in self._published]

    def leave_unchanged(self, places: Mapping[str, str]) -> None:
        """Leave pages that MkDocs does not make.

        Args:
            places: By the path of a page below docs/, that of its HTML, below the folder that is served.
        """
        self._left.update(places.values())
        self._made |= {place: self._published[place] for place in places.values()}

    def take_page(self, place: str, key: bytes) -> None:
        """Take note of what a page is made of that MkDocs writes.

        Args:
            place: The path of its HTML, below the folder that is served.
            key: A digest of all that it is made of.
        """
        self._made[place] = key

    def _put(self, staged: Path, place: Path) -> None:
        self._published, self._inputs = {}, _UNKNOWN  # if the disk refuses, nothing is known of what is served
        before, self._paths = self._paths, self._paths | self._made.keys()
        self._paths = renew_folder(staged, place, before, self._left)
        self._published, self._inputs = self._made, self._inputs_made

    def close(self) -> None:
        """End: no build follows, and the collector of cycles runs again."""
        super().close()
        self._paused.close()
        gc.unfreeze()
