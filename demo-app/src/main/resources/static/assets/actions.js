import { element } from "./format.js";

/** All that the simulator can be told: one at a time, with a field for each argument. */
export class Actions {

	constructor(section) {
		this.section = section;
		this.choice = section.querySelector("#action");
		this.fields = section.querySelector("#action-fields");
		this.answer = section.querySelector("#action-answer");
		this.actions = [];
		this.choice.addEventListener("change", () => this.choose());
		section.querySelector("form").addEventListener("submit", (event) => {
			event.preventDefault();
			this.perform();
		});
	}

	/** Is there on the simulator only. */
	async load() {
		const response = await fetch("api/actions");
		if (response.ok) {
			this.actions = await response.json();
			this.choice.replaceChildren(...this.actions.map((action) => element("option", { value: action.name }, action.text)));
			this.section.hidden = false;
			this.choose();
		}
	}

	choose() {
		const action = this.actions.find((one) => one.name === this.choice.value);
		this.fields.replaceChildren(...Object.entries(action.arguments).map(([name, value]) =>
			element("label", {}, element("span", {}, name), element("input", { name, value, autocomplete: "off" }))));
	}

	async perform() {
		const given = Object.fromEntries([...this.fields.querySelectorAll("input")].map((field) => [field.name, field.value]));
		try {
			const response = await fetch(`api/actions/${this.choice.value}`,
				{ method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given) });
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
