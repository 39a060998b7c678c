"""The schemas of the XML by which programs find their way; they ask what the standards ask of what we write."""

from __future__ import annotations

from lxml import etree

from tests.support.builds import ROOT

_FOLDER = ROOT / "tests/data/doors"
_ATOM = etree.RelaxNG(file=str(_FOLDER / "atom.rng"))
_SITEMAP = etree.XMLSchema(file=str(_FOLDER / "sitemap.xsd"))
_OPENSEARCH = etree.XMLSchema(file=str(_FOLDER / "opensearch.xsd"))
_SCHEMAS = {"feed/texts.xml": _ATOM, "feed/changes.xml": _ATOM, "sitemap.xml": _SITEMAP, "opensearch.xml": _OPENSEARCH}


def schema_faults(path: str, data: bytes) -> list[str]:
    """Return what is wrong with a file of the site, by its path there."""
    schema = _SCHEMAS[path]
    schema.validate(etree.fromstring(data))
    return [str(fault) for fault in schema.error_log]
