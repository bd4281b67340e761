import { count, element, rate } from "./format.js";

const SECONDS = 120;
const TYPES = 6;
const OTHER = "all others";

/** The rates of the last two minutes, as a chart and as a table. */
export class Rates {

	constructor(canvas, table) {
		this.table = table;
		this.last = null;
		this.samples = [];
		this.colours = new Map();
		this.totals = {};
		this.chart = new Chart(canvas, {
			type: "line",
			data: { labels: Array.from({ length: SECONDS }, (_, i) => i - SECONDS + 1), datasets: [] },
			options: {
				animation: false, responsive: true, maintainAspectRatio: false, events: [],
				elements: { point: { radius: 0 }, line: { borderWidth: 1, cubicInterpolationMode: "monotone" } },
				scales: {
					x: { grid: { display: false }, border: { display: false },
						ticks: { autoSkip: false, maxRotation: 0,
							callback: (_, i) => ((i + 1) % 30 === 0) ? ((i + 1 === SECONDS) ? "now" : `${SECONDS - i - 1} s ago`) : null } },
					y: { stacked: true, beginAtZero: true, suggestedMax: 10, border: { display: false },
						ticks: { maxTicksLimit: 5, callback: (value) => count(value) } }
				},
				plugins: { legend: { display: false }, tooltip: { enabled: false } }
			}
		});
		document.addEventListener("theme", () => this.draw());
	}

	/** Takes what there was before the page was opened. */
	async begin() {
		const response = await fetch("api/history");
		if (response.ok) {
			const history = await response.json();
			const shown = this.samples;
			this.samples = [];
			for (let i = 1; i < history.length; i++) {
				const before = { time: Date.parse(history[i - 1].time), events: history[i - 1].events };
				const seconds = (Date.parse(history[i].time) - before.time) / 1000;
				if (seconds > 0) {
					this.samples.push(perSecond(before.events, history[i].events, seconds));
				}
			}
			this.samples = [...this.samples, ...shown].slice(-SECONDS);
			this.draw();
		}
	}

	/** Takes the counts of a moment; returns all events per second since the one before. */
	take(snapshot) {
		const time = Date.parse(snapshot.time);
		const before = this.last;
		this.last = { time, events: snapshot.events };
		this.totals = snapshot.events;
		const seconds = (before !== null) ? (time - before.time) / 1000 : 0;
		if (seconds <= 0) {
			return null;
		}
		const rates = perSecond(before.events, snapshot.events, seconds);
		this.samples = [...this.samples, rates].slice(-SECONDS);
		this.draw();
		return [...rates.values()].reduce((sum, value) => sum + value, 0);
	}

	/** The most frequent types keep their colour as long as they are among them. */
	ranking() {
		const names = Object.keys(this.totals).sort((a, b) => this.totals[b] - this.totals[a]).slice(0, TYPES);
		for (const name of this.colours.keys()) {
			if (!names.includes(name)) {
				this.colours.delete(name);
			}
		}
		const used = new Set(this.colours.values());
		const free = Array.from({ length: TYPES }, (_, i) => i + 1).filter((i) => !used.has(i));
		names.filter((name) => !this.colours.has(name)).forEach((name) => this.colours.set(name, free.shift()));
		return names;
	}

	draw() {
		const names = this.ranking();
		const padding = Array(SECONDS - this.samples.length).fill(null);
		const series = names.map((name) => ({
			name, colour: this.colours.get(name), values: this.samples.map((rates) => rates.get(name) ?? 0),
			total: this.totals[name]
		}));
		const rest = Object.keys(this.totals).filter((name) => !names.includes(name));
		if (rest.length > 0) {
			series.push({
				name: OTHER, colour: 0,
				values: this.samples.map((rates) => rest.reduce((sum, name) => sum + (rates.get(name) ?? 0), 0)),
				total: rest.reduce((sum, name) => sum + this.totals[name], 0)
			});
		}
		const colour = colours();
		this.chart.data.datasets = series.map((one) => ({
			label: one.name, data: [...padding, ...one.values], fill: "stack",
			borderColor: colour(`--series-${one.colour}`), backgroundColor: colour(`--series-${one.colour}`, 0.38)
		}));
		const { x, y } = this.chart.options.scales;
		x.ticks.color = y.ticks.color = colour("--muted");
		y.grid = { color: colour("--line") };
		this.chart.options.font = { family: getComputedStyle(document.body).fontFamily, size: 11 };
		this.chart.update("none");
		this.table.replaceChildren(...series.map((one) => element("tr", {},
			element("th", { scope: "row" }, element("i", { class: `swatch series-${one.colour}` }), one.name),
			element("td", {}, rate(one.values.at(-1) ?? 0)), element("td", {}, count(one.total)))));
	}

}

function perSecond(before, after, seconds) {
	const rates = new Map();
	for (const [name, total] of Object.entries(after)) {
		// After a restart of the application the counts begin anew.
		rates.set(name, Math.max(0, total - (before[name] ?? 0)) / seconds);
	}
	return rates;
}

/** The style sheet's colours as the canvas understands them, for the theme of the moment. */
function colours() {
	const probe = document.body.appendChild(element("i", { hidden: "" }));
	const values = {};
	for (const name of ["--muted", "--line", ...Array.from({ length: TYPES + 1 }, (_, i) => `--series-${i}`)]) {
		probe.style.color = `var(${name})`;
		values[name] = getComputedStyle(probe).color;
	}
	probe.remove();
	return (name, alpha) => (alpha === undefined) ? values[name] : values[name].replace("rgb(", "rgba(").replace(")", `, ${alpha})`);
}
