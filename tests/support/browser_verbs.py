"""What each method of Playwright does to a test: it acts on a page, waits for it, or reads it at once.

Playwright returns from a click when the browser has it, not when the page has answered.
"""

from __future__ import annotations

import ast
import re

ACTS = frozenset({
    *("check", "clear", "click", "dblclick", "dispatch_event", "down", "drag_and_drop", "drag_to", "emulate_media"),
    *("fill", "focus", "go_back", "go_forward", "hover", "insert_text", "move", "press", "press_sequentially"),
    *("select_option", "set_checked", "set_input_files", "set_offline", "set_viewport_size", "tap", "type"),
    *("uncheck", "up", "wheel"),
})  # fmt: skip
"""Methods of a page, its keyboard, mouse or elements after which the page may still be at work."""

READS = frozenset({
    *("all", "all_inner_texts", "all_text_contents", "aria_snapshot", "bounding_box", "content", "count", "evaluate"),
    *("evaluate_all", "evaluate_handle", "get_attribute", "inner_html", "inner_text", "input_value", "is_checked"),
    *("is_disabled", "is_editable", "is_enabled", "is_hidden", "is_visible", "pdf", "screenshot", "text_content"),
    "title",
})  # fmt: skip
"""Methods that say at once how a page is."""

FROM_HERE = frozenset({"go_back", "go_forward", "reload"})
"""Methods that do something else if the page before has not been left yet."""

WAITS = frozenset({
    *("goto", "reload", "set_content", "wait_for", "wait_for_event", "wait_for_function", "wait_for_selector"),
    "wait_for_url",
})  # fmt: skip
"""Methods that return when something has come, or a new document; a fixed time and a state of loading are none."""

ADDRESS_WAITS = frozenset({"goto", "reload", "set_content", "wait_for_url", "to_have_url", "not_to_have_url"})
"""Waits after which the address is the one to come; a page that is being left may still have its own."""

SLEEPS = frozenset({"sleep", "wait_for_timeout"})
"""A loop that has one of them, and looks again, is a wait."""

WINDOWS = frozenset({"new_context", "new_page"})

_ACTING_SCRIPT = re.compile(
    r"\.(click|focus|blur|submit)\(\)|\blocation(\.\w+)? = |history\.(back|forward|go)\(|scroll(To|By|IntoView)\("
)


def called(node: ast.Call) -> str:
    """Return the last name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def is_expectation(node: ast.Call) -> bool:
    """Say whether a call is what `expect` says of something, which is tried again until it holds."""
    is_said = called(node).startswith(("to_", "not_to_"))
    inside = ast.walk(node.func) if is_said else ()
    return any(isinstance(one, ast.Call) and called(one) == "expect" for one in inside)


def acts_by_script(node: ast.Call) -> bool:
    """Say whether a script in a test does what a reader would do."""
    script = node.args[0] if node.args else None
    return isinstance(script, ast.Constant) and bool(_ACTING_SCRIPT.search(str(script.value)))
