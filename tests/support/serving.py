"""A web server for a built site, as strict as the ones that will publish it."""

from __future__ import annotations

import gzip
import mimetypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

PREFIX = "/reader/"
"""The site lives below a folder, as the pages of a repository do: a link that begins with "/" breaks here."""

TEXTUAL = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")


class SiteServer(ThreadingHTTPServer):
    """A server on a free port of this machine; `folder` may be filled after it has started."""

    daemon_threads = True
    request_queue_size = 128  # all workers of a run ask the one server of the real site at a time

    def __init__(self, folder: Path, prefix: str = PREFIX, handler: type[SiteHandler] | None = None) -> None:
        super().__init__(("127.0.0.1", 0), handler or SiteHandler)
        self.folder = folder
        self.prefix = prefix

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{self.prefix}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a reader who has gone to another page before this one had come."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class SiteHandler(BaseHTTPRequestHandler):
    """Answers like a static host: gzip, a redirect for a missing slash, and 404.html for what does not exist."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else a body waits for the browser's word on its head, 40 ms each time

    def do_GET(self) -> None:
        assert isinstance(self.server, SiteServer)
        path = unquote(urlsplit(self.path).path)
        target = (self.server.folder / path.removeprefix(self.server.prefix)).resolve()
        inside = path.startswith(self.server.prefix) and target.is_relative_to(self.server.folder.resolve())
        if inside and target.is_dir() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        target = target / "index.html" if target.is_dir() else target
        if inside and target.is_file():
            self.send_file(HTTPStatus.OK, target)
        else:
            self.send_file(HTTPStatus.NOT_FOUND, self.server.folder / "404.html")

    def send_file(self, status: HTTPStatus, path: Path) -> None:
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        body = path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if kind.startswith(TEXTUAL) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = zipped(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent names it so
        """Stay silent: a request is no news."""


@cache
def zipped(body: bytes) -> bytes:
    return gzip.compress(body, 6, mtime=0)


@contextmanager
def serving(folder: Path, prefix: str = PREFIX, handler: type[SiteHandler] | None = None) -> Iterator[SiteServer]:
    """Serve `folder` until the block ends, below another folder or at the root of its host (`/`)."""
    server = SiteServer(folder, prefix, handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
