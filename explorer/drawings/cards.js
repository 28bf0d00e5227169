// Routes as a group of radio buttons that look like cards. Every text goes in as text.

const FEW = 5; // of more than FEW + 2 cards, this many are shown at first
const drawn = new WeakMap(); // parentElement -> the data that is drawn there

function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function card(each, at, choose) {
  const input = make("input");
  Object.assign(input, { type: "radio", name: "route", value: each.id });
  input.addEventListener("change", () => choose(each.id));
  const labels = make("span", "labels");
  each.labels.forEach((label) => labels.append(make("span", "label", label)));
  const body = make(
    "span",
    "body",
    make("span", "heading", make("span", "number", `${at + 1}`), make("span", "goal", each.heading)),
    make("span", "way", each.way),
    make("span", "facts", each.facts),
    make("span", "gain", make("b", "", each.gain), each.kinds ? `: ${each.kinds}` : ""),
    make("span", "pay", each.pay),
  );
  if (each.labels.length) body.append(labels);
  const whole = make("label", "card", input, body);
  whole.style.setProperty("--tone", `var(--pe-tone-${each.tone})`);
  return whole;
}

// Leave out all but the first few cards until they are asked for, or the chosen one is among them.
function fold(more, cards, data) {
  const late = data.cards.findIndex((each) => each.id === data.chosen) >= FEW;
  const folded = cards.length > FEW + 2 && !late;
  cards.forEach((each, at) => (each.hidden = folded && at >= FEW));
  more.hidden = !folded;
  more.textContent = `Show all ${cards.length}`;
  more.onclick = () => {
    cards.forEach((each) => (each.hidden = false));
    cards[FEW].querySelector("input").focus();
    more.hidden = true;
  };
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const group = parentElement.querySelector(".cards");
  const text = JSON.stringify([data.name, data.cards]);
  if (drawn.get(parentElement) !== text) {
    parentElement.querySelector("legend").textContent = data.name;
    group.replaceChildren(...data.cards.map((each, at) => card(each, at, (id) => setTriggerValue("chosen", id))));
    drawn.set(parentElement, text);
    fold(parentElement.querySelector("button"), [...group.children], data);
  }
  for (const input of group.querySelectorAll("input")) input.checked = input.value === data.chosen;
  return () => drawn.delete(parentElement);
}
