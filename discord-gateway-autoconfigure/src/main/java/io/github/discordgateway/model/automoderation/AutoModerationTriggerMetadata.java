package io.github.discordgateway.model.automoderation;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks for in detail. Which of it is there depends on the type of the
 * trigger.
 *
 * @param keywordFilter the words to find, with {@code *} as wildcard at either end; empty
 * when absent
 * @param regexPatterns regular expressions in the syntax of Rust to match; empty when
 * absent
 * @param presets the word lists of Discord's own that are used; empty when absent
 * @param allowList words that never match, with {@code *} as wildcard at either end;
 * empty when absent
 * @param mentionTotalLimit how many different users and roles one message may mention, at
 * most 50; {@code null} when absent
 * @param mentionRaidProtectionEnabled whether raids of mentions are detected;
 * {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/auto-moderation#auto-moderation-rule-object-trigger-metadata">Discord's
 * documentation</a>
 */
@DiscordJson
public record AutoModerationTriggerMetadata(List<String> keywordFilter, List<String> regexPatterns,
		List<AutoModerationKeywordPresetType> presets, List<String> allowList, @Nullable Integer mentionTotalLimit,
		boolean mentionRaidProtectionEnabled) {

	public AutoModerationTriggerMetadata {
		keywordFilter = RecordValues.listOrEmpty(keywordFilter);
		regexPatterns = RecordValues.listOrEmpty(regexPatterns);
		presets = RecordValues.listOrEmpty(presets);
		allowList = RecordValues.listOrEmpty(allowList);
	}

}
