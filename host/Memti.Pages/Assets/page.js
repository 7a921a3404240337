"use strict";
// Shared by all pages: theme, filter by design, search in tables, copying. A page is complete without it.
const memti = (() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const data = JSON.parse(document.getElementById("data").textContent || "{}");
  const listeners = [];
  const hidden = new Set();

  const theme = document.getElementById("theme");
  const themes = ["automatic", "light", "dark"];
  const stored = () => { try { return localStorage.getItem("memti-theme"); } catch { return null; } };
  const setTheme = (name) => {
    if (name === "automatic") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    theme.textContent = "Theme: " + name;
    try { localStorage.setItem("memti-theme", name); } catch { /* a file has no storage in some browsers */ }
    listeners.forEach((listener) => listener());
  };
  theme.hidden = false;
  let current = themes.includes(stored()) ? stored() : "automatic";
  if (current !== "automatic") setTheme(current);
  theme.addEventListener("click", () => setTheme(current = themes[(themes.indexOf(current) + 1) % themes.length]));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => listeners.forEach((listener) => listener()));

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // Ticks at 1, 2 or 5 times a power of ten.
  const ticks = (high, count) => {
    const least = high / count, power = 10 ** Math.floor(Math.log10(least));
    const step = [1, 2, 5, 10].map((digit) => digit * power).find((value) => value >= least * 0.999999);
    const found = [];
    for (let n = 0; n * step <= high * 1.000001; n++) found.push(+(n * step).toPrecision(6));
    return found;
  };

  // Rows of bars move up over hidden ones, and the longest of those that are left fills the width.
  const refit = (svg) => {
    const rows = svg.querySelector('[data-part="rows"]');
    if (!rows) return;
    const [left, length, high, top, pitch] = ["left", "length", "high", "top", "pitch"].map((name) => +rows.dataset[name]);
    const groups = all(":scope > g[data-name]", rows);
    const width = (rect) => rect.dataset.width ??= rect.getAttribute("width");
    const start = (rect) => rect.dataset.x ??= rect.getAttribute("x");
    let longest = 0, shown = 0;
    for (const group of groups) {
      const out = hidden.has(group.dataset.name);
      group.classList.toggle("is-out", out);
      if (out) continue;
      group.setAttribute("transform", `translate(0 ${(shown - groups.indexOf(group)) * pitch})`);
      shown++;
      longest = Math.max(longest, ...all("rect", group).map((rect) => +start(rect) + +width(rect) - left));
    }
    const isShare = svg.querySelector('[data-part="foot"]').textContent.includes("%");
    const scale = longest > 0 && hidden.size > 0 && !isShare ? length / longest : 1;
    for (const group of groups) {
      for (const rect of all("rect", group)) {
        rect.setAttribute("x", left + (start(rect) - left) * scale);
        rect.setAttribute("width", width(rect) * scale);
      }
      const sum = group.querySelector('text[font-weight="bold"]');
      if (sum) sum.setAttribute("x", left + ((sum.dataset.x ??= sum.getAttribute("x")) - 6 - left) * scale + 6);
    }
    const bottom = top + shown * pitch, grid = svg.querySelector('[data-part="grid"]'), foot = svg.querySelector('[data-part="foot"]');
    const ns = "http://www.w3.org/2000/svg", end = high / scale;
    grid.replaceChildren();
    for (const tick of ticks(end, Math.max(2, Math.floor(length / 56)))) {
      const x = left + (tick / end) * length, line = document.createElementNS(ns, "line"), text = document.createElementNS(ns, "text");
      for (const [name, value] of [["x1", x], ["x2", x], ["y1", top - 4], ["y2", bottom], ["stroke", "currentColor"], ["stroke-opacity", tick ? 0.16 : 1]]) line.setAttribute(name, value);
      for (const [name, value] of [["x", x], ["y", bottom + 15], ["text-anchor", "middle"]]) text.setAttribute(name, value);
      text.textContent = String(tick);
      grid.append(line, text);
    }
    const up = (groups.length - shown) * pitch, box = svg.viewBox.baseVal;
    foot.setAttribute("transform", `translate(0 ${-up})`);
    const height = (svg.dataset.height ??= String(box.height)) - up;
    svg.setAttribute("viewBox", `0 0 ${box.width} ${height}`);
    svg.setAttribute("height", height);
  };

  const show = () => {
    all("[data-design]").forEach((element) => element.classList.toggle("is-out", hidden.has(element.dataset.design)));
    all(".chart svg").forEach((svg) => {
      refit(svg);
      if (!svg.querySelector('[data-part="rows"]'))
        all("g[data-name]", svg).forEach((group) => { group.style.opacity = hidden.has(group.dataset.name) ? 0.08 : 1; });
    });
    listeners.forEach((listener) => listener());
  };
  const boxes = all('input[name="design"]');
  boxes.forEach((box) => box.addEventListener("change", () => {
    if (!boxes.some((other) => other.checked)) box.checked = true;
    hidden.clear();
    boxes.filter((other) => !other.checked).forEach((other) => hidden.add(other.value));
    show();
  }));

  const expand = document.getElementById("expand");
  if (expand) {
    const figures = all(".figures details");
    expand.hidden = false;
    expand.addEventListener("click", () => {
      const open = figures.some((figure) => !figure.open);
      figures.forEach((figure) => { figure.open = open; });
      expand.textContent = open ? "Hide what is behind the figures" : "Show what is behind each figure";
    });
  }

  all("[data-finds]").forEach((input) => input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    all(`#${input.dataset.finds} tbody tr`).forEach((row) => {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    });
  }));

  all("[data-copies]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
      button.textContent = "Copied";
    });
  });

  const palette = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8A8A8A"];
  const dashes = [[], [7, 3], [2, 3], [9, 3, 2, 3], [5, 5], [12, 4], [4, 2, 1, 2]];
  return { all, data, hidden, colour, palette, dashes, onChange: (listener) => listeners.push(listener) };
})();
