"use strict";
// The timeline of a frame: power of all designs over the lanes of one, with one range of time for both.
(() => {
  const { data, hidden, colour, palette, dashes } = memti;
  const lines = data.timelines || [];
  if (!lines.length) return;
  const by = (id) => document.getElementById(id);
  const view = by("timeline-view"), choice = by("timeline-design"), log = by("timeline-log"), lanes = by("timeline-lanes"), power = by("timeline-power");
  const LEFT = 112, RIGHT = 16, ROW = 22, ns = "http://www.w3.org/2000/svg";
  const whole = Math.max(...lines.map((line) => line.length));
  let range = [0, whole], plot = null;
  view.hidden = by("timeline-tools").hidden = false;
  // A design that sleeps has more to show.
  choice.value = String(Math.max(0, lines.findIndex((line) => line.lanes.some((lane) => lane.states.some((state) => state[0] === "off")))));

  const make = (name, attributes, text) => {
    const element = document.createElementNS(ns, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const words = (name) => name.replaceAll("_", " ");
  const ms = (value) => +value.toPrecision(5) + " ms";

  // One axis of time for all designs: a power holds until it changes.
  const joined = () => {
    const xs = [...new Set(lines.flatMap((line) => line.power.map((step) => step[0]).concat(line.length)))].sort((a, b) => a - b);
    return [xs, ...lines.map((line) => {
      let at = 0;
      return xs.map((x) => {
        while (at + 1 < line.power.length && line.power[at + 1][0] <= x) at++;
        return x > line.length || !line.power.length ? null : line.power[at][1];
      });
    })];
  };

  const drawPower = () => {
    plot?.destroy();
    const axis = (label, size) => ({ label, size, stroke: colour("--ink"), grid: { stroke: colour("--grid"), width: 1 }, ticks: { stroke: colour("--grid"), width: 1 }, font: "12px Helvetica, Arial, sans-serif", labelFont: "12px Helvetica, Arial, sans-serif", labelSize: 20 });
    const width = power.clientWidth;
    plot = new uPlot({
      width, height: Math.max(220, Math.min(320, width * 0.4)), padding: [8, RIGHT, 0, 0],
      cursor: { drag: { x: true, y: false, setScale: true } },
      scales: { x: { time: false, min: range[0], max: range[1] }, y: log.checked ? { distr: 3 } : { range: (_, low, high) => [0, (high || 1) * 1.05] } },
      axes: [axis("time since the frame starts (ms)", 34), axis("power (mW)", LEFT - 20)],
      series: [{ label: "ms" }, ...lines.map((line, place) => ({
        label: line.design, stroke: palette[place % 7], dash: dashes[place % 7], width: 2, show: !hidden.has(line.design), points: { show: false },
        paths: uPlot.paths.stepped({ align: 1 }), value: (_, value) => value == null ? "–" : +value.toPrecision(4) + " mW",
      }))],
      hooks: { setScale: [(chart, key) => {
        if (key !== "x") return;
        const { min, max } = chart.scales.x;
        if (min !== range[0] || max !== range[1]) { range = [min, max]; drawLanes(); }
      }] },
    }, joined(), power);
    const canvas = power.querySelector("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", "Power over the frame. The tables below list the activities.");
  };

  const span = (svg, y, from, to, kind, tip, label) => {
    const width = lanes.clientWidth - LEFT - RIGHT, unit = width / (range[1] - range[0]);
    const x0 = Math.max(0, (from - range[0]) * unit), x1 = Math.min(width, (to - range[0]) * unit);
    if (x1 <= 0 || x0 >= width) return;
    const wide = Math.max(0.75, x1 - x0), group = make("g", {});
    group.append(make("title", {}, tip), make("rect", { x: LEFT + x0, y: y + 3, width: wide, height: ROW - 6, class: kind }));
    if (label && wide > label.length * 6.6 + 8) group.append(make("text", { x: LEFT + x0 + 5, y: y + 15, class: "in" }, label));
    svg.append(group);
  };

  // Activities in as few rows as they need without overlap.
  const packed = (activities) => {
    const rows = [];
    for (const activity of activities) {
      let row = rows.find((other) => other.at(-1)[5] <= activity[4]);
      if (!row) rows.push(row = []);
      row.push(activity);
    }
    return rows;
  };

  const drawLanes = () => {
    const line = lines[+choice.value], rows = packed(line.activities);
    const height = (line.lanes.length + rows.length) * ROW + 10;
    const svg = make("svg", { height, role: "img", "aria-label": `States and activities of ${line.design}` });
    let y = 0;
    const name = (text) => {
      svg.append(make("line", { x1: 0, x2: lanes.clientWidth - RIGHT, y1: y + 0.5, y2: y + 0.5, class: "edge" }));
      const label = make("text", { x: LEFT - 8, y: y + 15, "text-anchor": "end" }, text.length > 15 ? text.slice(0, 14) + "…" : text);
      label.append(make("title", {}, text));
      svg.append(label);
    };
    for (const lane of line.lanes) {
      name(lane.name);
      for (const [state, from, to] of lane.states) span(svg, y, from, to, "st-" + state, `${lane.name}: ${state}, ${ms(from)} to ${ms(to)}`);
      y += ROW;
    }
    rows.forEach((row, place) => {
      name(place ? "" : "activities");
      for (const [kind, task, components, , from, to] of row) {
        const title = `${words(kind)}${task ? " of " + task : ""}`;
        span(svg, y, from, to, "activity", `${title} (${components.join(", ")}), ${ms(from)} to ${ms(to)}`, title);
      }
      y += ROW;
    });
    lanes.replaceChildren(svg);
    const states = [...new Set(line.lanes.flatMap((lane) => lane.states.map((state) => state[0])))].sort();
    by("timeline-key").replaceChildren(...states.concat("activity").map((state) => {
      const item = document.createElement("li"), box = make("svg", { width: 14, height: 14, "aria-hidden": "true" });
      box.append(make("rect", { width: 14, height: 14, class: state === "activity" ? state : "st-" + state }));
      item.append(box, state);
      return item;
    }));
  };

  const go = (from, to) => {
    const length = Math.min(whole, Math.max(whole * 1e-6, to - from));
    const start = Math.min(whole - length, Math.max(0, from));
    range = [start, start + length];
    plot.setScale("x", { min: range[0], max: range[1] });
    drawLanes();
  };
  const moves = {
    in: ([a, b]) => go(a + (b - a) * 0.25, b - (b - a) * 0.25), out: ([a, b]) => go(a - (b - a) * 0.5, b + (b - a) * 0.5),
    left: ([a, b]) => go(a - (b - a) * 0.3, b - (b - a) * 0.3), right: ([a, b]) => go(a + (b - a) * 0.3, b + (b - a) * 0.3),
    all: () => go(0, whole),
  };
  const keys = { "+": "in", "=": "in", "-": "out", ArrowLeft: "left", ArrowRight: "right", 0: "all" };
  memti.all("[data-zoom]").forEach((button) => button.addEventListener("click", () => moves[button.dataset.zoom](range)));
  view.addEventListener("keydown", (event) => {
    if (!(event.key in keys) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    moves[keys[event.key]](range);
  });
  const draw = () => { drawPower(); drawLanes(); };
  choice.addEventListener("change", drawLanes);
  log.addEventListener("change", drawPower);
  memti.onChange(draw);
  new ResizeObserver(() => { if (Math.abs(plot.width - power.clientWidth) > 1) draw(); }).observe(power);
  draw();
})();
