"""The data of the comparison: the catalogue, the runs, and the matrix of both."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterable, Iterator

from catalogue import Behaviour
from comparison.results import VERDICTS, Counts, Run

ENDS = {0: "agrees", 1: "differs", 2: "usage", 3: "incomplete", 4: "no driver", 5: "failed",
        130: "interrupted"}


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
    """STATUS:NAME, where DIRECTORY/NAME.jsonl may be empty."""
    status, _, name = word.partition(":")
    path = directory / f"{name}.jsonl"
    with open(path, encoding="utf-8") as file:
        results = [json.loads(line) for line in file]
    title = next((str(result["implementation"]) for result in results), name)
    return Run(title, {result["row"]: result for result in results}, int(status), [str(path)])


def differences(counts: Counts) -> list[tuple[str, int]]:
    return [(verdict, counts[verdict]) for verdict in VERDICTS[:-1] if counts[verdict]]


def end_of(run: Run) -> str:
    """The result of a run with the baseline that it was given, from its verdicts."""
    counts = run.count(run.results)
    if any(counts[verdict] for verdict in VERDICTS[:VERDICTS.index("known")]):
        return "differs"
    return "incomplete" if counts["unsupported"] + counts["not-run"] else "agrees"


def in_words(counts: Counts) -> str:
    """For example "8" or "6/8 2 known"."""
    total = sum(counts.values())
    told = [f"{number} {verdict}" for verdict, number in differences(counts)]
    return " ".join([f"{counts['pass']}/{total}", *told]) if told else str(total)
