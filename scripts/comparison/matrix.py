"""The data of the comparison: the catalogue, the runs, and the matrix of both."""

from __future__ import annotations

import collections
import dataclasses
import json
import pathlib
from collections.abc import Iterable, Iterator
from typing import Any

from catalogue import Behaviour

# From the worst to the best. The worst verdict in a cell determines its colour.
VERDICTS = ("crashed", "timed-out", "protocol-error", "fail", "broken", "changed", "fixed", "known",
            "unsupported", "not-run", "pass")
ENDS = {0: "agrees", 1: "differs", 2: "usage", 3: "incomplete", 4: "no driver", 5: "failed",
        130: "interrupted"}

Result = dict[str, Any]
Counts = collections.Counter[str]


@dataclasses.dataclass(frozen=True)
class Run:
    name: str
    status: int
    results: dict[str, Result]  # by the row's id

    @property
    def title(self) -> str:
        return next((str(result["implementation"]) for result in self.results.values()), self.name)

    def count(self, rows: Iterable[str]) -> Counts:
        return Counts(self.results[row]["verdict"] for row in rows if row in self.results)


class Matrix:
    """The selected behaviours in the order of the catalogue, their rows, and the runs."""

    def __init__(self, behaviours: list[Behaviour], runs: list[Run]) -> None:
        self.runs = [run for run in runs if run.results]
        self.rows: dict[str, list[str]] = {}
        rows = {row: result for run in self.runs for row, result in run.results.items()}
        for row, result in rows.items():
            self.rows.setdefault(result["behaviour"], []).append(row)
        methods = {behaviour.method for behaviour in behaviours if behaviour.id in self.rows}
        self.behaviours = [behaviour for behaviour in behaviours
                           if behaviour.id in self.rows
                           or (behaviour.exclusion and behaviour.method in methods)]

    def methods(self) -> Iterator[tuple[str, list[Behaviour]]]:
        grouped: dict[str, list[Behaviour]] = {}
        for behaviour in self.behaviours:
            grouped.setdefault(behaviour.method, []).append(behaviour)
        return iter(grouped.items())

    def rows_of(self, behaviours: Iterable[Behaviour]) -> list[str]:
        return [row for behaviour in behaviours for row in self.rows.get(behaviour.id, [])]


def read_run(directory: pathlib.Path, word: str) -> Run:
    status, _, name = word.partition(":")
    with open(directory / f"{name}.jsonl", encoding="utf-8") as file:
        results = [json.loads(line) for line in file]
    return Run(name, int(status), {result["row"]: result for result in results})


def differences(counts: Counts) -> list[tuple[str, int]]:
    return [(verdict, counts[verdict]) for verdict in VERDICTS[:-1] if counts[verdict]]


def in_words(counts: Counts) -> str:
    """For example "8" or "6/8 2 known"."""
    total = sum(counts.values())
    told = [f"{number} {verdict}" for verdict, number in differences(counts)]
    return " ".join([f"{counts['pass']}/{total}", *told]) if told else str(total)
