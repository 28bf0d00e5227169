// Mounts the network on the page: draws what is new, follows what the page has chosen, and says what was picked.

import "./vis-network.min.js";
import { draw } from "./drawing.js";

const mounted = new WeakMap(); // parentElement -> {text, turn, drawing}: what is drawn there, and what it was told

export default function ({ data, parentElement, setTriggerValue }) {
  const { chosen: told, ...network } = data; // `told`: {id, turn}, what was chosen elsewhere; a new turn is news
  const holder = parentElement.querySelector(".network");
  const text = JSON.stringify(network);
  const here = mounted.get(parentElement);
  const news = told.turn !== here?.turn;
  if (here && here.text === text) {
    if (news) here.drawing.choose(told.id);
    here.turn = told.turn;
    here.drawing.repaint();
    return here.clean;
  }
  const chosen = news ? told.id : here.drawing.chosen();
  const focused = here?.drawing.focused(); // who chose by keyboard goes on from there
  here?.drawing.destroy();
  const drawing = draw(holder, network, { chosen, onChoose: (id) => setTriggerValue("picked", id) });
  if (focused) drawing.focus();
  const clean = () => {
    mounted.get(parentElement)?.drawing.destroy();
    mounted.delete(parentElement);
  };
  mounted.set(parentElement, { text, turn: told.turn, drawing, clean });
  return clean;
}
