package io.github.discordgateway.internal.transport;

import java.net.URI;

import io.github.discordgateway.internal.compression.Compression;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link GatewayUrl}.
 */
class GatewayUrlTests {

	private static final String QUERY = "?v=10&encoding=json";

	@ParameterizedTest
	@CsvSource({ "wss://gateway.discord.gg, wss://gateway.discord.gg/",
			"wss://gateway.discord.gg/, wss://gateway.discord.gg/",
			"wss://gateway.discord.gg//, wss://gateway.discord.gg/",
			"wss://gateway.discord.gg?v=9&compress=zstd-stream, wss://gateway.discord.gg/",
			"wss://gateway.discord.gg/?v=9, wss://gateway.discord.gg/",
			"wss://gateway.discord.gg/#here, wss://gateway.discord.gg/", "ws://localhost:8080, ws://localhost:8080/",
			"ws://[::1]:8080/?x, ws://[::1]:8080/", "wss://proxy.example/discord, wss://proxy.example/discord",
			"wss://proxy.example/discord/?v=9, wss://proxy.example/discord/",
			"wss://proxy.example/a%20b, wss://proxy.example/a%20b" })
	@DisplayName("C1 the target of a new session")
	void mainUrl(String gateway, String expected) {
		assertThat(new GatewayUrl(URI.create(gateway), Compression.NONE).main()).hasToString(expected + QUERY);
	}

	@Test
	@DisplayName("C1 the scheme may be in upper case")
	void schemeInUpperCase() {
		assertThat(new GatewayUrl(URI.create("WSS://gateway.discord.gg"), Compression.NONE).main().toString())
			.isEqualToIgnoringCase("wss://gateway.discord.gg/" + QUERY);
	}

	@Test
	@DisplayName("C1 the compression is asked for on both URLs")
	void compressionIsAskedFor() {
		GatewayUrl url = new GatewayUrl(URI.create("wss://gateway.discord.gg"), Compression.ZLIB_STREAM);
		assertThat(url.main()).hasToString("wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream");
		assertThat(url.resume("wss://us-east1.discord.gg"))
			.hasToString("wss://us-east1.discord.gg/?v=10&encoding=json&compress=zlib-stream");
	}

	@ParameterizedTest
	@ValueSource(strings = { "wss://resume.example:443", "wss://resume.example:443/", "wss://resume.example:443//",
			"wss://resume.example:443/?v=8&encoding=etf&compress=zstd-stream", "wss://resume.example:443?encoding=etf",
			"wss://resume.example:443/some/path#x", "  wss://resume.example:443  " })
	@DisplayName("C1 the target of a resumed session, whatever path or query the server put there")
	void resumeUrl(String resume) {
		GatewayUrl url = new GatewayUrl(URI.create("wss://gateway.discord.gg"), Compression.NONE);
		assertThat(url.resume(resume)).hasToString("wss://resume.example:443/" + QUERY);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  ", "garbage", "not a url at all", "://", "wss://", "wss:///path",
			"https://resume.example", "//resume.example", "wss://resume.example:port",
			"wss://b\u00fccher.example?\u00fc" })
	@DisplayName("C1 a resume URL that is none leads to the main URL")
	void unusableResumeUrl(String resume) {
		GatewayUrl url = new GatewayUrl(URI.create("wss://gateway.discord.gg"), Compression.NONE);
		assertThat(url.resume(resume)).isEqualTo(url.main());
	}

	@Test
	@DisplayName("C1 a resume URL never downgrades wss to ws")
	void resumeUrlDoesNotDowngrade() {
		GatewayUrl url = new GatewayUrl(URI.create("wss://gateway.discord.gg"), Compression.NONE);
		assertThat(url.resume("ws://resume.example")).isEqualTo(url.main());
		assertThat(url.resume("WS://resume.example")).isEqualTo(url.main());
	}

	@ParameterizedTest
	@ValueSource(strings = { "ws://resume.example", "wss://resume.example" })
	@DisplayName("C1 a resume URL may keep or strengthen the scheme")
	void resumeUrlMayStrengthenTheScheme(String resume) {
		GatewayUrl url = new GatewayUrl(URI.create("ws://localhost:8080"), Compression.NONE);
		assertThat(url.resume(resume)).hasToString(resume + "/" + QUERY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://gateway.discord.gg", "gateway.discord.gg", "//gateway.discord.gg", "wss:gateway",
			"wss:///path" })
	void otherAddressIsRefused(String gateway) {
		assertThatIllegalArgumentException().isThrownBy(() -> new GatewayUrl(URI.create(gateway), Compression.NONE))
			.withMessage("'" + gateway + "' is not a ws:// or wss:// URL");
	}

	@ParameterizedTest
	@CsvSource({ "wss://gateway.discord.gg, wss://gateway-us-east1-b.discord.gg, true",
			"wss://gateway.discord.gg, wss://discord.gg, true", "wss://gateway.discord.gg, wss://notdiscord.gg, false",
			"wss://gateway.discord.gg, wss://discord.gg.example, false",
			"ws://localhost:7878, wss://gateway-us-east1-b.discord.gg, false",
			"ws://localhost:7878, ws://localhost:7879, true", "ws://localhost:7878, ws://127.0.0.1:7879, true",
			"ws://proxy.bots.svc.cluster.local, ws://other.bots.svc.cluster.local, true",
			"ws://proxy.bots.svc.cluster.local, wss://gateway.discord.gg, false", "ws://10.0.0.1, ws://10.0.0.2, false",
			"ws://proxy.bots, ws://other.bots, false" })
	void aResumeUrlOfAnotherDomainIsRefusedWhenThatIsSaid(String gateway, String resume, boolean used) {
		URI main = URI.create(gateway);
		assertThat(new GatewayUrl(main, Compression.NONE, ResumeHost.SAME_DOMAIN).resume(resume).getAuthority())
			.isEqualTo(used ? URI.create(resume).getAuthority() : main.getAuthority());
		assertThat(new GatewayUrl(main, Compression.NONE, ResumeHost.ANY).resume(resume).getAuthority())
			.isEqualTo(URI.create(resume).getAuthority());
		assertThat(new GatewayUrl(main, Compression.NONE, ResumeHost.NONE).resume(resume).getAuthority())
			.isEqualTo(main.getAuthority());
	}

}
