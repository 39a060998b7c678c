"""Templates with their sentences in the language of the site, for an engine that does not know the function `_`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from build_tools.website.localisation.translation import translate

_SENTENCE = re.compile(r'\b_\(("(?:[^"\\]|\\.)*")\)')


def translate_templates(templates: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return templates in which each call of `_` with a sentence is the translation of the sentence.

    Args:
        templates: Templates by path; they are UTF-8.
    """
    return {path: _translated(data.decode()).encode() for path, data in templates.items()}


def _translated(template: str) -> str:
    return _SENTENCE.sub(lambda call: json.dumps(translate(json.loads(call[1])), ensure_ascii=False), template)
