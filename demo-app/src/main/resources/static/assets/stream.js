// The page's only source. EventSource connects again by itself after most failures, and tells the server the last line of
// the log that it has; where it gives up, or nothing comes although the connection looks open, a new one is made.

const SILENCE = 6000;
const RETRY = 2000;

export function openStream({ snapshot, line, state }) {
	let source;
	let lastLine = 0;
	let lastSign = Date.now();

	function connect() {
		lastSign = Date.now();
		source = new EventSource("api/stream");
		source.addEventListener("snapshot", (event) => {
			lastSign = Date.now();
			state("live");
			snapshot(JSON.parse(event.data));
		});
		source.addEventListener("log", (event) => {
			const entry = JSON.parse(event.data);
			if (entry.id > lastLine) {
				lastLine = entry.id;
				line(entry);
			}
		});
		source.addEventListener("error", () => {
			state("lost");
			if (source.readyState === EventSource.CLOSED) {
				setTimeout(reconnect, RETRY, source);
			}
		});
	}

	function reconnect(dead) {
		if (dead === source) {
			dead.close();
			connect();
		}
	}

	setInterval(() => {
		if (Date.now() - lastSign > SILENCE && source.readyState !== EventSource.CLOSED) {
			state("lost");
			reconnect(source);
		}
	}, 1000);
	connect();
}
