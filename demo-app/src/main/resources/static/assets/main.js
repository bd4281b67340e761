import { Actions } from "./actions.js";
import { Cluster } from "./cluster.js";
import { count, duration, element, latency, rate, setText } from "./format.js";
import { write } from "./log.js";
import { Rates } from "./rates.js";
import { Requests } from "./requests.js";
import { openStream } from "./stream.js";
import { mood, stateOf, Tiles } from "./tiles.js";
import { Trouble } from "./trouble.js";

const $ = (id) => document.getElementById(id);

let latest = null;
const tiles = new Tiles($("tiles"), () => latest && showDetail());
const rates = new Rates($("chart"), $("types"));
const requests = new Requests($("requests"));
const cluster = new Cluster($("cluster"));
const trouble = new Trouble($("trouble"), () => tiles.selected);

new Actions($("actions")).load();
rates.begin();

openStream({
	snapshot(snapshot) {
		if (latest === null) {
			// What happened before the page was opened is not read out.
			setTimeout(() => $("log").removeAttribute("aria-busy"), 1000);
		}
		latest = snapshot;
		tiles.show(snapshot.shards, snapshot.maxPending);
		cluster.show(snapshot.cluster);
		showFigures(snapshot);
		showDetail();
		requests.show(snapshot.requests, snapshot.trouble !== undefined);
	},
	line(entry) {
		write($("log"), entry);
	},
	state(state) {
		if (document.body.dataset.connection !== state) {
			document.body.dataset.connection = state;
			$("connection").textContent = (state === "live") ? "Live" : "Connection lost, reconnecting";
		}
	}
});

function figure(id, text, note) {
	setText($(id), text);
	setText($(`${id}-note`), note);
}

function showFigures({ shards, events, lanes, identify, trouble: causes }) {
	const simulated = causes !== undefined;
	$("mode").hidden = false;
	setText($("mode"), simulated ? "Simulator" : "Discord");
	const ready = shards.filter((shard) => shard.state === "ready").length;
	figure("ready", `${count(ready)} / ${count(shards.length)}`,
		(ready === shards.length) ? "all of them" : `${count(shards.length - ready)} on their way`);
	const perSecond = rates.take(latest);
	const total = Object.values(events).reduce((sum, value) => sum + value, 0);
	if (perSecond !== null) {
		figure("rate", rate(perSecond), `${count(total)} since the start`);
	}
	const pending = shards.reduce((sum, shard) => sum + shard.pending, 0);
	const paused = shards.filter((shard) => shard.readingPaused).length;
	figure("pending", count(pending),
		`in ${count(lanes)} ${(lanes === 1) ? "lane" : "lanes"}${(paused > 0) ? `, ${count(paused)} not reading` : ""}`);
	if (identify !== undefined) {
		figure("identify", `${count(identify.remaining)} / ${count(identify.total)}`, (identify.waiting > 0)
			? `${count(identify.waiting)} shards wait` : `all again in ${duration(identify.resetSeconds)}`);
		$("identify-meter").max = Math.max(1, identify.total);
		$("identify-meter").low = identify.total / 10;
		$("identify-meter").value = identify.remaining;
	}
	else {
		figure("identify", "–", "not known");
	}
	figure("reconnects", count(shards.reduce((sum, shard) => sum + shard.reconnects, 0)), "since the start");
}

function showDetail() {
	const shard = latest.shards.find((one) => one.id === tiles.selected);
	$("detail").hidden = shard === undefined;
	if (shard === undefined) {
		return;
	}
	trouble.show(latest.trouble, shard.id);
	setText($("detail-title"), `Shard ${shard.id}`);
	$("detail").dataset.mood = mood(shard);
	setText($("detail-state"), stateOf(shard));
	showFacts([
		["Session", (shard.sessionSeconds === undefined) ? "none" : `for ${duration(shard.sessionSeconds)}`],
		["Latency", latency(shard.latencies.at(-1))],
		["Reconnects", count(shard.reconnects)],
		["Received", sequence(shard.received)],
		["Acknowledged", sequence(shard.acknowledged)],
		["Pending", count(shard.pending)],
		["Last close", shard.lastClose ?? "none"]
	]);
}

const sequence = (value) => (value === undefined || value < 0) ? "–" : `no. ${count(value)}`;

function showFacts(facts) {
	const list = $("facts");
	if (list.children.length === 0) {
		list.append(...facts.map(([name]) => element("div", {}, element("dt", {}, name), element("dd"))));
	}
	facts.forEach(([, value], i) => setText(list.children[i].lastElementChild, value));
}
