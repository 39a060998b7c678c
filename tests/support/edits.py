"""Random edits of hand-written files, from a seed: what reviewers must see of each is known."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.support import scratch

_WORDS = ("the", "harbour", "of", "Orvale", "was", "leased", "in", "spring", "and", "nobody", "asked", "who", "paid")
_HAN = "港口租给蓝线公司因为没有人问粮食价格"
_CYRILLIC = ("гавань", "сдали", "весной", "и", "никто", "не", "спросил", "о", "цене", "зерна")
_INLINE = (
    "[words](https://h{n}.example/a)",
    "<https://h{n}.example/>",
    "<span data-h{n}=x>",
    "<img src=h{n} onerror=alert(1)>",
    "<script src=//h{n}.example/x.js></script>",
    "![words](h{n}.png)",
    "[words](javascript:h{n})",
    "<A HREF='h{n}'\nTITLE=x>",
)
_BLOCKS = (
    "::: h{n}.module",
    '--8<-- "h{n}.txt"',
    "<div\nclass=h{n}>\n\nwords\n\n</div>",
    "Words with a class.\n{{: .h{n} }}",
    "[h{n}]: https://h{n}.example/b",
    '!!! note "Words"\n    <b id=h{n}>words</b>',
)


@dataclass
class Edited:
    """The files before and after some edits, the words that these inserted, and a part of each construct."""

    before: dict[str, bytes]
    after: dict[str, bytes]
    words: list[str] = field(default_factory=list)
    constructs: list[str] = field(default_factory=list)


class Editor:
    """Edits some files of a small corpus; every word and every construct that it inserts occurs nowhere else."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  # examples, no secrets
        self.number = 0
        files = scratch.corpus()
        for name in ("glossary/grain", "glossary/orvale", "glossary/blue-line", "sources/letter"):
            files[f"docs/{name}.md"] += f"\n{self._prose()}\n".encode()
        for name in ("about", "contribute", "glossary/index", "sources/index"):
            files[f"docs/{name}.md"] = f"---\ntitle: A page\n---\n{self._prose()}\n".encode()
        self.edited = Edited(files, dict(files))
        self.paths = [path for path in sorted(files) if path.endswith(".md")]

    def edit(self, times: int) -> Edited:
        """Make some edits, and return the files with what was inserted."""
        inserting = (self._insert_words, self._insert_words, self._insert_construct, self._insert_block)
        kinds = (*inserting, self._split_word, self._fill_field, self._add_page, self._delete, self._move)
        for _ in range(times):
            self.random.choice(kinds)(self.random.choice(self.paths))
        return self.edited

    def _prose(self) -> str:
        paragraphs = []
        for _ in range(self.random.randint(2, 9)):
            words = self.random.choices(self.random.choice([_WORDS, _WORDS, _CYRILLIC]), k=self.random.randint(3, 90))
            han = "".join(self.random.choices(_HAN, k=self.random.randint(3, 90)))
            paragraphs.append(self.random.choice([" ".join(words), " ".join(words), han, "- " + "\n- ".join(words)]))
        return "\n\n".join(paragraphs)

    def _word(self) -> str:
        self.number += 1
        word = self.random.choice(["w{n}", "Wort{n}!", "слово{n},", "(w{n})", "词w{n}语", "*w{n}*"]).format(
            n=self.number
        )
        self.edited.words.append(f"{self.number}")
        return word.replace(f"{self.number}", f"q{self.number}q")

    def _construct(self, forms: tuple[str, ...]) -> str:
        self.number += 1
        self.edited.constructs.append(f"h{self.number}q")
        return self.random.choice(forms).format(n=f"{self.number}q")

    def _change(self, path: str, paragraphs: list[str]) -> None:
        self.edited.after[path] = "\n\n".join(paragraphs).encode()

    def _paragraphs(self, path: str) -> list[str]:
        return self.edited.after[path].decode().split("\n\n")

    def _insert(self, path: str, inserted: str) -> None:
        """Put something between two words of the body that are not within a construct."""
        paragraphs = self._paragraphs(path)
        free = [at for at in range(1, len(paragraphs)) if not set("<[:{") & set(paragraphs[at])]
        if not free:
            self._change(path, [*paragraphs, inserted])
            return
        at = self.random.choice(free)
        words = paragraphs[at].split(" ")
        words.insert(self.random.randint(0, len(words)), inserted)
        paragraphs[at] = " ".join(words)
        self._change(path, paragraphs)

    def _insert_words(self, path: str) -> None:
        self._insert(path, " ".join(self._word() for _ in range(self.random.choice([1, 1, 2, 40]))))

    def _insert_construct(self, path: str) -> None:
        self._insert(path, self._construct(_INLINE))

    def _insert_block(self, path: str) -> None:
        paragraphs = self._paragraphs(path)
        paragraphs.insert(self.random.randint(1, len(paragraphs)), self._construct(_BLOCKS))
        self._change(path, paragraphs)

    def _delete(self, path: str) -> None:
        paragraphs = self._paragraphs(path)
        at = self.random.randrange(len(paragraphs))
        if at and not any(f"q{word}q" in paragraphs[at] for word in self.edited.words) and "h" not in paragraphs[at]:
            del paragraphs[at]
        self._change(path, paragraphs)

    def _move(self, path: str) -> None:
        head, *paragraphs = self._paragraphs(path)
        self.random.shuffle(paragraphs)
        self._change(path, [head, *paragraphs])

    def _fill_field(self, path: str) -> None:
        head, *paragraphs = self._paragraphs(path)
        lines = head.split("\n")
        line = self.random.choice(["description: {w}", "# {w}", "alt_labels: [{w}]", "unknown: {{{w}: {w}}}", '"{w}'])
        lines.insert(self.random.randint(1, lines[1:].index("---") + 1), line.format(w=self._word()))
        self._change(path, ["\n".join(lines), *paragraphs])

    def _split_word(self, path: str) -> None:
        text = self.edited.after[path].decode()
        if "harbour" in text:
            self.edited.after[path] = text.replace("harbour", f"har{self._word()}bour", 1).encode()

    def _add_page(self, _path: str) -> None:
        page = f"---\ntitle: {self._word()}\n---\n{self._word()} {self._construct(_INLINE)}\n\n{self._word()}\n"
        self.edited.after[f"docs/page-{self.number}.md"] = page.encode()
