// Draws the tier map, and lets people walk it with mouse, touch or keys. Every text goes in as text.

const SVG = "http://www.w3.org/2000/svg";
const KEYS = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const drawn = new WeakMap(); // parentElement -> {text, selected}: what is drawn there, and what is chosen

function make(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function tone(number) {
  return `--tone: var(--pe-tone-${number})`;
}

function lines(texts, x, y, leading, className) {
  const text = make("text", { x, y, class: className });
  texts.forEach((line, at) => text.append(make("tspan", { x, dy: at ? leading : 0 }, line)));
  return text;
}

function ground(map) {
  const group = make("g", { "aria-hidden": "true" });
  map.bands.forEach((band, at) => {
    group.append(
      make("rect", { class: at % 2 ? "band" : "band odd", x: 0, y: band.y, width: map.width, height: band.height }),
      lines(band.name, 10, band.y + band.height / 2 + 4.5 - (band.name.length - 1) * 7.5, 15, "level"),
    );
  });
  const top = map.bands[0].y;
  for (const lane of map.lanes) {
    const middle = 26 - (lane.name.length - 1) * 7.5 + 4.5;
    group.append(
      make("rect", { class: "line", style: tone(lane.tone), x: lane.line - 4, y: top + 4, width: 8, height: map.height - top - 8, rx: 4 }),
      make("rect", { class: "sector", style: tone(lane.tone), x: lane.x + 6, y: 8, width: lane.width - 12, height: 36, rx: 8 }),
      lines(lane.name, lane.x + lane.width / 2, middle, 15, "sector-name"),
    );
  }
  return group;
}

function ways(map) {
  const group = make("g", { "aria-hidden": "true" });
  for (const tie of map.ties) group.append(make("path", { class: "tie", style: tone(tie.tone), d: tie.path }));
  for (const leg of map.legs) group.append(make("path", { class: "leg-edge", d: leg.path }));
  for (const leg of map.legs) group.append(make("path", { class: "leg", style: tone(leg.tone), d: leg.path }));
  return group;
}

function spoken(station) {
  if (station.number === null) return `${station.told}: near the route`;
  const role = station.number === 1 ? ": the start" : station.goal ? ": where the route ends" : "";
  return `${station.number}. ${station.told}${role}`;
}

function stop(station) {
  const onRoute = station.number !== null;
  const group = make("g", {
    class: `station ${onRoute ? "on-route" : "near"}${station.goal ? " goal" : ""}`,
    style: tone(station.tone),
    role: "button",
    tabindex: "-1",
    "aria-label": spoken(station),
    "aria-pressed": "false",
    "data-id": station.id,
  });
  group.append(make("circle", { class: "target", cx: station.x, cy: station.y, r: Math.max(station.radius, 14) }));
  if (onRoute) {
    const { x, y, width, height } = station.box;
    group.append(
      make("rect", { class: "label", x, y, width, height, rx: 6 }),
      lines(station.label, x + 8, station.y - (station.label.length - 1) * 8 + 4.5, 16, "title"),
    );
  }
  group.append(
    make("circle", { class: "ring", cx: station.x, cy: station.y, r: station.radius + 5 }),
    make("circle", { class: "dot", cx: station.x, cy: station.y, r: station.radius }),
  );
  if (onRoute) group.append(make("text", { class: "number", x: station.x, y: station.y + 4.5 }, String(station.number)));
  return group;
}

// The name of a neighbour, shown above all else while it is pointed at, focused or chosen.
function tip(station) {
  const texts = make("text", { class: "title" }, station.title);
  const box = make("rect", { class: "label", height: 26, rx: 6 });
  return make("g", { class: "tip", style: tone(station.tone), "aria-hidden": "true" }, box, texts);
}

// Give a tip the width of its text; put it above or below its station, in the picture, clear of labels if it can be.
function place(group, station, map) {
  const [box, text] = group.children;
  const width = text.getComputedTextLength() + 16;
  const x = Math.max(6, Math.min(station.x - width / 2, map.width - 6 - width));
  const free = (y) =>
    y > 46 && y + 26 < map.height && map.stops.every(({ box }) => x + width < box.x - 40 || x > box.x + box.width || y + 26 < box.y || y > box.y + box.height);
  const y = [station.y - 40, station.y + 14].find(free) ?? station.y - 40;
  for (const [name, value] of [["x", x], ["y", y], ["width", width]]) box.setAttribute(name, value);
  text.setAttribute("x", x + 8);
  text.setAttribute("y", y + 17.5);
}

function nearest(stations, from, [right, down]) {
  let best = null;
  let least = Infinity;
  for (const station of stations) {
    const dx = station.x - from.x;
    const dy = station.y - from.y;
    const ahead = dx * right + dy * down;
    if (ahead <= 0) continue;
    const distance = ahead + 2 * Math.abs(dx * down + dy * right);
    if (distance < least) [best, least] = [station, distance];
  }
  return best;
}

export default function (component) {
  const { data: map, parentElement, setStateValue } = component;
  const frame = parentElement.querySelector(".frame");
  const said = parentElement.querySelector(".said");
  const text = JSON.stringify(map);
  const before = drawn.get(parentElement);
  if (before && before.text === text) return before.clean;

  const svg = make("svg", {
    viewBox: `0 0 ${map.width} ${map.height}`,
    style: `--natural: ${map.width}px`,
    role: "group",
    "aria-label": map.name,
  });
  const stations = [...map.stops, ...map.near];
  const groups = new Map(stations.map((station) => [station.id, stop(station)]));
  const tips = new Map(map.near.map((station) => [station.id, tip(station)]));
  svg.append(ground(map), ways(map), ...groups.values(), ...tips.values());
  frame.replaceChildren(svg);

  const hold = (station) => {
    for (const [id, group] of groups) group.setAttribute("tabindex", id === station.id ? "0" : "-1");
  };
  const choose = (station) => {
    for (const [id, group] of groups) group.setAttribute("aria-pressed", String(id === station.id));
    for (const [id, shown] of tips) shown.classList.toggle("chosen", id === station.id);
    hold(station);
    said.textContent = `${station.title}. Its details are below the map.`;
    setStateValue("selected", station.id);
    said.scrollIntoView({ block: "nearest" }); // with the room its margin keeps for the details
    groups.get(station.id).scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  for (const station of stations) {
    const group = groups.get(station.id);
    group.addEventListener("click", () => choose(station));
    for (const [event, shown] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]])
      group.addEventListener(event, () => tips.get(station.id)?.classList.toggle("shown", shown));
    group.addEventListener("keydown", (event) => {
      const ends = { Home: map.stops[0], End: map.stops.at(-1) };
      const next = KEYS[event.key] ? nearest(stations, station, KEYS[event.key]) : ends[event.key];
      if (event.key === "Enter" || event.key === " ") choose(station);
      else if (next) {
        hold(next);
        groups.get(next.id).focus();
      } else if (!KEYS[event.key]) return;
      event.preventDefault();
    });
  }
  for (const station of map.near) place(tips.get(station.id), station, map);
  hold(map.stops[0]);
  const first = map.stops[0].x * (svg.clientWidth / map.width);
  if (first > frame.clientWidth / 2) frame.scrollLeft = first - frame.clientWidth / 4;
  const clean = () => drawn.delete(parentElement);
  drawn.set(parentElement, { text, clean });
  return clean;
}
