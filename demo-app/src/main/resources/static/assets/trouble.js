import { count, setText } from "./format.js";
import { post } from "./post.js";

/** The buttons; the server has them on the simulator only. */
export class Trouble {

	constructor(panel, selectedShard) {
		this.panel = panel;
		this.answer = panel.querySelector("#answer");
		this.slow = panel.querySelector("#slow");
		this.burstNote = panel.querySelector("#burst-note");
		panel.querySelectorAll("[data-action]").forEach((button) => button.addEventListener("click",
			() => this.post(`api/shards/${selectedShard()}/trouble`, { action: button.dataset.action })));
		this.slow.addEventListener("click",
			() => this.post("api/slow-listener", { slow: this.slow.getAttribute("aria-checked") !== "true" }));
	}

	show(trouble, shard) {
		this.panel.hidden = trouble === undefined;
		if (trouble !== undefined) {
			this.slow.setAttribute("aria-checked", String(trouble.slowListener));
			const left = trouble.bursts[shard];
			setText(this.burstNote, (left === undefined) ? `${count(trouble.burstSize)} events` : `${count(left)} to go`);
		}
	}

	post(path, body) {
		return post(path, body, this.answer);
	}

}
