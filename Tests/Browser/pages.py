"""A folder of pages as a static host would serve it, on this machine only."""

from __future__ import annotations

import http.server
import mimetypes
import re
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".xml": "application/xml",
}
REDIRECT = re.compile(rb"<meta\s+http-equiv=[\"']?refresh", re.I)


class Site:
    def __init__(self, folder: Path):
        self.folder = folder.resolve()
        self.pages = sorted(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*.html"))
        # A page that only sends the reader on is nothing to look at; the HTML checker reads it all the same.
        self.redirects = {p for p in self.pages if REDIRECT.search((self.folder / p).read_bytes()[:4000])}
        self.editions = {
            p.name for p in self.folder.iterdir() if p.is_dir() and self.language(p / "index.html").lower() == p.name.lower()
        }
        self.own = self.language(self.folder / "index.html")

    @staticmethod
    def language(file: Path) -> str:
        found = re.search(r"<html[^>]*\slang=[\"']?([\w-]+)", file.read_text("utf-8")[:2000]) if file.is_file() else None
        return found.group(1) if found else ""

    def edition(self, page: str) -> str:
        """The language that a page must be in: its folder's, else the site's own."""
        first = page.split("/")[0]
        return self.language(self.folder / first / "index.html") if first in self.editions else self.own

    def translated(self, page: str) -> bool:
        """Whether it is another edition of a page that the site has in its own language."""
        first, _, rest = page.partition("/")
        return first in self.editions and rest in self.pages

    def files(self, *suffixes: str) -> list[str]:
        return sorted(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*") if p.suffix in suffixes)

    def serve(self, extra: dict[str, bytes]) -> str:
        """Starts serving the folder, and these scripts beside it; gives the origin."""
        folder = self.folder

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self):
                path = unquote(urlsplit(self.path).path)
                file = (folder / path.lstrip("/")).resolve()
                if file.is_dir():
                    file = file / "index.html"
                there = path in extra or (file.is_file() and folder in file.parents)
                body = extra.get(path) or (file.read_bytes() if there else b"not found")
                self.send_response(200 if there else 404)
                kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
                self.send_header("Content-Type", kind if there else "text/plain")
                if path in extra:
                    self.send_header("Cache-Control", "max-age=3600")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, *_):  # a browser that hangs up is no news
                pass

        server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"
