"""Mutants of C sources: small changes that a test should detect, found in clang's syntax tree.

`Tree(path, text, flags)` is one file. `.mutants()` are its mutants, each a piece of the text and its
replacement. `.references` maps each function or table to those that it mentions.
"""

from __future__ import annotations

import collections
import dataclasses
import errno
import hashlib
import json
import pathlib
import re
import subprocess
from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]

# The replacements of an operator: those that differ at the boundary, and the opposite.
SWAPS = {"<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": ("!=",),
         "!=": ("==",), "+": ("-",), "-": ("+",), "*": ("/",), "/": ("*",), "%": ("*",),
         "<<": (">>",), ">>": ("<<",), "&": ("|",), "|": ("&",), "^": ("&",), "&&": ("||",),
         "||": ("&&",), "+=": ("-=",), "-=": ("+=",), "*=": ("/=",), "/=": ("*=",), "|=": ("&=",),
         "&=": ("|=",), "++": ("--",), "--": ("++",)}
EXPRESSIONS = {"CallExpr", "BinaryOperator", "CompoundAssignOperator", "UnaryOperator", "CStyleCastExpr",
               "ParenExpr", "ConditionalOperator", "GCCAsmStmt"}
OPPOSITES = {"<", "<=", ">", ">=", "==", "!=", "!"}
JUMPS = {"BreakStmt", "ContinueStmt", "GotoStmt", "ReturnStmt"}


@dataclasses.dataclass(frozen=True)
class Mutant:
    file: str
    owner: str  # the function or table it is in
    begin: int
    end: int
    line: int
    context: str  # the source line
    change: str  # "length > 0 -> length >= 0"
    new: str
    twin: int = 0  # numbers equal changes: at another place of the same line, or in another line with its text

    @property
    def name(self) -> str:
        return f"{self.change} #{self.twin + 1}" if self.twin else self.change

    @property
    def id(self) -> str:
        """The id does not change as long as the line and its function do not."""
        words = (self.file, self.owner, self.context, self.change, str(self.twin))
        return hashlib.sha256("\0".join(words).encode()).hexdigest()[:12]

    def apply(self, text: str) -> str:
        return text[:self.begin] + self.new + text[self.end:]


def body_of(place: Node) -> int | None:
    """The macro body that a place is in, identified by the offset where the macro is used."""
    if "expansionLoc" not in place or place["expansionLoc"].get("isMacroArgExpansion"):
        return None
    offset: int = place["expansionLoc"]["offset"]
    return offset


class Tree:
    def __init__(self, path: pathlib.Path, flags: list[str]) -> None:
        self.path = path
        self.text = path.read_text(encoding="latin-1")  # clang counts bytes
        self.references: dict[str, set[str]] = collections.defaultdict(set)
        self.enums: dict[str, list[str]] = {}  # by enumerator: all of its type, if none has a value
        self.found: dict[tuple[int, int, str], Mutant] = {}
        self.owner = ""
        root = self.parse(flags)
        self.static = {node["name"] for node in root["inner"]
                       if node.get("storageClass") == "static" and self.is_here(node["loc"])}
        for node in root["inner"]:
            self.learn_enum(node)
        for node in root["inner"]:
            if self.is_here(node["loc"]):
                self.enter(node)

    def mutants(self) -> list[Mutant]:
        alike: collections.Counter[tuple[str, str, str]] = collections.Counter()
        result = []
        for mutant in sorted(self.found.values(), key=lambda each: (each.begin, each.end, each.new)):
            look = (mutant.owner, mutant.context, mutant.change)
            result.append(dataclasses.replace(mutant, twin=alike[look]))
            alike[look] += 1
        return result

    # ---- the tree

    def parse(self, flags: list[str]) -> Node:
        command = ["clang", *flags, "-w", "-fsyntax-only", "-Xclang", "-ast-dump=json", "-x", "c",
                   str(self.path)]
        dump = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        file = ""

        def name_file(node: Node) -> Node:
            # A place names its file only if that differs from the file of the previous place.
            nonlocal file
            if "offset" in node:
                file = node.setdefault("file", file)
            return node

        result: Node = json.loads(dump, object_hook=name_file)
        return result

    def is_here(self, place: Node) -> bool:
        place = place.get("expansionLoc", place)
        return place.get("file") == str(self.path)

    def learn_enum(self, node: Node) -> None:
        if node["kind"] == "EnumDecl":
            members = [member for member in node.get("inner", []) if "name" in member]
            if len(members) > 1 and not any("inner" in member for member in members):
                names = [member["name"] for member in members]
                self.enums.update({name: names for name in names})

    def key(self, name: str) -> str:
        """The name, qualified by its file if it is static."""
        return f"{self.path.name}:{name}" if name in self.static else name

    def enter(self, node: Node) -> None:
        if node["kind"] in ("FunctionDecl", "VarDecl", "EnumDecl") and node.get("inner"):
            self.owner = node.get("name", "enum")
            if node["kind"] == "EnumDecl":
                for member in node["inner"]:
                    self.references[member.get("name", "")].add(self.owner)
            self.visit(node, node, None)

    # ---- places

    def token(self, place: Node) -> tuple[int, int] | None:
        """The start and the end of a token, or of the macro that it comes from if it is not in this file."""
        spelled = place.get("spellingLoc", place)
        if spelled.get("file") == str(self.path):
            return spelled["offset"], spelled["offset"] + spelled["tokLen"]
        return self.expansion(place)

    def expansion(self, place: Node) -> tuple[int, int] | None:
        expanded = place.get("expansionLoc", place)
        if expanded.get("file") != str(self.path):
            return None
        end = expanded["offset"] + expanded["tokLen"]
        if "expansionLoc" in place and self.text[end:end + 1] == "(":
            end = self.closing(end)
        return expanded["offset"], end

    def closing(self, begin: int) -> int:
        depth = 0
        for match in re.finditer(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])+\'|[()]', self.text[begin:]):
            depth += {"(": 1, ")": -1}.get(match[0], 0)
            if depth == 0:
                return begin + match.end()
        return begin

    def span(self, node: Node) -> tuple[int, int] | None:
        extent = node.get("range", {})
        if not extent.get("begin") or not extent.get("end"):
            return None
        # If one end is in a macro's body and the other is not, the use of the macro is taken as that end.
        read = self.token if body_of(extent["begin"]) == body_of(extent["end"]) else self.expansion
        begin, end = read(extent["begin"]), read(extent["end"])
        if begin is None or end is None or begin[0] >= end[1]:
            return None
        text = self.text[begin[0]:end[1]]
        if "\n\n" in text or any(text.count(left) != text.count(right)
                                 for left, right in (("(", ")"), ("[", "]"))):
            return self.expansion(extent["begin"])  # it is in a macro
        return begin[0], end[1]

    def operand(self, node: Node, whole: tuple[int, int]) -> tuple[int, int] | None:
        """The place of an operand in its expression."""
        span = self.span(node)
        if span is None or (whole[0] <= span[0] and span[1] <= whole[1]):
            return span
        return self.expansion(node["range"]["begin"])

    def source(self, node: Node) -> str:
        span = self.span(node)
        return self.text[span[0]:span[1]] if span else ""

    # ---- mutants

    def add(self, span: tuple[int, int] | None, new: str) -> None:
        if span is None or self.text[span[0]:span[1]] == new:
            return
        begin, end = span
        line_begin = self.text.rfind("\n", 0, begin) + 1
        line_end = self.text.find("\n", begin)
        old = " ".join(self.text[begin:end].split())
        change = f"{old} -> {' '.join(new.split())}" if new else f"{old} dropped"
        self.found.setdefault((begin, end, new), Mutant(
            file=self.path.name, owner=self.owner, begin=begin, end=end,
            line=self.text.count("\n", 0, begin) + 1,
            context=self.text[line_begin:line_end].strip(), change=change, new=new))

    def visit(self, node: Node, function: Node, parent: Node | None) -> None:
        children = node.get("inner", [])
        kind = node.get("kind", "")
        method = getattr(self, f"mutate_{kind}", None)
        if method is not None and self.is_here(node.get("range", {}).get("begin", {})):
            method(node, children, function)
        referenced = node.get("referencedDecl")
        if referenced:
            self.references[self.key(self.owner)].add(self.key(referenced.get("name", "")))
        for child in children:
            self.visit(child, function, node)

    def drop_statement(self, node: Node) -> None:
        if node.get("kind") in EXPRESSIONS | JUMPS:
            self.add(self.span(node), "")

    def mutate_CompoundStmt(self, node: Node, children: list[Node], function: Node) -> None:
        last = children[-1:] if node in function.get("inner", []) else []
        for child in children:
            if child not in last or child["kind"] != "ReturnStmt":
                self.drop_statement(child)

    def mutate_LabelStmt(self, node: Node, children: list[Node], function: Node) -> None:
        self.drop_statement(children[-1])

    mutate_CaseStmt = mutate_DefaultStmt = mutate_LabelStmt

    def force(self, condition: Node) -> None:
        span = self.span(condition)
        if span is None:
            return
        self.add(span, "1")
        self.add(span, "0")
        opcode = condition.get("opcode")
        if opcode not in OPPOSITES:  # other mutants already negate these
            self.add(span, f"!({self.text[span[0]:span[1]]})")

    def mutate_IfStmt(self, node: Node, children: list[Node], function: Node) -> None:
        self.force(children[0])

    mutate_WhileStmt = mutate_ConditionalOperator = mutate_IfStmt

    def mutate_ForStmt(self, node: Node, children: list[Node], function: Node) -> None:
        if children[2]:
            self.force(children[2])
        if children[3]:
            self.add(self.span(children[3]), "")

    def mutate_BinaryOperator(self, node: Node, children: list[Node], function: Node) -> None:
        whole = self.span(node)
        left, right = (self.operand(child, whole) if whole else None for child in children)
        if left is None or right is None or whole is None or left[1] > right[0]:
            return
        operator = node["opcode"]
        at = self.text.find(operator, left[1], right[0])
        if at >= 0:
            for other in SWAPS.get(operator, ()):
                self.add((at, at + len(operator)), other)
        if operator in ("&&", "||"):
            self.add(whole, self.text[left[0]:at].rstrip() + self.text[right[1]:whole[1]])
            self.add(whole, self.text[whole[0]:left[0]] + self.text[right[0]:right[1]])

    mutate_CompoundAssignOperator = mutate_BinaryOperator

    def mutate_UnaryOperator(self, node: Node, children: list[Node], function: Node) -> None:
        whole = self.span(node)
        operand = self.operand(children[0], whole) if whole else None
        if whole is None or operand is None:
            return
        operator = node["opcode"]
        if operator in ("++", "--"):
            at = operand[1] if node.get("isPostfix") else whole[0]
            self.add((at, at + 2), SWAPS[operator][0])
        elif operator in ("!", "-", "~"):
            self.add(whole, self.text[operand[0]:operand[1]])

    def mutate_ReturnStmt(self, node: Node, children: list[Node], function: Node) -> None:
        span = self.span(children[0]) if children else None
        if span is None or self.source(children[0]) in ("true", "false", "0", "NULL"):
            return
        kind = function["type"]["qualType"].split("(")[0].strip()
        if kind in ("bool", "_Bool"):
            self.add(span, f"!({self.text[span[0]:span[1]]})")
        elif kind.endswith("*"):
            self.add(span, "NULL")
        else:
            self.add(span, "0")
            self.add(span, "-1")

    def mutate_IntegerLiteral(self, node: Node, children: list[Node], function: Node) -> None:
        text = self.source(node)
        span = self.span(node)
        literal = re.fullmatch(r"(0[xX][0-9a-fA-F]+|[0-9]+)([uUlL]*)", text)
        if text in ("true", "false"):
            self.add(span, "false" if text == "true" else "true")
        elif literal:
            number = int(literal[1], 0)
            for other in {number + 1, number - 1, 0}:
                self.add(span, f"{other}{literal[2]}")
        elif text != "NULL":
            self.rename(span, text)

    def mutate_CharacterLiteral(self, node: Node, children: list[Node], function: Node) -> None:
        for other in {node["value"] + 1, 0} - {node["value"]}:
            self.add(self.span(node), str(other))

    def mutate_FloatingLiteral(self, node: Node, children: list[Node], function: Node) -> None:
        self.add(self.span(node), "0.0")
        self.add(self.span(node), f"(2 * {self.source(node)})")

    def mutate_StringLiteral(self, node: Node, children: list[Node], function: Node) -> None:
        if self.source(node).startswith('"'):
            self.add(self.span(node), '"x"' if self.source(node) == '""' else '""')

    def mutate_DeclRefExpr(self, node: Node, children: list[Node], function: Node) -> None:
        if node["referencedDecl"]["kind"] == "EnumConstantDecl":
            self.rename(self.span(node), self.source(node))

    def rename(self, span: tuple[int, int] | None, name: str) -> None:
        """Replaces a constant's name by that of its neighbour, or by a nearby number."""
        if re.fullmatch(r"[A-Z][A-Z0-9_]+", name) is None:
            return
        names = self.enums.get(name)
        if names:
            self.add(span, names[(names.index(name) + 1) % len(names)])
        elif hasattr(errno, name):
            number = getattr(errno, name) + 1
            self.add(span, errno.errorcode.get(number, "EPERM"))
        else:
            self.add(span, "0")
            self.add(span, f"({name} + 1)")
            self.add(span, f"({name} - 1)")

    def mutate_InitListExpr(self, node: Node, children: list[Node], function: Node) -> None:
        """Drops each row of a table, with the comma after it."""
        if node["type"]["qualType"].find("[") < 0:
            return
        for child in children:
            span = self.expansion(child["range"]["begin"]) if child.get("range") else None
            if span is not None and self.text[span[0]] != "{":
                comma = re.match(r"\s*,\s*", self.text[span[1]:])
                if comma:
                    self.add((span[0], span[1] + comma.end()), "")


def reached_from(trees: list[Tree], public: str) -> dict[str, list[tuple[int, str]]]:
    """For each function or table: its distances from the functions that match `public`, nearest first."""
    references: dict[str, set[str]] = collections.defaultdict(set)
    for tree in trees:
        for name, others in tree.references.items():
            references[name] |= others
    result: dict[str, list[tuple[int, str]]] = collections.defaultdict(list)
    for start in [name for name in references if re.match(public, name)]:
        level, distance, seen = {start}, 0, {start}
        while level:
            for name in level:
                result[name].append((distance, start))
            level = {other for name in level for other in references.get(name, ())} - seen
            seen |= level
            distance += 1
    return {name: sorted(places) for name, places in result.items()}


def read_trees(directory: pathlib.Path, flags: list[str]) -> Iterator[Tree]:
    for path in sorted(directory.glob("*.[ch]")):
        yield Tree(path, flags)
