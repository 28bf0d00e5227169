// Mounts the network on the page: draws what is new, follows what the page has chosen, and says what was clicked.

import "./vis-network.min.js";
import { draw } from "./drawing.js";

const mounted = new WeakMap(); // parentElement -> {text, times, drawing}: what is drawn there, and what it was told

export default function ({ data, parentElement, setStateValue }) {
  const { network, chosen, times } = data;
  const holder = parentElement.querySelector(".network");
  const text = JSON.stringify(network);
  const here = mounted.get(parentElement);
  if (here && here.text === text) {
    if (here.times !== times) {
      here.drawing.choose(chosen);
      setStateValue("selected", chosen); // or a click on what was clicked last before would look like no click
    }
    here.times = times;
    here.drawing.repaint();
    return here.clean;
  }
  here?.drawing.destroy();
  const drawing = draw(holder, network, { chosen, onChoose: (id) => setStateValue("selected", id) });
  const clean = () => {
    mounted.get(parentElement)?.drawing.destroy();
    mounted.delete(parentElement);
  };
  mounted.set(parentElement, { text, times, drawing, clean });
  return clean;
}
