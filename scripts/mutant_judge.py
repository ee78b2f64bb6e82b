"""Judges mutants of the reference: compiles each, and runs the conformance suite to find a difference."""

from __future__ import annotations

import collections
import dataclasses
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import threading
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mutants import Mutant, Tree, reached_from

SOURCES = pathlib.Path("reference/src")
BUILD = pathlib.Path("build/mutation")
LANGUAGE = ["-D_GNU_SOURCE=1", "-I.", "-Ireference/include", "-std=c11"]
# Uninitialised memory has garbage in it, and a write out of bounds or memory that is not released ends the
# driver, so that no mutant works by chance. Optimisation makes more mutants compile to the same program.
COMPILE = ["gcc", *LANGUAGE, "-O2", "-w", "-fPIC", "-fvisibility=hidden", "-fstack-protector-all",
           "-ftrivial-auto-var-init=pattern", "-c"]
HEAP = pathlib.Path("scripts/mutant_heap.c")
WATCHED = [f"-Dsockref_{name}=watched_{name}" for name in ("set_safe_level", "class_set_do_not_reverse_lookup")]
WRAPPED = [f"-Wl,--wrap={name}" for name in ("malloc", "calloc", "realloc", "free", "getaddrinfo",
                                             "freeaddrinfo")]
GARBAGE = {"MALLOC_PERTURB_": "165"}
# A mutant may try to allocate all memory.
LIMITS = ["prlimit", "--as=8589934592", "--core=0", "--"]
TIMEOUT_S, CONFIRM_S, HANGS_S = 2, 10, 900
GROUP = 16

AGREES, USAGE, INTERRUPTED = 0, 2, 130
# Unnoticed: the rows of the methods that reach the mutant do not detect it. The other rows have not run yet.
KILLED, UNNOTICED, SURVIVED, IDENTICAL, INVALID = "killed", "unnoticed", "survived", "identical", "invalid"


@dataclasses.dataclass
class Result:
    id: str
    digest: str  # of everything that determines the result
    verdict: str
    program: str  # equal for mutants that compile to the same program
    row: str = ""  # the row that killed it
    seconds: float = 0  # processor time


class Difference(NamedTuple):
    verdict: str
    row: str


def digest_of(paths: Iterable[pathlib.Path], *words: str) -> str:
    digest = hashlib.sha256("\0".join(words).encode())
    for path in sorted(paths):
        digest.update(f"{path}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def suite_files() -> list[pathlib.Path]:
    places = ("reference", "conformance/behaviours", "conformance/harness", "conformance/drivers/c",
              "fixtures/world")
    files = [path for place in places for path in pathlib.Path(place).rglob("*") if path.is_file()]
    return [*files, pathlib.Path("conformance/sockspec.c"), HEAP]


class Results:
    """The known results, by mutant. Every new result is written to disk at once."""

    def __init__(self, path: pathlib.Path) -> None:
        self.known: dict[str, Result] = {}
        self.lock = threading.Lock()
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                try:
                    result = Result(**json.loads(line))
                except ValueError:  # a partly written line: the machine stopped at that time
                    continue
                self.known[result.id] = result
        path.parent.mkdir(parents=True, exist_ok=True)
        self.file = open(path, "a", encoding="utf-8")

    def add(self, result: Result) -> None:
        with self.lock:
            self.known[result.id] = result
            self.file.write(json.dumps(dataclasses.asdict(result)) + "\n")
            self.file.flush()


class Bench:
    """A directory where one program at a time is built: a copy of the sources, and an object of each."""

    def __init__(self, number: int, trees: dict[str, Tree]) -> None:
        self.directory = BUILD / f"bench-{number}"
        self.library = self.directory / "libsockref.so"
        self.rows = self.directory / "rows.jsonl"
        self.seconds = 0.0  # processor time used here
        self.trees = trees
        self.objects: dict[str, pathlib.Path] = {}
        shutil.rmtree(self.directory, ignore_errors=True)
        shutil.copytree(SOURCES, self.directory / "src")
        self.heap = self.directory / "heap.o"
        self.run([*COMPILE, str(HEAP), "-o", str(self.heap)])
        self.original = self.build([])
        for name, path in self.objects.items():
            self.objects[name] = path.rename(path.with_suffix(".original.o"))

    def build(self, mutants: Sequence[Mutant]) -> str:
        """Builds a library with all these changes. Returns a digest of the program, or "" if it does not compile."""
        files = {mutant.file for mutant in mutants}
        texts = {name: self.trees[name].text for name in files}
        for mutant in sorted(mutants, key=lambda each: -each.begin):
            texts[mutant.file] = mutant.apply(texts[mutant.file])
        for name, text in texts.items():
            (self.directory / "src" / name).write_bytes(text.encode("latin-1"))
        try:
            return self.compile([name for name in self.trees if name.endswith(".c")
                                 and (not mutants or self.included(name) & files)])
        finally:
            for name in files:
                (self.directory / "src" / name).write_bytes(self.trees[name].text.encode("latin-1"))

    def included(self, name: str) -> set[str]:
        """This file and the files that it includes."""
        return {name}.union(*(self.included(other) for other in self.trees
                              if f'#include "{other}"' in self.trees[name].text))

    def compile(self, names: Iterable[str]) -> str:
        changed = {name: self.directory / f"{pathlib.Path(name).stem}.o" for name in names}
        for name, path in changed.items():
            if self.run([*COMPILE, *WATCHED, str(self.directory / "src" / name), "-o", str(path)]) != 0:
                return ""
        self.objects = self.objects or changed
        objects = [changed.get(name, path) for name, path in self.objects.items()]
        if self.run(["gcc", "-shared", *WRAPPED, *map(str, [*objects, self.heap]), "-o", str(self.library)]) != 0:
            return ""
        return hashlib.sha256(b"".join(path.read_bytes() for path in objects)).hexdigest()[:16]

    def run(self, command: Sequence[str]) -> int:
        """Runs a command and returns its status. A command that hangs is terminated."""
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              stdin=subprocess.DEVNULL, env=os.environ | GARBAGE) as child:
            ended = False

            def end() -> None:
                nonlocal ended
                ended = True
                child.terminate()  # sockspec then ends its isolated world

            timer = threading.Timer(HANGS_S, end)
            timer.start()
            _, status, usage = os.wait4(child.pid, 0)
            timer.cancel()
            child.returncode = os.waitstatus_to_exitcode(status)
        self.seconds += usage.ru_utime + usage.ru_stime
        return -1 if ended else child.returncode

    def find_difference(self, selection: Sequence[str], timeout: float) -> Difference | None:
        """The first row that detects the program built here."""
        self.rows.unlink(missing_ok=True)
        status = self.run([*LIMITS, "build/sockspec", "--authority", "all", "--fail-fast", "--world", "require", "--library",
                           str(self.library), "--timeout", str(timeout), "--results", str(self.rows),
                           *selection])
        if status == INTERRUPTED:
            raise KeyboardInterrupt
        if status == AGREES or (status == USAGE and selection[:1] == ["--only"]):  # that row no longer exists
            return None
        if self.rows.exists():
            for line in self.rows.read_text(encoding="utf-8").splitlines():
                result = json.loads(line)
                if result["verdict"] != "pass":
                    return Difference(result["verdict"], result["row"])
        return Difference(f"status {status}", "")


class Judge:
    def __init__(self, trees: list[Tree], results: Results, digest: str) -> None:
        self.results = results
        self.digest = digest
        self.programs = {result.program: result for result in results.known.values()
                         if result.digest == digest and result.program}
        self.rows = count_rows()
        self.reached = reached_from(trees, r"sockref_(?!_)")

    def methods_near(self, mutant: Mutant) -> list[str]:
        """The methods that reach the mutant: the nearest first, and among equals those with the fewest rows.
        Returns all methods if no method reaches the mutant, since the driver may use it for any of them."""
        key = mutant.owner if mutant.owner in self.reached else f"{mutant.file}:{mutant.owner}"
        near: list[tuple[int, int, str]] = []
        for distance, public in self.reached.get(key, []):
            for name in (public.removeprefix("sockref_"), public.removeprefix("sockref_class_")):
                near += [(distance, count, method) for count, method in self.rows.get(name, [])]
        if not near:
            near = [(0, *each) for methods in self.rows.values() for each in methods]
        return list(dict.fromkeys(method for _, _, method in sorted(near)))

    def judge(self, mutant: Mutant, bench: Bench) -> None:
        """Runs the rows of the methods that reach the mutant."""
        bench.seconds = 0
        program = bench.build([mutant])
        twin = self.programs.get(program)
        if twin is not None:
            self.results.add(dataclasses.replace(twin, id=mutant.id))
            return
        result = Result(mutant.id, self.digest, IDENTICAL if program else INVALID, program)
        if program and program != bench.original:
            self.ask_near(mutant, bench, result)
        result.seconds = round(bench.seconds, 2)
        self.results.add(result)
        if program:
            self.programs[program] = result

    def ask_near(self, mutant: Mutant, bench: Bench, result: Result) -> None:
        before = self.results.known.get(mutant.id)
        selections = [["--only", before.row]] if before and before.row else []
        methods = self.methods_near(mutant)
        while methods:
            count = 2 ** (len(selections) + 1)
            selections.append(selection_of(methods[:count]))
            methods = methods[count:]
        result.verdict = UNNOTICED
        for selection in selections:
            difference = bench.find_difference(selection, TIMEOUT_S)
            if difference and difference.verdict == "timed-out":
                # On a busy machine a good mutant may be slow. It is tried again with one row and more time.
                difference = bench.find_difference(["--only", difference.row], CONFIRM_S)
            if difference:
                result.verdict, result.row = KILLED, difference.row
                return

    def settle(self, mutants: list[Mutant], bench: Bench) -> None:
        """Runs all other rows, with several mutants in one program, because they rarely detect any."""
        near = set.intersection(*(set(self.methods_near(mutant)) for mutant in mutants))
        others = [method for each in self.rows.values() for _, method in each if method not in near]
        while mutants:
            bench.build(mutants)
            difference = bench.find_difference(selection_of(others), CONFIRM_S) if others else None
            noticed = [mutant for mutant in mutants if difference and bench.build([mutant])
                       and bench.find_difference(["--only", difference.row], CONFIRM_S)]
            if difference and not noticed and len(mutants) > 1:  # detected only in combination
                self.settle(mutants[:len(mutants) // 2], bench)
                self.settle(mutants[len(mutants) // 2:], bench)
                return
            for mutant in noticed or mutants:
                result = self.results.known[mutant.id]
                verdict = KILLED if difference else SURVIVED
                self.results.add(dataclasses.replace(result, verdict=verdict,
                                                     row=difference.row if difference else ""))
            mutants = [mutant for mutant in mutants if mutant not in (noticed or mutants)]


def groups_of(mutants: Iterable[Mutant]) -> list[list[Mutant]]:
    """Groups of mutants that hardly interact: each is in another function."""
    groups: list[list[Mutant]] = []
    for mutant in mutants:
        for group in groups:
            if len(group) < GROUP and all((mutant.file, mutant.owner) != (each.file, each.owner)
                                          for each in group):
                group.append(mutant)
                break
        else:
            groups.append([mutant])
    return groups


def selection_of(methods: Iterable[str]) -> list[str]:
    return [word for method in methods for word in ("--method", method)]


def count_rows() -> dict[str, list[tuple[int, str]]]:
    """For each C name (accept, do_not_reverse_lookup): the methods, and their numbers of rows."""
    lines = subprocess.run(["build/sockspec", "list", "--authority", "all"], capture_output=True, text=True, check=True).stdout
    counts = collections.Counter(line.split("\t")[1] for line in lines.splitlines())
    result: dict[str, list[tuple[int, str]]] = collections.defaultdict(list)
    for method, count in counts.items():
        name = re.split("[.#:]+", method)[-1]
        result["set_" + name[:-1] if name.endswith("=") else name.lower()].append((count, method))
    return result
