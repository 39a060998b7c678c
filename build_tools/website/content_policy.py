"""What a page may load and run, as every page says it to the browser."""

from __future__ import annotations

from typing import Final

CONTENT_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'; script-src 'self'"
)
"""The content security policy of every page: it loads what is the site's own, and contains no script or style.

The directives are those of the W3C's Content Security Policy Level 3, section 6; the last one is of scripts.
"""

POLICY_WITH_FORMS: Final = CONTENT_POLICY.replace("form-action 'none'", "form-action 'self'")
"""The same for a page with a form that leads to another page of the site."""
