"""A folder that is put together beside the last one: what is the same is linked to, and the bytes are right always."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.website.writing.renewed_files import RenewedFiles

PIECES = st.lists(st.tuples(st.sampled_from(["a", "b", "c/d"]), st.binary(max_size=4)), max_size=12)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def joined(pieces: list[tuple[str, bytes]]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for path, piece in pieces:
        files[path] = files.get(path, b"") + piece
    return files


def written(pieces: list[tuple[str, bytes]], folder: Path, last: Path | None = None) -> tuple[str, ...]:
    files = RenewedFiles(folder, last)
    for path, piece in pieces:
        files.add(path, piece)
    return files.finish()


@given(PIECES, PIECES)
def test_files_have_their_bytes_whatever_the_last_folder_has_and_that_stays_as_it_is(
    before: list[tuple[str, bytes]], after: list[tuple[str, bytes]]
) -> None:
    with TemporaryDirectory() as made:
        folder = Path(made)
        written(before, folder / "last")
        assert written(after, folder / "new", folder / "last") == tuple(joined(after))
        assert contents(folder / "new") == joined(after)
        assert contents(folder / "last") == joined(before)


def test_a_file_with_the_same_bytes_is_the_same_file_and_a_longer_or_shorter_one_is_not(tmp_path: Path) -> None:
    written([("same", b"12"), ("same", b"34"), ("longer", b"12"), ("shorter", b"1234")], tmp_path / "last")
    written(
        [("same", b"123"), ("same", b"4"), ("longer", b"1234"), ("shorter", b"12")], tmp_path / "new", tmp_path / "last"
    )
    linked = {
        name for name in contents(tmp_path / "new") if (tmp_path / "new" / name).samefile(tmp_path / "last" / name)
    }
    assert linked == {"same"}


def test_a_link_in_the_last_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "last").mkdir()
    (tmp_path / "secret").write_bytes(b"12")
    (tmp_path / "last/a").symlink_to(tmp_path / "secret")
    written([("a", b"12")], tmp_path / "new", tmp_path / "last")
    assert not (tmp_path / "new/a").is_symlink() and not (tmp_path / "new/a").samefile(tmp_path / "secret")
    assert (tmp_path / "new/a").read_bytes() == b"12"


def test_what_stood_in_the_place_of_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new/a").write_bytes(b"of a dirty build")
    (tmp_path / "new/b").write_bytes(b"of a dirty build")
    written([("b", b"12")], tmp_path / "last")
    written([("a", b"12"), ("b", b"12"), ("a", b"3")], tmp_path / "new", tmp_path / "last")
    assert contents(tmp_path / "new") == {"a": b"123", "b": b"12"}


def test_a_last_file_that_is_cut_meanwhile_is_reported(tmp_path: Path) -> None:
    written([("a", b"1234")], tmp_path / "last")
    files = RenewedFiles(tmp_path / "new", tmp_path / "last")
    files.add("a", b"12")
    (tmp_path / "last/a").write_bytes(b"1")
    with pytest.raises(OSError, match="changed while it was read"):
        files.add("a", b"56")
