"""Write a file of settings in YAML, such as the mkdocs.yml of a tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import yaml


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


def render_settings(settings: Mapping[str, object]) -> str:
    """Return settings as YAML, in the order that they have."""
    return yaml.dump(dict(settings), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
