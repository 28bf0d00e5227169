// Which part of the network is seen: where its places are on the screen, and how the view moves.

export const GUTTER = 100; // the room for the names of the levels
export const HEADER = 30; // the room for the names of the sectors
const EDGE = 18;
const FOOT = 44; // the room for the label of what stands lowest
const APART = 0.22; // the smallest at which places are seen apart
const LEAST = 0.4; // the size of a first look at a part, where all together would be smaller than that
const CLOSEST = 2.4;

export function makeView(network, frame, data) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const motion = () => (calm.matches ? false : { duration: 220, easingFunction: "easeOutQuad" });
  const size = () => ({ width: frame.clientWidth, height: frame.clientHeight });
  const room = () => ({ width: size().width - GUTTER - EDGE, height: size().height - HEADER - FOOT });
  const middle = { x: (GUTTER - EDGE) / 2, y: (HEADER - FOOT) / 2 }; // of what is not covered by the names at the edges
  const onScreen = ({ x, y }) => network.canvasToDOM({ x, y });
  const point = (number) => onScreen(network.getPosition(number)); // people drag places about
  const wholeScale = () => Math.min(room().width / data.width, room().height / data.height, 1.3);

  // Where to move to see a place, but not the emptiness beside the drawing.
  const place = ({ x, y }, scale, animation) => {
    const within = (value, seen, whole) => (seen >= whole ? whole / 2 : Math.max(seen / 2, Math.min(value, whole - seen / 2)));
    const position = { x: within(x, room().width / scale, data.width), y: within(y, room().height / scale, data.height) };
    return { position, scale, offset: middle, animation };
  };
  let moved = false; // until somebody moves the view, its first look is taken anew for each size of the frame
  const move = (to) => {
    moved = true;
    network.moveTo(to);
  };
  return {
    size,
    onScreen,
    point,
    radius: (number) => data.nodes[number].size * network.getScale(),
    hold: () => (moved = true),
    // All there is, where that can be read; else what is selected, or the lowest level, where everybody starts.
    firstLook: (number) => {
      if (moved || !size().width || !data.places.length) return;
      const scale = wholeScale() < APART ? LEAST : wholeScale();
      network.moveTo(place(data.places[number] ?? { x: 0, y: data.height }, scale, false));
    },
    showAll: () => move(place({ x: 0, y: 0 }, wholeScale(), motion())),
    zoom: (factor) => {
      const scale = Math.max(wholeScale() / 2, Math.min(CLOSEST, network.getScale() * factor));
      move({ scale, animation: motion() });
    },
    bringIn: (number) => {
      const { x, y } = point(number);
      const { width, height } = size();
      const seen = x > GUTTER + 40 && x < width - 40 && y > HEADER + 30 && y < height - 50;
      if (!seen) move(place(network.getPosition(number), network.getScale(), motion()));
    },
  };
}
