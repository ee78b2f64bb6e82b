"""What an implementation does differently: in a few words for a cell, and by cause."""

from __future__ import annotations

import collections
import dataclasses
import re
from collections.abc import Iterable

from comparison.results import Result, Run

SHORT = 24  # characters of a value that fit in a cell
WORDS = {"crashed": "crashes", "timed-out": "does not answer", "protocol-error": "breaks the protocol",
         "unsupported": "unsupported", "not-run": "not run"}


def readable(text: str) -> str:
    """Results store every byte as a character; what is shown is UTF-8."""
    return text.encode("latin-1", "replace").decode("utf-8", "replace")


def verdict_of(result: Result) -> str:
    """The verdict without the baseline."""
    return str(result.get("found", result["verdict"]))


def in_a_word(result: Result) -> str:
    """What the implementation does, for example "blocks" or "raises TypeError"; empty for a pass."""
    verdict, detail, observed = verdict_of(result), str(result.get("detail", "")), str(result["observed"])
    if verdict in WORDS or verdict == "pass":
        return WORDS.get(verdict, "")
    # A row is broken because of an earlier step or its control row; the cause says what happens there.
    text = str(result.get("cause", detail)) if verdict == "broken" else observed
    raised = re.search(r"\braises ([A-Z]\w*(?:::\w+)*)", text)
    if verdict == "broken":
        return f"raises {raised[1]}" if raised else "broken"
    if detail.startswith("the call blocks"):
        return "blocks"
    if detail.startswith("the call goes on waiting"):
        return "goes on waiting"
    if raised and ": the message is " in detail:
        return "another message"
    if raised:
        return f"raises {raised[1]}"
    value = readable(observed)
    if value.startswith("returns "):
        return value if len(value) <= SHORT else "returns another value"
    return detail if len(detail) <= SHORT else "differs"


def one_word(results: Iterable[Result]) -> str:
    """What the implementation does in all rows that do not pass, if it is one thing; else empty."""
    words = {word for result in results if (word := in_a_word(result))}
    if len(words) > 1 and all(word.startswith("returns ") for word in words):
        return "returns other values"
    return words.pop() if len(words) == 1 else ""


def cause_of(result: Result) -> str:
    """Results of earlier versions have no cause; what is known of the row takes its place."""
    if verdict_of(result) == "pass":
        return ""
    return readable(str(result.get("cause") or result.get("detail") or result["observed"]))


@dataclasses.dataclass
class Cause:
    text: str
    rows: int = 0
    methods: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)
    reasons: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)
    verdicts: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)


def causes_of(run: Run) -> list[Cause]:
    """The largest first."""
    causes: dict[str, Cause] = {}
    for result in run.results.values():
        text = cause_of(result)
        if not text:
            continue
        cause = causes.setdefault(text, Cause(text))
        cause.rows += 1
        cause.methods[result["method"]] += 1
        cause.verdicts[result["verdict"]] += 1
        reason = re.match(r".*?:\d+: (.*)", str(result.get("baseline", "")))
        if result["verdict"] == "known" and reason:
            cause.reasons[readable(reason[1])] += 1
    return sorted(causes.values(), key=lambda cause: (-cause.rows, cause.text))
