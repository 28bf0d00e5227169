// Draws a network with vis-network, and lets people walk it with mouse, touch or keys. Every text goes in as text.

import { edgesOf, groupsOf, optionsOf, readPalette } from "./colours.js";
import { paintOn } from "./painting.js";
import { makeParts } from "./parts.js";
import { makeView } from "./view.js";
import { makeWalk } from "./walking.js";

const INVITATION = "Choose a place to see where it leads.";
const NEARER = 1.35;
const REACH = 18; // how far from the middle of a small place a click still counts, in pixels
const THEMES = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"];

// Places are known by their number in `data.places`, which is also the id of their node; -1 is none.
export function draw(holder, data, { chosen = null, onChoose = () => {} } = {}) {
  const { places } = data;
  const parts = makeParts(data);
  const { canvas, frame, list, options, reading, said } = parts;
  holder.replaceChildren(...parts.all);
  const stops = [...places.keys()].filter((number) => places[number].number).sort((one, other) => places[one].number - places[other].number);
  const numberOf = (id) => places.findIndex((place) => place.id === id);
  const first = stops[0] ?? reading[0] ?? -1;

  let active = numberOf(chosen);
  const state = {
    palette: readPalette(holder),
    picked: active,
    hovered: -1,
    get active() {
      return list.matches(":focus") ? active : -1;
    },
  };
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(edgesOf(data, state.palette, state.picked));
  const network = new vis.Network(canvas, { nodes, edges }, optionsOf(data, state.palette));
  canvas.querySelector("[tabindex]")?.removeAttribute("tabindex"); // the list is what takes the focus
  const view = makeView(network, frame, data);
  const walk = makeWalk(places, reading, first);
  paintOn(network, view, data, stops, state);

  let gone = false;
  // What had the focus loses it while it is taken off the page: by then there is nothing left to draw on.
  const redraw = () => gone || network.redraw();

  const hold = (number) => {
    active = number;
    if (number < 0) list.removeAttribute("aria-activedescendant");
    else list.setAttribute("aria-activedescendant", options[number].id);
    redraw();
  };
  const tell = (number) => {
    if (number < 0) return INVITATION;
    const next = data.edges.filter((edge) => edge.from === number).map((edge) => places[edge.to].title);
    return `${places[number].told}. ${next.length ? `Leads to: ${next.join("; ")}.` : "No further step from here is on record."}`;
  };
  const mark = (number) => {
    options.forEach((option, each) => option.setAttribute("aria-selected", String(each === number)));
    state.picked = number;
    said.textContent = tell(number);
    edges.update(edgesOf(data, state.palette, number));
    hold(number);
  };
  const choose = (number) => {
    mark(number);
    onChoose(places[number].id);
  };
  const repaint = () => {
    state.palette = readPalette(holder);
    network.setOptions({ groups: groupsOf(state.palette) });
    nodes.update(data.nodes.map(({ id, group }) => ({ id, group })));
    edges.update(edgesOf(data, state.palette, state.picked));
    redraw();
  };

  // --- By mouse and touch ---
  const under = ({ x, y }) => {
    let best = -1;
    let least = Infinity;
    places.forEach((_, number) => {
      const point = view.point(number);
      const distance = Math.hypot(point.x - x, point.y - y);
      if (distance < Math.min(least, Math.max(REACH, view.radius(number) + 4))) [best, least] = [number, distance];
    });
    return best;
  };
  const hover = (number) => {
    state.hovered = number;
    canvas.style.cursor = number >= 0 ? "pointer" : "";
    redraw();
  };
  network.on("click", ({ pointer }) => {
    const number = under(pointer.DOM);
    if (number >= 0) choose(number);
    list.focus({ preventScroll: true });
  });
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(-1));
  // A page that scrolls goes on scrolling over the network: it zooms only when it is asked to.
  canvas.addEventListener("wheel", (event) => event.ctrlKey || event.metaKey || event.stopPropagation(), { capture: true });
  const acts = [() => view.zoom(NEARER), () => view.zoom(1 / NEARER), () => view.showAll()];
  [...parts.tools.children].forEach((button, number) => button.addEventListener("click", acts[number]));

  // --- By keys ---
  const [nearer, farther, all] = acts;
  const zooms = { "+": nearer, "=": nearer, "-": farther, 0: all };
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !places.length) return;
    if (event.key === "Enter" || (event.key === " " && !walk.typing())) choose(active < 0 ? first : active);
    else if (zooms[event.key] && !walk.typing()) zooms[event.key]();
    else {
      const next = walk.next(event.key, active);
      if (next === undefined) return;
      if (next >= 0) {
        hold(next);
        view.bringIn(next);
      }
    }
    event.preventDefault();
  });
  list.addEventListener("focus", () => hold(active < 0 ? first : active));
  list.addEventListener("blur", () => redraw());

  const themes = THEMES.map((query) => matchMedia(query));
  for (const theme of themes) theme.addEventListener("change", repaint);
  const look = () => gone || view.firstLook(state.picked >= 0 ? state.picked : stops[0]);
  network.on("resize", () => requestAnimationFrame(look)); // once vis-network has put back the view it had
  for (const act of ["dragStart", "zoom"]) network.on(act, view.hold);
  look();
  mark(state.picked);
  return {
    repaint,
    chosen: () => places[state.picked]?.id ?? null,
    focused: () => list.matches(":focus"),
    focus: () => list.focus({ preventScroll: true }),
    choose: (id) => {
      mark(numberOf(id));
      if (active >= 0) view.bringIn(active);
    },
    destroy: () => {
      gone = true;
      for (const theme of themes) theme.removeEventListener("change", repaint);
      network.destroy();
      holder.replaceChildren();
    },
  };
}
