const numbers = new Intl.NumberFormat("en");

export const count = (value) => numbers.format(value);

export const rate = (value) => (value >= 100) ? count(Math.round(value)) : value.toFixed(1);

export const latency = (millis) => (millis === undefined) ? "–" : `${millis < 10 ? millis.toFixed(1) : Math.round(millis)} ms`;

/** For example 42 s, 3 min, 23 h 59 min. */
export function duration(seconds) {
	if (seconds < 120) {
		return `${Math.floor(seconds)} s`;
	}
	const minutes = Math.floor(seconds / 60);
	return (minutes < 60) ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Touches the document only where something changed. */
export function setText(element, text) {
	if (element.textContent !== text) {
		element.textContent = text;
	}
}

export function element(name, attributes = {}, ...children) {
	const created = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		created.setAttribute(key, value);
	}
	created.append(...children);
	return created;
}
