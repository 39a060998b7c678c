from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.website.naming.foreign_words import mark_foreign
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
