"""Everything an edition is checked for once its files are read and its texts are linked.

A new finding needs a row in model/finding_codes.toml, a function in one of these modules that takes the `Material` and
is listed in that module's CHECKS, and a folder in tests/findings.
"""

from __future__ import annotations

from build_tools.edition.checks import (
    anchor_lock,
    entry_checks,
    evidence_checks,
    limits,
    plain_prose,
    quoted_passages,
    reference_checks,
    style,
    tangled_prose,
    undecided_places,
    withheld_texts,
)
from build_tools.edition.checks.material import Check, Material

__all__ = ["CHECKS", "TEXT_CHECKS", "Check", "Material"]

CHECKS: tuple[Check, ...] = (
    *entry_checks.CHECKS,
    *limits.CHECKS,
    *plain_prose.CHECKS,
    *reference_checks.CHECKS,
    *undecided_places.CHECKS,
    *evidence_checks.CHECKS,
    *quoted_passages.CHECKS,
    *style.CHECKS,
    *tangled_prose.CHECKS,
    *anchor_lock.CHECKS,
    *withheld_texts.CHECKS,
)
"""Every check of an edition. Their order does not matter: findings are sorted."""

TEXT_CHECKS: tuple[Check, ...] = (*plain_prose.CHECKS, *undecided_places.CHECKS, *tangled_prose.CHECKS)
"""The checks that find of each text the same, whatever other texts and entries are beside it."""
