"""Hear of edits from the system, where it can tell: polling every file takes time from the build."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

_LOCAL = frozenset(["btrfs", "ext2", "ext3", "ext4", "f2fs", "overlay", "tmpfs", "xfs", "zfs"])
"""Linux file systems that only this machine writes to, so that the kernel hears of every change."""

_CHANGES: list[type[FileSystemEvent]] = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
"""The events that are edits: a build reads every file, which is an event as well."""

_MOUNTS = Path("/proc/self/mounts")
_MOUNT = re.compile(rb"^[^ \n]* ([^ \n]+) ([^ \n]+) ", re.MULTILINE)
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")
_POLLED_EVERY = 0.5  # seconds, as MkDocs does
_log = logging.getLogger("mkdocs.plugins.reader")


class EditObserver(PollingObserver):
    """Watches local folders by notifications, and all else by polling.

    A single file is polled too: an editor that saves by renaming takes it from under its notifications.
    """

    def __init__(self, mounts: Path = _MOUNTS) -> None:
        """Begin with nothing to watch.

        Args:
            mounts: The list of mounted file systems, which only Linux has.
        """
        super().__init__(timeout=_POLLED_EVERY)
        self._mounts = mounts
        self._notified: BaseObserver = Observer()
        self._folders: dict[ObservedWatch, FileSystemEventHandler] = {}

    def schedule(  # noqa: D102 - as the class that it overrides
        self,
        event_handler: FileSystemEventHandler,
        path: str | Path,
        *,
        recursive: bool = False,
        event_filter: list[type[FileSystemEvent]] | None = None,
        follow_symlink: bool = False,
    ) -> ObservedWatch:
        if not (Path(path).is_dir() and is_on_local_disk(Path(path), self._mounts)):
            return super().schedule(
                event_handler, path, recursive=recursive, event_filter=event_filter, follow_symlink=follow_symlink
            )
        watch = self._notified.schedule(event_handler, path, recursive=recursive, event_filter=_CHANGES)
        self._folders[watch] = event_handler
        return watch

    def unschedule(self, watch: ObservedWatch) -> None:  # noqa: D102 - as the class that it overrides
        if self._folders.pop(watch, None) is None:
            super().unschedule(watch)
        else:
            self._notified.unschedule(watch)

    def start(self) -> None:
        """Begin to watch; where the system has no notifications left to give, by polling alone."""
        try:
            self._notified.start()
        except OSError as error:
            _log.info("Folders are polled for changes: %s", error.strerror)
            for watch, handler in self._folders.items():
                super().schedule(handler, watch.path, recursive=watch.is_recursive)
        super().start()

    def on_thread_stop(self) -> None:
        """End the notifications with the polling."""
        super().on_thread_stop()
        if self._notified.is_alive():
            self._notified.stop()
            self._notified.join()


def is_on_local_disk(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Return whether only this machine writes to a path, by the list of mounted file systems; False without a list."""
    try:
        table = mounts.read_bytes()
    except OSError:
        return False
    kinds = {_read_place(place): os.fsdecode(kind) for place, kind in _MOUNT.findall(table)}
    place = path.resolve()
    return next((kinds[way] for way in (place, *place.parents) if way in kinds), "") in _LOCAL


def _read_place(written: bytes) -> Path:
    """Return a mount point, in which spaces and the like are written as bytes in octal, and need not be UTF-8."""
    return Path(os.fsdecode(_OCTAL.sub(lambda code: bytes([int(code[1], 8)]), written)))


def observe_edits(server: LiveReloadServer, docs: str) -> None:
    """Let a server that has not started hear of edits from the system.

    Args:
        server: The server of MkDocs, which polls.
        docs: The folder that it watches already.
    """
    server.unwatch(docs)
    server.observer = EditObserver()
    server.watch(docs)
