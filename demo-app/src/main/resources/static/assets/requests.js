import { count, element, latency, setText } from "./format.js";
import { post } from "./post.js";

/** What goes to Discord's API, what waits, and which limits were met. */
export class Requests {

	constructor(section) {
		this.note = section.querySelector("#requests-note");
		this.facts = section.querySelector("#requests-facts");
		this.routes = section.querySelector("#routes");
		this.trouble = section.querySelector("#requests-trouble");
		const answer = section.querySelector("#requests-answer");
		section.querySelectorAll("[data-request]").forEach((button) => button.addEventListener("click",
			() => post("api/requests/trouble", { action: button.dataset.request }, answer)));
	}

	show(requests, simulated) {
		this.trouble.hidden = !simulated;
		setText(this.note, `at most ${count(requests.perSecond)} per second, answers to interactions not counted`);
		this.showFacts([
			["Sent", count(requests.total)],
			["Waiting for limits", (requests.waiting === undefined) ? "–" : count(requests.waiting)],
			["Sent again", count(requests.repeated)],
			["429 user, global, shared", [requests.user, requests.global, requests.shared].map(count).join(", ")],
			["May still go wrong", (requests.invalidLeft === undefined) ? "–" : count(requests.invalidLeft)]
		]);
		this.routes.replaceChildren(...requests.routes.map((route) => element("tr", { "data-route": route.name },
			element("th", { scope: "row" }, route.name),
			element("td", {}, count(route.requests)),
			element("td", {}, String(route.lastStatus ?? "none")),
			element("td", {}, latency(route.lastWaitMillis)),
			element("td", {}, latency(route.longestWaitMillis)),
			element("td", {}, count(route.limited)))));
	}

	showFacts(facts) {
		if (this.facts.children.length === 0) {
			this.facts.append(...facts.map(([name]) => element("div", {}, element("dt", {}, name), element("dd"))));
		}
		facts.forEach(([, value], i) => setText(this.facts.children[i].lastElementChild, value));
	}

}
