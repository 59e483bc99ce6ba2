"""Print one pytest-like line for several junit files: what `make test` ends with.

Belongs here: adding up. Does not belong here: judging; pytest's own exit status does that.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

AGAIN = "again.xml"


def main(paths: list[str]) -> int:
    """Add up the suites; 1 where a report is missing or empty."""
    total: Counter[str] = Counter()
    seconds = 0.0
    for path in paths:
        if not Path(path).exists():
            sys.stdout.write(f"no report was written: {Path(path).name}\n")
            return 1
        again = Path(path).name == AGAIN
        for suite in ElementTree.parse(path).getroot().iter("testsuite"):
            counts = Counter({word: int(suite.get(word, "0")) for word in ("tests", "failures", "errors", "skipped")})
            if again:  # these tests are counted already, as failed: only what passed the second time changes sides
                mended = counts["tests"] - counts["failures"] - counts["errors"] - counts["skipped"]
                total["failures"] -= mended
                total["mended"] += mended
            else:
                total.update(counts)
            seconds += float(suite.get("time", "0"))
    passed = total["tests"] - total["failures"] - total["errors"] - total["skipped"]
    words = [
        (total["failures"], "failed"),
        (passed, "passed"),
        (total["skipped"], "skipped"),
        (total["errors"], "errors"),
    ]
    if total["mended"]:
        sys.stdout.write(f"\n{total['mended']} failed in the crowd and passed alone.\n")
    text = ", ".join(f"{count} {word}" for count, word in words if count)
    sys.stdout.write(f"\n==== {text or 'no tests ran'} in {seconds:.2f}s ====\n")
    return 0 if total["tests"] else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
