"""The web app with a shared store that is away until the file is there that STORE_IS_BACK names."""

import os
from pathlib import Path

from explorer import web
from tests.serving import Database, shared

BACK = Path(os.environ["STORE_IS_BACK"])


class Late(Database):
    """A server that is switched on from outside."""

    def answer(self, what: str) -> None:
        """Answer once the file is there."""
        self.away = not BACK.exists()
        super().answer(what)


web.open_store = lambda name: Late(shared()).open()
web.run()
