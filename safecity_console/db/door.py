"""The one door through which everything is written: one thread, one connection, one transaction at a time.

Belongs here: queue, grouping of commits, hooks before and after the commit. Does not belong here: what is written
(registry.py, walls.py …).
Invariants: 1. A future completes only after its COMMIT is on the disk. 2. A job that fails leaves nothing, and does
not undo its neighbours of the same commit (a SAVEPOINT each). 3. Hooks before run inside the job's savepoint: their
rows and the job's rows are there together or not at all; hooks after run once a commit, before futures complete, and
hear the last line of each log. 4. Stopping writes what is queued; later jobs are refused.
Threads: `write`, `submit` from any but the door's own; jobs and hooks run in the door's thread and must not wait
for it.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from safecity_console.core.clock import Clock, StepWatch
from safecity_console.core.worker import Worker
from safecity_console.db.database import connect
from safecity_console.db.transaction import Change, Log, Transaction
from safecity_console.db.translate import translated
from safecity_console.domain.audit_proof import CLOCK_SLACK_S
from safecity_console.domain.errors import Refused

T = TypeVar("T")
Job = Callable[[Transaction], T]
BeforeCommit = Callable[[Transaction, Sequence[Change]], None]
AfterCommit = Callable[[Mapping[Log, Mapping[str, object]]], None]

GROUP_MOST = 64
WRITE_TIMEOUT_S = 10.0
_WAKE_S = 1.0


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: Job[Any]
    future: Future[Any]


class Door(Worker):
    """The writer of one database file; construct, `start`, `write`, `stop`."""

    def __init__(self, path: Path, clock: Clock, before_commit: Sequence[BeforeCommit] = (),
                 after_commit: Sequence[AfterCommit] = ()) -> None:
        super().__init__("db-door")
        self._path = path
        self._steps = StepWatch(clock, CLOCK_SLACK_S)
        self._hooks, self._hooks_after = tuple(before_commit), tuple(after_commit)
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._closed = False
        self.commits = 0

    def submit(self, job: Job[T]) -> Future[T]:
        """Queue a job; the future holds its answer once it is committed. Raises Refused("door_closed")."""
        future: Future[T] = Future()
        with self._gate:
            if self._closed:
                raise Refused("door_closed")
            self._queue.put(_Waiting(job, future))
        return future

    def write(self, job: Job[T], timeout_s: float = WRITE_TIMEOUT_S) -> T:
        """Run a job and wait for its commit; raises the job's error, Refused("database_slow") after the timeout."""
        if threading.current_thread().name == self.name:
            raise RuntimeError("a job waits for its own door")
        future = self.submit(job)
        try:
            return future.result(timeout_s)
        except FutureTimeout:
            if future.done():  # the job itself raised a TimeoutError
                raise
            future.cancel()
            raise Refused("database_slow", seconds=timeout_s) from None

    def ask_stop(self) -> None:
        """Refuse new jobs and wake the thread, which first writes what waits."""
        with self._gate:
            self._closed = True
            super().ask_stop()
            self._queue.put(None)

    def run(self) -> None:
        """Take jobs and commit them in groups until stopped and empty."""
        try:
            db = connect(self._path)
            try:
                while True:
                    group = self._take_group()
                    if group:
                        self._commit(db, group)
                    elif self.stopping and self._queue.empty():
                        break
            finally:
                db.close()
        finally:
            self._refuse_rest()

    def _take_group(self) -> list[_Waiting]:
        group: list[_Waiting] = []
        try:
            # Once stopping, nothing new can come (the gate is closed): waiting would only delay the end.
            entry = self._queue.get_nowait() if self.stopping else self._queue.get(timeout=_WAKE_S)
            while True:
                if entry is not None and entry.future.set_running_or_notify_cancel():
                    group.append(entry)
                if len(group) >= GROUP_MOST:
                    return group
                entry = self._queue.get_nowait()
        except queue.Empty:
            return group

    def _commit(self, db: Database, group: Sequence[_Waiting]) -> None:
        done: list[tuple[_Waiting, object, Transaction]] = []
        try:
            db.execute("BEGIN IMMEDIATE")
            for waiting in group:
                self._run_one(db, waiting, done)
            db.execute("COMMIT")
            self.commits += 1
        except Exception as error:  # noqa: BLE001 - a thread's edge: whoever waits gets the error, the door stays open
            _roll_back(db)
            for waiting in group:
                if not waiting.future.done():
                    waiting.future.set_exception(translated(error))
            return
        self._tell_after([transaction for _waiting, _value, transaction in done])
        for waiting, value, _transaction in done:
            waiting.future.set_result(value)

    def _tell_after(self, committed: Sequence[Transaction]) -> None:
        lines: dict[Log, Mapping[str, object]] = {}
        for transaction in committed:
            lines |= transaction.lines
        for hook in self._hooks_after:
            try:
                hook(lines)
            except Exception:  # noqa: BLE001 - what is committed is committed; whoever waits must hear it
                self._log.exception("after_commit_failed")
        if any(transaction.clock_step_told for transaction in committed):
            self._steps.told()

    def _run_one(self, db: Database, waiting: _Waiting, done: list[tuple[_Waiting, object, Transaction]]) -> None:
        now, step_s = self._steps.look()
        told = any(transaction.clock_step_told for _waiting, _value, transaction in done)
        transaction = Transaction(db, now, 0.0 if told else step_s)
        db.execute("SAVEPOINT job")
        try:
            value = waiting.job(transaction)
            for hook in self._hooks:
                hook(transaction, transaction.changes)
        except Exception as error:
            if not db.conn.in_transaction:
                raise  # SQLite threw the whole transaction away (disk full): nobody's rows are there
            db.execute("ROLLBACK TO job")
            db.execute("RELEASE job")
            waiting.future.set_exception(translated(error))
            return
        db.execute("RELEASE job")
        done.append((waiting, value, transaction))

    def _refuse_rest(self) -> None:
        """Leave nobody waiting for ever, also where the thread dies of a bug."""
        with self._gate:
            self._closed = True
        while True:
            try:
                entry = self._queue.get_nowait()
            except queue.Empty:
                return
            if entry is not None and entry.future.set_running_or_notify_cancel():
                entry.future.set_exception(Refused("door_closed"))


def _roll_back(db: Database) -> None:
    if db.conn.in_transaction:
        db.rollback()
