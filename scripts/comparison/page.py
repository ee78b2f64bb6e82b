"""The matrix as a page: a single HTML file that makes no network requests.

Methods, behaviours and causes are plain HTML; data.py has the rows.
"""

from __future__ import annotations

import pathlib
import re

from catalogue import AUTHORITIES, Behaviour
from comparison.causes import one_word
from comparison.data import data_blocks
from comparison.matrix import Matrix, differences
from comparison.overview import causes, legend, quoted, summary_line
from comparison.results import Run
from comparison.words import PLATFORM, tag

HOME = pathlib.Path(__file__).resolve().parent
FEW_RUNS = 6  # more do not fit beside each other
SCRIPTS = ("data.js", "matrix.js", "details.js", "filters.js", "keyboard.js", "start.js")


def cell(run: Run, rows: list[str]) -> str:
    counts = run.count(rows)
    if not counts:
        return "<td class=none>not checked"
    found = differences(counts)
    if not found:
        return f"<td class=pass>{counts['pass']}"
    total = sum(counts.values())
    word = one_word(run.results[row] for row in rows if row in run.results)
    if word == found[0][0] and total == found[0][1]:
        return f"<td class={word}>{word}"
    of = f" of {total}" if word and counts["pass"] else ""
    told = " ".join(f"<small>{number} {verdict}{of}</small>" for verdict, number in found)
    does = quoted(word) if word else f"{counts['pass']}/{total}"
    return f"<td class={found[0][0]}>{does} {told}"


def matrix_line(kind: str, head: str, matrix: Matrix, behaviours: list[Behaviour]) -> str:
    rows = matrix.rows_of(behaviours)
    return f"<tr {kind}>{head}" + "".join(cell(run, rows) for run in matrix.runs)


def behaviour_line(matrix: Matrix, behaviour: Behaviour) -> str:
    checked = behaviour.id in matrix.rows
    tags = [tag(behaviour.authority)]
    tags += [tag(behaviour.platform, PLATFORM)] if behaviour.platform != "all" else []
    tags += [tag("excluded", after=f": {behaviour.exclusion}")] if behaviour.exclusion else []
    told = "".join(f" {each}" for each in tags)
    head = (f"<th scope=row><span class=statement>{quoted(behaviour.statement)}</span>"
            f" <span class=meta><code>{quoted(behaviour.id)}</code>{told}</span>")
    kind = f'class="behaviour{"" if checked else " unchecked"}" id="{quoted(behaviour.id)}"'
    return matrix_line(kind, head, matrix, [behaviour])


def matrix_lines(matrix: Matrix) -> str:
    lines = []
    for method, behaviours in matrix.methods():
        head = f"<th scope=rowgroup>{quoted(method)}"
        lines.append("<tbody>" + matrix_line("class=method", head, matrix, behaviours))
        lines += [behaviour_line(matrix, behaviour) for behaviour in behaviours]
    return "\n".join(lines)


def page(matrix: Matrix) -> str:
    checked = len(matrix.rows_of(matrix.behaviours))
    parts = {
        "css": (HOME / "page.css").read_text(encoding="utf-8"),
        "js": "\n".join((HOME / name).read_text(encoding="utf-8") for name in SCRIPTS),
        "summary": "\n".join(map(summary_line, matrix.runs)),
        "causes": "\n".join(map(causes, matrix.runs)),
        "heads": "".join(f'<th scope="col">{quoted(run.title)}</th>' for run in matrix.runs),
        "count": f"{len(matrix.behaviours):,} behaviours, {checked:,} rows",
        "lines": matrix_lines(matrix), "legend": legend(),
        "many": "many" if len(matrix.runs) > FEW_RUNS else "few",
        "authority_options": "".join(f"<option value={name}>{name}: {meaning}</option>"
                                     for name, meaning in AUTHORITIES.items()),
        "data": "\n".join(data_blocks(matrix)),
    }
    parts["css"] = parts["css"].replace("--columns: 4", f"--columns: {len(matrix.runs)}")
    text = (HOME / "page.html").read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda found: parts[found[1]], text)
