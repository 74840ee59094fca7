// The overview: figures by measure over time, who agrees with whom, agreements over time. The data are worked out by
// pipeline/plots/series.py, which `mithaq plot` draws from as well.

const KINDS = ["mou", "agreement", "contract", "protocol", "declaration", "letter_of_intent", "programme"];

function renderOverview() {
  const data = JSON.parse(byId("plots").textContent);
  byId("overview").replaceChildren(
    chartSection("figures", data.figures.length && make("div", { class: "panels" }, ...data.figures.map(seriesPanel))),
    chartSection("network", data.network.edges.length && networkChart(data.network)),
    chartSection("timeline", data.timeline.length && timelineChart(data.timeline)));
}

const chartSection = (name, chart) =>
  make("section", { class: "chart" }, make("h2", { text: say(`chart.${name}`) }), chart || make("p", { class: "none", text: say(`chart.${name}.none`) }));

function seriesPanel({ measure, unit, points }) {
  const [width, height] = [420, 210];
  const name = `${measure} (${unit ?? "?"})`;
  const svg = canvas(width, height, name);
  const xs = points.map((point) => days(point.date));
  const top = Math.max(...points.map((point) => point.value), 0);
  const x = scale([Math.min(...xs), Math.max(...xs)], [64, width - 18]);
  const y = scale([0, top || 1], [height - 30, 16]);
  for (const tick of ticks(0, top || 1)) {
    svg.append(draw("line", { x1: 64, x2: width - 10, y1: y(tick), y2: y(tick), class: "grid" }),
      label(58, y(tick) + 4, short.format(tick), { anchor: "end", kind: "small" }));
  }
  for (const { day, label: text } of dayTicks(Math.min(...xs), Math.max(...xs))) svg.append(label(x(day), height - 10, text, { anchor: "middle", kind: "small" }));
  for (const point of points) {
    const dot = draw("circle", { cx: x(days(point.date)), cy: y(point.value), r: 4.5, class: "dot" });
    svg.append(titled(dot, `${point.date}: ${number.format(point.value)} ${unit ?? ""}`));
  }
  return make("figure", {}, make("figcaption", {}, isolated(measure), make("span", { class: "unit", text: unit ?? "?" })), svg);
}

function networkChart({ nodes, edges }) {
  const [width, height, radius] = [900, 860, 215];
  const svg = canvas(width, height, say("chart.network"));
  const turn = (2 * Math.PI) / nodes.length;
  const at = (nth, distance = radius) => [width / 2 + distance * Math.cos(nth * turn - Math.PI / 2), height / 2 + distance * Math.sin(nth * turn - Math.PI / 2)];
  for (const [a, b, weight] of edges) {
    const [[x1, y1], [x2, y2]] = [at(a), at(b)];
    const line = draw("path", { d: `M${x1},${y1}Q${width / 2},${height / 2} ${x2},${y2}`, class: "edge" });
    line.style.strokeWidth = String(Math.min(8, 1 + Math.log2(weight)));
    svg.append(titled(line, `${nodes[a].name} – ${nodes[b].name}: ${counted(weight, "agreements.count")}`));
  }
  nodes.forEach((node, nth) => {
    const [cx, cy] = at(nth);
    const [lx, ly] = at(nth, radius + 18);
    const degrees = nth * (360 / nodes.length) - 90;
    const left = degrees > 90; // there the label is turned round, so that none stands on its head
    svg.append(titled(draw("circle", { cx, cy, r: 3 + Math.min(9, Math.sqrt(node.agreements)), class: `node ${node.kind}` }), `${node.name}: ${counted(node.agreements, "agreements.count")}`));
    const shortened = node.name.length > 34 ? `${node.name.slice(0, 33)}…` : node.name;
    const name = label(lx, ly + 4, shortened, { anchor: left ? "end" : "start", kind: "small" });
    name.setAttribute("transform", `rotate(${left ? degrees - 180 : degrees}, ${lx}, ${ly})`);
    svg.append(name);
  });
  return make("figure", {}, svg);
}

function timelineChart(events) {
  const rows = events.slice(-60); // the latest; the plots of `mithaq plot` count months where there are more
  const [width, line] = [900, 24];
  const height = rows.length * line + 60;
  const svg = canvas(width, height, say("chart.timeline"));
  const starts = rows.map((event) => days(event.start));
  const [low, high] = [Math.min(...starts), Math.max(...rows.map((event) => days(event.end)))];
  const x = scale([low, high], [20, 340]);
  for (const { day, label: text } of dayTicks(low, high)) {
    svg.append(draw("line", { x1: x(day), x2: x(day), y1: 24, y2: height - 20, class: "grid" }), label(x(day), 16, text, { anchor: "middle", kind: "small" }));
  }
  rows.forEach((event, nth) => {
    const y = 44 + nth * line;
    const [from, to] = [x(days(event.start)), x(days(event.end))];
    const shape = draw("line", { x1: from, x2: Math.max(to, from + 0.01), y1: y, y2: y, class: `event kind-${KINDS.indexOf(event.kind)}` });
    svg.append(titled(shape, `${event.date} · ${term(event.kind)} · ${term(event.status)}`));
    const parties = event.parties.length ? event.parties.join(" – ") : term(event.kind);
    const text = `${event.date} · ${term(event.kind)}`;
    svg.append(label(370, y + 4, text, { kind: "small" }), label(550, y + 4, parties.length > 54 ? `${parties.slice(0, 53)}…` : parties, { kind: "small" }));
  });
  const more = events.length - rows.length;
  return make("figure", {}, more ? make("figcaption", { text: say("chart.latest", { n: rows.length, all: counted(events.length, "agreements.count") }) }) : "", svg);
}
