import { element } from "./format.js";

const SIZE = 200;

/** Writes a line at the top and forgets the oldest. */
export function write(list, entry) {
	const time = new Date(entry.time);
	const who = (entry.shard === undefined) ? "all" : `shard ${entry.shard}`;
	list.prepend(element("li", { "data-kind": entry.kind, ...(entry.shard !== undefined && { "data-shard": entry.shard }) },
		element("time", { datetime: entry.time }, time.toLocaleTimeString("en-GB")),
		element("span", { class: "kind" }, entry.kind.toLowerCase()),
		element("b", {}, who),
		element("span", { class: "text" }, entry.text)));
	while (list.children.length > SIZE) {
		list.lastElementChild.remove();
	}
}
