"""A static server that sends parts of files where a browser asks for a range of bytes, as most hosts do."""

from __future__ import annotations

import re
from http import HTTPStatus
from pathlib import Path

from tests.support.serving import SiteHandler

_RANGE = re.compile(r"bytes=(\d+)-(\d+)")


class RangeHandler(SiteHandler):
    """Answers a range with 206 and the bytes of it, and everything else like a host without ranges."""

    def send_file(self, status: HTTPStatus, path: Path) -> None:
        wanted = _RANGE.fullmatch(self.headers.get("Range", ""))
        if not wanted or status != HTTPStatus.OK:
            super().send_file(status, path)
            return
        first, last = int(wanted[1]), int(wanted[2])
        with path.open("rb") as file:
            file.seek(first)
            body = file.read(last - first + 1)
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Range", f"bytes {first}-{first + len(body) - 1}/{path.stat().st_size}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
