import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from intervisie_tui import paths, system


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_option_goes_before_the_environment_and_that_before_the_platform(tmp_path: Path) -> None:
    environ = {"INTERVISIE_DATA_DIR": str(tmp_path / "b"), "INTERVISIE_CONFIG_DIR": str(tmp_path / "c")}
    assert paths.data_dir(tmp_path / "a", environ) == tmp_path / "a"
    assert paths.data_dir(None, environ) == tmp_path / "b"
    assert paths.config_dir(environ) == tmp_path / "c"
    assert paths.data_dir(None, {}).name == paths.config_dir({}).name == "intervisie-tui"


def test_asking_for_a_folder_makes_nothing(tmp_path: Path) -> None:
    paths.data_dir(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("open_umask")
def test_with_umask_000_folders_are_0700_and_files_0600(tmp_path: Path) -> None:
    folder = paths.private_dir(tmp_path / "deep" / "data")
    with paths.private_open(folder / "note", "w") as file:
        assert rights(folder / "note") == 0o600
        file.write("x")
    assert rights(folder) == 0o700


def test_a_file_that_others_could_read_is_closed_to_them_when_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "note").touch(0o644)
    with paths.private_open(tmp_path / "note", "a"):
        assert rights(tmp_path / "note") == 0o600


def test_a_folder_that_others_can_read_is_mended(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert rights(paths.private_dir(tmp_path)) == 0o700


@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_in_which_others_can_write_is_refused_and_left_as_it_is(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    with pytest.raises(paths.UnsafeFolder) as refused:
        paths.private_dir(tmp_path)
    assert "Others can write" in refused.value.message
    assert "chmod 700" in refused.value.hint
    assert rights(tmp_path) == mode


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path.stat().st_uid + 1
    monkeypatch.setattr(system, "user_id", lambda: other)
    with pytest.raises(paths.UnsafeFolder, match="belongs to somebody else"):
        paths.private_dir(tmp_path)


def test_parents_and_what_lies_in_the_folder_are_not_judged(tmp_path: Path) -> None:
    parent = tmp_path / "parent"
    parent.mkdir()
    parent.chmod(0o777)
    folder = paths.private_dir(parent / "data")
    (folder / "stray").touch()
    (folder / "stray").chmod(0o666)
    paths.private_dir(folder)
    assert rights(folder / "stray") == 0o666
    assert rights(parent) == 0o777


@pytest.mark.parametrize("below", ["file", "file/data"])
def test_a_file_in_the_folder_s_place_is_said_to_be_no_folder(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(paths.UnsafeFolder, match="is not a folder"):
        paths.private_dir(tmp_path / below)


def test_a_folder_that_cannot_be_made_is_a_sentence_with_a_way_out() -> None:
    with pytest.raises(paths.UnsafeFolder, match="Cannot make the folder") as refused:
        paths.private_dir(Path("/proc/no/data"))
    assert "--data-dir" in refused.value.hint
    with pytest.raises(paths.UnsafeFolder, match="Cannot make the folder"):
        paths.private_dir(Path("a\0b"))


@pytest.mark.parametrize(
    ("path", "kind"), [("/mnt/share/data", "nfs4"), ("/mnt/shared", "ext4"), ("/a b/c", "cifs")]
)
def test_a_file_system_is_known_by_its_mount(tmp_path: Path, path: str, kind: str) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda / ext4 rw 0 0\nhost:/x /mnt/share nfs4 rw 0 0\nhost:/y /a\\040b cifs rw 0 0\n"
    )
    assert system.filesystem(Path(path), mounts) == kind


def test_where_mounts_are_unknown_nothing_is_said_of_them(tmp_path: Path) -> None:
    assert system.filesystem(tmp_path, tmp_path / "none") == ""


def test_a_network_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths.refuse_network(tmp_path)
    monkeypatch.setattr(system, "filesystem", lambda _path: "nfs4")
    with pytest.raises(paths.UnsafeFolder, match="nfs4"):
        paths.refuse_network(tmp_path)
