// What is painted on the canvas beside the places and steps that vis draws: the ground, and all that is written.
// Writing has one size however near one is, and labels never cover each other: the nearer, the more find room.

import { GUTTER, HEADER } from "./view.js";

const LEADING = 15;

// `state` has what changes: palette, picked, active (or -1), hovered. `stops` are the places of the route, in order.
export function paintOn(network, view, data, stops, state) {
  network.on("beforeDrawing", (ctx) => onScreenOf(ctx, () => paintGround(ctx, view, data, state.palette)));
  network.on("afterDrawing", (ctx) =>
    onScreenOf(ctx, () => {
      paintNumbers(ctx, view, data, stops, state.palette);
      paintLabels(ctx, view, data, [state.hovered, state.active, state.picked, ...stops], state.palette);
      paintRing(ctx, view, state.picked, state.palette.ink, 3, 4);
      paintRing(ctx, view, state.active, state.palette.focus, 4, 8);
      paintNames(ctx, view, data, state.palette);
    }),
  );
}

function onScreenOf(ctx, paint) {
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textBaseline = "middle";
  paint();
  ctx.restore();
}

function paintGround(ctx, view, data, palette) {
  const { width, height } = view.size();
  ctx.fillStyle = palette.band;
  data.bands.forEach((band, number) => {
    const { top, tall } = stripe(view, band);
    if (number % 2 === 0) ctx.fillRect(0, top, width, tall);
  });
  ctx.strokeStyle = palette.edge;
  ctx.lineWidth = 1;
  for (const column of data.columns.slice(1)) {
    const x = Math.round(view.onScreen({ x: column.x, y: 0 }).x) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, 0);
    ctx.lineTo(x, height);
    ctx.stroke();
  }
}

function stripe(view, band) {
  const top = view.onScreen({ x: 0, y: band.y }).y;
  return { top, tall: view.onScreen({ x: 0, y: band.y + band.height }).y - top };
}

function paintRing(ctx, view, number, colour, lineWidth, beyond) {
  if (number < 0) return;
  const { x, y } = view.point(number);
  ctx.strokeStyle = colour;
  ctx.lineWidth = lineWidth;
  ctx.beginPath();
  ctx.arc(x, y, view.radius(number) * 1.2 + beyond, 0, 7);
  ctx.stroke();
}

function paintNumbers(ctx, view, data, stops, palette) {
  ctx.font = `700 13px ${palette.font}`;
  ctx.textAlign = "center";
  for (const number of stops) {
    if (view.radius(number) < 7) continue;
    const { x, y } = view.point(number);
    ctx.fillStyle = data.nodes[number].shape === "square" ? palette["on-tone"] : palette.ink;
    ctx.fillText(String(data.places[number].number), x, y + 0.5);
  }
}

// The labels that are asked for first, beside their places where there is no room below, then as many as find room.
function paintLabels(ctx, view, { places }, asked, palette) {
  const { width, height } = view.size();
  const seen = { x: GUTTER, y: HEADER, width: width - GUTTER, height: height - HEADER };
  const shapes = places.map((_, number) => shapeBox(view, number));
  const taken = [];
  ctx.textAlign = "center";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.fillStyle = palette.ink;
  ctx.strokeStyle = palette.paper;
  for (const number of new Set([...asked.filter((each) => each >= 0), ...places.keys()])) {
    if (!overlaps(shapes[number], seen)) continue;
    const wanted = asked.includes(number);
    ctx.font = `${wanted ? 700 : 500} 12.5px ${palette.font}`;
    const lines = places[number].label;
    const boxes = labelBoxes(ctx, view, number, lines).slice(0, wanted ? undefined : 1);
    const box = roomFor(boxes, wanted, taken, shapes, places, number);
    if (!box) continue;
    taken.push(box);
    for (const paint of ["strokeText", "fillText"])
      lines.forEach((line, row) => ctx[paint](line, box.x + box.width / 2, box.y + 1 + (row + 0.5) * LEADING));
  }
}

function shapeBox(view, number) {
  const { x, y } = view.point(number);
  const half = view.radius(number);
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

// Where a label can stand: below, above, right, left, then below and above with one end at its place.
function labelBoxes(ctx, view, number, lines) {
  const { x, y } = view.point(number);
  const width = Math.max(0, ...lines.map((line) => ctx.measureText(line).width)) + 8;
  const height = lines.length * LEADING + 2;
  const gap = view.radius(number) + 3;
  const [below, above] = [y + gap, y - gap - height];
  const middle = Math.max(x - width / 2, GUTTER - 4);
  const corners = [[middle, below], [middle, above], [x + gap, y - height / 2], [x - gap - width, y - height / 2]];
  for (const left of [x - gap, x + gap - width]) corners.push([left, below], [left, above]);
  return corners.map(([left, top]) => ({ x: left, y: top, width, height }));
}

// A box that covers no other label, and no place; a label that is wanted may cover as few places as can be.
function roomFor(boxes, wanted, taken, shapes, places, number) {
  const covers = (box) =>
    shapes.reduce((sum, shape, other) => (other !== number && overlaps(box, shape) ? sum + (places[other].number ? 10 : 1) : sum), 0);
  const free = boxes.filter((box) => !taken.some((other) => overlaps(box, other)));
  const rated = free.map((box) => [covers(box), box]).sort(([one], [other]) => one - other);
  return rated.find(([covered]) => wanted || !covered)?.[1];
}

function overlaps(one, other) {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

// The names of levels and sectors stay at the edges, whatever part is seen.
function paintNames(ctx, view, data, palette) {
  const { width, height } = view.size();
  ctx.fillStyle = palette.paper;
  ctx.fillRect(0, 0, GUTTER - 8, height);
  ctx.fillRect(0, 0, width, HEADER);
  ctx.fillStyle = palette.ink;
  ctx.font = `700 12.5px ${palette.font}`;
  ctx.textAlign = "left";
  for (const band of data.bands) {
    const { top, tall } = stripe(view, band);
    const from = Math.max(top, HEADER);
    const to = Math.min(top + tall, height);
    const lines = to - from >= band.name.length * LEADING ? band.name : to - from >= LEADING ? band.name.slice(0, 1) : [];
    lines.forEach((line, row) => ctx.fillText(line, 8, (from + to) / 2 + (row - (lines.length - 1) / 2) * LEADING));
  }
  ctx.textAlign = "center";
  for (const column of data.columns) {
    const left = Math.max(view.onScreen({ x: column.x, y: 0 }).x, GUTTER);
    const right = Math.min(view.onScreen({ x: column.x + column.width, y: 0 }).x, width);
    if (right - left < 24) continue;
    ctx.fillStyle = palette.tones[column.tone];
    ctx.fillRect(left + 4, HEADER - 5, right - left - 8, 4);
    ctx.fillStyle = palette.ink;
    ctx.fillText(fitted(ctx, column.name, right - left - 10), (left + right) / 2, 13);
  }
}

// Cut a text to a width, with an ellipsis; nothing where not even a few letters fit.
function fitted(ctx, text, width) {
  if (ctx.measureText(text).width <= width) return text;
  let short = text;
  while (short.length > 2 && ctx.measureText(`${short}…`).width > width) short = short.slice(0, -1).trimEnd();
  return short.length > 2 ? `${short}…` : "";
}
