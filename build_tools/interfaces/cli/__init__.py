"""The command line. Exit codes: 0 for success, 1 for an error in the material, 2 for wrong usage."""

from __future__ import annotations

import click

from build_tools.interfaces.cli.editing_commands import anchors, changes, write_schemas
from build_tools.interfaces.cli.edition_commands import build, check, figures_command, pack_command
from build_tools.interfaces.cli.failures import CommandGroup
from build_tools.interfaces.cli.new_commands import new
from build_tools.interfaces.cli.question_commands import explain_command, suggest_command
from build_tools.interfaces.cli.text_commands import annotate_texts, segment_command


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Seeds and entries become documents, mentions, pages."""


for command in (
    *(check, build, figures_command, pack_command, segment_command, annotate_texts, explain_command, suggest_command),
    *(changes, anchors, write_schemas, new),
):
    main.add_command(command)
