"""The cache on disk: one database below the edition's build/, which may be deleted at any time.

It is never needed and never trusted: an answer whose checksum is wrong, a file that is no database, and one that
another version of the program wrote are as good as none. What the last whole build did not ask for is removed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from build_tools.website.caching import NO_CACHE, Cache, digest, program_version
from build_tools.website.writing.destinations import DestinationError, check_file, check_way, real_path

CACHE_FOLDER = Path("build/.cache")
"""Where an edition keeps it."""

_IGNORED = b"# Made by a build to save time. It may be deleted, and belongs in no repository.\n*\n"
_PASSING = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
"""The errors that are no fault of the database: another process writes, or the disk refuses."""

_LAYOUT = """
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS answers (address BLOB PRIMARY KEY, kind TEXT, checksum BLOB, answer BLOB);
"""


class DiskCache(Cache):
    """Keeps answers in a database; whatever goes wrong with that is no fault of the build, which goes on without."""

    def __init__(self, database: Path, version: bytes) -> None:
        """Open a database; where there is none, answers are in a temporary one, and nothing is written but by `finish`.

        Args:
            database: The file; one that is damaged is removed in the end.
            version: What identifies the program; answers of any other are not found.

        Raises:
            sqlite3.Error: If the file cannot be opened.
        """
        self._database, self._version = database, version
        self._asked: dict[str, set[bytes]] = {}
        self._is_new = not database.exists()
        self._is_damaged = False
        self._connection = sqlite3.connect("" if self._is_new else database, timeout=0)
        with self._errors_ignored():
            self._connection.executescript(_LAYOUT)

    def recall(self, kind: str, key: bytes) -> bytes | None:
        """Return the answer that was kept, if it is whole, or None."""
        address = self._address(kind, key)
        with self._errors_ignored():
            query = "SELECT checksum, answer FROM answers WHERE address = ?"
            for checksum, answer in self._connection.execute(query, (address,)):
                if isinstance(answer, bytes) and checksum == digest(address, answer):
                    return answer
        return None

    def keep(self, kind: str, key: bytes, answer: bytes) -> None:
        """Keep an answer, unless another process is writing."""
        address = self._address(kind, key)
        with self._errors_ignored():
            row = (address, kind, digest(address, answer), answer)
            self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", row)

    def finish(self, *, asked_for_all: bool = True) -> None:
        """Write the answers.

        Args:
            asked_for_all: Whether those that nobody asked for, of the kinds that somebody asked for, are removed.
        """
        with self._errors_ignored():
            for kind, asked in self._asked.items() if asked_for_all else ():
                kept = self._connection.execute("SELECT address FROM answers WHERE kind = ?", (kind,)).fetchall()
                unasked = [row for row in kept if row[0] not in asked]
                self._connection.executemany("DELETE FROM answers WHERE address = ?", unasked)
            self._connection.commit()
            if self._is_new and self._asked:
                with suppress(OSError):
                    _make_folder(self._database.parent)
                    self._connection.execute("VACUUM INTO ?", (str(self._database),))
        self._asked = {}

    def close(self) -> None:
        """Close the database; what was kept since the last `finish` is forgotten."""
        with self._errors_ignored():
            self._connection.close()
        if self._is_damaged:
            with suppress(OSError):
                self._database.unlink()

    def _address(self, kind: str, key: bytes) -> bytes:
        address = digest(self._version, kind.encode(), key)
        self._asked.setdefault(kind, set()).add(address)
        return address

    @contextmanager
    def _errors_ignored(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            self._is_damaged |= getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _PASSING
        except UnicodeError:  # the damage is in the words that report it
            self._is_damaged = True


@contextmanager
def disk_cache(root: Path, written: Path, *, asks_for_all: bool = True) -> Iterator[Cache]:
    """Give the cache of an edition; what a build kept stays if it ends without an error.

    Args:
        root: The folder that holds seeds/ and docs/.
        written: The folder that the build writes, in which nothing of the cache may be.
        asks_for_all: Whether the build asks for all that the edition needs; what it does not ask for is then removed.
            A server, which keeps much in memory, asks for what an edit has changed.

    Yields:
        The cache, which keeps nothing where the disk or a link in the way refuses.
    """
    cache = None if real_path(written) in real_path(root / CACHE_FOLDER).parents else _open(root)
    if cache is None:
        yield NO_CACHE
        return
    with closing(cache):
        yield cache
        cache.finish(asked_for_all=asks_for_all)


def _open(root: Path) -> DiskCache | None:
    version = program_version()
    database = root / CACHE_FOLDER / f"{version.hex()}.sqlite"
    try:
        check_way(database, root)
        check_file(database)
        return DiskCache(database, version)
    except (OSError, DestinationError, sqlite3.Error):
        return None


def _make_folder(folder: Path) -> None:
    """Make the folder of the cache, whose contents git is told to ignore, and remove what other versions kept there."""
    folder.mkdir(parents=True, exist_ok=True)
    for other in folder.glob("*.sqlite*"):
        other.unlink()
    ignored = folder / ".gitignore"
    if not os.path.lexists(ignored):
        ignored.write_bytes(_IGNORED)
