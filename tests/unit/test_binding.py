from __future__ import annotations

import pytest

from build_tools.website.assets.bundling import bind, shorten
from build_tools.website.assets.pruning import class_names, thin_out, words_in_code


def test_the_sheets_of_a_folder_become_one_and_a_plugins_stay_as_they_are() -> None:
    texts = {"a/x.css": "/* why */\n.x {\n  top: 0;\n}\n", "a/y.css": ".y { top: 1px }", "a/b/z.css": ".z { top: 0 }"}
    bound = bind(["plugin.css", "a/x.css", "a/y.css", "a/b/z.css"], texts)
    assert bound == (
        ("plugin.css", None),
        ("a/reader.css", ".x{top:0}\n.y{top:1px}\n"),
        ("a/b/reader.css", ".z{top:0}\n"),
    )


def test_scripts_stay_in_their_order_without_comments_though_folders_take_turns() -> None:
    texts = {"a/1.js": "one()", "a/b/2.js": "two()", "a/3.js": "three() // at the end", "a/4.js": "(four)()"}
    bound = bind(list(texts), texts)
    assert [path for path, _ in bound] == ["a/reader.js", "a/b/reader.js", "a/reader-2.js"]
    assert bound[2][1] == "three()\n;\nfour()\n"


def test_what_is_loaded_by_itself_has_no_comments_either_and_keeps_its_strings() -> None:
    assert shorten("a/x.css", "/* why */ .x { top: 0 }") == ".x{top:0}\n"
    script = 'const a = /[/"]/u // why\n/* and\n how */ const b = `// ${a} /*`\n'
    assert shorten("a/1.js", script) == 'const a=/[/"]/u,b=`// ${a} /*`\n'


def test_a_template_within_a_template_keeps_its_spaces_and_its_slashes() -> None:
    script = 'const a = n => `x ${n ? `  inner  // not a comment ${n}` : "b"}  y`'
    assert shorten("a/1.js", script) == 'const a=e=>`x ${e?`  inner  // not a comment ${e}`:"b"}  y`\n'


def test_a_script_that_cannot_be_parsed_is_named_with_the_place() -> None:
    with pytest.raises(ValueError, match=r"a/1\.js: .* on line 2"):
        shorten("a/1.js", "one()\ntwo(")


def test_characters_that_end_a_text_in_c_end_no_script() -> None:
    assert shorten("a/1.js", 'one("\0 two")') == 'one("\0 two")\n'


def test_rules_for_classes_that_no_page_has_are_left_out() -> None:
    sheet = (
        '@charset "utf-8";html{top:0}.a,.b .a{left:0}.b{right:0}a:not(.b):is(.c,.d){color:red}'
        '@media print{.b{top:1px}}@media screen{.a::before{content:"}{"}.b{top:2px}}@keyframes k{0%{top:0}}'
        '[data-x=".b"]{top:3px}'
    )
    known = {*class_names('<p class="a other">'), *words_in_code(["x.classList.add('e')"])}
    assert thin_out(sheet, known) == (
        '@charset "utf-8";html{top:0}.a{left:0}a:not(.b):is(.c,.d){color:red}'
        '@media screen{.a::before{content:"}{"}}@keyframes k{0%{top:0}}[data-x=".b"]{top:3px}'
    )


def test_a_sheet_that_breaks_off_is_no_trap() -> None:
    assert thin_out(".a{top:0", {"a"}) == ".a{top:0}"
    assert thin_out("", set()) == ""
