// Building the page: elements are made, never parsed, so that nothing in an article can become markup.

/** The element with this id. */
const byId = (id) => document.getElementById(id);

/** A new element. Properties: `class`, `text`, `on` (listeners), `data`; every other one is an attribute, left out when null or false. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "text") element.textContent = value;
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** The same for SVG. */
function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Foreign text, kept from reordering what stands around it. */
const isolated = (text, lang = null) => make("bdi", { text: plain(text), lang });

/** A button. */
const button = (label, listener, properties = {}) =>
  make("button", { type: "button", text: label, on: { click: listener }, ...properties });

/** Say something to screen readers. */
const announce = (message) => { byId("announce").textContent = message; };

/** Show a short message for a few seconds. */
function toast(message) {
  const place = byId("toast");
  place.textContent = message;
  place.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { place.hidden = true; }, 4000);
}

/** "1,234" */
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 12 });
