"""A server that sends a page in two parts, the second when a test says so: what a slow line does to every long page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

from tests.support.serving import SiteHandler, SiteServer


class HalfSendingServer(SiteServer):
    """Serves a site, and of one page only so many bytes until it is told to go on."""

    def __init__(self, folder: Path, page: Path, sent: int) -> None:
        super().__init__(folder)
        self.RequestHandlerClass = HalfSendingHandler
        self.page, self.sent = page, sent
        self.goes_on = threading.Event()


class HalfSendingHandler(SiteHandler):
    """Sends that page in two parts."""

    def send_file(self, status: HTTPStatus, path: Path) -> None:
        assert isinstance(self.server, HalfSendingServer)
        if path.resolve() != self.server.page.resolve():
            super().send_file(status, path)
            return
        body = path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: self.server.sent])
        self.wfile.flush()
        self.server.goes_on.wait()
        self.wfile.write(body[self.server.sent :])


@contextmanager
def half_sending(folder: Path, page: Path, sent: int) -> Iterator[HalfSendingServer]:
    """Serve a site until the block ends, the page in two parts."""
    server = HalfSendingServer(folder, page, sent)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.goes_on.set()
        server.shutdown()
        server.server_close()
        thread.join()
