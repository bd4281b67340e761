package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EnvelopeScanner}. In the texts {@code ~} is a zero byte, where
 * something is missing, and {@code #} one that is no UTF-8.
 */
class EnvelopeScannerTests {

	@ParameterizedTest
	@ValueSource(strings = { "{\"t\":\"A\",\"s\":42,\"op\":0,\"d\":{\"x\":\"#\"}}",
			"{\n\"t\"\n:\n\"A\"\n,\n\"s\"\n:\n42\n,\n\"op\"\n:\n0\n,\n\"d\"\n:\n#\n}",
			"{\"op\":0,\"d\":{\"x\":[1,~,\"t\":\"A\",\"s\":42}",
			"{\"op\":0,\"d\":{\"x\":\"te~xt\"}},\"t\":\"A\",\"s\":42}",
			"{\"op\":0,\"d\":\"te~xt\",\"t\":\"A\",\"s\":42}", "{\"op\":0,\"d\":[1,2~3],\"t\":\"A\",\"s\":42}",
			"{\"op\":0,\"ke~y\":1,\"t\":\"A\",\"s\":42}", "{\"op\":0,\"d\":1,#,\"t\":\"A\",\"s\":42}",
			"{\"op\":0,\"d\":1 #,\"t\":\"A\",\"s\":42}", "{\"op\":0,\"d\" 1,\"t\":\"A\",\"s\":42}",
			"{\"op\":0,\"d\":{\"x\":\"t\\\\\"}#,\"t\":\"A\",\"s\":42}" })
	void findsTheEnvelopeAroundWhatIsBroken(String text) {
		assertEnvelope(text, 0, 42, "A");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", quoteCharacter = '`', textBlock = """
			[#"x":1,"t":"A","s":42,"op":0}                 | 0         | 42                 | A
			{"op" 5,"s":42,"t":"A"}                        | -1        | 42                 | A
			{"op":1} ,"op":2,"s":42,"t":"A"}               | 1         | -1                 | none
			{"op":1,} ,"op":2,"s":42,"t":"A"}              | 1         | -1                 | none
			{"s":42,"op":1~3,"t":"A"}                      | -1        | 42                 | A
			{"op":3,"t":"AB~C","s":42}                     | 3         | 42                 | none
			{"op":3,"d":[~,"t":"AB~C","s":42}              | 3         | 42                 | none
			{"op":3,"d":[~"t":"AB","s":42}                 | 3         | 42                 | none
			{"op":3,"d":[~,"x":{},"t":"AB","s":42}         | 3         | 42                 | AB
			{"op":3,"d":[~,"s":42,"x":[1]}                 | 3         | -1                 | none
			{"op":3,"d":[~,"s":42]                         | 3         | -1                 | none
			{"op":3,"t":"A B","s":42}                      | 3         | 42                 | A B
			{"op":3,"t":"A\\u0042","s":42}                 | 3         | 42                 | none
			{"op":3,"t":A,"s":42}                          | 3         | 42                 | none
			{"op":999999999,"s":999999999999999999}        | 999999999 | 999999999999999999 | none
			{"op":1000000000,"s":1000000000000000000}      | -1        | -1                 | none
			{"op":1/,"s":1:,"t":"A"}                       | -1        | -1                 | A
			{"op":09,"s":90,"t":"A"}                       | 9         | 90                 | A
			{"op":-1,"s":-1,"t":"A"}                       | -1        | -1                 | A
			{"op":,"s":,"t":}                              | -1        | -1                 | none
			{"op":1,"op":2}                                | 2         | -1                 | none
			{"OP":1,"d":{"op":2}}                          | -1        | -1                 | none
			{}                                             | -1        | -1                 | none
			""")
	void takesNothingElseForTheEnvelope(String text, int opcode, long sequence, @Nullable String name) {
		assertEnvelope(text, opcode, sequence, name);
	}

	@Test
	void boundsTheLengthOfAName() {
		assertEnvelope("{\"op\":0,\"s\":1,\"t\":\"" + "A".repeat(98) + "\"}", 0, 1, "A".repeat(98));
		assertEnvelope("{\"op\":0,\"s\":1,\"t\":\"" + "A".repeat(99) + "\"}", 0, 1, null);
		assertEnvelope("{\"op\":0,\"s\":1,\"t\":\"A\tB\"}", 0, 1, null);
		assertEnvelope("{\"op\":0,\"s\":1,\"" + "k".repeat(200) + "\":2,\"t\":\"A\"}", 0, 1, "A");
	}

	@Test
	void looksAtTheLastKibibyteForWhatStandsBehindABrokenBody() {
		String members = ",\"t\":\"A\",\"s\":42,\"op\":0}";
		assertEnvelope("{\"d\":[" + "1,".repeat(2000) + "~" + members, 0, 42, "A");
		assertEnvelope("{\"d\":~" + members + " ".repeat(1024 - members.length()), 0, 42, "A");
		assertEnvelope("{\"d\":~" + members + " ".repeat(1024), -1, Frame.NO_SEQUENCE, null);
	}

	@Test
	void findsWhereTheBodyLies() {
		String text = "..{\"op\":0,\"d\": {\"x\":[\"}\",{}]} ,\"s\":1}";
		byte[] bytes = bytes(text);
		EnvelopeScanner scanner = EnvelopeScanner.scan(bytes, 2, bytes.length);
		assertThat(text.substring(scanner.bodyStart(), scanner.bodyEnd())).isEqualTo("{\"x\":[\"}\",{}]}");
		EnvelopeScanner cut = EnvelopeScanner.scan(bytes("{\"op\":0,\"d\":{\"x\":~"), 0, 18);
		assertThat(cut.bodyStart()).isEqualTo(12);
		assertThat(cut.bodyEnd()).isEqualTo(-1);
		EnvelopeScanner none = EnvelopeScanner.scan(bytes("{\"op\":0}"), 0, 8);
		assertThat(none.bodyStart()).isEqualTo(-1);
		assertThat(none.bodyEnd()).isEqualTo(-1);
		EnvelopeScanner twice = EnvelopeScanner.scan(bytes("{\"d\":1,\"d\":[~"), 0, 13);
		assertThat(twice.bodyStart()).isEqualTo(11);
		assertThat(twice.bodyEnd()).isEqualTo(-1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "true", "\"text\"", "\"te\\\"xt\"", "{}", "[]", "{\"a\":[\"]\",{}]}", "[1, 2]",
			"[[\"\\\\\"],{}]", "\"\"" })
	void findsTheEndOfAValue(String value) {
		for (String behind : new String[] { ",1", "}", "]", " ", "\n", "\t", "\r" }) {
			byte[] bytes = bytes(value + behind);
			assertThat(EnvelopeScanner.valueEnd(bytes, 0, bytes.length)).as(value + behind).isEqualTo(value.length());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "\"", "\"text", "\"text\\", "\"text\\\"", "{", "[1", "[{}", "[\"]", "1~",
			"\"te~xt\"", "[1,~]", "[\"~\"]", "{\"a\":{}" })
	void aValueThatIsCutHasNoEnd(String text) {
		byte[] bytes = bytes(text + "]}\",");
		assertThat(EnvelopeScanner.valueEnd(bytes, 0, bytes.length - 4)).isEqualTo(-1);
	}

	private static void assertEnvelope(String text, int opcode, long sequence, @Nullable String name) {
		for (String before : new String[] { "", "{\"op\":9," }) {
			byte[] bytes = bytes(before + text + ",\"op\":8}");
			EnvelopeScanner scanner = EnvelopeScanner.scan(bytes, before.length(), bytes.length - 8);
			assertThat(scanner.opcode()).as(text).isEqualTo(opcode);
			assertThat(scanner.sequence()).as(text).isEqualTo(sequence);
			assertThat(scanner.name()).as(text).isEqualTo(name);
		}
	}

	private static byte[] bytes(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (bytes[i] == '~') ? 0 : ((bytes[i] == '#') ? (byte) 0xE2 : bytes[i]);
		}
		return bytes;
	}

}
