"""How every command ends where it may not write, or the disk refuses: with a sentence, never a traceback."""

from __future__ import annotations

import errno
import sys
from typing import Any

import click

from build_tools.interfaces.cli.options import refuse
from build_tools.text.escaping import plain
from build_tools.website.writing import DestinationError, describe_disk_error


class CommandGroup(click.Group):
    """The commands, whose failures all end here."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click leaves the result of a command open
        """Run the command; exit with 2 if it was told to write where it may not, with 1 if the disk refused."""
        try:
            return super().invoke(ctx)
        except DestinationError as error:
            refuse(plain(str(error)))
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read our output has gone, which click knows to handle
                raise
            click.echo(plain(describe_disk_error(error)), err=True)
            sys.exit(1)
