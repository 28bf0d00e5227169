// Draws the tier map, and lets people walk it with mouse, touch or keys. Every text goes in as text.
// A route has numbered stops and what is near them; the map of everything has places and the steps between them.

const SVG = "http://www.w3.org/2000/svg";
const KEYS = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const HEADER = 60; // the names of the sectors stay in sight above what scrolls
const GUTTER = 88; // and those of the levels left of it
const BESIDE = 13; // how far left of its stations a step runs
const BEYOND = 16; // how far right of it its name begins
const CORNER = 7;
const PAUSE = 800; // milliseconds after which typing begins a new name
const drawn = new WeakMap(); // parentElement -> what is drawn there: {text, clean, chosen, turn}

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
    group.append(make("rect", { class: at % 2 ? "band" : "band odd", x: 0, y: band.y, width: map.width, height: band.height }));
  });
  const top = map.bands[0].y;
  for (const lane of map.lanes)
    group.append(make("rect", { class: "line", style: tone(lane.tone), x: lane.line - 4, y: top + 4, width: 8, height: map.height - top - 8, rx: 4 }));
  return group;
}

// The names of the levels, which stay at the left edge while the map scrolls under them.
function levels(map) {
  const group = make("g", { "aria-hidden": "true" });
  map.bands.forEach((band, at) => {
    group.append(
      make("rect", { class: at % 2 ? "gutter" : "gutter odd", x: 0, y: band.y, width: GUTTER - 4, height: band.height }),
      lines(band.name, 10, band.y + band.height / 2 + 4.5 - (band.name.length - 1) * 7.5, 15, "level"),
    );
  });
  return group;
}

// The name of a sector. On the map of everything it shows only that sector when it is clicked; with keys the
// filter above the map does the same.
function head(lane, map) {
  const group = make("g", { class: map.steps && map.lanes.length > 1 ? "head opens" : "head", "data-sector": lane.sector });
  group.append(
    make("rect", { class: "sector", style: tone(lane.tone), x: lane.x + 4, y: 6, width: lane.width - 8, height: 48, rx: 8 }),
    lines(lane.name, lane.x + lane.width / 2, 30 - (lane.name.length - 1) * 7 + 4.5, 14, "sector-name"),
  );
  return group;
}

// The names of the sectors, which stay at the top.
function heads(map) {
  const group = make("g", { "aria-hidden": "true" });
  group.append(make("rect", { class: "gutter", x: 0, y: 0, width: map.width, height: HEADER }));
  for (const lane of map.lanes)
    group.append(
      head(lane, map),
    );
  return group;
}

function ways(map) {
  const group = make("g", { "aria-hidden": "true" });
  for (const tie of map.ties) group.append(make("path", { class: "tie", style: tone(tie.tone), d: tie.path }));
  for (const leg of map.legs) group.append(make("path", { class: "leg-edge", d: leg.path }));
  for (const leg of map.legs) group.append(make("path", { class: "leg", style: tone(leg.tone), d: leg.path }));
  if (map.steps) {
    const every = map.steps.map(([from, to]) => track(map.near[from], map.near[to], map)).join("");
    group.append(make("g", { class: "steps" }, make("path", { d: every })));
  }
  return group;
}

// The corners of a step between two places: out beside its station, along the rows and down the side of the
// lane, across at the edge of a band. All of these are kept free of stations and names.
function corners(from, to, map) {
  const [here, there] = [from, to].map((place) => map.lanes.find(({ x, width }) => place.x >= x && place.x < x + width));
  const [out, into] = [from.x - BESIDE, to.x - BESIDE];
  const up = to.y < from.y;
  const [left, entered] = [from.y + (up ? -from.half : from.half), to.y + (up || to.y === from.y ? to.half : -to.half)];
  const [trunk, other] = [here.line - BESIDE, there.line - BESIDE];
  const band = map.bands.find(({ y, height }) => to.y >= y && to.y < y + height);
  const across = up || (from.y >= band.y && from.y < band.y + band.height) ? band.y + band.height : band.y;
  const start = [[from.x, from.y], [out, from.y]];
  const end = [[into, to.y], [to.x, to.y]];
  if (here === there && out === trunk && into === trunk) return [...start, ...end];
  if (here === there && from.y === to.y) return [...start, [out, left], [into, left], ...end];
  const leave = out === trunk ? [] : [[out, left], [trunk, left]];
  const enter = into === other ? [] : [[other, entered], [into, entered]];
  const cross = here === there ? [] : [[trunk, across], [other, across]];
  return [...start, ...leave, ...cross, ...enter, ...end];
}

// The line through some corners, rounded off at each.
function rounded(points) {
  const toward = ([x, y], [u, v]) => {
    const length = Math.hypot(u - x, v - y) || 1;
    const part = Math.min(CORNER, length / 2) / length;
    return `${x + (u - x) * part} ${y + (v - y) * part}`;
  };
  const turns = points.slice(1, -1).map((at, number) => `L${toward(at, points[number])}Q${at.join(" ")} ${toward(at, points[number + 2])}`);
  return `M${points[0].join(" ")}${turns.join("")}L${points.at(-1).join(" ")}`;
}

function track(from, to, map) {
  return rounded(corners(from, to, map));
}

function isStop(station) {
  return (station.number ?? null) !== null;
}

function spoken(station, map) {
  if (map.steps) return `${station.title}, ${station.told}`;
  if (!isStop(station)) return `${station.told}: near the route`;
  const role = station.number === 1 ? ": the start" : station.goal ? ": where the route ends" : "";
  return `${station.number}. ${station.told}${role}`;
}

function dot({ x, y, radius, job }, grown, className) {
  const r = radius + grown;
  return job
    ? make("rect", { class: className, x: x - r, y: y - r, width: 2 * r, height: 2 * r, rx: 2.5 })
    : make("circle", { class: className, cx: x, cy: y, r });
}

function stop(station, map) {
  const onRoute = isStop(station);
  const names = [onRoute ? "on-route" : "near", station.goal && "goal", station.shut && "shut", station.label && "named"];
  const group = make("g", {
    class: `station ${names.filter(Boolean).join(" ")}`,
    style: tone(station.tone),
    role: "button",
    tabindex: "-1",
    "aria-label": spoken(station, map),
    "aria-pressed": "false",
    "data-id": station.id,
  });
  group.append(make("circle", { class: "target", cx: station.x, cy: station.y, r: map.steps ? 12.5 : Math.max(station.radius, 14) }));
  if (onRoute) {
    const { x, y, width, height } = station.box;
    group.append(
      make("rect", { class: "label", x, y, width, height, rx: 6 }),
      lines(station.label, x + 8, station.y - (station.label.length - 1) * 8 + 4.5, 16, "title"),
    );
  } else if (station.label) group.append(lines(station.label, station.x + BEYOND, station.y - (station.label.length - 1) * 7.5 + 4.2, 15, "name"));
  group.append(dot(station, onRoute || !map.steps ? 5 : 4, "ring"), dot(station, 0, "dot"));
  if (onRoute) group.append(make("text", { class: "number", x: station.x, y: station.y + 4.5 }, String(station.number)));
  return group;
}

// The name of a station, shown above all else while it is pointed at, focused or chosen.
function tip(station) {
  const texts = make("text", { class: "title" }, station.title);
  const box = make("rect", { class: "label", height: 26, rx: 6 });
  return make("g", { class: "tip", style: tone(station.tone), "aria-hidden": "true" }, box, texts);
}

// Give a tip the width of its text; put it where it hides least: above or below its station, or beside it.
function place(group, station, map, top) {
  const [box, text] = group.children;
  const width = text.getComputedTextLength() + 16;
  const within = (x) => Math.max(6, Math.min(x, map.width - 6 - width));
  const hidden = ([x, y]) => {
    if (y < top + HEADER - 4 || y + 26 > map.height) return Infinity;
    const meets = (left, right, above, below) => x < right && x + width > left && y < below && y + 26 > above;
    const labels = map.stops.filter(({ box }) => meets(box.x - 40, box.x + box.width, box.y, box.y + box.height));
    return 9 * labels.length + map.near.filter((each) => meets(each.x - 9, each.x + 9, each.y - 9, each.y + 9)).length;
  };
  const middle = within(station.x - width / 2);
  const places = [[middle, station.y - 40], [middle, station.y + 14], [within(station.x + 17), station.y - 13], [within(station.x - 17 - width), station.y - 13]];
  const [x, y] = places.reduce((best, each) => (hidden(each) < hidden(best) ? each : best));
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

// Read letters typed on the map as the beginning of a name, and return the next station that has it.
function typist(stations) {
  let typed = "";
  let last = 0;
  return (event, from) => {
    const now = event.timeStamp;
    if (now - last > PAUSE) typed = "";
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || (event.key === " " && !typed)) return null;
    last = now;
    typed += event.key.toLowerCase();
    const at = stations.indexOf(from) + (typed.length === 1 ? 1 : 0);
    return [...stations.slice(at), ...stations.slice(0, at)].find(({ title }) => title.toLowerCase().startsWith(typed)) ?? from;
  };
}

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component;
  const { chosen: told, ...map } = data; // `told`: {id, turn}, what was chosen elsewhere; a new turn is news
  const frame = parentElement.querySelector(".frame");
  const said = parentElement.querySelector(".said");
  const text = JSON.stringify(map);
  const before = drawn.get(parentElement);
  const news = told && told.turn !== before?.turn;
  if (before && before.text === text) {
    if (news) before.show(told.id);
    before.turn = told?.turn;
    return before.clean;
  }

  const held = parentElement.querySelector("svg .station:focus")?.dataset.id;
  const svg = make("svg", {
    viewBox: `0 0 ${map.width} ${map.height}`,
    style: `--natural: ${map.width}px`,
    role: "group",
    "aria-label": map.name,
  });
  const stations = [...map.stops, ...map.near];
  const byId = new Map(stations.map((station) => [station.id, station]));
  const groups = new Map(stations.map((station) => [station.id, stop(station, map)]));
  const tips = new Map();
  const [side, top] = [levels(map), heads(map)];
  const found = make("g", { "aria-hidden": "true" });
  svg.append(ground(map), ways(map), found, ...groups.values(), side, top);
  frame.replaceChildren(svg);
  frame.classList.toggle("whole", Boolean(map.steps));
  const scale = () => svg.clientWidth / map.width || 1;
  const follow = () => {
    side.setAttribute("transform", `translate(${frame.scrollLeft / scale()} 0)`);
    top.setAttribute("transform", `translate(0 ${frame.scrollTop / scale()})`);
  };
  frame.onscroll = follow;

  const hold = (station) => {
    for (const [id, group] of groups) group.setAttribute("tabindex", id === station.id ? "0" : "-1");
  };
  const point = (id, name, shown) => {
    const station = byId.get(id);
    if (!station || isStop(station) || (station.label?.length && !station.label.at(-1).endsWith("…"))) return;
    if (shown && !tips.has(id)) {
      tips.set(id, tip(station));
      svg.append(tips.get(id));
    }
    if (shown) place(tips.get(id), station, map, frame.scrollTop / scale());
    tips.get(id)?.classList.toggle(name, shown);
  };
  const link = (id) => {
    if (!map.steps) return;
    const at = map.near.findIndex((station) => station.id === id);
    const linked = map.steps.filter(([from, to]) => from === at || to === at);
    const ends = new Set(linked.flat().map((number) => map.near[number].id));
    for (const [each, group] of groups) group.classList.toggle("linked", ends.has(each) || each === id);
    svg.classList.toggle("some", at >= 0);
    found.replaceChildren(
      ...linked.map(([from, to]) => {
        const [here, there] = [map.near[from], map.near[to]];
        const leads = from === at;
        return make("path", { class: `step ${leads ? "leads" : "comes"}`, style: tone((leads ? there : here).tone), d: track(here, there, map) });
      }),
    );
  };
  // Scroll the map, and only the map, until a station is in sight.
  const reveal = ({ x, y }) => {
    const [left, up] = [x * scale(), y * scale()];
    const [wide, high] = [frame.clientWidth, frame.clientHeight];
    if (left - 110 < frame.scrollLeft || left + 160 > frame.scrollLeft + wide) frame.scrollLeft = left - Math.max(110, wide / 3);
    if (up - HEADER - 30 < frame.scrollTop || up + 40 > frame.scrollTop + high) frame.scrollTop = up - high / 2;
  };
  let chosen = null;
  const show = (id) => {
    if (chosen) point(chosen, "chosen", false);
    chosen = byId.has(id) ? id : null;
    for (const [each, group] of groups) group.setAttribute("aria-pressed", String(each === chosen));
    link(chosen);
    if (!chosen) return;
    reveal(byId.get(chosen));
    point(chosen, "chosen", true);
    hold(byId.get(chosen));
  };
  const choose = (station) => {
    show(station.id);
    const narrow = innerWidth < 640;
    said.textContent = `${station.title}. Its details are ${map.steps && !narrow ? "beside" : "below"} the map.`;
    if (map.steps) setTriggerValue("picked", station.id);
    else setStateValue("selected", station.id);
    if (!map.steps || narrow) said.scrollIntoView({ block: "nearest" }); // with the room its margin keeps for the details
    groups.get(station.id).scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  const named = typist(stations);
  const stationOf = (event) => byId.get(event.target.closest?.(".station")?.dataset.id);
  const on = (event, act) =>
    svg.addEventListener(event, (happened) => {
      const station = stationOf(happened);
      if (station) act(station, happened);
    });
  on("click", choose);
  if (map.steps && map.lanes.length > 1)
    svg.addEventListener("click", (event) => {
      const sector = event.target.closest?.(".head")?.dataset.sector;
      if (sector) setTriggerValue("sector", sector);
    });
  on("pointerover", ({ id }) => point(id, "shown", true));
  on("pointerout", ({ id }) => point(id, "shown", false));
  on("focusin", ({ id }) => point(id, "shown", true));
  on("focusout", ({ id }) => point(id, "shown", false));
  on("keydown", (station, event) => {
    const ends = { Home: stations[0], End: map.stops.at(-1) ?? stations.at(-1) };
    const typed = KEYS[event.key] ? null : named(event, station);
    const next = KEYS[event.key] ? nearest(stations, station, KEYS[event.key]) : ends[event.key] ?? typed;
    if (event.key === "Enter" || (event.key === " " && !typed)) choose(station);
    else if (next) {
      hold(next);
      groups.get(next.id).focus();
    } else if (!KEYS[event.key]) return;
    event.preventDefault();
  });

  hold(stations[0]);
  const first = stations[0].x * scale();
  if (first > frame.clientWidth / 2) frame.scrollLeft = first - frame.clientWidth / 4;
  const fit = () => {
    if (frame.scrollWidth > frame.clientWidth) {
      frame.setAttribute("tabindex", "0"); // so that it can be scrolled with keys too
      frame.setAttribute("role", "region");
      frame.setAttribute("aria-label", `${map.name}, to scroll sideways`);
    } else for (const name of ["tabindex", "role", "aria-label"]) frame.removeAttribute(name);
    if (map.steps && chosen) reveal(byId.get(chosen));
    follow();
  };
  fit();
  if (map.steps) show(news ? told.id : before?.chosen());
  const sized = new ResizeObserver(fit); // the map gets narrower when what is selected is shown beside it
  sized.observe(frame);
  if (held) groups.get(held)?.focus();
  const clean = () => {
    sized.disconnect();
    drawn.delete(parentElement);
  };
  drawn.set(parentElement, { text, clean, show, chosen: () => chosen, turn: told?.turn });
  return clean;
}
