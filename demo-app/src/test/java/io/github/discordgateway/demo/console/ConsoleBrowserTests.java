package io.github.discordgateway.demo.console;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The console in a real browser; skipped where there is none.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "discord.gateway.simulator.heartbeat-interval=60s")
@ActiveProfiles("simulator")
@Timeout(300)
class ConsoleBrowserTests {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	private static final String FOCUS = "(document.activeElement.dataset.action ?? document.activeElement.dataset.shard"
			+ " ?? document.activeElement.className)";

	private static @Nullable HeadlessBrowser started;

	private HeadlessBrowser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private ConsoleController console;

	@AfterAll
	@Timeout(300)
	static void closeBrowser() {
		if (started != null) {
			started.close();
		}
	}

	@BeforeEach
	@Timeout(300)
	void open() throws Exception {
		if (started == null) {
			// Here, so that each test is reported as skipped where there is none.
			started = HeadlessBrowser.start();
		}
		this.browser = started;
		this.browser.window(1400, "light");
		this.browser.open("http://localhost:" + this.port + "/");
		until("document.querySelectorAll('#tiles [data-state=ready]').length === 4");
	}

	@AfterEach
	void nothingWentWrong() {
		if (this.browser != null) {
			assertThat(this.browser.problems()).isEmpty();
		}
	}

	@Test
	void showsShardsEventsAndTheLog() {
		until("document.getElementById('connection').textContent === 'Live'");
		until("document.getElementById('types').textContent.includes('GUILD_CREATE')");
		until("document.querySelectorAll('#log [data-kind=READY]').length >= 5");
		assertThat(text("mode")).isEqualTo("Simulator");
		assertThat(text("detail-title")).isEqualTo("Shard 0");
		assertThat(text("identify")).isEqualTo("996 / 1,000");
	}

	@Test
	void aShardIsDroppedByKeyboardAndRecovers() {
		this.browser.press(HeadlessBrowser.Key.TAB);
		assertThat(this.browser.evaluate(FOCUS).asString()).isEqualTo("skip");
		tabTo("0");
		this.browser.press(HeadlessBrowser.Key.ARROW_RIGHT);
		assertThat(this.browser.evaluate(FOCUS).asString()).isEqualTo("1");
		assertThat(text("detail-title")).isEqualTo("Shard 1");
		tabTo("drop");
		this.browser.press(HeadlessBrowser.Key.ENTER);
		until("document.getElementById('answer').textContent === 'Shard 1: the connection is dropped'");
		// The newest line is the first one.
		until("document.querySelector('#log [data-shard=\"1\"][data-kind=RESUMED] ~ [data-shard=\"1\"][data-kind=CLOSED]"
				+ " ~ [data-shard=\"1\"][data-kind=TROUBLE]') !== null");
		until("document.querySelector('#tiles [data-shard=\"1\"]').dataset.state === 'ready'");
	}

	@Test
	void showsRequestsThatMeetALimitAndWait() {
		String cells = "[...document.querySelector('[data-route=\"POST /channels/{id}/messages\"]')?.cells ?? []]"
				+ ".map((cell) => cell.textContent)";
		this.browser.evaluate("document.querySelector('[data-request=shared-limit]').click()");
		until("document.getElementById('requests-answer').textContent.startsWith('a message meets 429')");
		until("document.getElementById('requests-facts').textContent.includes('429 user, global, shared0, 0, 1')");
		until(cells + "[2] === '200'");
		assertThat(this.browser.evaluate(cells).valueStream().map(JsonNode::asString).toList())
			.startsWith("POST /channels/{id}/messages", "2", "200")
			.endsWith("1");
		until("document.querySelector('#log [data-kind=TROUBLE]').textContent.includes('several bots share')");
	}

	@Test
	void connectsAgainWhenTheStreamHasEnded() {
		this.browser.evaluate("""
				states = [];
				new MutationObserver(() => states.push(document.body.dataset.connection))
					.observe(document.body, { attributeFilter: ['data-connection'] });
				null""");
		this.console.endStreams();
		until("states.join().startsWith('lost,live')");
		// Lines that are there already do not come again.
		String all = "[...document.querySelectorAll('#log li')].map((line) => line.textContent)";
		until(all + ".length === new Set(" + all + ").size");
	}

	@ParameterizedTest
	@CsvSource({ "1400, light", "1400, dark", "800, dark", "360, light" })
	void fitsIntoTheWindowAndIsReadable(int width, String theme) {
		this.browser.window(width, theme);
		until("document.documentElement.scrollWidth <= " + width);
		// Colours change gradually.
		await().atMost(LIMIT)
			.untilAsserted(
					() -> assertThat(this.browser.evaluate(CONTRAST).valueStream().map(JsonNode::asString)).isEmpty());
	}

	@Test
	void remembersTheTheme() {
		String theme = "document.documentElement.dataset.theme";
		assertThat(this.browser.evaluate(theme).asString()).isEqualTo("auto");
		this.browser.evaluate("document.getElementById('theme').click(); document.getElementById('theme').click()");
		assertThat(this.browser.evaluate(theme).asString()).isEqualTo("dark");
		this.browser.open("http://localhost:" + this.port + "/");
		assertThat(this.browser.evaluate(theme).asString()).isEqualTo("dark");
		assertThat(text("theme")).isEqualTo("Theme: dark");
		this.browser.evaluate("localStorage.clear()");
	}

	private void tabTo(String element) {
		for (int i = 0; i < 30 && !this.browser.evaluate(FOCUS).asString("").equals(element); i++) {
			this.browser.press(HeadlessBrowser.Key.TAB);
		}
		assertThat(this.browser.evaluate(FOCUS).asString()).isEqualTo(element);
	}

	private String text(String id) {
		return this.browser.evaluate("document.getElementById('" + id + "').textContent").asString();
	}

	private void until(String condition) {
		await(condition).atMost(LIMIT).until(() -> this.browser.evaluate(condition).asBoolean());
	}

	/**
	 * The texts with less contrast than WCAG 2 asks for (AA: 4.5 to 1). The page's cards
	 * mix colours, which computed styles give as {@code color(srgb r g b)}.
	 */
	private static final String CONTRAST = """
			(() => {
				const channels = (colour) => {
					const values = colour.match(/[\\d.]+/g).map(Number);
					return colour.startsWith("color(") ? values : [...values.slice(0, 3).map((v) => v / 255), values[3] ?? 1];
				};
				const light = (colour) => channels(colour).slice(0, 3)
					.map((v) => (v <= 0.04045) ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
					.reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
				const ground = (element) => {
					const colour = getComputedStyle(element).backgroundColor;
					return ((channels(colour)[3] ?? 1) > 0) ? colour : ground(element.parentElement);
				};
				return [...document.querySelectorAll("body *")]
					.filter((element) => element.checkVisibility()
						&& [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
					.map((element) => {
						const [darker, lighter] = [getComputedStyle(element).color, ground(element)].map(light).sort((a, b) => a - b);
						return [element, (lighter + 0.05) / (darker + 0.05)];
					})
					.filter(([, contrast]) => contrast < 4.5)
					.map(([element, contrast]) => `${element.textContent}: ${contrast.toFixed(2)}`);
			})()""";

}
