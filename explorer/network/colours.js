// The colours of the page as a canvas needs them, and what vis is told of them.

const TONES = 10;

// Grounds are read as backgrounds and writing as colours, so that both are right when the system forces its own.
export function readPalette(holder) {
  const probe = document.createElement("span");
  probe.hidden = true;
  holder.append(probe);
  const read = (property, name) => {
    probe.style.setProperty(property, `var(--pe-${name})`);
    return getComputedStyle(probe).getPropertyValue(property);
  };
  const palette = { font: getComputedStyle(holder).fontFamily };
  for (const name of ["paper", "band", "on-tone"]) palette[name] = read("background-color", name);
  for (const name of ["ink", "quiet", "edge", "focus"]) palette[name] = read("color", name);
  palette.tones = Array.from({ length: TONES }, (_, number) => read("color", `tone-${number}`));
  probe.remove();
  return palette;
}

// Qualifications are hollow and jobs are filled; the groups are those that pyvis put the nodes in.
export function groupsOf(palette) {
  const groups = {};
  palette.tones.forEach((tone, number) => {
    const drawn = (background) => ({ color: { background, border: tone, hover: { background, border: tone } }, borderWidth: 3 });
    groups[`qualification-${number}`] = drawn(palette.paper);
    groups[`job-${number}`] = drawn(tone);
  });
  return groups;
}

export function optionsOf(data, palette) {
  return {
    ...data.options,
    groups: groupsOf(palette),
    // Labels are drawn by painting.js and not by vis: no size of writing reaches this threshold.
    nodes: { chosen: false, shapeProperties: { borderDashes: false }, scaling: { label: { drawThreshold: 1e6 } } },
    edges: { ...data.options.edges, arrows: { to: { scaleFactor: 0.5 } }, arrowStrikethrough: false, hoverWidth: 0, chosen: false },
    interaction: { hover: true, selectable: false, tooltipDelay: 1e6, dragNodes: true, keyboard: false, zoomSpeed: 0.6 },
  };
}

// A line of the route has the tone of where it leads; lines of the place that is picked stand out, others are faint.
export function edgesOf({ edges, places }, palette, picked) {
  return edges.map((edge, id) => {
    const onRoute = edge.width > 2;
    const touches = edge.from === picked || edge.to === picked;
    const color = onRoute ? palette.tones[places[edge.to].tone] : touches ? palette.ink : palette.quiet;
    const opacity = onRoute || touches ? 1 : 0.3;
    return { ...edge, id, width: touches && !onRoute ? 2.4 : edge.width, color: { color, hover: color, opacity, inherit: false } };
  });
}
