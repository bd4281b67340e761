package io.github.discordgateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 */
record Page(Path file, String text) {

	static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern BLOCK = Pattern.compile(
			"(?:^<!-- given: (?<given>.*) -->\\s+)?^```(?<language>\\w*)(?<info>.*)\\n(?<code>(?:.*\\n)*?)```$",
			Pattern.MULTILINE);

	private static final Pattern GENERATED = Pattern.compile("<!-- \\w+: made by .*? -->.*?<!-- end -->",
			Pattern.DOTALL);

	private static final Pattern INLINE_CODE = Pattern.compile("`([^`\n]+)`");

	private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");

	private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

	static List<Page> all() {
		List<Path> files = new ArrayList<>(
				Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "demo-app/README.md")
					.map(ROOT::resolve)
					.toList());
		try (Stream<Path> docs = Files.list(ROOT.resolve("discord-gateway-starter/docs"))) {
			files.addAll(docs.sorted().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files.stream().map(Page::read).toList();
	}

	static Page named(String name) {
		return read(ROOT.resolve(name));
	}

	private static Page read(Path file) {
		try {
			return new Page(file, Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<CodeBlock> blocks() {
		Matcher matcher = BLOCK.matcher(this.text);
		List<CodeBlock> blocks = new ArrayList<>();
		while (matcher.find()) {
			int line = (int) this.text.substring(0, matcher.start("language")).lines().count();
			String given = matcher.group("given");
			blocks.add(new CodeBlock(this, line, matcher.group("language"), matcher.group("info").strip(),
					(given != null) ? given : "", matcher.group("code")));
		}
		return blocks;
	}

	CodeBlock block(String language, Predicate<String> code) {
		List<CodeBlock> blocks = blocks().stream()
			.filter((block) -> block.language().equals(language) && code.test(block.code()))
			.toList();
		if (blocks.size() != 1) {
			throw new AssertionError("One block of %s should be %s of %s".formatted(this, blocks, language));
		}
		return blocks.get(0);
	}

	/** Code within the text that somebody wrote. */
	List<String> inlineCode() {
		String prose = BLOCK.matcher(GENERATED.matcher(this.text).replaceAll("")).replaceAll("");
		return INLINE_CODE.matcher(prose).results().map((code) -> code.group(1)).toList();
	}

	List<String> links() {
		String prose = BLOCK.matcher(this.text).replaceAll("").replaceAll("`[^`\n]+`", "");
		return LINK.matcher(prose).results().map((link) -> link.group(1)).toList();
	}

	/** What a link to a heading may name, as GitHub makes it. */
	Set<String> anchors() {
		Set<String> anchors = new LinkedHashSet<>();
		HEADING.matcher(BLOCK.matcher(this.text).replaceAll("")).results().map(Page::anchor).forEach((anchor) -> {
			String unique = anchor;
			for (int i = 1; !anchors.add(unique); i++) {
				unique = anchor + "-" + i;
			}
		});
		return anchors;
	}

	private static String anchor(MatchResult heading) {
		return heading.group(1).strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
	}

	@Override
	public String toString() {
		return ROOT.relativize(this.file).toString().replace('\\', '/');
	}

	/**
	 * A block of code.
	 *
	 * @param line where it begins
	 * @param info what follows the language; there is nothing to say
	 * @param given declarations that it relies on, from a comment before it
	 */
	record CodeBlock(Page page, int line, String language, String info, String given, String code) {

		@Override
		public String toString() {
			return this.page + ":" + this.line;
		}

	}

}
