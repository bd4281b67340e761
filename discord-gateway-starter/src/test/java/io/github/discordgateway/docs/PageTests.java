package io.github.discordgateway.docs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the documentation hang together, and the first one is short.
 */
class PageTests {

	private static final Page README = Page.named("README.md");

	@Test
	void theReadmeIsShort() {
		assertThat(README.text().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(10 * 1024);
	}

	@Test
	void theReadmeLeadsToEachPage() {
		Set<Path> linked = README.links()
			.stream()
			.map(PageTests::path)
			.map(Page.ROOT::resolve)
			.collect(Collectors.toSet());
		assertThat(Page.all()).filteredOn((page) -> !page.file().equals(README.file()))
			.allSatisfy((page) -> assertThat(linked).contains(page.file()));
	}

	@ParameterizedTest
	@MethodSource("io.github.discordgateway.docs.Page#all")
	void linksLeadSomewhere(Page page) {
		List<String> broken = new ArrayList<>();
		for (String link : page.links()) {
			if (!link.matches("https?://.+") && !leadsSomewhere(page, link)) {
				broken.add(link);
			}
		}
		assertThat(broken).isEmpty();
	}

	private static boolean leadsSomewhere(Page page, String link) {
		Path target = link.startsWith("#") ? page.file() : page.file().resolveSibling(path(link)).normalize();
		if (!Files.exists(target) || !target.startsWith(Page.ROOT)) {
			return false;
		}
		int anchor = link.indexOf('#');
		return anchor < 0
				|| Page.named(Page.ROOT.relativize(target).toString()).anchors().contains(link.substring(anchor + 1));
	}

	private static String path(String link) {
		return link.replaceFirst("#.*", "");
	}

}
