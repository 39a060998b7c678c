"""The settings of a site in YAML: those of an edition are looked at, those of a tree are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from build_tools.corpus.front_matter.field_reader import FieldReader
from build_tools.corpus.front_matter.nodes import Fields, Listing, Scalar
from build_tools.corpus.front_matter.parsing import parse_settings
from build_tools.corpus.front_matter.text_types import LANGUAGE_TAG
from build_tools.model.findings import Finding

SETTINGS = "mkdocs.yml"
"""The file of an edition's settings, below its root."""

_PLUGIN = "reader"
_LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Variable:
    """A value that a site generator takes from its environment; the fallback where that does not have it."""

    name: str
    fallback: str


class _Dumper(yaml.Dumper):
    """Writes functions by their names, as the settings of extensions of Markdown have them."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the base class passes it
        return True


def _represent(dumper: yaml.Dumper, variable: Variable) -> yaml.Node:
    return dumper.represent_sequence("!ENV", [variable.name, variable.fallback], flow_style=True)


_Dumper.add_representer(Variable, _represent)


def read_fields_of_settings(root: Path) -> Fields | None:
    """Return what the settings of an edition say; None if there are none, or they are no map.

    Args:
        root: The folder that holds the file.
    """
    file = root / SETTINGS
    return parse_settings(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else None


def check_language(root: Path, language: str) -> list[Finding]:
    """Return a finding if the language of a site has no tag, at the line of the settings that names it.

    Args:
        root: The folder that holds the settings.
        language: What MkDocs has read as the language.
    """
    reader = FieldReader(Fields({}, {}, 1), SETTINGS, ())
    if re.fullmatch(LANGUAGE_TAG.pattern, language) is None:
        LANGUAGE_TAG.report(reader, language, _line_of_language(read_fields_of_settings(root)))
    return reader.findings


def _line_of_language(settings: Fields | None) -> int:
    """Return the line of the language of our plugin, which comes first, or else of the theme."""
    nodes = settings.nodes if settings else {}
    plugins = nodes.get("plugins")
    listed = plugins.items if isinstance(plugins, Listing) else (plugins,)
    options = [plugin.nodes.get(_PLUGIN) for plugin in listed if isinstance(plugin, Fields)]
    for fields in (*options, nodes.get("theme")):
        named = fields.nodes.get(_LANGUAGE) if isinstance(fields, Fields) else None
        if isinstance(named, Scalar) and isinstance(fields, Fields):
            return fields.key_lines[_LANGUAGE]
    return 1


def render_settings(settings: Mapping[str, object]) -> str:
    """Return settings as YAML, in the order that they have."""
    return yaml.dump(dict(settings), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
