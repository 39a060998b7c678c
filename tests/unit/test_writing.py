from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from build_tools.model import Data, Page
from build_tools.website.assets.static_files import edition_assets
from build_tools.website.writing import MANIFEST, DestinationError, Written, create, write


def page(path: str, text: str = "x\n") -> Page:
    return Page(path, text, path)


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.name != MANIFEST}


def test_a_first_run_writes_every_page_and_a_second_run_none(tmp_path: Path) -> None:
    pages = [page("index.md"), page("glossary/a.md", "ä\r\n")]
    assert write(pages, tmp_path / "docs") == Written(("glossary/a.md", "index.md"), (), ())
    assert tree(tmp_path / "docs") == {"glossary/a.md": "ä\r\n".encode(), "index.md": b"x\n"}
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "docs").rglob("*")}
    assert write(reversed(pages), tmp_path / "docs") == Written((), ("glossary/a.md", "index.md"), ())
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "docs").rglob("*")} == before


def test_data_for_scripts_is_written_beside_the_pages(tmp_path: Path) -> None:
    write([page("a.md"), Data("data/why/a.js", "x = 1\n")], tmp_path / "docs")
    assert tree(tmp_path / "docs") == {"a.md": b"x\n", "data/why/a.js": b"x = 1\n"}


def test_only_what_changed_is_written_again(tmp_path: Path) -> None:
    write([page("a.md"), page("b.md")], tmp_path / "docs")
    untouched = (tmp_path / "docs/a.md").stat().st_ino
    assert write([page("a.md"), page("b.md", "y")], tmp_path / "docs") == Written(("b.md",), ("a.md",), ())
    assert (tmp_path / "docs/a.md").stat().st_ino == untouched


def test_a_page_that_is_gone_goes_and_its_empty_folder_too(tmp_path: Path) -> None:
    write([page("a.md"), page("deep/er/b.md")], tmp_path / "docs")
    assert write([page("a.md")], tmp_path / "docs") == Written((), ("a.md",), ("deep/er/b.md",))
    assert not (tmp_path / "docs/deep").exists()


def test_what_somebody_else_put_there_stays(tmp_path: Path) -> None:
    write([page("a.md"), page("mine/b.md")], tmp_path / "docs")
    (tmp_path / "docs/mine/notes.txt").write_text("keep")
    write([], tmp_path / "docs")
    assert tree(tmp_path / "docs") == {"mine/notes.txt": b"keep"}


def test_assets_are_written_and_removed_with_the_pages(tmp_path: Path) -> None:
    done = write([page("a.md")], tmp_path / "docs", {"assets/fonts/serif.woff2": b"\x00font"})
    assert done.written == ("a.md", "assets/fonts/serif.woff2")
    assert write([page("a.md")], tmp_path / "docs").removed == ("assets/fonts/serif.woff2",)


def test_an_edition_publishes_its_assets_without_what_is_hidden_and_the_files_that_hosts_ask_for(
    tmp_path: Path,
) -> None:
    (tmp_path / "assets/fonts").mkdir(parents=True)
    for path in ("assets/fonts/serif.woff2", "assets/.hidden", "index.md", "robots.txt"):
        (tmp_path / path).write_bytes(path.encode())
    assert edition_assets(tmp_path) == {
        "assets/fonts/serif.woff2": b"assets/fonts/serif.woff2",
        "robots.txt": b"robots.txt",
    }


@pytest.mark.parametrize("path", ["../a.md", "/a.md", "a/../../b.md", MANIFEST, ""])
def test_a_path_outside_the_folder_is_refused_before_anything_is_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="outside the folder"):
        write([page("a.md"), page(path)], tmp_path / "docs")
    assert list(tmp_path.iterdir()) == []


def test_two_pages_with_one_path_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two pages"):
        write([page("a.md"), page("a.md", "y")], tmp_path / "docs")


def test_a_manifest_that_somebody_bent_removes_nothing_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "precious.md").write_text("keep")
    (tmp_path / "docs" / MANIFEST).write_text("../precious.md\n")
    with pytest.raises(DestinationError, match=MANIFEST):
        write([page("a.md")], tmp_path / "docs")
    assert (tmp_path / "precious.md").read_text() == "keep"


def test_a_list_that_somebody_bent_removes_and_replaces_no_file_that_we_did_not_write(tmp_path: Path) -> None:
    folder, other = tmp_path / "docs", tmp_path / "other"
    write([page("a.md"), page("b.md")], folder)
    write([page("a.md"), page("b.md")], other)
    (folder / "precious.md").write_text("keep", encoding="utf-8")
    (folder / "b.md").write_text("edited", encoding="utf-8")
    (other / "x.md").write_text("keep", encoding="utf-8")
    bent = ["0" * 64 + "  precious.md", hashlib.sha256(b"keep").hexdigest() + "  ../other/x.md", "no line", "  ", "\0"]
    bent += [hashlib.sha256(b"keep").hexdigest() + f"  {path}" for path in (other / "x.md", "./precious.md", "a.md/..")]
    with (folder / MANIFEST).open("a", encoding="utf-8") as manifest:
        manifest.write("\n".join(bent))
    assert write([page("a.md")], folder) == Written((), ("a.md",), ())
    assert tree(folder) == {"a.md": b"x\n", "precious.md": b"keep", "b.md": b"edited"}
    assert (other / "x.md").read_text("utf-8") == "keep"


@pytest.mark.parametrize("bent", ["a link", "a folder", "bytes", "an old list"])
def test_a_folder_whose_list_is_not_ours_is_refused(tmp_path: Path, bent: str) -> None:
    folder = tmp_path / "docs"
    write([page("a.md")], folder)
    (folder / MANIFEST).replace(tmp_path / "list")
    if bent == "a link":
        (folder / MANIFEST).symlink_to(tmp_path / "list")
    elif bent == "a folder":
        (folder / MANIFEST).mkdir()
    else:
        (folder / MANIFEST).write_bytes(b"\xff\x00" if bent == "bytes" else b"a.md\n")
    with pytest.raises(DestinationError, match=MANIFEST):
        write([page("a.md", "new")], folder)
    assert (folder / "a.md").read_text("utf-8") == "x\n"


def test_a_file_of_a_person_is_adopted_only_where_it_has_the_same_bytes(tmp_path: Path) -> None:
    write([page("a.md")], tmp_path / "docs")
    (tmp_path / "docs/b.md").write_text("mine", encoding="utf-8")
    with pytest.raises(DestinationError, match=r"b\.md"):
        write([page("a.md"), page("b.md")], tmp_path / "docs")
    (tmp_path / "docs/b.md").write_text("x\n", encoding="utf-8")
    assert write([page("a.md"), page("b.md")], tmp_path / "docs").unchanged == ("a.md", "b.md")


@pytest.mark.parametrize("way", ["link to a file", "link to a folder", "file for folder", "folder for file"])
def test_what_is_in_the_way_of_a_page_is_refused_and_stays(tmp_path: Path, way: str) -> None:
    write([page("a.md")], tmp_path / "docs")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/b.md").write_text("mine", encoding="utf-8")
    if way == "link to a file":
        (tmp_path / "docs/deep").mkdir()
        (tmp_path / "docs/deep/b.md").symlink_to(tmp_path / "elsewhere/b.md")
    elif way == "link to a folder":
        (tmp_path / "docs/deep").symlink_to(tmp_path / "elsewhere")
    elif way == "file for folder":
        (tmp_path / "docs/deep").write_text("mine", encoding="utf-8")
    else:
        (tmp_path / "docs/deep/b.md").mkdir(parents=True)
        (tmp_path / "docs/deep/b.md/mine").write_text("mine", encoding="utf-8")
    before = {str(path): path.lstat().st_ino for path in tmp_path.rglob("*")}
    with pytest.raises(DestinationError, match="deep"):
        write([page("a.md"), page("deep/b.md")], tmp_path / "docs")
    assert {str(path): path.lstat().st_ino for path in tmp_path.rglob("*")} == before


def test_empty_folders_and_links_of_a_person_stay_beside_the_pages(tmp_path: Path) -> None:
    write([page("a.md")], tmp_path / "docs")
    (tmp_path / "docs/drafts").mkdir()
    (tmp_path / "docs/link").symlink_to("nowhere")
    write([page("a.md", "new")], tmp_path / "docs")
    assert (tmp_path / "docs/drafts").is_dir()
    assert str((tmp_path / "docs/link").readlink()) == "nowhere"


def test_a_link_among_the_assets_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "assets/deep").mkdir(parents=True)
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "assets/leak.txt").symlink_to(tmp_path / "secret")
    (tmp_path / "assets/deep/loop").symlink_to("..")
    assert edition_assets(tmp_path) == {}


def test_a_disk_that_refuses_leaves_the_old_tree_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write([page("a.md", "old"), page("b.md", "old")], tmp_path / "docs")
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "b.md":
            raise OSError("no space left")
        return real(self, data)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="no space"):
            write([page("a.md", "new"), page("b.md", "new"), page("c.md", "new")], tmp_path / "docs")
    assert tree(tmp_path / "docs") == {"a.md": b"old", "b.md": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]
    assert write([], tmp_path / "docs").removed == ("a.md", "b.md")


def test_new_files_are_written_all_or_none(tmp_path: Path) -> None:
    there = tmp_path / "there.md"
    there.write_text("old", encoding="utf-8")
    with pytest.raises(FileExistsError):
        create({tmp_path / "new" / "a.md": b"a", there: b"b"})
    assert there.read_text("utf-8") == "old"
    assert not (tmp_path / "new" / "a.md").exists()


def test_what_is_renewed_beside_new_files_is_replaced_at_one_stroke(tmp_path: Path) -> None:
    listing = tmp_path / "SUMS"
    listing.write_bytes(b"one\n")
    create({tmp_path / "a.txt": b"a"}, {listing: b"one\ntwo\n"})
    assert listing.read_bytes() == b"one\ntwo\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["SUMS", "a.txt"]
