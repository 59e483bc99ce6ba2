"""Where this workstation keeps its files.

Belongs here: names of files and folders under one data folder, private modes. Does not belong here: what is in them.
Invariants: 1. The data folder and the key folder are 0700. 2. The vault's key file is never inside the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP_NAME = "safecity-console"


@dataclass(frozen=True, slots=True)
class DataPaths:
    """Every place under the data folder."""

    root: Path

    @property
    def database(self) -> Path:
        """Give the database file."""
        return self.root / "console.db"

    @property
    def backups(self) -> Path:
        """Give the folder of backups made before migrations."""
        return self.root / "backups"

    @property
    def keys(self) -> Path:
        """Give the folder of key files."""
        return self.root / "keys"

    @property
    def logs(self) -> Path:
        """Give the folder of logs."""
        return self.root / "logs"

    @property
    def incident_files(self) -> Path:
        """Give the folder of pictures and papers kept with incidents and watch notices."""
        return self.root / "incidents"

    @property
    def audit_head(self) -> Path:
        """Give the file that keeps the audit chain's head outside the database."""
        return self.root / "audit.head"

    @property
    def preset_pictures(self) -> Path:
        """Give the folder of the pictures of presets."""
        return self.root / "presets"

    @property
    def snapshots(self) -> Path:
        """Give the folder of snapshots."""
        return self.root / "snapshots"


def data_paths(root: Path | None) -> DataPaths:
    """Give the places under `root`, or under the platform's data folder, and make the private folders."""
    folder = root if root is not None else Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))
    paths = DataPaths(folder.expanduser().absolute())
    for private in (paths.root, paths.keys):
        private.mkdir(parents=True, exist_ok=True, mode=0o700)
    paths.keys.chmod(0o700)
    return paths
