"""A person at the web app without a browser: opens pages and clicks over Streamlit's own websocket."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

Result = TypeVar("Result")

PATIENCE = 60.0
"""Seconds for one run of a page before it counts as lost."""

USED = ("button", "checkbox", "radio", "selectbox", "multiselect")
"""The kinds of widget that a visitor uses."""

_SHOWN_ERROR = re.compile(r'class="pe-error"[^>]*>(.{0,200})', re.DOTALL)


class PageFailed(Exception):
    """The page showed an error, or has not what was to be clicked."""


@dataclass(frozen=True)
class Widget:
    """Something that can be clicked. `proto` is what Streamlit sent of it."""

    kind: str
    proto: Any

    @property
    def name(self) -> str:
        """What it is called on the page."""
        return f"{self.kind} “{self.proto.label}”"


@dataclass
class Visitor:
    """One session. `query` is the address it is at, `pages` the hashes of the pages by their address."""

    socket: Any
    query: str = ""
    page: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    widgets: dict[str, Widget] = field(default_factory=dict)
    html: list[str] = field(default_factory=list)
    components: list[str] = field(default_factory=list)
    received: int = 0
    _state: dict[str, tuple[str, Any]] = field(default_factory=dict)

    async def open(self, page: str = "", query: str = "") -> float:
        """Open a page as a link does; return the seconds it took."""
        self.page, self.query = self.pages.get(page, ""), query
        self._state.clear()
        return await self._run()

    async def use(self, widget: Widget, chance: random.Random) -> float:
        """Press a button, or make anything else say something else; return the seconds it took."""
        proto = widget.proto
        before = self._state.get(proto.id, ("", None))[1]
        match widget.kind:
            case "button":
                return await self._run((proto.id, "trigger_value", True))
            case "checkbox":
                self._state[proto.id] = ("bool_value", not (proto.default if before is None else before))
            case "multiselect":
                some = chance.sample(list(proto.options), min(2, len(proto.options)))
                self._state[proto.id] = ("string_array_value", some)
            case _:
                others = [each for each in proto.options if each != before] or list(proto.options)
                self._state[proto.id] = ("string_value", chance.choice(others))
        return await self._run()

    async def press(self, label: str) -> float:
        """Press the button with this label; return the seconds it took."""
        for widget in self.widgets.values():
            if widget.kind == "button" and label in widget.proto.label:
                return await self.use(widget, random.Random(0))
        raise PageFailed(f"there is no button {label!r}")

    async def _run(self, trigger: tuple[str, str, Any] | None = None) -> float:
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string, rerun.page_script_hash = self.query, self.page
        known = [(name, *held) for name, held in self._state.items() if name in self.widgets]
        for name, kind, value in (*known, *([trigger] if trigger else [])):
            state = rerun.widget_states.widgets.add()
            state.id = name
            if kind == "string_array_value":
                state.string_array_value.data.extend(value)
            else:
                setattr(state, kind, value)
        began = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        await asyncio.wait_for(self._finish(), PATIENCE)
        return time.perf_counter() - began

    async def _finish(self) -> None:
        """Take in all that the page sends, until its script has run. Raises PageFailed."""
        while True:
            content = await self.socket.recv()
            self.received += len(content)
            message = ForwardMsg()
            message.ParseFromString(content)
            self._take(message)
            if message.WhichOneof("type") == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise PageFailed("the script does not compile")
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    break
        for piece in self.html:
            shown = _SHOWN_ERROR.search(piece)
            if shown:
                raise PageFailed(re.sub(r"<[^>]*>", "", shown[1]))

    def _take(self, message: ForwardMsg) -> None:
        match message.WhichOneof("type"):
            case "new_session":
                self.page = message.new_session.page_script_hash
                for held in (self.widgets, self.html, self.components):
                    held.clear()
            case "navigation":
                self.pages = {
                    each.url_pathname: each.page_script_hash for each in message.navigation.app_pages
                }
                self.page = message.navigation.page_script_hash
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "delta" if message.delta.WhichOneof("type") == "new_element":
                self._look_at(message.delta.new_element)

    def _look_at(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        proto = getattr(element, kind)
        if kind == "exception":
            raise PageFailed(f"{proto.type}: {proto.message}")
        if kind == "html":
            self.html.append(proto.body)
        elif kind == "bidi_component":
            self.components.append(proto.json)
        elif kind in USED and proto.id and not proto.disabled and not proto.form_id:
            self.widgets[proto.id] = Widget(kind, proto)


@asynccontextmanager
async def visiting(address: str) -> AsyncIterator[Visitor]:
    """Give a visitor of the app at an address, and let them leave."""
    host = urlsplit(address).netloc
    async with websockets.connect(
        f"ws://{host}/_stcore/stream",
        origin=websockets.Origin(f"http://{host}"),
        subprotocols=[websockets.Subprotocol("streamlit")],
        max_size=None,
        compression=None,
        ping_interval=None,
        open_timeout=PATIENCE,
    ) as socket:
        yield Visitor(socket)


def run_alone(work: Coroutine[Any, Any, Result]) -> Result:
    """Run it to its end in a thread of its own, whatever loop the calling thread may be in."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
