"""The only package that writes to disk, and only what it may: whatever a person put somewhere stays as it is.

A folder is written beside its place and put there in one step, so that at every moment it is whole, old or new. A list
in it (`manifests`) says which files are ours: those alone are replaced and removed.
"""

from build_tools.website.writing.archives import pack_site, write_packed
from build_tools.website.writing.destinations import (
    DestinationError,
    check_destination,
    check_renewable,
    describe_disk_error,
    real_path,
)
from build_tools.website.writing.disk_cache import CACHE_FOLDER, disk_cache
from build_tools.website.writing.folders import Written, put_site, stage_site, write, write_marked
from build_tools.website.writing.imports import StagedImport, staged_import, take_back_unfinished, undo_import
from build_tools.website.writing.manifests import MANIFEST, file_checksum
from build_tools.website.writing.renewed_files import RenewedFiles, link_folder, link_or_copy, remove_below, write_below
from build_tools.website.writing.served_folders import renew_folder
from build_tools.website.writing.single_files import create, replace_all, trial_folder, unfold, write_file
from build_tools.website.writing.staging import staging_folder

__all__ = [
    "CACHE_FOLDER",
    "MANIFEST",
    "DestinationError",
    "RenewedFiles",
    "StagedImport",
    "Written",
    "check_destination",
    "check_renewable",
    "create",
    "describe_disk_error",
    "disk_cache",
    "file_checksum",
    "link_folder",
    "link_or_copy",
    "pack_site",
    "put_site",
    "real_path",
    "remove_below",
    "renew_folder",
    "replace_all",
    "stage_site",
    "staged_import",
    "staging_folder",
    "take_back_unfinished",
    "trial_folder",
    "undo_import",
    "unfold",
    "write",
    "write_below",
    "write_file",
    "write_marked",
    "write_packed",
]
