from __future__ import annotations

import html
import re
from itertools import pairwise

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.prose.code_spans import find_code, find_fenced_blocks, mask_code

# Words, ticks, backslashes and line ends, without what makes other blocks: indents, lists, headings.
PIECES = (
    "a",
    "b c",
    "`",
    "``",
    "```",
    "~~~",
    "\\",
    "\\\\",
    "\n",
    "\n\n",
    "é",
    "\n```\n",
    "\n~~~\n",
    "\n```py\n",
    "\n```{a}}\n",
    "\n```{a='}'}\n",
)


def code(content: str) -> list[str]:
    return [content[start:end] for start, end in find_code(content)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a `b` c", ["`b`"]),
        ("``a ` b`` c", ["``a ` b``"]),
        ("`a\nb` c", ["`a\nb`"]),
        ("`a\n\nb` c", []),
        ("a ` b", []),
        ("```a`` b", ["```a``"]),
        ("`a`` b", []),
        (r"\`a` b`", ["` b`"]),
        (r"\\`a` b", ["`a`"]),
        (r"`a\` b", [r"`a\`"]),
        ("- `a\n- b` c `d`", ["` c `"]),
        ("a `b\n- c` d", ["`b\n- c`"]),
        ("a `b\n# c` d", []),
        ("```\na\n\nb\n```\nc", ["```\na\n\nb\n```"]),
        ("~~~ py\n`a\n~~~\n`b`", ["~~~ py\n`a\n~~~", "`b`"]),
        ("````\n```\n````", ["````\n```\n````"]),
        ("```\n<script>", []),
        ("  ```\na\n  ```", ["```\na\n  ```"]),
        ('``` { .py title="}" }\nb\n```', ['``` { .py title="}" }\nb\n```']),
        ("``` { .py } }\n\nb\n```", []),
        ('``` py hl_lines="1"\n\nb\n```', ['``` py hl_lines="1"\n\nb\n```']),
        ("``` two words\n\nb\n```", []),
    ],
)
def test_code_is_what_python_markdown_renders_as_code(content: str, expected: list[str]) -> None:
    assert code(content) == expected


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_inline_and_fenced_code_are_those_of_python_markdown(content: str) -> None:
    rendered = markdown.markdown(content, extensions=["fenced_code"])
    shown = [html.unescape(text).strip() for text in re.findall(r"<code[^>]*>(.*?)</code>", rendered, re.DOTALL)]
    fenced = set(find_fenced_blocks(content))
    expected = []
    for start, end in find_code(content):
        if (start, end) in fenced:
            expected.append("\n".join(content[start:end].split("\n")[1:-1]).strip())
        else:
            ticks = len(content[:end]) - len(content[:end].rstrip("`"))
            expected.append(content[start + ticks : end - ticks].strip())
    assert shown == expected


@given(st.text(alphabet="a`~\\\n -#1.", max_size=80))
def test_masking_keeps_length_and_line_ends_and_all_that_is_not_code(content: str) -> None:
    masked = mask_code(content)
    assert len(masked) == len(content)
    assert [end == "\n" for end in masked] == [end == "\n" for end in content]
    spans = find_code(content)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(masked[place] == content[place] for place in range(len(content)) if place not in covered)
