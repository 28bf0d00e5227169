// Draws places as lists of buttons under headings: one tab stop, walked with arrows. Every text goes in as text.

const drawn = new WeakMap(); // parentElement -> what is drawn there: {text, clean, mark, turn, chosen}
const MOVES = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function entry(item) {
  const button = make("button", "", item.title);
  button.type = "button";
  button.dataset.id = item.id;
  button.tabIndex = -1;
  button.setAttribute("aria-pressed", "false");
  button.style.setProperty("--tone", `var(--pe-tone-${item.tone})`);
  if (item.told) button.append(make("small", "", item.told));
  return button;
}

function section(group) {
  const made = make("section", "");
  made.style.setProperty("--tone", `var(--pe-tone-${group.tone ?? 0})`);
  if (group.title) made.append(make("h3", "", group.title));
  for (const part of group.parts) {
    if (part.title) made.append(make("h4", "", part.title));
    const list = make("ul", "", ...part.items.map((item) => make("li", "", entry(item))));
    list.setAttribute("role", "list"); // some browsers take it away with the bullets
    made.append(list);
  }
  return made;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const { chosen: told, ...shown } = data;
  const root = parentElement.querySelector(".places");
  const said = parentElement.querySelector(".said");
  const text = JSON.stringify(shown);
  const before = drawn.get(parentElement);
  const news = told && told.turn !== before?.turn;
  if (before && before.text === text) {
    if (news) before.mark(told.id);
    before.turn = told?.turn;
    return before.clean;
  }

  const held = parentElement.querySelector("button:focus")?.dataset.id;
  root.setAttribute("aria-label", shown.name);
  root.classList.toggle("flat", Boolean(shown.flat));
  root.replaceChildren(...shown.groups.map(section));
  const buttons = [...root.querySelectorAll("button")];
  const hold = (button) => {
    for (const each of buttons) each.tabIndex = each === button ? 0 : -1;
  };
  let chosen = null;
  const mark = (id) => {
    chosen = id ?? null;
    for (const each of buttons) each.setAttribute("aria-pressed", String(each.dataset.id === chosen));
    const found = buttons.find((each) => each.dataset.id === chosen) ?? buttons[0];
    if (found) hold(found);
  };
  root.onclick = (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    mark(button.dataset.id);
    said.textContent = `${button.firstChild.textContent}. ${shown.after ?? ""}`;
    setTriggerValue("picked", button.dataset.id);
  };
  root.onkeydown = (event) => {
    const at = buttons.indexOf(event.target.closest("button"));
    const ends = { Home: 0, End: buttons.length - 1 };
    const next = buttons[event.key in ends ? ends[event.key] : at + (MOVES[event.key] ?? NaN)];
    if (at < 0 || !next) return;
    hold(next);
    next.focus();
    event.preventDefault();
  };
  mark(news ? told.id : before?.chosen());
  root.tabIndex = -1; // so that the focus has somewhere to stay when what was picked is gone
  if (held) (buttons.find((each) => each.dataset.id === held) ?? root).focus();
  const clean = () => drawn.delete(parentElement);
  drawn.set(parentElement, { text, clean, mark, chosen: () => chosen, turn: told?.turn });
  return clean;
}
