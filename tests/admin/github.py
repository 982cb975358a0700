"""A stand-in for GitHub: the part of its two interfaces that the form uses, over a repository.

What it is asked for in another way it refuses, and a test hears of it. Its answers are those that
GitHub documents: https://docs.github.com/en/rest, https://docs.github.com/en/graphql.
"""

import base64
import json
import os
import re
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

TOKEN = "github_pat_0123456789"
LOGIN = "editor"
NAME = "dider/site"
HERE = {"owner": "dider", "repo": "site", "branch": "main"}

PATH = r'("(?:[^"\\]|\\.)*")'
BLOB = re.compile(r'(content_\d+): object\(oid: "([0-9a-f]{40})"\) {')
HISTORY = re.compile(
    r"(\w+_\d+): ref\(qualifiedName: \$branch\) { target { ... on Commit "
    rf"{{ history\(first: (\d+), path: {PATH}\) {{"
)
FILE = re.compile(rf"(file_\d+): file\(path: {PATH}\) {{ oid }}")
ALIAS = re.compile(r"(\w+_\d+): \w+\(")


class Refused(Exception):
    """What is asked for can't be answered; the status of HTTP, and why."""


class Repository:
    """The bare repository at *folder*, with the one branch `main`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *words: str, data: bytes = b"", index: Path | None = None) -> str:
        """Return what git answers, as text."""
        return self.bytes(*words, data=data, index=index).decode().rstrip("\n")

    def bytes(self, *words: str, data: bytes = b"", index: Path | None = None) -> bytes:
        """Return what git answers."""
        who = {"NAME": LOGIN, "EMAIL": f"{LOGIN}@example.org", "DATE": "2026-11-22T12:00:00Z"}
        environment = {
            f"GIT_{part}_{name}": value
            for part in ("AUTHOR", "COMMITTER")
            for name, value in who.items()
        }
        if index is not None:
            environment["GIT_INDEX_FILE"] = str(index)
        command = ["git", "-C", str(self.folder), *words]
        return subprocess.run(
            command, input=data, env={**os.environ, **environment}, capture_output=True, check=True
        ).stdout

    @property
    def head(self) -> str:
        return self.git("rev-parse", "main")

    def take(self, folder: Path) -> None:
        """Begin with what lies in *folder*."""
        self.git("init", "--quiet", "--bare", "--initial-branch=main")
        index, tree = self.folder / "new", f"--work-tree={folder}"
        self.git(tree, "add", "--all", index=index)
        self._commit(index, "Begin")

    def history(self, count: int, path: str) -> dict[str, Any]:
        """Return the last *count* commits that changed *path*."""
        form = "--format=%H%x00%s%x00%an%x00%ae%x00%cI"
        lines = self.git("log", f"-{count}", form, "main", "--", path).splitlines()
        return {"history": {"nodes": [_commit(*line.split("\0")) for line in lines]}}

    def change(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Make the commit that `createCommitOnBranch` asks for, and return it."""
        if asked["branch"] != {"repositoryNameWithOwner": NAME, "branchName": "main"}:
            raise Refused(200, f"no such branch: {asked['branch']}")
        if asked["expectedHeadOid"] != self.head:
            raise Refused(200, "the branch has moved on")
        index = self.folder / "new"
        self.git("read-tree", "main", index=index)
        for path in [change["path"] for change in asked["fileChanges"]["deletions"]]:
            self.git("rm", "--cached", "--quiet", "--", path, index=index)
        for change in asked["fileChanges"]["additions"]:
            contents = base64.b64decode(change["contents"], validate=True)
            oid = self.git("hash-object", "-w", "--stdin", data=contents)
            entry = f"100644,{oid},{change['path']}"
            self.git("update-index", "--add", "--cacheinfo", entry, index=index)
        self._commit(index, asked["message"]["headline"], "-p", "main")
        return {"oid": self.head, "committedDate": "2026-11-22T12:00:00Z"}

    def _commit(self, index: Path, message: str, *parent: str) -> None:
        tree = self.git("write-tree", index=index)
        commit = self.git("commit-tree", tree, *parent, "-m", message)
        self.git("update-ref", "refs/heads/main", commit)
        index.unlink()


def _commit(oid: str, message: str, name: str, email: str, day: str) -> dict[str, Any]:
    author = {"name": name, "email": email, "avatarUrl": "", "user": {"id": 1, "login": LOGIN}}
    return {"oid": oid, "message": message, "author": author, "committedDate": day}


class GitHub(ThreadingHTTPServer):
    """Answers for `api.github.com` on this machine."""

    daemon_threads = True

    def __init__(self, repository: Repository) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.repository = repository
        self.refusals: list[str] = []
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: GitHub
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer(self._get)

    def do_POST(self) -> None:
        self._answer(self._post)

    def _answer(self, answer: Any) -> None:
        status, kind = 200, "application/json; charset=utf-8"
        try:
            if self.headers["Authorization"] != f"token {TOKEN}":
                raise Refused(401, "Bad credentials")
            made = answer()
        except Refused as refused:
            status, reason = refused.args
            self.server.refusals.append(reason)
            made = {"message": reason, "errors": [{"message": reason}]}
        if isinstance(made, bytes):
            body, kind = made, "application/octet-stream"
        else:
            body = b"" if made is None else json.dumps(made).encode()
        self.send_response(204 if made is None else status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _get(self) -> Any:
        repository, home = self.server.repository, f"/repos/{NAME}"
        if self.path == "/user":
            return {"id": 1, "login": LOGIN, "name": "Editör", "email": None, "avatar_url": None}
        if self.path == f"{home}/collaborators/{LOGIN}":
            return None
        if found := re.fullmatch(f"{home}/git/trees/([0-9a-f]+)\\?recursive=1", self.path):
            lines = repository.git("ls-tree", "-r", "-t", "-l", "-z", found[1]).split("\0")
            return {"tree": [self._entry(line) for line in lines if line], "truncated": False}
        if found := re.fullmatch(f"{home}/git/blobs/([0-9a-f]+)", self.path):
            return repository.bytes("cat-file", "blob", found[1])
        raise Refused(404, f"not found: {self.path}")

    def _entry(self, line: str) -> dict[str, Any]:
        facts, path = line.split("\t")
        mode, kind, oid, size = facts.split()
        entry = {"path": path, "mode": mode, "type": kind, "sha": oid}
        return {**entry, "size": int(size)} if kind == "blob" else entry

    def _post(self) -> Any:
        if self.path != "/graphql":
            raise Refused(404, f"not found: {self.path}")
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        query, variables = " ".join(asked["query"].split()), asked["variables"]
        if "createCommitOnBranch(input: $input)" in query:
            commit = self.server.repository.change(variables["input"])
            for name, path in FILE.findall(query):
                commit[name] = {"oid": self.server.repository.git("rev-parse", _at(path))}
            return {"data": {"createCommitOnBranch": {"commit": commit}}}
        if not variables.items() <= HERE.items():
            raise Refused(200, f"no such repository: {variables}")
        return {"data": {"repository": self._looked_up(query)}}

    def _looked_up(self, query: str) -> dict[str, Any]:
        repository = self.server.repository
        found: dict[str, Any] = {}
        for name, oid in BLOB.findall(query):
            text = repository.bytes("cat-file", "blob", oid).decode()
            found[name] = {"text": text, "isTruncated": False}
        for name, count, path in HISTORY.findall(query):
            found[name] = {"target": repository.history(int(count), json.loads(path))}
        if " ref(qualifiedName: $branch)" in query and not found:
            last = repository.history(1, ".")
            found["ref"] = {"target": {"oid": repository.head, **last}}
        if not found or set(ALIAS.findall(query)) - set(found):
            raise Refused(200, f"an unknown question: {query[:500]}")
        return found

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _at(path: str) -> str:
    return f"main:{json.loads(path)}"
