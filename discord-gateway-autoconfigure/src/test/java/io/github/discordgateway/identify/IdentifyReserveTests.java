package io.github.discordgateway.identify;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link IdentifyReserve}.
 */
class IdentifyReserveTests {

	@ParameterizedTest
	@CsvSource({ "5%, 1000, 50", "5%, 2000, 100", "5%, 10, 1", "5%, 1, 0", "5%, 0, 0", "0%, 1000, 0", "99%, 1000, 990",
			"50 %, 7, 3", "20, 1000, 20", "0, 1000, 0", "2000, 1000, 999", "99%, 2147483647, 2126008810" })
	void keepsAtLeastOneAndNeverAll(String text, int total, int kept) {
		assertThat(IdentifyReserve.of(text).of(total)).isEqualTo(kept);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "%", "five", "-1", "-1%", "100%", "5.5%", "5%%", "99999999999" })
	void refusesWhatIsNoReserve(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> IdentifyReserve.of(text)).withMessageContaining("5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "5%", "0", "50" })
	void isPrintedAsItIsWritten(String text) {
		assertThat(IdentifyReserve.of(text)).hasToString(text);
	}

}
