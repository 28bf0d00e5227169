// The elements around the canvas. The canvas is for the eye and the mouse; what takes the focus is a list of places.

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const HINT =
  "Drag to move. Hold Ctrl and scroll, or pinch, to zoom. With the keyboard: Tab to the network, arrow keys to move " +
  "between places, letters to go to a name, Enter to choose, + and - to zoom, 0 for all.";
let made = 0; // so that the ids of two networks on one page differ

// `options` are by number of their place, `reading` the numbers from the lowest level up, as the list has them.
export function makeParts(data) {
  const name = `network-${++made}`;
  const { places } = data;
  const tools = make("div", { class: "tools", role: "group", "aria-label": "Zoom" }, tool("Zoom in", "+"), tool("Zoom out", "−"), tool("Show all", "Show all"));
  const hint = make("p", { class: "hint", id: `${name}-hint` }, HINT);
  const options = places.map((place, number) =>
    make("div", { role: "option", id: `${name}-${number}`, "aria-selected": "false" }, place.number ? `${place.told}: stop ${place.number} of the route` : place.told),
  );
  const reading = [...places.keys()].sort((one, other) => places[other].y - places[one].y || places[one].x - places[other].x);
  const list = make("div", { class: "places", role: "listbox", tabindex: "0", "aria-label": data.name, "aria-describedby": hint.id });
  list.append(...reading.map((number) => options[number]));
  const canvas = make("div", { class: "canvas", "aria-hidden": "true" });
  const frame = make("div", { class: "frame" }, list, canvas);
  frame.style.setProperty("--shape", `${data.width + 260} / ${data.height + 120}`);
  const said = make("p", { class: "said", role: "status" });
  const all = [frame, said, make("div", { class: "help" }, tools, hint), legend(data)];
  return { all, frame, canvas, list, options, reading, said, tools };
}

function tool(label, sign) {
  return make("button", { type: "button", class: "tool", "aria-label": label, title: label }, sign);
}

function legend(data) {
  const list = make("ul", { class: "legend", "aria-label": "What the signs mean" });
  const entry = (className, text, tone) => {
    const sign = make("span", { class: `sign ${className}`, "aria-hidden": "true" });
    if (tone !== undefined) sign.style.setProperty("--tone", `var(--pe-tone-${tone})`);
    list.append(make("li", {}, sign, text));
  };
  entry("dot", "Qualification");
  entry("square", "Job");
  if (data.places.some((place) => place.number)) entry("thick", "The route");
  if (data.edges.some((edge) => edge.dashes)) entry("dashed", "Closed on the day asked");
  for (const column of data.columns) entry("swatch", column.name, column.tone);
  return list;
}
