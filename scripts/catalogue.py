"""The catalogue of documented behaviours, as the scripts read it."""

from __future__ import annotations

import dataclasses
import pathlib
from collections.abc import Iterator

# The authorities of behaviours. The document is the page of class Socket in Ruby 1.8.
AUTHORITIES = {
    "documented": "a sentence or an example of the page says so",
    "source": "only the C that the page prints shows it",
    "classic": "the page only names the method; Ruby 1.8.7 and today’s Ruby agree",
    "later": "today’s Ruby does it; Ruby 1.8.7 does something else, or lacks it",
}
FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "fixtures"


@dataclasses.dataclass(frozen=True)
class Behaviour:
    id: str
    method: str
    section: str
    authority: str
    platform: str
    statement: str
    exclusion: str


def read_table(path: pathlib.Path) -> Iterator[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return (line.split("\t") for line in lines if line and not line.startswith("#"))


def read_catalogue() -> list[Behaviour]:
    exclusions = {fields[0]: fields[1] for fields in read_table(FIXTURES / "exclusions.tsv")}
    return [Behaviour(id, method, section, authority, platform, statement, exclusions.get(id, ""))
            for id, method, section, authority, platform, statement in read_table(FIXTURES / "catalogue.tsv")]
