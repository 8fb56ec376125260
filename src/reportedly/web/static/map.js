// The map that moves freely, where the browser draws with WebGL2. The drawing of the server stays where it does not.
const button = document.querySelector("[data-free-map]");
const frame = document.getElementById("map");
const kept = (value) => { try { return value === undefined ? localStorage.getItem("free-map") : localStorage.setItem("free-map", value); } catch { return null; } };
const able = () => { try { return Boolean(document.createElement("canvas").getContext("webgl2")); } catch { return false; } };
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const SCALE = 2;

/** The sign of a mark as the drawing has it: shapes of all parties, the capsule of what is contested, the ring of a siege. */
function sign(mark) {
  const ring = mark.siege ? 5 : mark.wide ? 7 : 0;
  const divided = mark.state === "contested" || mark.state === "several";
  const half = mark.half + ring + 2, tall = mark.size + (divided ? 4 : 0) + ring + 2, up = Math.max(half, tall, 11);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(2 * up * SCALE);
  const pen = canvas.getContext("2d");
  pen.scale(SCALE, SCALE);
  pen.translate(up, up);
  pen.lineJoin = "round";
  const stroke = (path, name, width, dash = []) => { pen.setLineDash(dash); pen.lineWidth = width; pen.strokeStyle = colour(name); pen.stroke(path); };
  const circle = (r) => { const path = new Path2D(); path.arc(0, 0, r, 0, 2 * Math.PI); return path; };
  const shape = (id, x, size, draw) => {
    const path = new Path2D();
    const from = document.querySelector(`#${id} path`)?.getAttribute("d") ?? "";
    path.addPath(new Path2D(from), new DOMMatrix([size / 11, 0, 0, size / 11, x, 0]));
    draw(path);
  };
  const party = (slot, x) => shape(`g${slot}`, x, mark.size + (divided ? 0 : 1), (path) => {
    pen.fillStyle = colour(mark.part ? "--lands" : `--s${slot}`);
    pen.fill(path);
    stroke(path, mark.part ? `--s${slot}` : "--edge", mark.part ? 2.4 : 1);
  });
  if (mark.wide) stroke(circle(mark.size + 6), "--soft", 1.2, [2, 3]);
  if (mark.siege) stroke(circle(mark.half + 4), "--ink", mark.siege === "besieged" ? 2 : 1.2, mark.siege === "besieged" ? [5, 3] : [1.5, 3]);
  if (mark.road) shape(mark.road === "cut" ? "road-cut" : "road", 0, 9, (path) => stroke(path, "--ink", 2));
  else if (divided) {
    const box = new Path2D();
    box.roundRect(-mark.half, -mark.size - 4, 2 * mark.half, 2 * mark.size + 8, mark.size + 4);
    pen.fillStyle = colour("--raised");
    pen.fill(box);
    stroke(box, mark.state === "contested" ? "--ink" : "--soft", mark.state === "contested" ? 2 : 1);
    const count = mark.glyphs.length + Number(mark.against);
    mark.glyphs.forEach((slot, at) => party(slot, mark.size * (2 * at - count + 1)));
    if (mark.against) shape("against", mark.size * (count - 1), mark.size, (path) => stroke(path, "--ink", 2.4));
  } else if (mark.glyphs.length) party(mark.glyphs[0], 0);
  else { const dot = circle(mark.state ? mark.size : 2.5); pen.fillStyle = colour("--raised"); pen.fill(dot); stroke(dot, "--soft", 1.5); }
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

const key = (mark) => [mark.glyphs, mark.state, mark.against, mark.part, mark.wide, mark.siege, mark.road, mark.size].join("|");

function style(base, marks) {
  const font = ["sans-serif"], halo = { "text-color": colour("--ink"), "text-halo-color": colour("--lands"), "text-halo-width": 1.5 };
  const is = (layer) => ["==", ["get", "layer"], layer];
  const group = ["has", "point_count"];
  return {
    version: 8,
    sources: {
      base: { type: "geojson", data: base, tolerance: 0.2 },
      marks: { type: "geojson", data: marks, cluster: true, clusterRadius: 24, clusterMaxZoom: 13, clusterProperties: { contested: ["+", ["case", ["==", ["get", "state"], "contested"], 1, 0]] } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--sea") } },
      { id: "land", type: "fill", source: "base", filter: is("land"), paint: { "fill-color": colour("--lands"), "fill-outline-color": colour("--shore") } },
      { id: "lake", type: "fill", source: "base", filter: is("lake"), paint: { "fill-color": colour("--sea"), "fill-outline-color": colour("--shore") } },
      { id: "agreed", type: "line", source: "base", filter: ["all", is("boundary"), ["==", ["get", "kind"], "agreed"]], paint: { "line-color": colour("--limit"), "line-dasharray": [6, 2, 1.5, 2] } },
      { id: "disputed", type: "line", source: "base", filter: ["all", is("boundary"), ["!=", ["get", "kind"], "agreed"]], paint: { "line-color": colour("--limit"), "line-dasharray": [1.2, 3] } },
      { id: "names", type: "symbol", source: "base", filter: is("name"), layout: { "text-field": ["get", "name"], "text-font": font, "text-size": 11, "text-transform": "uppercase", "text-letter-spacing": 0.15, "symbol-sort-key": ["get", "zoom"] }, paint: { ...halo, "text-color": colour("--soft") } },
      { id: "groups", type: "circle", source: "marks", filter: group, paint: { "circle-radius": 13, "circle-color": colour("--raised"), "circle-stroke-color": colour("--ink"), "circle-stroke-width": ["case", [">", ["get", "contested"], 0], 3, 1] } },
      { id: "counts", type: "symbol", source: "marks", filter: group, layout: { "text-field": ["to-string", ["get", "point_count"]], "text-font": font, "text-size": 12, "text-allow-overlap": true }, paint: { "text-color": colour("--ink") } },
      { id: "marks", type: "symbol", source: "marks", filter: ["!", group], layout: { "icon-image": ["get", "sign"], "icon-allow-overlap": true, "icon-ignore-placement": true, "text-field": ["get", "name"], "text-font": font, "text-size": 12, "text-optional": true, "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 1, "symbol-sort-key": ["-", 0, ["get", "weight"]] }, paint: halo },
    ],
  };
}

async function free() {
  const [{ Map }, marks] = await Promise.all([import(button.dataset.freeMap), fetch(button.dataset.marks).then((answer) => answer.json())]);
  const drawing = frame.querySelector("svg.map");
  const [west, south, east, north] = drawing.dataset.box.split(",").map(Number);
  const signs = new globalThis.Map();
  for (const { properties } of marks.features) { properties.sign = key(properties); signs.set(properties.sign, properties); }
  const box = document.createElement("div");
  box.className = "free";
  const tip = document.createElement("div");
  tip.className = "free-tip";
  tip.hidden = true;
  drawing.setAttribute("hidden", "");
  frame.append(box, tip);
  const map = new Map({ container: box, style: style(button.dataset.base, marks), bounds: [west, south, east, north], attributionControl: false, dragRotate: false, pitchWithRotate: false, renderWorldCopies: false, maxZoom: 16 });
  map.on("error", (event) => { tip.hidden = false; tip.textContent = String(event.error?.message ?? event.error); });
  map.getCanvas().setAttribute("aria-label", "Map that moves: arrow keys move it, plus and minus change how close it is. All that is on it is listed below.");
  const images = () => { for (const [id, mark] of signs) if (!map.hasImage(id)) map.addImage(id, sign(mark), { pixelRatio: SCALE }); };
  map.on("style.load", images);
  map.once("idle", () => { box.dataset.ready = "yes"; });
  map.on("click", "marks", (event) => location.assign(event.features[0].properties.href));
  map.on("click", "groups", async (event) => {
    const found = event.features[0];
    map.easeTo({ center: found.geometry.coordinates, zoom: await map.getSource("marks").getClusterExpansionZoom(found.properties.cluster_id) });
  });
  map.on("mousemove", (event) => {
    const found = map.getLayer("marks") ? map.queryRenderedFeatures(event.point, { layers: ["marks"] })[0] : undefined;
    tip.hidden = !found;
    map.getCanvas().style.cursor = found ? "pointer" : "";
    if (!found) return;
    tip.textContent = found.properties.told;
    tip.style.left = `${Math.min(event.point.x + 14, Math.max(0, box.clientWidth - 330))}px`;
    tip.style.top = `${event.point.y + 14}px`;
  });
  map.on("moveend", () => {
    const seen = map.getBounds(), address = new URL(location.href);
    const cut = (value, most) => Math.max(-most, Math.min(most, value)).toFixed(4);
    address.searchParams.set("box", [cut(seen.getWest(), 180), cut(seen.getSouth(), 85), cut(seen.getEast(), 180), cut(seen.getNorth(), 85)].join(","));
    history.replaceState(null, "", address);
  });
  const theme = new MutationObserver(() => { for (const id of signs.keys()) if (map.hasImage(id)) map.removeImage(id); map.setStyle(style(button.dataset.base, marks), { diff: false }); });
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => { theme.disconnect(); map.remove(); box.remove(); tip.remove(); drawing.removeAttribute("hidden"); };
}

if (button && frame && able()) {
  let back = null;
  const turn = async () => {
    button.disabled = true;
    try {
      if (back) { back(); back = null; } else back = await free();
    } catch (error) {
      frame.querySelector("svg.map")?.removeAttribute("hidden");
      button.textContent = `Move freely: ${error.message}`;
    }
    kept(back ? "on" : "off");
    button.setAttribute("aria-pressed", String(Boolean(back)));
    button.disabled = false;
  };
  button.hidden = false;
  button.addEventListener("click", turn);
  if (kept() === "on") turn();
}
