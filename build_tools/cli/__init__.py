"""The command line: read, check, print; exit 0 clean, 1 on an error in the material, 2 on wrong usage."""

from __future__ import annotations

import click

from build_tools.cli.corpus import build, check, figures, pack
from build_tools.cli.editing import anchors, changes, write_schemas
from build_tools.cli.inquiries import explain, suggest
from build_tools.cli.new import new
from build_tools.cli.texts import annotate_texts, segment


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Seeds and entries become documents, mentions, pages."""


for command in (
    *(check, build, figures, pack, segment, annotate_texts, explain, suggest),
    *(changes, anchors, write_schemas, new),
):
    main.add_command(command)
