"""Tells as JSON what the environment that runs this file holds, and which packages in it are not whole.

pip writes the list of a package's files last. A package without that list, or with a listed file that is missing or
has another size, is what an interrupted installation leaves behind. pip itself takes such a package for installed.
"""

import csv
import json
import sys
import sysconfig
from pathlib import Path


def whole(info: Path) -> bool:
    """Whether all files of the package with this .dist-info folder are there."""
    try:
        rows = list(csv.reader((info / "RECORD").read_text(encoding="utf-8").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error):
        return False
    # Compiled files may be removed at any time; Python makes them again.
    return bool(rows) and all(
        _fits(info.parent / row[0], row[2]) for row in rows if len(row) == 3 and not row[0].endswith(".pyc")
    )


def _fits(path: Path, size: str) -> bool:
    try:
        return not size or path.stat().st_size == int(size)
    except (OSError, ValueError):
        return False


def _main() -> None:
    site = Path(sysconfig.get_path("purelib"))
    infos = sorted(site.glob("*.dist-info"))
    broken = [str(info) for info in infos if not whole(info)]
    # What pip had put aside when it was killed while it replaced a package.
    aside = [str(path) for path in site.glob("~*")]
    names = [info.name.partition("-")[0] for info in infos]
    print(json.dumps({"version": sys.version_info[:2], "names": names, "broken": broken, "aside": aside}))


if __name__ == "__main__":
    _main()
