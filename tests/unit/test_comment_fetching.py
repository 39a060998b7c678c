from __future__ import annotations

import io
import json
import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError

import pytest

from tests.unit.test_comment_script import Json, comment


class Host(BaseHTTPRequestHandler):
    """Answers as the API does: an archive lies elsewhere."""

    elsewhere = "https://store.example/archive?signed"
    heard: list[tuple[str, str, bytes]]

    def do_GET(self) -> None:
        self.hear(b"")
        if self.path.endswith("/zip"):
            self.send_response(302)
            self.send_header("Location", self.elsewhere)
            self.end_headers()
        else:
            self.answer()

    def do_PATCH(self) -> None:
        self.hear(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer()

    def hear(self, body: bytes) -> None:
        self.heard.append((self.path, self.headers.get("Authorization", ""), body))

    def answer(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"is": "json"}')

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent names it so
        """Stay silent."""


@pytest.fixture
def host() -> Iterator[str]:
    Host.heard = []
    Host.elsewhere = "https://store.example/archive?signed"
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def github(host: str) -> Json:
    return comment.GitHub({"GITHUB_API_URL": host, "GITHUB_REPOSITORY": "us/reader", "GH_TOKEN": "secret"})


def test_the_token_goes_to_the_api_and_not_to_where_archives_lie(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def store(address: object, timeout: float) -> io.BytesIO:
        asked.append((address, timeout))
        return io.BytesIO(b"x" * 100)

    monkeypatch.setattr(urllib.request, "urlopen", store)
    assert github(host).fetch("actions/artifacts/3/zip", 10) == b"x" * 11
    # A bare address: no request of ours with a header on it.
    assert asked == [("https://store.example/archive?signed", 30)]
    assert Host.heard == [("/repos/us/reader/actions/artifacts/3/zip", "Bearer secret", b"")]


@pytest.mark.parametrize("address", ["http://store.example/a", "file:///etc/passwd", "ftp://store.example/a", ""])
def test_no_address_but_a_safe_one_is_followed(host: str, address: str) -> None:
    Host.elsewhere = address
    with pytest.raises(HTTPError) as refused:
        github(host).fetch("actions/artifacts/3/zip", 10)
    refused.value.close()


def test_what_is_written_is_sent_as_data(host: str) -> None:
    body = {"body": 'quotes " and\nlines'}
    assert github(host).ask("issues/comments/1", "PATCH", body) == {"is": "json"}
    ((path, _, sent),) = Host.heard
    assert path == "/repos/us/reader/issues/comments/1"
    assert json.loads(sent) == body
