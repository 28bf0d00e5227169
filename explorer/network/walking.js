// How the list of places is walked by keys: which place comes next.

const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const PAUSE = 700; // after which letters begin a new name, in milliseconds

// Return a function from a key and the place one is at (or -1) to the place to go to; -1 stays, undefined is no such key.
export function makeWalk(places, reading, first) {
  let typed = "";
  let typedAt = -PAUSE;
  const typing = () => performance.now() - typedAt < PAUSE;
  const named = (letter, active) => {
    typed = (typing() ? typed : "") + letter.toLowerCase();
    typedAt = performance.now();
    const from = reading.indexOf(active) + (typed.length > 1 ? 0 : 1);
    const order = [...reading.slice(from), ...reading.slice(0, from)];
    return order.find((number) => places[number].title.toLowerCase().startsWith(typed)) ?? -1;
  };
  const next = (key, active) => {
    if (WAYS[key]) return active < 0 ? first : ahead(places, places[active], WAYS[key]);
    if (key === "Home") return reading[0];
    if (key === "End") return reading.at(-1);
    return key.length === 1 ? named(key, active) : undefined;
  };
  return { next, typing };
}

// The nearest place in a direction, straight ahead before aside.
function ahead(places, from, [right, down]) {
  let best = -1;
  let least = Infinity;
  places.forEach((place, number) => {
    const dx = place.x - from.x;
    const dy = place.y - from.y;
    const along = dx * right + dy * down;
    const distance = along + 2 * Math.abs(dx * down + dy * right);
    if (along > 0 && distance < least) [best, least] = [number, distance];
  });
  return best;
}
