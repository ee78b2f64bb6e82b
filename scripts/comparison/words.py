"""The words that the pages use, and what they mean."""

from __future__ import annotations

import html

from catalogue import AUTHORITIES

VERDICTS_MEAN = {
    "pass": "it does what the row expects",
    "fail": "it does something else, leaves descriptors open, or changes an option or flag that it should leave alone",
    "crashed": "the driver exited",
    "timed-out": "the driver gave no answer",
    "protocol-error": "the driver broke the protocol",
    "broken": "the row could not be judged: an earlier step failed, or the row passed but its control row did not",
    "changed": "the row differs, but not in the way its baseline says",
    "fixed": "the row passes although its baseline lists it",
    "known": "the row differs as its baseline says",
    "unsupported": "the driver does not declare a method or feature that the row or its control row needs",
    "not-run": "the row could not be run or judged here; for example, the injected error was never reached",
}
PLATFORM = "the page documents this for one platform only"
WORDS_MEAN = {
    **AUTHORITIES,
    "unix, windows": "the page documents the behaviour for this platform only",
    "platform": "the row expects what Linux does where Linux differs from the page; "
                "the row does not count as a check of its behaviour",
    "excluded": "no row checks the behaviour, for the reason given",
}


def tag(word: str, meaning: str = "", after: str = "") -> str:
    """A small label whose meaning appears when the mouse points at it; each page also has a list of them."""
    meaning = meaning or WORDS_MEAN[word]
    return (f'<span class=tag><abbr title="{html.escape(meaning)}">{html.escape(word)}</abbr>'
            f"{html.escape(after)}</span>")


def definitions(meanings: dict[str, str], classes: bool = False) -> str:
    return "\n".join(f"<dt{f' class={word}' if classes else ''}>{html.escape(word)}<dd>{html.escape(meaning)}"
                     for word, meaning in meanings.items())
