"""The package as people install it who do not develop it: by pip, pipx and uv."""

from pathlib import Path

from tools.check_setup.house import House, Wrong


def check_wheel(house: House, folder: Path) -> None:
    """Build the wheel of a house that is set up for testing, and install it in each way; raises Wrong."""
    pip = ("-m", "pip", "--disable-pip-version-check")
    house.run(
        house.python,
        *pip,
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        ".",
        "-w",
        folder / "wheels",
    )
    (wheel,) = (folder / "wheels").glob("*.whl")
    programs = folder / "uv-programs"
    house.run("python3", "-m", "venv", folder / "empty")
    house.run(folder / "empty" / "bin" / "python", *pip, "install", "--quiet", wheel)
    _check_program(house, folder / "empty" / "bin" / "intervisie")
    uv = house.root / ".venv" / "bin" / "uv"
    own = {"UV_TOOL_DIR": str(folder / "uv-tools"), "UV_TOOL_BIN_DIR": str(programs)}
    house.run(uv, "--system-certs", "tool", "install", "--quiet", "--python", "python3", wheel, more=own)
    _check_program(house, programs / "intervisie")
    house.run(folder / "empty" / "bin" / "python", *pip, "install", "--quiet", "pipx")
    own = {"PIPX_HOME": str(folder / "pipx"), "PIPX_BIN_DIR": str(folder / "pipx-programs")}
    house.run(folder / "empty" / "bin" / "pipx", "install", wheel, more=own)
    _check_program(house, folder / "pipx-programs" / "intervisie")


def _check_program(house: House, program: Path) -> None:
    told = house.run(program, "methods")
    if "incident" not in told:
        raise Wrong(f"{program} methods says:\n{told}")
    house.run(program, "doctor", "--help")
