"""A server hears of edits from the system on local disks, and polls everything else."""

from __future__ import annotations

import errno
import os
import queue
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.inotify import InotifyEmitter

from build_tools.interfaces.serving.edit_observer import EditObserver, is_on_local_disk, observe_edits

WAIT = 30  # seconds


class Events(FileSystemEventHandler):
    """The events of files, in the order in which they came."""

    def __init__(self) -> None:
        self.heard: queue.Queue[FileSystemEvent] = queue.Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.heard.put(event)


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    """A list of file systems: a local one, with a share of a server and a name with a space in it."""
    table = tmp_path / "mounts"
    table.write_text(
        "disk / ext4 rw 0 0\nserver:/share /mnt/share nfs4 rw 0 0\ndisk2 /mnt/my\\040disk xfs rw 0 0\n", "utf-8"
    )
    return table


@pytest.fixture(params=["notified", "polled", "no notifications left"])
def observer(request: pytest.FixtureRequest, mounts: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[EditObserver]:
    if request.param == "polled":
        mounts.unlink()
    if request.param == "no notifications left":

        def refuse(_: InotifyEmitter) -> None:
            raise OSError(errno.EMFILE, "inotify instance limit reached")

        monkeypatch.setattr(InotifyEmitter, "on_thread_start", refuse)
        monkeypatch.setattr(InotifyEmitter, "start", refuse)
    watching = EditObserver(mounts)
    yield watching
    watching.stop()
    watching.join()
    assert not watching.is_alive()


@pytest.mark.parametrize(
    ("place", "expected"),
    [("/home/me/docs", True), ("/mnt/share/docs", False), ("/mnt/my disk/docs", True), ("/mnt/sharepoint", True)],
)
def test_a_path_is_local_if_its_file_system_is(mounts: Path, place: str, *, expected: bool) -> None:
    assert is_on_local_disk(Path(place), mounts) is expected


@pytest.mark.parametrize(
    "place", ["/mnt/données", "/mnt/donn\udce9es", "/mnt/共有\u3000一", "/mnt/a\rb", "/mnt/a\\040b"]
)
def test_a_share_of_a_server_is_not_local_whatever_its_name(tmp_path: Path, place: str) -> None:
    written = os.fsencode(place).replace(b"\\", rb"\134")
    (tmp_path / "mounts").write_bytes(b"disk / ext4 rw 0 0\nserver:/data " + written + b" nfs4 rw 0 0\n")
    assert not is_on_local_disk(Path(place) / "docs", tmp_path / "mounts")
    assert is_on_local_disk(Path("/mnt/docs"), tmp_path / "mounts")


def test_without_a_list_of_file_systems_nothing_is_taken_for_local(tmp_path: Path) -> None:
    assert not is_on_local_disk(tmp_path, tmp_path / "absent")


def test_an_edit_is_heard_however_the_folder_is_watched(observer: EditObserver, tmp_path: Path) -> None:
    docs, events = tmp_path / "docs", Events()
    (docs / "glossary").mkdir(parents=True)
    entry = docs / "glossary" / "sea.md"
    entry.write_text("before", "utf-8")
    observer.schedule(events, str(docs), recursive=True)
    observer.start()
    entry.write_text("after, and longer", "utf-8")
    assert events.heard.get(timeout=WAIT).src_path == str(entry)


def test_a_file_that_is_only_read_is_no_edit(mounts: Path, tmp_path: Path) -> None:
    docs, events = tmp_path / "docs", Events()
    docs.mkdir()
    (docs / "read.md").write_text("words", "utf-8")
    watching = EditObserver(mounts)
    watching.schedule(events, str(docs), recursive=True)
    watching.start()
    try:
        (docs / "read.md").read_text("utf-8")
        (docs / "new.md").write_text("words", "utf-8")
        heard = {events.heard.get(timeout=WAIT).src_path}
    finally:
        watching.stop()
        watching.join()
    while not events.heard.empty():
        heard.add(events.heard.get().src_path)
    assert heard == {str(docs / "new.md")}


def test_a_file_that_an_editor_replaces_is_watched_on(mounts: Path, tmp_path: Path) -> None:
    settings, events = tmp_path / "mkdocs.yml", Events()
    settings.write_text("site_name: One\n", "utf-8")
    watching = EditObserver(mounts)
    watching.schedule(events, str(settings))
    watching.start()
    try:
        for name in ("Another", "A third one"):
            (tmp_path / "new.yml").write_text(f"site_name: {name}\n", "utf-8")
            (tmp_path / "new.yml").replace(settings)
            assert events.heard.get(timeout=WAIT).src_path == str(settings)
            while not events.heard.empty():
                events.heard.get()
    finally:
        watching.stop()
        watching.join()


def test_what_a_server_watched_it_still_watches(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server.watch(str(tmp_path / "docs"))
    observe_edits(server, str(tmp_path / "docs"))
    server.watch(str(tmp_path))
    assert isinstance(server.observer, EditObserver)
    server.unwatch(str(tmp_path / "docs"))
    server.unwatch(str(tmp_path))
    server.server_close()
