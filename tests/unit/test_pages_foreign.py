from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.corpus.written_pages import standard_pages
from build_tools.website.naming.foreign_words import mark_foreign
from build_tools.website.survey.program_words import mark_if_programs
from tests.support.composed import body_html, composed_page
from tests.support.invented import SMALL


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("It is 朝鲜 here.", 'It is <span lang="zh">朝鲜</span> here.'),
        ("윤석열 and Владимир Путин", '<span lang="ko">윤석열</span> and <span lang="ru">Владимир Путин</span>'),
        ("a “不友好国家、制裁” b", 'a “<span lang="zh">不友好国家、制裁</span>” b'),
        ("`朝鲜` [a](朝鲜.md) ![b](x.md){ .朝鲜 }", "`朝鲜` [a](朝鲜.md) ![b](x.md){ .朝鲜 }"),
        ('<span lang="ja">日本</span> 首尔', '<span lang="ja">日本</span> <span lang="zh">首尔</span>'),
        ("plain words", "plain words"),
    ],
)
def test_words_in_another_script_are_marked_and_syntax_is_left_alone(content: str, expected: str) -> None:
    assert mark_foreign(content, "en") == expected


def test_the_sites_own_script_is_not_marked() -> None:
    assert mark_foreign("Россия и 首尔", "ru") == 'Россия и <span lang="zh">首尔</span>'


def test_words_in_another_script_in_the_notes_of_a_quotation_are_marked() -> None:
    path = "quotations/vane-doubts.md"
    made = replace(SMALL, bodies={**SMALL.bodies, path: "It says 租约.\n"})
    assert 'It says <span lang="zh">租约</span>.' in body_html(composed_page(made, path))


def test_words_in_another_script_are_marked_on_pages_of_the_program_and_not_on_those_of_editors() -> None:
    of_program = next(page for page in standard_pages() if page.path == "linking.md")
    assert "“Нам” is" in of_program.body
    marked = mark_if_programs(of_program.body, of_program, ())
    assert '“<span lang="ru">Нам</span>” is' in marked
    assert "--words 诺地亚半岛\n" in marked
    of_editors = replace(of_program, body="“Нам” is theirs.\n")
    assert mark_if_programs(of_editors.body, of_editors, (of_editors,)) == of_editors.body
