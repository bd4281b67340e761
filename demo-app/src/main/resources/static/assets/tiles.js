import { count, element, latency, setText } from "./format.js";

/** More shards than this are small squares. */
const LARGE = 48;

/** How many heartbeats a sparkline shows. */
const HISTORY = 40;

export function mood(shard) {
	if (shard.state === "ready") {
		return shard.readingPaused ? "paused" : "good";
	}
	if (shard.state === "failed") {
		return "bad";
	}
	return (shard.state === "stopped" || shard.state === "new") ? "idle" : "busy";
}

export const stateOf = (shard) => (shard.state === "ready" && shard.readingPaused) ? "not reading" : shard.state;

/** One tile for each shard, as a group of radio buttons: one of them is selected. */
export class Tiles {

	constructor(container, onSelect) {
		this.container = container;
		this.onSelect = onSelect;
		this.tiles = new Map();
		this.histories = new Map();
		this.selected = null;
		container.addEventListener("keydown", (event) => this.move(event));
	}

	show(shards, maxPending) {
		const ids = shards.map((shard) => shard.id);
		if (ids.length !== this.tiles.size || ids.some((id) => !this.tiles.has(id))) {
			this.build(ids);
		}
		for (const shard of shards) {
			this.tiles.get(shard.id).show(shard, this.history(shard), maxPending);
		}
	}

	build(ids) {
		const small = ids.length > LARGE;
		this.container.classList.toggle("small", small);
		this.tiles = new Map(ids.map((id) => [id, small ? new SmallTile(id) : new LargeTile(id)]));
		this.histories = new Map(ids.map((id) => [id, this.histories.get(id) ?? { seen: [], all: [] }]));
		for (const [id, tile] of this.tiles) {
			tile.button.addEventListener("click", () => this.select(id));
		}
		this.container.replaceChildren(...[...this.tiles.values()].map((tile) => tile.button));
		if (ids.length > 0) {
			this.select(this.tiles.has(this.selected) ? this.selected : ids[0]);
		}
	}

	select(id) {
		this.selected = id;
		for (const [other, tile] of this.tiles) {
			tile.button.setAttribute("aria-checked", String(other === id));
			tile.button.tabIndex = (other === id) ? 0 : -1;
		}
		this.onSelect(id);
	}

	move(event) {
		const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
		if (step) {
			event.preventDefault();
			const ids = [...this.tiles.keys()];
			const next = ids[(ids.indexOf(this.selected) + step + ids.length) % ids.length];
			this.select(next);
			this.tiles.get(next).button.focus();
		}
	}

	/** The server tells the latest few: those that follow on the ones seen before are new. */
	history(shard) {
		const history = this.histories.get(shard.id);
		const seen = history.seen;
		const latest = shard.latencies;
		let overlap = Math.min(seen.length, latest.length);
		while (overlap > 0 && !seen.slice(-overlap).every((value, i) => value === latest[i])) {
			overlap--;
		}
		history.seen = latest;
		history.all = [...history.all, ...latest.slice(overlap)].slice(-HISTORY);
		return history.all;
	}

}

class LargeTile {

	constructor(id) {
		this.state = element("span", { class: "state" });
		this.latency = element("span", { class: "latency" });
		this.sparkline = new Sparkline();
		this.event = element("span", { class: "event" });
		this.age = element("span", { class: "age" });
		this.pending = element("span", { class: "pending" });
		this.meter = element("meter", { min: 0, value: 0, "aria-hidden": "true" });
		this.button = element("button", { type: "button", role: "radio", class: "tile", "data-shard": id },
			element("span", { class: "row" }, element("b", {}, `Shard ${id}`), this.state),
			element("span", { class: "row" }, this.latency, this.sparkline.svg),
			this.event,
			element("span", { class: "row" }, this.age, this.pending),
			this.meter);
	}

	show(shard, history, maxPending) {
		this.button.dataset.mood = mood(shard);
		this.button.dataset.state = shard.state;
		setText(this.state, stateOf(shard));
		setText(this.latency, latency(shard.latencies.at(-1)));
		this.sparkline.show(history);
		setText(this.event, shard.lastEvent ?? "no event yet");
		setText(this.age, (shard.lastEventMillis === undefined) ? "–" : `${(shard.lastEventMillis / 1000).toFixed(1)} s ago`);
		this.meter.max = maxPending;
		this.meter.high = maxPending / 2;
		this.meter.value = shard.pending;
		setText(this.pending, `${count(shard.pending)} pending`);
	}

}

class SmallTile {

	constructor(id) {
		this.id = id;
		this.button = element("button", { type: "button", role: "radio", class: "tile", "data-shard": id }, String(id));
	}

	show(shard) {
		this.button.dataset.mood = mood(shard);
		this.button.dataset.state = shard.state;
		const label = `Shard ${this.id}, ${stateOf(shard)}`;
		if (this.button.title !== label) {
			this.button.title = label;
			this.button.setAttribute("aria-label", label);
		}
	}

}

const SVG = "http://www.w3.org/2000/svg";

class Sparkline {

	constructor() {
		this.svg = document.createElementNS(SVG, "svg");
		this.svg.setAttribute("viewBox", "0 0 100 24");
		this.svg.setAttribute("preserveAspectRatio", "none");
		this.svg.setAttribute("aria-hidden", "true");
		this.area = this.svg.appendChild(document.createElementNS(SVG, "path"));
		this.line = this.svg.appendChild(document.createElementNS(SVG, "path"));
		this.area.classList.add("area");
		this.line.classList.add("line");
	}

	show(values) {
		if (values.length === 0) {
			return;
		}
		// From zero, so that a jitter of nothing does not look like a drama.
		const max = Math.max(...values) * 1.15 || 1;
		const step = 100 / (HISTORY - 1);
		const start = 100 - step * (values.length - 1);
		const points = values.map((value, i) => `${(start + i * step).toFixed(1)} ${(23 - 21 * value / max).toFixed(1)}`);
		if (points.length === 1) {
			points.unshift(points[0].replace(/^\S+/, (100 - step).toFixed(1)));
		}
		const line = `M${points.join("L")}`;
		if (this.line.getAttribute("d") !== line) {
			this.line.setAttribute("d", line);
			this.area.setAttribute("d", `${line}L100 24L${points[0].split(" ")[0]} 24Z`);
		}
	}

}
