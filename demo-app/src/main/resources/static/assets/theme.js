// Runs before the first paint, so that the page never flashes in the wrong colours.
(() => {
	const themes = ["auto", "light", "dark"];
	const stored = localStorage.getItem("theme");
	apply(themes.includes(stored) ? stored : "auto");

	function apply(theme) {
		document.documentElement.dataset.theme = theme;
		const button = document.getElementById("theme");
		if (button) {
			button.textContent = `Theme: ${theme}`;
		}
		document.dispatchEvent(new Event("theme"));
	}

	document.addEventListener("DOMContentLoaded", () => {
		apply(document.documentElement.dataset.theme);
		document.getElementById("theme").addEventListener("click", () => {
			const next = themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length];
			localStorage.setItem("theme", next);
			apply(next);
		});
	});
	matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.dispatchEvent(new Event("theme")));
})();
