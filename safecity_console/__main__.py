"""Start of the program: `python -m safecity_console` and the `safecity-console` script."""

from __future__ import annotations

import sys

from safecity_console.core.loading import loading

with loading():
    from safecity_console.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
