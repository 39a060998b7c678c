"""The tools that agents have, in the order in which they are listed."""

from __future__ import annotations

from build_tools.editing.agent_answers.entry_answers import answer_differences, answer_entry
from build_tools.editing.agent_answers.text_answers import answer_explain, answer_quote, answer_read, answer_search
from build_tools.editing.agent_answers.tool_values import AgentTool, Argument

_LONGEST_ID = 200
_LONGEST_QUERY = 400
_LONGEST_QUOTATION = 4_000

_TEXT = Argument("text", "The id of a text, as search returns it.", _LONGEST_ID)
_PARAGRAPH = Argument("paragraph", "A paragraph of the text: p4, ¶4, 4, or a role such as title.", _LONGEST_ID)


def _limit(default: int, most: int) -> Argument:
    return Argument("limit", "How many to return at most.", most, is_number=True, default=default)


TOOLS = (
    AgentTool(
        "search",
        "Find passages, glossary entries and differences by words, names in any language, or dates. Each passage has"
        " the address of its paragraph. To cite its words, check them with quote.",
        (
            Argument("query", "Words or a name.", _LONGEST_QUERY),
            Argument("text", "Only in the text with this id.", _LONGEST_ID, default=""),
            _limit(8, 20),
        ),
        answer_search,
    ),
    AgentTool(
        "read",
        "Read a text in its own words, paragraph by paragraph, each with its address and its place in the raw file."
        " A long text comes in several answers: call again with what next says.",
        (
            _TEXT,
            Argument(
                "paragraph", "The paragraph to begin with; the beginning of the text if left out.", 200, default=""
            ),
            Argument(
                "offset", "The character of that paragraph to begin with.", 10**9, is_number=True, default=0, least=0
            ),
            Argument("count", "How many paragraphs to return at most.", 40, is_number=True, default=20),
        ),
        answer_read,
    ),
    AgentTool(
        "entry",
        "Read what the glossary says of a person, organisation, place, event or concept, and where texts name it.",
        (Argument("entry", "The id of an entry, or one of its names.", _LONGEST_ID), _limit(8, 20)),
        answer_entry,
    ),
    AgentTool(
        "quote",
        "Check whether a text has these words: exact, altered (with the differences), absent, or undecided where too"
        " many texts may have them. With the proof: file, checksum, offsets, commit, and citations. Do this before you"
        " give words as a quotation, and quote only what is exact.",
        (Argument("quotation", "The words; three dots mark an omission.", _LONGEST_QUOTATION),),
        answer_quote,
    ),
    AgentTool(
        "differences",
        "Read where texts disagree: who says what in which words, and how the editors read it.",
        (
            Argument("entry", "Only what is about this entry: its id or one of its names.", _LONGEST_ID, default=""),
            Argument("text", "Only what the text with this id says something on.", _LONGEST_ID, default=""),
            Argument("start", "How many to pass over.", 10**6, is_number=True, default=0, least=0),
            _limit(5, 10),
        ),
        answer_differences,
    ),
    AgentTool(
        "explain",
        "Read why words of a paragraph are linked to an entry, or are not.",
        (
            _TEXT,
            _PARAGRAPH,
            Argument("words", "Only these words of the paragraph.", _LONGEST_QUERY, default=""),
            _limit(20, 60),
        ),
        answer_explain,
    ),
)
"""All of them only read; the bounds keep an answer below the size that a program takes in at once."""
