"""The commands by their names, each imported when it is asked for, and how all of them end where something fails.

They end with a sentence, never a traceback, where a command may not write or the disk refuses.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any

import click

from build_tools.interfaces.cli.options import finish, refuse
from build_tools.text.escaping import plain


class Commands(MutableMapping[str, click.Command]):
    """Commands by name: to annotate a text nobody waits for all that a site is built with."""

    def __init__(self, places: Mapping[str, str]) -> None:
        """Take the place of each command: a module beside this one, a colon, and its name there."""
        self._places = dict(places)
        self._imported: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        """Return a command."""
        if name not in self._imported:
            module, _, attribute = self._places[name].partition(":")
            self._imported[name] = getattr(import_module(f"{__package__}.{module}"), attribute)
        return self._imported[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        """Add a command."""
        self._places[name] = ""
        self._imported[name] = command

    def __delitem__(self, name: str) -> None:
        """Remove a command."""
        del self._places[name]
        self._imported.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)


class CommandGroup(click.Group):
    """The commands, whose failures all end here."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click leaves the result of a command open
        """Run the command; exit with 2 if it may not write there, with 1 if the disk or MkDocs refused."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read our output has gone, which click knows to handle
                raise
            from build_tools.website.writing import describe_disk_error  # noqa: PLC0415 - see `Commands`

            click.echo(plain(describe_disk_error(error)), err=True)
            sys.exit(1)
        except Exception as error:
            from build_tools.interfaces.refused_settings import SettingsError  # noqa: PLC0415 - see `Commands`
            from build_tools.website.writing import DestinationError  # noqa: PLC0415 - see `Commands`

            if isinstance(error, SettingsError):
                finish(error.findings)
            if not isinstance(error, DestinationError):
                raise
            refuse(plain(str(error)))
