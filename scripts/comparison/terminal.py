"""The matrix on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from comparison.matrix import ENDS, Matrix, differences, in_words
from comparison.results import Counts, Run


def painter(out: Any) -> Callable[[str, str], str]:
    if not out.isatty() or os.environ.get("NO_COLOR"):
        return lambda _, text: text
    codes = {"pass": 32, "known": 33, "unsupported": 2, "not-run": 2, "strong": 1}
    return lambda kind, text: f"\033[{codes.get(kind, 31)}m{text}\033[0m"


def print_lines(lines: list[tuple[str, list[Counts]]], titles: list[str]) -> None:
    """Prints each line: its name, and for every run pass/rows and the other verdicts."""
    paint = painter(sys.stdout)
    cells = [[in_words(counts) if counts else "-" for counts in line[1]] for line in lines]
    first = max(len(line[0]) for line in lines)
    widths = [max(map(len, column)) for column in zip(titles, *cells)]
    print(paint("strong", " " * first + "".join(f"  {title:{width}}"
                                                for title, width in zip(titles, widths)).rstrip()))
    for (name, counts), texts in zip(lines, cells):
        kinds = (next(iter(differences(each)), ("pass", 0))[0] for each in counts)
        padded = (paint(kind, f"{text:{width}}") for kind, text, width in zip(kinds, texts, widths))
        print(f"{name:{first}}  " + "  ".join(padded).rstrip())


def print_matrix(matrix: Matrix, runs: list[Run]) -> None:
    titles = [run.title for run in matrix.runs]
    lines = [(method, [run.count(matrix.rows_of(behaviours)) for run in matrix.runs])
             for method, behaviours in matrix.methods() if matrix.rows_of(behaviours)]
    different = [(behaviour.id, counts) for behaviour in matrix.behaviours
                 for counts in [[run.count(matrix.rows.get(behaviour.id, [])) for run in matrix.runs]]
                 if any(map(differences, counts))]
    if lines:
        print_lines(lines, titles)
    if different:
        print(f"\n{len(different)} {'behaviour that differs' if len(different) == 1 else 'behaviours that differ'}\n")
        print_lines(different, titles)
    print()
    for run in runs:
        counts = run.count(run.results)
        told = "".join(f", {number} {verdict}" for verdict, number in differences(counts))
        passed = f"{counts['pass']} of {len(run.results)} rows pass{told}: " if run.results else ""
        print(f"{run.title}: {passed}{ENDS.get(run.status or 0, run.status)}")
