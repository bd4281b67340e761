package io.github.discordgateway.demo.console;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;
import org.springframework.util.StringUtils;

import static org.awaitility.Awaitility.await;

/**
 * A real Chromium or Chrome without a window, driven over its DevTools protocol, so that
 * neither a driver nor a library for one is needed.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">DevTools
 * protocol</a>
 */
final class HeadlessBrowser implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable", "chrome");

	private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/\\s]+)/");

	private final Process process;

	private final Path directory;

	private final WebSocket socket;

	private final AtomicInteger lastId = new AtomicInteger();

	private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();

	private final List<String> problems = new CopyOnWriteArrayList<>();

	private HeadlessBrowser(Process process, Path directory, String address) throws Exception {
		this.process = process;
		this.directory = directory;
		HttpClient http = HttpClient.newHttpClient();
		HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + address + "/json/list")).build();
		JsonNode targets = JsonMapper.shared().readTree(http.send(list, HttpResponse.BodyHandlers.ofString()).body());
		String page = targets.valueStream()
			.filter((target) -> target.path("type").asString().equals("page"))
			.findFirst()
			.orElseThrow()
			.path("webSocketDebuggerUrl")
			.asString();
		this.socket = http.newWebSocketBuilder().buildAsync(URI.create(page), new Messages()).join();
		for (String domain : List.of("Page", "Runtime", "Log")) {
			command(domain + ".enable", Map.of());
		}
	}

	/**
	 * Starts the browser that the environment variable {@code CHROME_BIN} names, or one
	 * on the path. Where there is none, the test is skipped.
	 */
	static HeadlessBrowser start() throws Exception {
		String named = System.getenv("CHROME_BIN");
		Path binary = StringUtils.hasText(named) ? Path.of(named) : onPath().orElse(null);
		Assumptions.assumeTrue(binary != null,
				"There is no browser: install Chromium or Chrome, or name it in CHROME_BIN, to run this test");
		Path directory = Files.createTempDirectory("console-browser");
		Path output = directory.resolve("output.txt");
		Process process = new ProcessBuilder(binary.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
				"--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
				"--disable-extensions", "--disable-sync", "--no-first-run", "--remote-debugging-port=0",
				"--user-data-dir=" + directory.resolve("profile"), "about:blank")
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		await().atMost(LIMIT).until(() -> address(output).isPresent() || !process.isAlive());
		Optional<String> address = address(output);
		if (address.isEmpty()) {
			String problem = binary + " does not start: " + Files.readString(output);
			FileSystemUtils.deleteRecursively(directory);
			// What is merely found on the path may be a stub that offers to install one.
			Assumptions.assumeTrue(StringUtils.hasText(named), problem);
			throw new IllegalStateException(problem);
		}
		return new HeadlessBrowser(process, directory, address.get());
	}

	private static Optional<Path> onPath() {
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		return NAMES.stream()
			.flatMap((name) -> Stream.of(path.split(File.pathSeparator)).map((directory) -> Path.of(directory, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static Optional<String> address(Path output) throws IOException {
		Matcher matcher = LISTENING.matcher(Files.readString(output));
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	/** Loads a page; what was wrong with the one before is forgotten. */
	void open(String url) {
		this.problems.clear();
		command("Page.navigate", Map.of("url", url));
		await().atMost(LIMIT)
			.until(() -> evaluate("location.href + ' ' + document.readyState").asString().equals(url + " complete"));
	}

	/** Runs JavaScript in the page, and returns what it evaluates to. */
	JsonNode evaluate(String expression) {
		JsonNode answer = command("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
		if (answer.has("exceptionDetails")) {
			throw new IllegalStateException(expression + ": " + answer.path("exceptionDetails"));
		}
		return answer.path("result").path("value");
	}

	void press(Key key) {
		Map<String, Object> event = Map.of("key", key.name, "code", key.name, "windowsVirtualKeyCode", key.code, "text",
				key.text);
		command("Input.dispatchKeyEvent", with(event, "type", key.text.isEmpty() ? "rawKeyDown" : "keyDown"));
		command("Input.dispatchKeyEvent", with(event, "type", "keyUp"));
	}

	/** Makes the window so wide, in CSS pixels, with the theme of the system. */
	void window(int width, String theme) {
		command("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
		command("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
	}

	/** Errors on the console, exceptions, failed requests, violated policies. */
	List<String> problems() {
		return this.problems;
	}

	private JsonNode command(String method, Map<String, ?> parameters) {
		int id = this.lastId.incrementAndGet();
		CompletableFuture<JsonNode> answer = new CompletableFuture<>();
		this.answers.put(id, answer);
		this.socket
			.sendText(JsonMapper.shared().writeValueAsString(Map.of("id", id, "method", method, "params", parameters)),
					true)
			.join();
		JsonNode message = answer.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
		if (message.has("error")) {
			throw new IllegalStateException(method + ": " + message.path("error"));
		}
		return message.path("result");
	}

	private static Map<String, Object> with(Map<String, Object> event, String name, Object value) {
		Map<String, Object> all = new HashMap<>(event);
		all.put(name, value);
		return all;
	}

	@Override
	public void close() {
		this.socket.abort();
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly().onExit().join();
		// Its children write for a moment longer.
		await().ignoreExceptions().until(() -> {
			FileSystemUtils.deleteRecursively(this.directory);
			return !Files.exists(this.directory);
		});
	}

	/** Keys, with what Windows calls them and the text that they type. */
	enum Key {

		TAB("Tab", 9, ""), ENTER("Enter", 13, "\r"), ARROW_RIGHT("ArrowRight", 39, "");

		private final String name;

		private final int code;

		private final String text;

		Key(String name, int code, String text) {
			this.name = name;
			this.code = code;
			this.text = text;
		}

	}

	private final class Messages implements WebSocket.Listener {

		private final StringBuilder parts = new StringBuilder();

		@Override
		public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.parts.append(data);
			if (last) {
				JsonNode message = JsonMapper.shared().readTree(this.parts.toString());
				this.parts.setLength(0);
				receive(message);
			}
			socket.request(1);
			return null;
		}

		private void receive(JsonNode message) {
			CompletableFuture<JsonNode> answer = HeadlessBrowser.this.answers.remove(message.path("id").asInt(0));
			if (answer != null) {
				answer.complete(message);
				return;
			}
			JsonNode parameters = message.path("params");
			boolean problem = switch (message.path("method").asString("")) {
				case "Runtime.exceptionThrown" -> true;
				case "Runtime.consoleAPICalled" ->
					List.of("error", "warning", "assert").contains(parameters.path("type").asString());
				case "Log.entryAdded" -> parameters.at("/entry/level").asString().equals("error");
				default -> false;
			};
			if (problem) {
				HeadlessBrowser.this.problems.add(message.toString());
			}
		}

	}

}
