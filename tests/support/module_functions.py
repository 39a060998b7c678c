"""The functions of a module of tests, and where the names that it uses come from, read without running it."""

from __future__ import annotations

import ast
from dataclasses import dataclass

Function = ast.FunctionDef


@dataclass(frozen=True)
class Module:
    """A module: its path, its functions by name, and the module and the name there of each name that it imports."""

    path: str
    functions: dict[str, Function]
    imports: dict[str, tuple[str, str]]

    @classmethod
    def parsed(cls, path: str, text: str) -> Module:
        tree = ast.parse(text)
        brought = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
        imports = {name.asname or name.name: (one.module or "", name.name) for one in brought for name in one.names}
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        bodies = [tree.body, *(node.body for node in classes)]
        functions = {node.name: node for body in bodies for node in body if isinstance(node, Function)}
        return cls(path, functions, imports)

    @property
    def name(self) -> str:
        return self.path.removesuffix(".py").replace("/", ".")

    def imports_from(self, *modules: str) -> bool:
        return any(where in modules for where, _ in self.imports.values())
