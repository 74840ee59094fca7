// Drawing: scales and axes for the charts of the overview, as SVG elements.

const DAY = 86400000;
const days = (date) => Date.parse(date) / DAY;
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });

/** A function from a domain to a range, both [low, high]; a domain of one value maps to the middle. */
function scale([low, high], [from, to]) {
  return high > low ? (value) => from + ((value - low) / (high - low)) * (to - from) : () => (from + to) / 2;
}

/** Round numbers that divide an interval into a handful of steps. */
function ticks(low, high, count = 4) {
  if (!(high > low)) return [low];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough);
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, nth) => first + nth * step);
}

/** First days of years or months between two days: [{ day, label }]. */
function dayTicks(low, high) {
  const [from, to] = [new Date(low * DAY), new Date(high * DAY)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const step = months > 18 ? 12 * Math.max(1, Math.ceil(months / 12 / 10)) : Math.max(1, Math.ceil(months / 6));
  const marks = [];
  const start = step >= 12 ? 0 : from.getUTCMonth();
  for (let month = start; ; month += step) {
    const date = new Date(Date.UTC(from.getUTCFullYear(), month, 1));
    const day = date.getTime() / DAY;
    if (day > high) return marks;
    if (day >= low) marks.push({ day, label: date.toISOString().slice(0, step >= 12 ? 4 : 7) });
  }
}

/** SVG text; `lang` and direction follow the words, the browser shapes and orders them. */
function label(x, y, text, { anchor = "start", kind = "" } = {}) {
  const element = draw("text", { x, y, class: `label ${kind}`, "text-anchor": anchor });
  // Around an anchor, right-to-left text must still start where left-to-right text does.
  element.style.unicodeBidi = "plaintext";
  element.textContent = plain(text);
  return element;
}

/** A tooltip that also names the shape for screen readers. */
const titled = (shape, text) => {
  const title = draw("title");
  title.textContent = plain(text);
  shape.append(title);
  return shape;
};

const canvas = (width, height, name) => draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": name });
