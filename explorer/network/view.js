// Which part of the network is seen: where its places are on the screen, and how the view moves.

export const GUTTER = 92; // the room for the names of the levels
export const HEADER = 30; // the room for the names of the sectors
const EDGE = 18;
const FOOT = 44; // the room for the label of what stands lowest
const LEAST = 0.28; // a first look no smaller than this: places have to be seen apart
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

  // Look at a place, but not at the emptiness beside the drawing.
  const lookAt = ({ x, y }, scale, animation) => {
    const within = (value, seen, whole) => (seen >= whole ? whole / 2 : Math.max(seen / 2, Math.min(value, whole - seen / 2)));
    const position = { x: within(x, room().width / scale, data.width), y: within(y, room().height / scale, data.height) };
    network.moveTo({ position, scale, offset: middle, animation });
  };
  let looked = false; // a frame without a size has no first look yet
  return {
    size,
    onScreen,
    point,
    radius: (number) => data.nodes[number].size * network.getScale(),
    firstLook: (number) => {
      if (looked || !size().width || !data.places.length) return;
      looked = true;
      lookAt(data.places[number] ?? { x: data.width / 2, y: data.height / 2 }, Math.max(wholeScale(), LEAST), false);
    },
    showAll: () => lookAt({ x: 0, y: 0 }, wholeScale(), motion()),
    zoom: (factor) => {
      const scale = Math.max(wholeScale() / 2, Math.min(CLOSEST, network.getScale() * factor));
      network.moveTo({ scale, animation: motion() });
    },
    bringIn: (number) => {
      const { x, y } = point(number);
      const { width, height } = size();
      const seen = x > GUTTER + 40 && x < width - 40 && y > HEADER + 30 && y < height - 50;
      if (!seen) lookAt(network.getPosition(number), network.getScale(), motion());
    },
  };
}
