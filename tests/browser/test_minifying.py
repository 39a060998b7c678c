"""Scripts do the same after they are minified as before."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from build_tools.website.assets.bundling import shorten


@pytest.mark.parametrize(
    "expression",
    [
        '[0, 1].map(n => `x ${n ? `  inner  // not a comment ${n}` : "b"}  y`)',
        "`a ${`b ${`  c  /* d */ ${1 + 1}`}  e`}  f`",
        """'a//b  c /* d */'.split(/[/'"]  ?/)""",
        "((a, b) => a / b / 2)(8, 2)",
        "(() => { const g = 2, i = 4; return 8 /g/ i })()",
        "'x'.replace(/x/g, '  // y')",
        "(() => {\n  const a = 1\n  ;[1].forEach(() => {})\n  return a\n})()",
        "(() => {\n  let a = 1\n  let b = a\n  ++b\n  return [a, b]\n})()",
        "((a = { b: 1 }) => a?.b ?? a.c ?.5:1)()",
        "[1 - -1, 1 + +1, 3 - - 2]",
        '"\\u2028 </script> <!-- x"',
        "(({ a, ...rest }) => ({ a, rest }))({ a: 1, b: [...'xy'] })",
        "(label => { for (const a of [1, 2]) { if (a > 1) return label; continue } })('b')",
    ],
)
def test_a_minified_expression_has_the_value_it_had(page: Page, expression: str) -> None:
    short = shorten("a.js", f"globalThis.value = {expression}")
    page.evaluate("script => (0, eval)(script)", f"globalThis.value = {expression}")
    value = page.evaluate("globalThis.value")
    page.evaluate("globalThis.value = null")
    page.evaluate("script => (0, eval)(script)", short)
    assert page.evaluate("globalThis.value") == value
