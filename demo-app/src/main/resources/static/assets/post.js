/** Has the server do something, and says what came of it. */
export async function post(path, body, answer) {
	const say = (text, good) => {
		answer.classList.toggle("bad", !good);
		answer.textContent = text;
	};
	try {
		const response = await fetch(path,
			{ method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
		const done = await response.json();
		say(response.ok ? done.text : done.detail, response.ok);
	}
	catch (error) {
		say(`Not done: ${error.message}`, false);
	}
}
