"""What stands above the matrix: the implementations, and the causes of the rows that do not pass."""

from __future__ import annotations

import html
import urllib.parse

from comparison.causes import Cause, causes_of
from comparison.matrix import differences, end_of
from comparison.results import VERDICTS, Run
from comparison.words import VERDICTS_MEAN, WORDS_MEAN, definitions

FIRST_CAUSES = 5
FEW = 3  # methods that a line names
FEW_REASONS = 2


def quoted(text: str) -> str:
    return html.escape(text)


def summary_line(run: Run) -> str:
    counts = run.count(run.results)
    total = len(run.results)
    told = ", ".join(f"<span class={verdict}>{number:,} {verdict}</span>"
                     for verdict, number in differences(counts))
    bar = "".join(f"<i class={verdict} style=width:{100 * counts[verdict] / total:.3f}%></i>"
                  for verdict in ("pass", *VERDICTS[:-1]) if counts[verdict])
    end = end_of(run)
    return (f"<tr><th scope=row>{quoted(run.title)}<td>{run.date()}<td>{counts['pass']:,} of {total:,}"
            f"<div class=bar aria-hidden=true>{bar}</div><td class=words>{told or 'none'}"
            f"<td class={'pass' if end == 'agrees' else 'fail'}>{end}")


def few(texts: list[str], what: str) -> str:
    left = len(texts) - FEW
    return ", ".join(texts[:FEW]) + (f", and {left} more {what}{'s' if left > 1 else ''}" if left > 0 else "")


def cause_line(run: Run, cause: Cause) -> str:
    fragment = urllib.parse.urlencode({"run": run.title, "cause": cause.text})
    where = few([f"{quoted(method)} {number:,}" for method, number in cause.methods.most_common()], "method")
    told = ", ".join(f"{number:,} {verdict}" for verdict, number in differences(cause.verdicts))
    reasons = [f"<li>{quoted(reason)}" for reason, _ in cause.reasons.most_common()]
    left = f"<li>and {len(reasons) - FEW_REASONS} more" if len(reasons) > FEW_REASONS else ""
    why = f"<ul>{''.join(reasons[:FEW_REASONS])}{left}</ul>" if reasons else "no reason is listed"
    return (f'<tr><td class=number>{cause.rows:,}<th scope=row><a href="#?{quoted(fragment)}">{quoted(cause.text)}</a>'
            f"<td>{where}<td>{told}<td>{why}")


def causes_table(run: Run, found: list[Cause]) -> str:
    return ('<div class="wide" tabindex="0"><table class=causes><thead><tr><th scope=col class=number>Rows<th scope=col>What it does'
            "<th scope=col>Methods<th scope=col>Verdicts<th scope=col>Reason in the baseline<tbody>"
            + "\n".join(cause_line(run, cause) for cause in found) + "</table></div>")


def causes(run: Run) -> str:
    found = causes_of(run)
    if not found:
        return f"<h3>{quoted(run.title)}</h3><p>Every row passes.</p>"
    rows = sum(cause.rows for cause in found)
    left = found[FIRST_CAUSES:]
    more = (f"<details><summary>{len(left):,} more {'cause' if len(left) == 1 else 'causes'} of {quoted(run.title)}"
            f"</summary>{causes_table(run, left)}</details>" if left else "")
    return (f"<h3>{quoted(run.title)}: {rows:,} {'row does' if rows == 1 else 'rows do'} not pass, for {len(found):,} "
            f"{'cause' if len(found) == 1 else 'causes'}</h3>{causes_table(run, found[:FIRST_CAUSES])}{more}")


def legend() -> str:
    verdicts = {verdict: VERDICTS_MEAN[verdict] for verdict in reversed(VERDICTS)}
    return (f"<dl>{definitions(WORDS_MEAN)}</dl><p>Each row has one of these verdicts.</p>"
            f"<dl>{definitions(verdicts, classes=True)}</dl>")
