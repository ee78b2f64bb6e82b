"""Reads what `sockspec --results FILE` writes, and sorts it into runs."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import json
import os
import pathlib
from collections.abc import Iterable, Iterator
from typing import Any

# From the worst to the best. The worst verdict in a cell determines its colour.
VERDICTS = ("crashed", "timed-out", "protocol-error", "fail", "broken", "changed", "fixed", "known",
            "unsupported", "not-run", "pass")
FIELDS = ("row", "behaviour", "method", "verdict", "provoked", "expected", "observed", "implementation")

Result = dict[str, Any]
Counts = collections.Counter[str]


class Unreadable(Exception):
    """A file is not what this program can show; the text says which and why."""


@dataclasses.dataclass
class Run:
    title: str
    results: dict[str, Result]  # by the row's id
    status: int | None = None  # the exit status of sockspec, if it is known
    paths: list[str] = dataclasses.field(default_factory=list)

    def count(self, rows: Iterable[str]) -> Counts:
        return Counts(self.results[row]["verdict"] for row in rows if row in self.results)

    def date(self) -> str:
        """When the files were written, which is the end of the run."""
        written = max((os.path.getmtime(path) for path in self.paths), default=0.0)
        return datetime.datetime.fromtimestamp(written).strftime("%Y-%m-%d %H:%M") if written else ""


def parse(line: str, place: str) -> Result:
    try:
        result = json.loads(line)
    except (ValueError, RecursionError):
        raise Unreadable(f"{place}: not a line that --results writes") from None
    if not isinstance(result, dict) or not all(isinstance(result.get(field), str) for field in FIELDS):
        raise Unreadable(f"{place}: not a line that --results writes")
    if result["verdict"] == "expected":  # its name in earlier versions
        result["verdict"] = "known"
    if result["verdict"] not in VERDICTS:
        raise Unreadable(f"{place}: unknown verdict '{result['verdict']}'")
    return result


def read_lines(path: str) -> Iterator[Result]:
    try:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                yield parse(line, f"{path}:{number}")
    except OSError as problem:
        raise Unreadable(f"cannot read {path}: {problem.strerror}") from None
    except UnicodeDecodeError:
        raise Unreadable(f"{path}: not UTF-8") from None


def read_file(path: str) -> dict[str, dict[str, Result]]:
    """The results in a file, by implementation and row."""
    found: dict[str, dict[str, Result]] = {}
    for result in read_lines(path):
        rows = found.setdefault(result["implementation"], {})
        if result["row"] in rows:
            raise Unreadable(f"{path}: the row {result['row']} occurs twice for {result['implementation']}")
        rows[result["row"]] = result
    if not found:
        raise Unreadable(f"{path}: no results")
    return found


def name_apart(runs: list[Run]) -> None:
    """Runs of the same implementation get the names of their files, or the whole paths."""
    for whole in (False, True):
        titles = collections.Counter(run.title for run in runs)
        for run in runs:
            if titles[run.title] > 1:
                name = next(iter(run.results.values()))["implementation"]
                run.title = f"{name} ({', '.join(path if whole else pathlib.Path(path).name for path in run.paths)})"


def read_runs(paths: list[str]) -> list[Run]:
    """Files of one implementation that have no row in common, such as shards, are one run."""
    runs: list[Run] = []
    for path in dict.fromkeys(paths):
        for name, rows in read_file(path).items():
            run = next((run for run in runs
                        if run.title == name and rows.keys().isdisjoint(run.results)), None)
            if run is None:
                run = Run(name, {})
                runs.append(run)
            run.results |= rows
            run.paths.append(path)
    name_apart(runs)
    return runs


def check_behaviours(runs: list[Run], known: set[str]) -> None:
    for run in runs:
        for result in run.results.values():
            if result["behaviour"] not in known:
                raise Unreadable(f"{run.paths[0]}: no behaviour is called '{result['behaviour']}'; "
                                 "the results are those of another version of sockspec")
