"use strict";
// A study: charts that zoom, a table that filters, sorts and compares. Rows come from the page itself, or from the server that it is from.
(() => {
  const { all, data, hidden, colour, palette, dashes } = memti;
  const study = data.study;
  if (!study || (!study.rows && !study.served)) return;
  const by = (id) => document.getElementById(id);
  const D = study.designs.length, SIZE = 50;
  const columns = [...study.axes.map((axis) => ({ ...axis, axis: true })), ...study.metrics.map((metric) => ({ ...metric, number: true }))];

  // The filter as the page has it.
  const filter = () => {
    const words = {}, ranges = {};
    for (const axis of new Set(all("[data-axis]").map((box) => box.dataset.axis))) {
      const boxes = all("[data-axis]").filter((box) => box.dataset.axis === axis);
      if (boxes.some((box) => !box.checked)) words[axis] = boxes.filter((box) => box.checked).map((box) => box.value);
    }
    for (const input of all("[data-range]"))
      if (input.value !== "" && Number.isFinite(+input.value)) (ranges[input.dataset.range] ??= {})[input.dataset.end] = +input.value;
    const designs = study.designs.map((_, place) => place).filter((place) => !hidden.has(study.designs[place]));
    return { designs: designs.length === D ? null : designs, words, ranges, permitted: by("only-permitted").checked, front: !!by("only-front")?.checked };
  };

  // Rows that the page carries.
  const local = (rows) => {
    const axis = (name) => study.axes.findIndex((one) => one.name === name);
    const metric = (name) => study.metrics.findIndex((one) => one.name === name);
    const column = (name) => {
      const a = axis(name);
      return a >= 0 ? (row) => rows.axes[a][Math.floor(row / D)] : (row) => rows.metrics[metric(name)][row];
    };
    const accepts = (f) => {
      const tests = [];
      if (f.designs) tests.push((row) => f.designs.includes(row % D));
      for (const [name, values] of Object.entries(f.words)) { const at = column(name); tests.push((row) => values.includes(at(row))); }
      for (const [name, range] of Object.entries(f.ranges)) {
        const at = column(name);
        tests.push((row) => { const value = at(row); return value !== null && value >= (range.from ?? -Infinity) && value <= (range.to ?? Infinity); });
      }
      if (f.permitted) tests.push((row) => rows.permitted[row] === "1");
      if (f.front) tests.push((row) => rows.front[row] === "1");
      return (row) => tests.every((test) => test(row));
    };
    const record = (row) => ({
      point: Math.floor(row / D), design: study.designs[row % D], front: rows.front[row] === "1",
      values: [...rows.axes.map((one) => one[Math.floor(row / D)]), ...rows.metrics.map((one) => one[row])],
      note: rows.errors[Math.floor(row / D)] ?? (rows.permitted[row] === "1" ? "" : "breaks a constraint"),
    });
    return {
      table: async (f, sort, descending, from) => {
        const chosen = [...Array(rows.points * D).keys()].filter(accepts(f));
        if (sort) {
          const at = column(sort), key = (row) => { const value = at(row); return value === null ? Infinity : descending ? -value : value; };
          chosen.sort((a, b) => key(a) - key(b) || a - b);
        }
        return { count: chosen.length, rows: chosen.slice(from, from + SIZE).map(record) };
      },
      chart: async (place, f) => {
        const chart = rows.charts[place], fits = accepts(f), x = column(chart.x), y = rows.metrics[metric(chart.y)];
        return chart.series.map((series) => {
          const shown = series.rows.filter(fits);
          return { ...series, x: shown.map(x), y: shown.map((row) => rows.permitted[row] === "1" ? y[row] : null) };
        });
      },
    };
  };

  // Rows that the server has.
  const remote = () => {
    const ask = async (what, query) => {
      const answer = await fetch(what + "?q=" + encodeURIComponent(JSON.stringify(query)));
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    };
    return {
      table: (f, sort, descending, from) => ask("rows", { filter: f, sort: sort || null, descending, from, size: SIZE }),
      chart: (place, f) => ask("points", { filter: f, chart: place }),
    };
  };

  const source = study.rows ? local(study.rows) : remote();
  const number = (value) => typeof value !== "number" ? value ?? "–"
    : value !== 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-3) ? value.toExponential(3) : String(+value.toPrecision(4));

  // Charts.
  const shapes = [
    (p, x, y, r) => p.arc(x, y, r, 0, 2 * Math.PI), (p, x, y, r) => p.rect(x - r, y - r, 2 * r, 2 * r),
    (p, x, y, r) => { p.moveTo(x, y - r - 1); p.lineTo(x + r + 1, y + r); p.lineTo(x - r - 1, y + r); p.closePath(); },
    (p, x, y, r) => { p.moveTo(x, y - r - 1); p.lineTo(x + r + 1, y); p.lineTo(x, y + r + 1); p.lineTo(x - r - 1, y); p.closePath(); },
    (p, x, y, r) => { p.moveTo(x, y + r + 1); p.lineTo(x + r + 1, y - r); p.lineTo(x - r - 1, y - r); p.closePath(); },
    (p, x, y, r) => { p.moveTo(x - r, y - r); p.lineTo(x + r, y + r); p.moveTo(x - r, y + r); p.lineTo(x + r, y - r); },
    (p, x, y, r) => { p.moveTo(x - r, y); p.lineTo(x + r, y); p.moveTo(x, y - r); p.lineTo(x, y + r); },
  ];
  const points = (look, size) => (plot, place, from, to) => {
    const path = new Path2D(), xs = plot.data[0], ys = plot.data[place], ratio = devicePixelRatio || 1;
    for (let at = from; at <= to; at++) {
      if (ys[at] == null) continue;
      const x = plot.valToPos(xs[at], "x", true), y = plot.valToPos(ys[at], "y", true), r = size * ratio;
      path.moveTo(x + r, y);
      shapes[look % 7](path, x, y, r);
    }
    return { stroke: path, fill: look % 7 >= 5 ? null : path };
  };
  const plots = new Map(), hiddenSeries = new Map();
  const drawChart = async (place, f) => {
    const chart = study.charts[place], box = by("plot-" + place);
    if (!chart || !box) return;
    let series;
    try { series = await source.chart(place, f); } catch (error) { box.textContent = error.message; return; }
    series = series.filter((one) => one.x.length);
    box.parentElement.hidden = false;
    box.closest("figure").classList.add("is-live");
    // One rising axis for all series; rows at the same place keep a line of their own.
    const order = series.flatMap((one, at) => one.x.map((x, row) => [x, at, one.y[row]])).sort((a, b) => a[0] - b[0]);
    const xs = [], ys = series.map(() => []);
    for (const [x, at, y] of order) {
      if (!xs.length || xs.at(-1) !== x || ys[at].at(-1) !== undefined && ys[at].length === xs.length) { xs.push(x); ys.forEach((one) => { while (one.length < xs.length - 1) one.push(undefined); }); }
      ys[at][xs.length - 1] = y;
    }
    ys.forEach((one) => { while (one.length < xs.length) one.push(undefined); });
    const off = hiddenSeries.get(place) ?? new Set();
    hiddenSeries.set(place, off);
    plots.get(place)?.destroy();
    const axis = (label, size) => ({ label, size, stroke: colour("--ink"), grid: { stroke: colour("--grid"), width: 1 }, ticks: { stroke: colour("--grid"), width: 1 }, font: "12px Helvetica, Arial, sans-serif", labelFont: "12px Helvetica, Arial, sans-serif", labelSize: 20, values: (_, values) => values.map((value) => value == null ? "" : number(value)) });
    const width = box.clientWidth;
    if (!xs.length) { plots.delete(place); box.textContent = "No row passes the filter."; return; }
    box.textContent = "";
    const plot = new uPlot({
      width, height: Math.max(240, Math.min(420, width * 0.5)), padding: [8, 16, 0, 0],
      cursor: { drag: { x: true, y: true, uni: 20, setScale: true } },
      scales: { x: { time: false, distr: chart.xlog ? 3 : 1 }, y: { distr: chart.ylog ? 3 : 1 } },
      axes: [axis(chart.x, 34), axis(chart.y, 56)],
      series: [{ label: chart.x, value: (_, value) => number(value) }, ...series.map((one) => ({
        label: one.name + (one.faint ? ", beaten" : ""), stroke: palette[one.look % 7], fill: undefined, width: chart.line ? 2 : 0,
        dash: chart.line ? dashes[one.look % 7] : undefined, show: !off.has(one.name + one.faint), value: (_, value) => number(value),
        paths: chart.line ? undefined : () => null,
        points: { show: true, size: 8, width: 1.2, stroke: palette[one.look % 7], fill: one.faint ? undefined : palette[one.look % 7], paths: points(one.look, one.faint ? 1.6 : 3.6) },
      }))],
      hooks: { setSeries: [(chart, at, options) => { if (at > 0 && options && "show" in options) { const one = series[at - 1]; options.show ? off.delete(one.name + one.faint) : off.add(one.name + one.faint); } }] },
    }, [xs, ...ys], box);
    plots.set(place, plot);
    const canvas = box.querySelector("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", `${chart.y} against ${chart.x}. The table below lists the points.`);
  };
  all("[data-whole]").forEach((button) => button.addEventListener("click", () => {
    const plot = plots.get(+button.dataset.whole);
    if (plot) plot.setData(plot.data);
  }));

  // The table.
  const make = (name, attributes, ...contents) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...contents);
    return element;
  };
  const compared = new Map();
  let from = 0, asked = 0;
  const titles = ["point", ...study.axes.map((axis) => axis.title), "design", ...study.metrics.map((metric) => metric.title), "note"];
  const cells = (row) => [String(row.point), ...row.values.slice(0, study.axes.length).map(number), row.design, ...row.values.slice(study.axes.length).map(number), row.note + (row.front ? (row.note ? "; " : "") + "on the front" : "")];
  const keyOf = (row) => row.point + " " + row.design;
  const compare = () => {
    const box = by("study-compare"), rows = [...compared.values()];
    box.hidden = rows.length < 2;
    if (rows.length < 2) return;
    const [one, other] = rows, difference = (a, b) => typeof a === "number" && typeof b === "number" && a !== 0 ? (b - a >= 0 ? "+" : "") + number((b - a) / Math.abs(a) * 100) + " %" : a === b ? "" : "differs";
    const head = make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...["field", keyOf(one), keyOf(other), "difference"].map((text) => make("th", { role: "columnheader", scope: "col" }, text))));
    const line = (title, a, b) => make("tr", { role: "row" }, make("th", { role: "rowheader", scope: "row" }, title),
      ...[["first", number(a)], ["second", number(b)], ["difference", difference(a, b)]].map(([label, text]) => make("td", { role: "cell", "data-label": label }, text || "–")));
    const body = make("tbody", { role: "rowgroup" }, ...columns.map((column, at) => line(column.title, one.values[at], other.values[at])), line("note", one.note, other.note));
    box.replaceChildren(make("div", { class: "table" }, make("table", { class: "cards", role: "table" }, make("caption", {}, "Two points, field by field"), head, body)));
  };
  const choose = (row, box) => {
    if (!box.checked) compared.delete(keyOf(row));
    else {
      if (compared.size === 2) compared.delete(compared.keys().next().value);
      compared.set(keyOf(row), row);
      all("#study-rows input").forEach((other) => { other.checked = compared.has(other.dataset.key); });
    }
    compare();
  };
  const show = async (f) => {
    const mine = ++asked;
    let answer;
    try { answer = await source.table(f, by("study-sort").value, by("study-descending").checked, from); }
    catch (error) { by("study-count").textContent = error.message; return; }
    // An answer that is overtaken by a later question is of no use.
    if (mine !== asked) return;
    const last = Math.min(answer.count, from + SIZE);
    by("study-count").textContent = answer.count ? `Rows ${from + 1} to ${last} of ${answer.count}` : "No row passes the filter.";
    by("study-earlier").disabled = from === 0;
    by("study-later").disabled = last >= answer.count;
    const table = by("study-rows").querySelector("table"), head = table.tHead.rows[0];
    if (head.cells.length === titles.length) head.append(make("th", { role: "columnheader", scope: "col" }, "compare"));
    by("study-rows").querySelector("p.note")?.remove();
    table.tBodies[0].replaceChildren(...answer.rows.map((row) => {
      const box = make("input", { type: "checkbox", "data-key": keyOf(row), "aria-label": `Compare point ${row.point}, ${row.design}` });
      box.checked = compared.has(keyOf(row));
      box.addEventListener("change", () => choose(row, box));
      return make("tr", { role: "row" }, ...cells(row).map((text, at) => at === 0
        ? make("th", { role: "rowheader", scope: "row" }, text)
        : make("td", { role: "cell", "data-label": titles[at], ...(head.cells[at].className ? { class: "words" } : {}) }, text)),
        make("td", { role: "cell", "data-label": "compare" }, box));
    }));
  };

  const update = () => {
    const f = filter();
    show(f);
    study.charts.forEach((_, place) => drawChart(place, f));
  };
  let waiting = 0;
  const changed = () => { from = 0; clearTimeout(waiting); waiting = setTimeout(update, 150); };
  by("study-tools").hidden = by("study-pager").hidden = false;
  all("#study-tools input, #study-tools select").forEach((input) => input.addEventListener("input", changed));
  by("study-clear").addEventListener("click", () => {
    all("#study-tools input[type=number]").forEach((input) => { input.value = ""; });
    all("[data-axis]").forEach((box) => { box.checked = true; });
    all("#only-permitted, #only-front").forEach((box) => { box.checked = false; });
    changed();
  });
  by("study-earlier").addEventListener("click", () => { from = Math.max(0, from - SIZE); show(filter()); });
  by("study-later").addEventListener("click", () => { from += SIZE; show(filter()); });
  memti.onChange(changed);
  const first = document.querySelector(".plot");
  if (first) new ResizeObserver(() => { const plot = plots.values().next().value; if (plot && Math.abs(plot.width - first.clientWidth) > 1) changed(); }).observe(first);
  update();
})();
