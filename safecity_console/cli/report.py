"""`report shift|incidents|liaison|handover|incident|transfer|preserve`: papers from the command line.

Belongs here: arguments in, service asked, file written. Does not belong here: who may (services/reports.py), layout.
Invariant: the file is there whole or not at all, readable by its owner only.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Protocol

from safecity_console.cli.acting import signed_in
from safecity_console.cli.output import Exit, answer, common_flags, say
from safecity_console.cli.times import moment
from safecity_console.core.whole_file import write_whole
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import Transfer
from safecity_console.services.access import AccessService
from safecity_console.services.incidents import IncidentService
from safecity_console.services.reports import Paper, ReportService
from safecity_console.services.settings import SettingsService

PERIODS = ("shift", "incidents", "liaison")


class HasReports(Protocol):
    """What these verbs need of the program."""

    @property
    def access(self) -> AccessService:
        """Give signing in and out."""
        ...

    @property
    def reports(self) -> ReportService:
        """Give the papers."""
        ...

    @property
    def incidents(self) -> IncidentService:
        """Give the incidents."""
        ...

    @property
    def settings(self) -> SettingsService:
        """Give the settings."""
        ...


def register(subparsers: Any) -> None:
    """Declare the verb."""
    parser = subparsers.add_parser("report", help="papers as PDF")
    verbs = parser.add_subparsers(dest="report_kind", metavar="KIND", required=True)
    common = common_flags()
    for kind, words in (("shift", "who was on duty, and the running log"), ("incidents", "the incidents of a period"),
                        ("liaison", "the liaison sheet: counts only")):
        made = verbs.add_parser(kind, parents=[common], help=words)
        made.add_argument("--from", dest="from_at", required=True, metavar="T", help="ISO 8601, or a day")
        made.add_argument("--to", dest="to_at", required=True, metavar="T")
        made.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    one = verbs.add_parser("incident", parents=[common], help="the record of one incident")
    transfer = verbs.add_parser("transfer", parents=[common], help="the sheet that goes with an incident elsewhere")
    transfer.add_argument("--to", required=True, choices=[one.value for one in Transfer])
    transfer.add_argument("--reason", required=True, metavar="TEXT")
    preserve = verbs.add_parser("preserve", parents=[common],
                                help="a request to preserve data, of a cyber or fake-ID incident")
    preserve.add_argument("--what", required=True, metavar="TEXT", help="accounts, numbers, times: what is to be kept")
    preserve.add_argument("--provider", required=True, metavar="NAME")
    for paper in (one, transfer, preserve):
        paper.add_argument("number", metavar="I-N")
        paper.add_argument("--with-sealed", action="store_true", help="with the sealed identity; stands in the audit")
        paper.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    duty = verbs.add_parser("handover", parents=[common], help="the handover form as it stands now")
    duty.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def run(args: argparse.Namespace, services: HasReports) -> int:
    """Make a paper and write it; gives the exit code."""
    with signed_in(args, services):
        paper = _paper(args, services)
    try:
        write_whole(args.out, paper.content)
    except OSError:
        raise Refused("file_unwritable") from None
    if args.json:
        answer({"path": args.out, "pages": paper.pages, "bytes": len(paper.content)})
    else:
        say(f"{args.out}: {paper.pages} pages.")
    return Exit.DONE


def _paper(args: argparse.Namespace, services: HasReports) -> Paper:
    reports = services.reports
    if "number" in args:
        return _of_one(args, reports, services.incidents.by_label(args.number).id)
    if args.report_kind == "handover":
        return reports.handover_pdf()
    from_at, to_at = moment(args.from_at, services.settings), moment(args.to_at, services.settings)
    make = {"shift": reports.shift_pdf, "incidents": reports.incidents_pdf, "liaison": reports.liaison_pdf}
    return make[args.report_kind](from_at, to_at)


def _of_one(args: argparse.Namespace, reports: ReportService, incident_id: str) -> Paper:
    if args.report_kind == "transfer":
        return reports.transfer_pdf(incident_id, Transfer(args.to), args.reason, args.with_sealed)
    if args.report_kind == "preserve":
        return reports.preserve_pdf(incident_id, args.what, args.provider, args.with_sealed)
    return reports.incident_pdf(incident_id, args.with_sealed)
