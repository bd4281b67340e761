package io.github.discordgateway.model.component;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * A field for files in a modal.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param customId the developer's own id of the field
 * @param minValues the least number of files, by default 1; {@code null} when absent
 * @param maxValues the greatest number of files, by default 1; {@code null} when absent
 * @param required whether a file must be given, by default yes; {@code null} when absent
 * @param fileTypes what may be given: {@code image}, {@code video}, {@code audio}, or
 * endings of file names; empty when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#file-upload-file-upload-structure">Discord's
 * documentation</a>
 */
@Kind("19")
public record FileUpload(ComponentType type, @Nullable Integer id, String customId, @Nullable Integer minValues,
		@Nullable Integer maxValues, @Nullable Boolean required,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> fileTypes) implements MessageComponent {

	public FileUpload {
		fileTypes = RecordValues.listOrEmpty(fileTypes);
	}

	/**
	 * A field of a modal that takes a file.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @return the field
	 */
	public static FileUpload of(String customId) {
		return new FileUpload(ComponentType.FILE_UPLOAD, null, customId, null, null, null, List.of());
	}

	/**
	 * The same field, which takes other numbers of files.
	 * @param min the least number, 0 to 10
	 * @param max the greatest number, 1 to 10
	 * @return a changed copy
	 */
	public FileUpload withValues(int min, int max) {
		return new FileUpload(this.type, this.id, this.customId, min, max, this.required, this.fileTypes);
	}

}
