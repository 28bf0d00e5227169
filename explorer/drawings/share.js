// Copies the address of this page and prints it. The address is made where the page is, so it holds behind a proxy.

const links = new WeakMap(); // parentElement -> the link as it is now

async function copied(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.select(); // without the right to the clipboard the text stands selected, to be copied by hand
    return Boolean(document.execCommand?.("copy"));
  }
}

function say(region, text) {
  region.textContent = ""; // what is said twice is read out twice
  requestAnimationFrame(() => (region.textContent = text));
}

export default function (component) {
  const { data, parentElement } = component;
  const find = (selector) => parentElement.querySelector(selector);
  const [field, said] = [find("input"), find(".said")];
  const link = `${location.origin}${location.pathname}${data.query ? `?${data.query}` : ""}`;
  if (links.get(parentElement) !== link) {
    links.set(parentElement, link);
    field.value = link;
    said.textContent = "";
  }
  find(".note").textContent = data.note;
  find(".copy").onclick = async () => {
    find(".link").hidden = find(".note").hidden = false;
    say(said, (await copied(field.value, field)) ? data.copied : data.by_hand);
  };
  find(".print").onclick = () => window.print();
  field.onfocus = () => field.select();
  return () => links.delete(parentElement);
}
