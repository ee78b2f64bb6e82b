"""A headless Chromium, driven through ChromeDriver's plain HTTP protocol."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import subprocess
import tempfile
from types import TracebackType
from typing import Any

ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--hide-scrollbars")
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "Home": "\ue011", "End": "\ue010",
        "Left": "\ue012", "Up": "\ue013", "Right": "\ue014", "Down": "\ue015"}


class Browser:
    """At the end of its block, it exits with all processes it started. `call` waits for awaited promises."""

    def __init__(self, *, scripts: bool = True) -> None:
        self.profile = tempfile.TemporaryDirectory(prefix="sockspec-browser.")
        self.service = subprocess.Popen(["chromedriver", "--port=0"], text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self.service.stdout is not None
        port = next(found[1] for line in self.service.stdout
                    if (found := re.search(r"started successfully on port (\d+)", line)))
        self.connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=600)
        options: dict[str, Any] = {"args": [*ARGUMENTS, f"--user-data-dir={self.profile.name}"]}
        if not scripts:
            options["prefs"] = {"profile.managed_default_content_settings.javascript": 2}
        self.session = ""
        self.session = "/" + self.request("POST", "", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            "timeouts": {"script": 300_000, "pageLoad": 300_000}}}})["sessionId"]

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        try:
            self.request("DELETE", "")
        finally:
            self.service.terminate()
            self.service.wait()
            self.profile.cleanup()

    def request(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        content = None if method != "POST" else json.dumps(body or {})
        self.connection.request(method, f"/session{self.session}{path}", content)
        value = json.loads(self.connection.getresponse().read())["value"]
        if isinstance(value, dict) and "error" in value:
            raise RuntimeError(f"{value['error']}: {value['message']}".splitlines()[0])
        return value

    def open(self, address: str) -> None:
        self.request("POST", "/url", {"url": address})

    def call(self, script: str, *arguments: Any) -> Any:
        """Runs the body of a function, which may await, and returns its value."""
        wrapped = ("const done = arguments[arguments.length - 1]; const given = [...arguments];"
                   f"(async () => {{ {script} }})().then((value) => done([true, value ?? null]),"
                   "(error) => done([false, String(error)]));")
        good, value = self.request("POST", "/execute/async", {"script": wrapped, "args": list(arguments)})
        if not good:
            raise RuntimeError(value)
        return value

    def until(self, condition: str, *arguments: Any) -> None:
        """Evaluates the expression every few milliseconds until it is true, for at most four minutes."""
        self.call("const end = performance.now() + 240000;"
                  f"while (!({condition})) {{ if (performance.now() > end)"
                  f" throw new Error('never true: ' + {json.dumps(condition)});"
                  " await new Promise((next) => setTimeout(next, 5)); }", *arguments)

    def press(self, *keys: str) -> None:
        actions = [{"type": kind, "value": KEYS.get(key, key)}
                   for key in keys for kind in ("keyDown", "keyUp")]
        self.request("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard",
                                                       "actions": actions}]})

    def click(self, selector: str) -> None:
        found = self.request("POST", "/element", {"using": "css selector", "value": selector})
        self.request("POST", f"/element/{next(iter(found.values()))}/click", {})

    def command(self, name: str, **parameters: Any) -> Any:
        """Sends a command of Chromium's own protocol."""
        return self.request("POST", "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def log(self, kind: str) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.request("POST", "/se/log", {"type": kind})
        return entries
