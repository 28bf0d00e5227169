// Draws a network with vis-network, and lets people walk it with mouse, touch or keys. Every text goes in as text.
// vis draws places and steps; what is written on them is drawn here, at one size and never over other writing.

const GUTTER = 92; // the room for the names of the levels
const HEADER = 30; // the room for the names of the sectors
const EDGE = 18;
const FOOT = 44; // the room for the label of what stands lowest
const LEADING = 15;
const REACH = 18; // how far beside a place a click still counts, in pixels
const LEAST = 0.4; // a first look no smaller than this: places have to be seen apart
const CLOSEST = 2.4;
const KEYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const TONES = 10;
let drawings = 0;

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// The colours of the page as the canvas needs them. Grounds are read as backgrounds and writing as colours, so that
// both are right when the system forces its own.
function readPalette(holder) {
  const probe = make("span", { hidden: "" });
  holder.append(probe);
  const read = (property, value) => {
    probe.style.setProperty(property, value);
    return getComputedStyle(probe).getPropertyValue(property);
  };
  const colour = (name) => read("color", `var(--pe-${name})`);
  const ground = (name) => read("background-color", `var(--pe-${name})`);
  const palette = {
    paper: ground("paper"),
    band: ground("band"),
    onTone: ground("on-tone"),
    ink: colour("ink"),
    quiet: colour("quiet"),
    edge: colour("edge"),
    focus: colour("focus"),
    tones: Array.from({ length: TONES }, (_, number) => colour(`tone-${number}`)),
    font: getComputedStyle(holder).fontFamily,
  };
  probe.remove();
  return palette;
}

function groupsOf(palette) {
  const groups = {};
  palette.tones.forEach((tone, number) => {
    const drawn = (background) => ({ color: { background, border: tone, hover: { background, border: tone } }, borderWidth: 3 });
    groups[`qualification-${number}`] = drawn(palette.paper);
    groups[`job-${number}`] = drawn(tone);
  });
  return groups;
}

function optionsOf(data, palette) {
  const edges = { ...data.options.edges, arrows: { to: { scaleFactor: 0.5 } }, arrowStrikethrough: false, hoverWidth: 0, chosen: false };
  return {
    ...data.options,
    groups: groupsOf(palette),
    // Labels are drawn here and not by vis: no size of writing reaches this threshold.
    nodes: { chosen: false, shapeProperties: { borderDashes: false }, scaling: { label: { drawThreshold: 1e6 } } },
    edges,
    interaction: { hover: true, selectable: false, tooltipDelay: 1e6, dragNodes: true, keyboard: false, zoomSpeed: 0.6 },
    autoResize: true,
  };
}

function nearest(places, from, [right, down]) {
  let best = -1;
  let least = Infinity;
  places.forEach((place, at) => {
    const dx = place.x - from.x;
    const dy = place.y - from.y;
    const ahead = dx * right + dy * down;
    if (ahead <= 0) return;
    const distance = ahead + 2 * Math.abs(dx * down + dy * right);
    if (distance < least) [best, least] = [at, distance];
  });
  return best;
}

function overlaps(one, other) {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

// Cut a text to a width, with an ellipsis; nothing where not even a few letters fit.
function fitted(ctx, text, width) {
  if (ctx.measureText(text).width <= width) return text;
  let short = text;
  while (short.length > 2 && ctx.measureText(`${short}…`).width > width) short = short.slice(0, -1).trimEnd();
  return short.length > 2 ? `${short}…` : "";
}

// The canvas is for the eye and the mouse. What takes the focus is a list of the places, from the lowest level up.
function toolsAndFrame(data, name) {
  const { places } = data;
  const button = (label, sign, act) => make("button", { type: "button", class: "tool", "aria-label": label, title: label, "data-act": act }, sign);
  const tools = make(
    "div",
    { class: "tools", role: "group", "aria-label": "Zoom" },
    button("Zoom in", "+", "in"),
    button("Zoom out", "−", "out"),
    button("Show all", "Show all", "all"),
  );
  const options = places.map((place, at) =>
    make("div", { role: "option", id: `${name}-${at}`, "aria-selected": "false" }, place.number ? `${place.told}: stop ${place.number} of the route` : place.told),
  );
  const hint = make("p", { class: "hint", id: `${name}-hint` }, "Drag to move. Hold Ctrl and scroll, or pinch, to zoom. With the keyboard: Tab to the network, arrow keys to move between places, letters to go to a name, Enter to choose, + and - to zoom, 0 for all.");
  const reading = [...places.keys()].sort((one, other) => places[other].y - places[one].y || places[one].x - places[other].x);
  const list = make("div", { class: "places", role: "listbox", tabindex: "0", "aria-label": data.name, "aria-describedby": hint.id });
  list.append(...reading.map((number) => options[number]));
  const canvas = make("div", { class: "canvas", "aria-hidden": "true" });
  const frame = make("div", { class: "frame" }, list, canvas);
  const help = make("div", { class: "help" }, tools, hint);
  return { tools, options, reading, help, list, canvas, frame };
}

function legendOf(data) {
  const legend = make("ul", { class: "legend", "aria-label": "What the signs mean" });
  const entry = (className, text, tone) => {
    const sign = make("span", { class: `sign ${className}`, "aria-hidden": "true" });
    if (tone !== undefined) sign.style.setProperty("--tone", `var(--pe-tone-${tone})`);
    legend.append(make("li", {}, sign, text));
  };
  entry("dot", "Qualification");
  entry("square", "Job");
  if (data.places.some((place) => place.number)) entry("thick", "The route");
  if (data.edges.some((edge) => edge.dashes)) entry("dashed", "Closed on the day asked");
  for (const column of data.columns) entry("swatch", column.name, column.tone);
  return legend;
}

export function draw(holder, data, { chosen = null, onChoose = () => {} } = {}) {
  const { places } = data;
  const at = new Map(places.map((place, number) => [place.id, number]));
  const parts = toolsAndFrame(data, `network-${++drawings}`);
  const said = make("p", { class: "said", role: "status" }, "Choose a place to see where it leads.");
  parts.frame.style.setProperty("--shape", `${data.width + 260} / ${data.height + 120}`);
  holder.replaceChildren(parts.frame, said, parts.help, legendOf(data));
  const { frame, list, canvas, options, reading } = parts;

  let palette = readPalette(holder);
  let picked = at.get(chosen) ?? -1;
  let active = picked;
  let hovered = -1;
  let framed = false; // whether the first look was taken: a frame without a size has none
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const routeStarts = places.map((place, number) => [place.number, number]).filter(([stop]) => stop).sort((one, other) => one[0] - other[0]);

  const isRoute = (edge) => edge.width > 2;
  const edgeOf = (edge, id) => {
    const touches = edge.from === picked || edge.to === picked;
    const color = isRoute(edge) ? palette.tones[places[edge.to].tone] : touches ? palette.ink : palette.quiet;
    const opacity = isRoute(edge) || touches ? 1 : 0.3;
    return { ...edge, id, width: touches && !isRoute(edge) ? 2.4 : edge.width, color: { color, hover: color, opacity, inherit: false } };
  };
  const edges = new vis.DataSet(data.edges.map(edgeOf));
  const nodes = new vis.DataSet(data.nodes);
  const network = new vis.Network(canvas, { nodes, edges }, optionsOf(data, palette));
  canvas.querySelector("[tabindex]")?.removeAttribute("tabindex"); // the list is what takes the focus
  const redrawEdges = () => edges.update(data.edges.map(edgeOf));

  // --- Where things are on the screen ---
  const size = () => ({ width: frame.clientWidth, height: frame.clientHeight });
  const onScreen = ({ x, y }) => network.canvasToDOM({ x, y });
  const current = (number) => network.getPosition(number); // people drag places about
  const radius = (number) => data.nodes[number].size * network.getScale();
  const motion = () => (calm.matches ? false : { duration: 220, easingFunction: "easeOutQuad" });
  const wholeScale = () => {
    const { width, height } = size();
    return Math.min((width - GUTTER - EDGE) / data.width, (height - HEADER - FOOT) / data.height, 1.3);
  };
  const middle = { x: (GUTTER - EDGE) / 2, y: (HEADER - FOOT) / 2 }; // of what is not covered by the names at the edges
  const showAll = () => lookAt({ x: 0, y: 0 }, wholeScale(), motion());
  // Look at a point, but not at the emptiness beside the drawing.
  const lookAt = ({ x, y }, scale, animation) => {
    const { width, height } = size();
    const within = (value, room, whole) => (room >= whole ? whole / 2 : Math.max(room / 2, Math.min(value, whole - room / 2)));
    const position = {
      x: within(x, (width - GUTTER - EDGE) / scale, data.width),
      y: within(y, (height - HEADER - FOOT) / scale, data.height),
    };
    network.moveTo({ position, scale, offset: middle, animation });
  };
  const firstLook = () => {
    if (framed || !size().width || !places.length) return;
    framed = true;
    const asked = picked >= 0 ? picked : routeStarts[0]?.[1];
    const point = places[asked] ?? { x: data.width / 2, y: data.height / 2 };
    lookAt(point, Math.max(wholeScale(), LEAST), false);
  };
  const zoom = (factor) => {
    const scale = Math.max(wholeScale() / 2, Math.min(CLOSEST, network.getScale() * factor));
    network.moveTo({ scale, animation: motion() });
  };
  const bringIn = (number) => {
    const { x, y } = onScreen(current(number));
    const { width, height } = size();
    if (x < GUTTER + 40 || x > width - 40 || y < HEADER + 30 || y > height - 50) lookAt(current(number), network.getScale(), motion());
  };

  // --- What is written on it ---
  const onFrame = (ctx, paint) => {
    const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint();
    ctx.restore();
  };
  const stripe = (band) => {
    const top = onScreen({ x: 0, y: band.y }).y;
    return { top, height: onScreen({ x: 0, y: band.y + band.height }).y - top };
  };
  network.on("beforeDrawing", (ctx) =>
    onFrame(ctx, () => {
      const { width, height } = size();
      ctx.fillStyle = palette.band;
      data.bands.forEach((band, number) => {
        const { top, height: tall } = stripe(band);
        if (number % 2 === 0) ctx.fillRect(0, top, width, tall);
      });
      ctx.strokeStyle = palette.edge;
      ctx.lineWidth = 1;
      for (const column of data.columns.slice(1)) {
        const x = Math.round(onScreen({ x: column.x, y: 0 }).x) + 0.5;
        ctx.beginPath();
        ctx.moveTo(x, 0);
        ctx.lineTo(x, height);
        ctx.stroke();
      }
    }),
  );
  const ring = (ctx, number, colour, lineWidth, beyond) => {
    const { x, y } = onScreen(current(number));
    ctx.strokeStyle = colour;
    ctx.lineWidth = lineWidth;
    ctx.beginPath();
    ctx.arc(x, y, radius(number) * 1.2 + beyond, 0, 7);
    ctx.stroke();
  };
  // The labels most asked for first, then as many others as find room.
  const order = () => {
    const first = [hovered, list.matches(":focus") ? active : -1, picked, ...routeStarts.map(([, number]) => number)];
    return [...new Set([...first.filter((number) => number >= 0), ...places.keys()])].map((number) => [number, first.includes(number)]);
  };
  const labelBox = (number) => {
    const { x, y } = onScreen(current(number));
    const height = places[number].label.length * LEADING + 2;
    const width = widths[number] + 8;
    const gap = radius(number) + 3;
    const middle = Math.max(x - width / 2, GUTTER - 4);
    return [
      { x: middle, y: y + gap, width, height, below: true },
      { x: middle, y: y - gap - height, width, height },
      { x: x + gap, y: y - height / 2, width, height },
      { x: x - gap - width, y: y - height / 2, width, height },
      ...[x - gap, x + gap - width].flatMap((left) => [y + gap, y - gap - height].map((top) => ({ x: left, y: top, width, height }))),
    ];
  };
  const labelFont = (asked) => `${asked ? 700 : 500} 12.5px ${palette.font}`;
  const writeLabel = (ctx, number, box, asked) => {
    ctx.font = labelFont(asked);
    ctx.fillStyle = palette.ink;
    ctx.strokeStyle = palette.paper;
    ctx.lineWidth = 4;
    ctx.lineJoin = "round";
    for (const paint of ["strokeText", "fillText"])
      places[number].label.forEach((line, row) => ctx[paint](line, box.x + box.width / 2, box.y + 1 + (row + 0.5) * LEADING));
  };
  const widths = [];
  const measure = (ctx) => {
    ctx.font = labelFont(true);
    places.forEach((place, number) => (widths[number] = Math.max(0, ...place.label.map((line) => ctx.measureText(line).width))));
  };
  // Where a label covers nothing; for what is asked for, else where it covers no other label and the fewest places.
  const roomFor = (number, asked, taken, shapes) => {
    const boxes = labelBox(number).filter((box) => !taken.some((other) => overlaps(box, other)));
    const covered = (box) =>
      shapes.reduce((sum, shape, other) => sum + (other !== number && overlaps(box, shape) ? (places[other].number ? 10 : 1) : 0), 0);
    if (!asked) return boxes.length && boxes[0].below && !covered(boxes[0]) ? boxes[0] : undefined;
    return boxes.sort((one, other) => covered(one) - covered(other))[0];
  };
  const labels = (ctx) => {
    if (!widths.length) measure(ctx);
    const { width, height } = size();
    const shapes = places.map((_, number) => {
      const { x, y } = onScreen(current(number));
      const half = radius(number);
      return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
    });
    const seen = { x: GUTTER, y: HEADER, width: width - GUTTER, height: height - HEADER };
    const taken = [];
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const [number, asked] of order()) {
      if (!overlaps(shapes[number], seen)) continue;
      const box = roomFor(number, asked, taken, shapes);
      if (!box) continue;
      taken.push(box);
      writeLabel(ctx, number, box, asked);
    }
  };
  const numbers = (ctx) => {
    ctx.font = `700 13px ${palette.font}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const [stop, number] of routeStarts) {
      if (radius(number) < 7) continue;
      const { x, y } = onScreen(current(number));
      ctx.fillStyle = data.nodes[number].shape === "square" ? palette.onTone : palette.ink;
      ctx.fillText(String(stop), x, y + 0.5);
    }
  };
  const headings = (ctx) => {
    const { width, height } = size();
    ctx.fillStyle = palette.paper;
    ctx.fillRect(0, 0, GUTTER - 8, height);
    ctx.fillRect(0, 0, width, HEADER);
    ctx.fillStyle = palette.ink;
    ctx.font = `700 12.5px ${palette.font}`;
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    for (const band of data.bands) {
      const { top, height: tall } = stripe(band);
      const lines = tall >= band.name.length * LEADING ? band.name : band.name.slice(0, tall >= LEADING ? 1 : 0);
      const middle = Math.max(top, HEADER) / 2 + Math.min(top + tall, height) / 2;
      if (Math.min(top + tall, height) - Math.max(top, HEADER) < lines.length * LEADING) continue;
      lines.forEach((line, row) => ctx.fillText(line, 8, middle + (row - (lines.length - 1) / 2) * LEADING));
    }
    ctx.textAlign = "center";
    for (const column of data.columns) {
      const left = Math.max(onScreen({ x: column.x, y: 0 }).x, GUTTER);
      const right = Math.min(onScreen({ x: column.x + column.width, y: 0 }).x, width);
      if (right - left < 24) continue;
      ctx.fillStyle = palette.tones[column.tone];
      ctx.fillRect(left + 4, HEADER - 5, right - left - 8, 4);
      ctx.fillStyle = palette.ink;
      ctx.fillText(fitted(ctx, column.name, right - left - 10), (left + right) / 2, 13);
    }
  };
  network.on("afterDrawing", (ctx) =>
    onFrame(ctx, () => {
      numbers(ctx);
      labels(ctx);
      if (picked >= 0) ring(ctx, picked, palette.ink, 3, 4);
      if (active >= 0 && list.matches(":focus")) ring(ctx, active, palette.focus, 4, 8);
      headings(ctx);
    }),
  );

  // --- What people do with it ---
  const hold = (number) => {
    active = number;
    if (number < 0) list.removeAttribute("aria-activedescendant");
    else list.setAttribute("aria-activedescendant", options[number].id);
  };
  const mark = (number) => {
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === number)));
    picked = number;
    hold(number);
    redrawEdges();
    network.redraw();
  };
  const choose = (number) => {
    mark(number);
    const next = data.edges.filter((edge) => edge.from === number).map((edge) => places[edge.to].title);
    said.textContent = `${places[number].told}. ${next.length ? `Leads to: ${next.join("; ")}.` : "No further step from here is on record."}`;
    onChoose(places[number].id);
  };
  const under = ({ x, y }) => {
    let best = -1;
    let least = Infinity;
    places.forEach((_, number) => {
      const point = onScreen(current(number));
      const distance = Math.hypot(point.x - x, point.y - y) - radius(number);
      if (distance < Math.min(least, REACH - Math.min(REACH - 4, radius(number)))) [best, least] = [number, distance];
    });
    return best;
  };
  network.on("click", ({ pointer }) => {
    const number = under(pointer.DOM);
    if (number >= 0) choose(number);
    list.focus({ preventScroll: true });
  });
  const hover = (number) => {
    hovered = number;
    canvas.style.cursor = number >= 0 ? "pointer" : "";
    network.redraw();
  };
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(-1));
  const first = () => routeStarts[0]?.[1] ?? reading[0];
  // Letters go to the next place whose name begins with them, as in any list.
  let typed = "";
  let typedAt = 0;
  const typing = () => performance.now() - typedAt < 700;
  const named = (letter) => {
    typed = (typing() ? typed : "") + letter.toLowerCase();
    typedAt = performance.now();
    const from = reading.indexOf(active) + (typed.length > 1 ? 0 : 1);
    const order = [...reading.slice(from), ...reading.slice(0, from)];
    return order.find((number) => places[number].title.toLowerCase().startsWith(typed)) ?? -1;
  };
  const ends = { Home: reading[0], End: reading.at(-1) };
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !places.length) return;
    const from = active >= 0 ? active : first();
    if (KEYS[event.key]) {
      const next = active < 0 ? from : nearest(places, places[from], KEYS[event.key]);
      if (next >= 0) hold(next);
    } else if (event.key in ends) hold(ends[event.key]);
    else if (event.key === "Enter" || (event.key === " " && !typing())) choose(from);
    else if (event.key === "+" || event.key === "=") zoom(1.35);
    else if (event.key === "-") zoom(1 / 1.35);
    else if (event.key === "0") showAll();
    else if (event.key.length === 1) {
      const next = named(event.key);
      if (next >= 0) hold(next);
    } else return;
    event.preventDefault();
    if (active >= 0 && event.key !== "0") bringIn(active);
    network.redraw();
  });
  for (const moved of ["focus", "blur"])
    list.addEventListener(moved, () => {
      if (moved === "focus" && active < 0 && places.length) hold(first());
      network.redraw();
    });
  parts.tools.addEventListener("click", ({ target }) => {
    const act = target.closest("button")?.dataset.act;
    if (act === "all") showAll();
    else if (act) zoom(act === "in" ? 1.35 : 1 / 1.35);
  });
  // A page that scrolls goes on scrolling over the network: it zooms only when it is asked to.
  canvas.addEventListener("wheel", (event) => event.ctrlKey || event.metaKey || event.stopPropagation(), { capture: true });

  const repaint = () => {
    palette = readPalette(holder);
    network.setOptions({ groups: groupsOf(palette) });
    nodes.update(data.nodes.map(({ id, group }) => ({ id, group })));
    redrawEdges();
    network.redraw();
  };
  const themes = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"].map((query) => matchMedia(query));
  for (const theme of themes) theme.addEventListener("change", repaint);
  network.on("resize", () => {
    firstLook();
    network.redraw();
  });
  firstLook();
  mark(picked);

  return {
    repaint,
    choose: (id) => {
      mark(at.get(id) ?? -1);
      if (picked >= 0) bringIn(picked);
    },
    destroy: () => {
      for (const theme of themes) theme.removeEventListener("change", repaint);
      network.destroy();
      holder.replaceChildren();
    },
  };
}
