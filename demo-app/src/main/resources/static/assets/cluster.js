import { count, duration, element, setText } from "./format.js";

/** The processes that share the shards, and who runs which of them. */
export class Cluster {

	constructor(section) {
		this.section = section;
		this.list = section.querySelector("#nodes");
		this.note = section.querySelector("#cluster-note");
		this.answer = section.querySelector("#cluster-answer");
		this.nodes = new Map();
	}

	show(cluster) {
		this.section.hidden = cluster === undefined;
		if (cluster === undefined) {
			return;
		}
		const { nodes, unowned, problem } = cluster;
		const shards = nodes.reduce((sum, node) => sum + node.shards.length, 0);
		setText(this.note, problem ?? ((unowned.length > 0) ? `nobody runs ${list(unowned)} at the moment`
			: `${count(shards)} shards on ${count(nodes.length)} ${(nodes.length === 1) ? "node" : "nodes"}`));
		this.section.dataset.mood = (problem !== undefined || unowned.length > 0) ? "busy" : "good";
		const ids = nodes.map((node) => node.id);
		if (ids.length !== this.nodes.size || ids.some((id) => !this.nodes.has(id))) {
			this.nodes = new Map(ids.map((id) => [id, this.nodes.get(id) ?? new Node(id, () => this.kill(id))]));
			this.list.replaceChildren(...[...this.nodes.values()].map((node) => node.item));
		}
		for (const node of nodes) {
			this.nodes.get(node.id).show(node);
		}
	}

	async kill(id) {
		try {
			const response = await fetch(`api/nodes/${encodeURIComponent(id)}/kill`,
				{ method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" });
			const answer = await response.json();
			this.say(response.ok ? answer.text : answer.detail, response.ok);
		}
		catch (error) {
			this.say(`Not done: ${error.message}`, false);
		}
	}

	say(text, good) {
		this.answer.classList.toggle("bad", !good);
		this.answer.textContent = text;
	}

}

class Node {

	constructor(id, kill) {
		this.state = element("span", { class: "state" });
		this.where = element("span", { class: "note" });
		this.shards = element("span", { class: "chips" });
		this.link = element("a", { target: "_blank", rel: "noopener" }, "console");
		this.button = element("button", { type: "button" }, "Kill");
		this.button.addEventListener("click", kill);
		this.item = element("li", { "data-node": id },
			element("span", { class: "row" }, element("b", {}, id), this.state),
			element("span", { class: "row" }, this.where, this.link),
			element("span", { class: "row" }, this.shards, this.button));
	}

	show(node) {
		this.item.dataset.mood = node.leaving ? "busy" : "good";
		setText(this.state, node.leaving ? "leaving" : (node.self ? "this one" : "up"));
		setText(this.where, `${node.host}, for ${duration(node.upSeconds)}`);
		this.link.hidden = node.port === undefined;
		if (node.port !== undefined) {
			this.link.href = `http://${location.hostname}:${node.port}/`;
		}
		this.button.hidden = !node.killable;
		const text = node.shards.join(" ");
		if (this.shards.dataset.shards !== text) {
			this.shards.dataset.shards = text;
			this.shards.replaceChildren(...((node.shards.length === 0) ? ["no shards"]
				: node.shards.map((shard) => element("span", { class: "chip" }, String(shard)))));
		}
	}

}

const list = (shards) => (shards.length === 1) ? `shard ${shards[0]}` : `shards ${shards.join(", ")}`;
