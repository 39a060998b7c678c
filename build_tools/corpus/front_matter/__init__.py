"""Front matter as text with line numbers: the only package that knows YAML.

Every scalar is read as the text in the file; what YAML would take for a truth value, a
number, a date or nothing keeps that `tag`, so that a reader can refuse `- No` where a label belongs.
"""

from build_tools.corpus.front_matter.field_reader import ID_PATTERN, FieldReader, is_id
from build_tools.corpus.front_matter.nodes import Fields, FrontMatter, Listing, Node, Scalar
from build_tools.corpus.front_matter.parsing import (
    decode,
    forget_parsed_pages,
    parse_front_matter,
    parse_settings,
    read_front_matter,
)
from build_tools.corpus.front_matter.rendering import plain_fields, render_fields
from build_tools.corpus.front_matter.settings import Variable, render_settings

__all__ = [
    "ID_PATTERN",
    "FieldReader",
    "Fields",
    "FrontMatter",
    "Listing",
    "Node",
    "Scalar",
    "Variable",
    "decode",
    "forget_parsed_pages",
    "is_id",
    "parse_front_matter",
    "parse_settings",
    "plain_fields",
    "read_front_matter",
    "render_fields",
    "render_settings",
]
