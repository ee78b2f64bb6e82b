"""The rows of the page: blocks of deflated JSON, which the page's script inflates on demand.

`index` is for filters and rows, `words` for the text filter, and numbered blocks have expectations,
observed results and transcripts.
"""

from __future__ import annotations

import base64
import collections
import itertools
import json
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from comparison.causes import cause_of, in_a_word, readable
from comparison.matrix import Matrix
from comparison.results import VERDICTS, Result

CHUNK = 400_000  # characters of details that are inflated at a time


def packed(name: str, value: Any) -> str:
    """A block of JSON that the page's script inflates on demand."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    block = base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")
    return f'<script type="text/plain" id="data-{name}">{block}</script>'


def transcript_of(result: Result) -> tuple[str, int]:
    """The transcript with request ids relative to the first one, so that transcripts of several runs can be equal."""
    text = readable(result.get("transcript", ""))
    first = re.search(r'"id":(\d+)', text)
    base = int(first[1]) if first else 0
    return re.sub(r'"id":(\d+)', lambda found: f'"id":\x01{int(found[1]) - base}', text), base


def details_of(matrix: Matrix, row: str) -> dict[str, Any]:
    results = [run.results.get(row) for run in matrix.runs]
    known: Result = next(result for result in results if result)
    full = next((result for result in results if result and "script" in result), known)
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
            "c": cause_of(result), "t": seen, "b": base})
    keys = {"m": "method", "p": "platform", "w": "twin", "b": "before", "s": "script"}
    return {"e": known["expected"], "r": told, **{key: full.get(name) for key, name in keys.items()}}


def searched(details: dict[str, Any]) -> str:
    """The text that the text filter searches besides ids and statements."""
    observed = {told[key] for told in details["r"] if told for key in "odl" if told[key]}
    return "\n".join([details["e"], details["s"] or "", *sorted(observed)]).lower()


def numbered(matrix: Matrix, rows: list[str],
             text_of: Callable[[Result], str]) -> tuple[list[str], list[list[int]]]:
    """The texts, the most frequent first, and for every run and row the number of its text or -1."""
    texts = [[text_of(run.results[row]) if row in run.results else "" for row in rows] for run in matrix.runs]
    counts = collections.Counter(text for column in texts for text in column if text)
    ordered = [text for text, _ in counts.most_common()]
    places = {text: place for place, text in enumerate(ordered)}
    return ordered, [[places.get(text, -1) for text in column] for column in texts]


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
    causes = numbered(matrix, rows, cause_of)
    does = numbered(matrix, rows, in_a_word)
    yield packed("index", {
        "verdicts": VERDICTS, "titles": [run.title for run in matrix.runs],
        "platforms": [behaviour.platform for behaviour in matrix.behaviours],
        "authorities": [behaviour.authority for behaviour in matrix.behaviours],
        "sections": [behaviour.section for behaviour in matrix.behaviours],
        "rows": "\n".join(rows), "first": first, "chunks": chunks,
        "provoked": "".join(known[row]["provoked"][0] for row in rows),
        "verdicts_of": ["".join(letters[run.results[row]["verdict"]] if row in run.results else "-"
                                for row in rows) for run in matrix.runs],
        "causes": causes[0], "causes_of": causes[1], "does": does[0], "does_of": does[1]})
