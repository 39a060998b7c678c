"""What MkDocs refuses in an mkdocs.yml, as findings: it names a key, and neither a line nor what to write."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import Abort, ConfigurationError

from build_tools.corpus.front_matter.settings import SETTINGS, read_fields_of_settings
from build_tools.model.findings import Finding

_REFUSED = re.compile(r"Config value '(?P<key>[^']*)': (?P<words>.*)", re.DOTALL)
_LINE = re.compile(r"\bline (?P<line>\d+)")
_AS_MKDOCS_SAYS = "Write it as https://www.mkdocs.org/user-guide/configuration/ says."
_A_LINE_EACH = 'Write each setting on a line of its own, such as "site_name: Our Edition".'


class SettingsError(Exception):
    """Settings that MkDocs refuses; `findings` say which."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Take what is wrong."""
        super().__init__("MkDocs refuses the settings")
        self.findings = tuple(findings)


@contextmanager
def refusals_as_findings(root: Path) -> Iterator[None]:
    """Let MkDocs read the settings of an edition, and keep it from printing what it refuses.

    Args:
        root: The folder that holds the mkdocs.yml.

    Raises:
        SettingsError: If it refuses any of them.
    """
    refused: list[tuple[str, str]] = []

    def note(record: logging.LogRecord) -> bool:
        match = _REFUSED.fullmatch(record.getMessage()) if record.levelno >= logging.ERROR else None
        if match:
            refused.append((match["key"], match["words"]))
        return match is None

    log = logging.getLogger("mkdocs.config")
    log.addFilter(note)
    try:
        yield
    except Abort as error:
        if not refused:  # for a warning in strict mode, which it has printed
            raise
        raise SettingsError([_refused(root, key, words) for key, words in refused]) from error
    except ConfigurationError as error:
        raise SettingsError([_unreadable(str(error))]) from error
    finally:
        log.removeFilter(note)


def _refused(root: Path, key: str, words: str) -> Finding:
    fields = read_fields_of_settings(root)
    line = fields.key_lines.get(key, 1) if fields else 1
    message = f'the setting "{key}" is refused: {" ".join(words.split())}'
    return Finding(SETTINGS, line, "settings-invalid", message, _AS_MKDOCS_SAYS)


def _unreadable(words: str) -> Finding:
    place = _LINE.search(words)
    fault = " ".join(words.partition("\n")[0].split())
    line = int(place["line"]) if place else 1
    return Finding(SETTINGS, line, "settings-invalid", f"the settings cannot be read: {fault}", _A_LINE_EACH)
