"""The matrix as a page: a single HTML file that makes no network requests.

Methods and behaviours are plain HTML. Rows are in blocks of deflated JSON, which the page's script
inflates on demand: `index` for filters and rows, `words` for the text filter, and numbered blocks with
expectations, observed results and transcripts.
"""

from __future__ import annotations

import base64
import html
import itertools
import json
import pathlib
import re
import zlib
from collections.abc import Iterator
from typing import Any

from catalogue import AUTHORITIES, Behaviour
from comparison.matrix import ENDS, VERDICTS, Counts, Matrix, Result, Run, differences

HOME = pathlib.Path(__file__).resolve().parent
SCRIPTS = ("data.js", "matrix.js", "details.js", "filters.js", "keyboard.js", "start.js")

MEANINGS = {
    "pass": "it does what the row expects",
    "fail": "it does something else, leaves descriptors open, or changes an option or flag that it should leave alone",
    "crashed": "the driver exited", "timed-out": "the driver gave no answer",
    "protocol-error": "the driver broke the protocol",
    "broken": "the row could not be judged: an earlier step failed, or the row passed but its control row did not",
    "changed": "the row differs, but not in the way its baseline says",
    "fixed": "the row passes although its baseline lists it",
    "known": "the row differs as its baseline says",
    "unsupported": "the driver does not declare a method or feature that the row or its control row needs",
    "not-run": "the row could not be run or judged here; for example, the injected error was never reached",
}
CHUNK = 400_000  # characters of details that are inflated at a time


def quoted(text: str) -> str:
    return html.escape(text)


def cell(counts: Counts) -> str:
    if not counts:
        return "<td class=none>not checked"
    found = differences(counts)
    if not found:
        return f"<td class=pass>{counts['pass']}"
    told = " ".join(f"<small>{number} {verdict}</small>" for verdict, number in found)
    return f"<td class={found[0][0]}>{counts['pass']}/{sum(counts.values())} {told}"


def matrix_line(kind: str, head: str, matrix: Matrix, behaviours: list[Behaviour]) -> str:
    rows = matrix.rows_of(behaviours)
    cells = "".join(cell(run.count(rows)) for run in matrix.runs)
    return f"<tr {kind}>{head}{cells}"


def behaviour_line(matrix: Matrix, behaviour: Behaviour) -> str:
    checked = behaviour.id in matrix.rows
    tags = [behaviour.authority, *([behaviour.platform] if behaviour.platform != "all" else [])]
    tags += [behaviour.exclusion] if behaviour.exclusion else []
    told = "".join(f" <span class=tag>{quoted(tag)}</span>" for tag in tags)
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


def summary_line(run: Run) -> str:
    counts = run.count(run.results)
    total = len(run.results)
    told = ", ".join(f"<span class={verdict}>{number:,} {verdict}</span>"
                     for verdict, number in differences(counts))
    bar = "".join(f"<i class={verdict} style=width:{100 * counts[verdict] / total:.3f}%></i>"
                  for verdict in ("pass", *VERDICTS[:-1]) if counts[verdict])
    return (f"<tr><th scope=row>{quoted(run.title)}<td>{counts['pass']:,} of {total:,}"
            f"<div class=bar aria-hidden=true>{bar}</div><td class=words>{told or 'none'}"
            f"<td class={'pass' if run.status == 0 else 'fail'}>{ENDS.get(run.status, run.status)}")


def legend() -> str:
    return "\n".join(f"<dt class={verdict}>{verdict}<dd>{MEANINGS[verdict]}"
                     for verdict in reversed(VERDICTS))


def authorities() -> str:
    return "\n".join(f"<dt>{name}<dd>{meaning}" for name, meaning in AUTHORITIES.items())


def packed(name: str, value: Any) -> str:
    """A block of JSON that the page's script inflates on demand."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    block = base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")
    return f'<script type="text/plain" id="data-{name}">{block}</script>'


def readable(text: str) -> str:
    """Results store every byte as a character; the transcript itself is UTF-8."""
    return text.encode("latin-1", "replace").decode("utf-8", "replace")


def transcript_of(result: Result) -> tuple[str, int]:
    """The transcript with request ids relative to the first one, so that transcripts of several runs can be equal."""
    text = readable(result.get("transcript", ""))
    first = re.search(r'"id":(\d+)', text)
    base = int(first[1]) if first else 0
    return re.sub(r'"id":(\d+)', lambda found: f'"id":\x01{int(found[1]) - base}', text), base


def details_of(matrix: Matrix, row: str) -> dict[str, Any]:
    results = [run.results.get(row) for run in matrix.runs]
    known: Result = next(result for result in results if result)
    told: list[dict[str, Any] | None] = []
    transcripts: list[str | None] = []
    for result in results:
        if result is None:
            told.append(None)
            transcripts.append(None)
            continue
        transcript, base = transcript_of(result)
        seen = transcripts.index(transcript) if transcript in transcripts else transcript
        transcripts.append(transcript)
        told.append({
            "o": None if result["observed"] == known["expected"] else result["observed"],
            "f": result.get("found"), "d": result.get("detail"), "l": result.get("baseline"),
            "t": seen, "b": base})
    keys = {"m": "method", "p": "platform", "w": "twin", "b": "before", "s": "script"}
    return {"e": known["expected"], "r": told, **{key: known.get(name) for key, name in keys.items()}}


def searched(details: dict[str, Any]) -> str:
    """The text that the text filter searches besides ids and statements."""
    observed = {told[key] for told in details["r"] if told for key in "odl" if told[key]}
    return "\n".join([details["e"], details["s"] or "", *sorted(observed)]).lower()


def data_blocks(matrix: Matrix) -> Iterator[str]:
    rows = matrix.rows_of(matrix.behaviours)
    known = {row: result for run in reversed(matrix.runs) for row, result in run.results.items()}
    first = list(itertools.accumulate((len(matrix.rows.get(behaviour.id, []))
                                       for behaviour in matrix.behaviours), initial=0))
    chunks: list[int] = []
    words: list[str] = []
    chunk: list[dict[str, Any]] = []
    size = 0
    for number, row in enumerate(rows):
        if size == 0:
            chunks.append(number)
        chunk.append(details_of(matrix, row))
        words.append(searched(chunk[-1]))
        size += len(str(chunk[-1]))
        if size > CHUNK or number == len(rows) - 1:
            yield packed(str(len(chunks) - 1), chunk)
            chunk, size = [], 0
    letters = {verdict: chr(ord("a") + number) for number, verdict in enumerate(VERDICTS)}
    yield packed("words", words)
    yield packed("index", {
        "verdicts": VERDICTS, "titles": [run.title for run in matrix.runs],
        "platforms": [behaviour.platform for behaviour in matrix.behaviours],
        "authorities": [behaviour.authority for behaviour in matrix.behaviours],
        "sections": [behaviour.section for behaviour in matrix.behaviours],
        "rows": "\n".join(rows), "first": first, "chunks": chunks,
        "provoked": "".join(known[row]["provoked"][0] for row in rows),
        "verdicts_of": ["".join(letters[run.results[row]["verdict"]] if row in run.results else "-"
                                for row in rows) for run in matrix.runs]})


def page(matrix: Matrix) -> str:
    checked = len(matrix.rows_of(matrix.behaviours))
    parts = {
        "css": (HOME / "page.css").read_text(encoding="utf-8"),
        "js": "\n".join((HOME / name).read_text(encoding="utf-8") for name in SCRIPTS),
        "summary": "\n".join(map(summary_line, matrix.runs)),
        "heads": "".join(f'<th scope="col">{quoted(run.title)}</th>' for run in matrix.runs),
        "count": f"{len(matrix.behaviours):,} behaviours, {checked:,} rows",
        "lines": matrix_lines(matrix), "legend": legend(), "authorities": authorities(),
        "authority_options": "".join(f"<option>{name}</option>" for name in AUTHORITIES),
        "data": "\n".join(data_blocks(matrix)),
    }
    parts["css"] = parts["css"].replace("--columns: 4", f"--columns: {len(matrix.runs)}")
    text = (HOME / "page.html").read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda found: parts[found[1]], text)
