"""The command line. Exit codes: 0 for success, 1 for an error in the material, 2 for wrong usage."""

from __future__ import annotations

import click

from build_tools.interfaces.cli.command_group import CommandGroup, Commands

_COMMANDS = {
    "check": "edition_commands:check",
    "serve": "site_commands:serve",
    "site": "site_commands:site",
    "tree": "edition_commands:tree",
    "build": "edition_commands:tree",
    "data": "edition_commands:data_command",
    "figures": "edition_commands:figures_command",
    "pack": "edition_commands:pack_command",
    "segment": "text_commands:segment_command",
    "annotate": "parallel.annotation_commands:annotate_command",
    "count": "parallel.annotation_commands:count_command",
    "shard": "parallel.shard_commands:shard",
    "explain": "question_commands:explain_command",
    "quote": "question_commands:quote_command",
    "mcp": "question_commands:mcp_command",
    "suggest": "question_commands:suggest_command",
    "changes": "editing_commands:changes",
    "anchors": "editing_commands:anchors",
    "migrate": "editing_commands:migrate",
    "schemas": "editing_commands:write_schemas",
    "new": "new_commands:new",
    "rename": "identifier_commands:rename_command",
    "merge": "identifier_commands:merge_command",
    "withdraw": "identifier_commands:withdraw_command",
    "collections": "collections:collections",
}


_HELP = {"help_option_names": ["-h", "--help"]}


@click.group(cls=CommandGroup, commands=Commands(_COMMANDS), context_settings=_HELP)
def main() -> None:
    """Turn seeds and entries into documents, mentions and pages."""


@click.group(
    name="reader",
    cls=CommandGroup,
    commands=Commands({**_COMMANDS, "build": _COMMANDS["site"]}),
    context_settings=_HELP,
)
def run_reader() -> None:
    """Make an edition of texts: begin it, check it, show it, build its site."""
