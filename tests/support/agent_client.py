"""A client of the protocol's own SDK that asks the server for agents."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from mcp import Client, StdioServerParameters

from tests.support.builds import ROOT

Call = tuple[str, Mapping[str, object]]


def converse(root: Path, calls: Sequence[Call]) -> tuple[list[Any], list[tuple[str, bool]]]:
    """Return the tools that the server lists, and for each call the answer and whether it is a refusal."""

    async def ask() -> tuple[list[Any], list[tuple[str, bool]]]:
        arguments = ["-m", "build_tools", "mcp", "--root", str(root)]
        server = StdioServerParameters(command=sys.executable, args=arguments, cwd=ROOT)
        async with Client(server) as client:
            listed = (await client.list_tools()).tools
            answers = [await client.call_tool(name, dict(given)) for name, given in calls]
            return listed, [(answer.content[0].model_dump()["text"], bool(answer.is_error)) for answer in answers]

    with ThreadPoolExecutor(1) as apart:  # in this thread, Playwright may have a loop of its own that runs
        return apart.submit(asyncio.run, ask()).result()
