package io.github.discordgateway.internal.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.IntValue;
import io.github.discordgateway.model.TextValue;
import io.github.discordgateway.rest.AuditLogReason;
import io.github.discordgateway.rest.Upload;
import io.github.discordgateway.rest.WithFiles;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.util.UriUtils;

/**
 * Makes typed operations of their interfaces.
 */
public final class RestOperations {

	private static final int MAX_REASON = 512;

	private final HttpServiceProxyFactory factory;

	/**
	 * Prepares the operations of a client.
	 * @param client sends the requests
	 */
	public RestOperations(WebClient client) {
		DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();
		conversion.addConverter(Snowflake.class, String.class, Snowflake::toString);
		conversion.addConverter(IntValue.class, String.class, (value) -> Integer.toString(value.value()));
		conversion.addConverter(TextValue.class, String.class, TextValue::value);
		conversion.addConverter(Instant.class, String.class, Instant::toString);
		this.factory = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
			.conversionService(conversion)
			.customArgumentResolver(new ReasonResolver())
			.customArgumentResolver(new FilesResolver())
			// Spring's own answers nothing but requests, and fails for a debugger.
			.proxyFactoryCustomizer((proxies, type) -> proxies.addAdvice(0,
					(MethodInterceptor) (call) -> ReflectionUtils.isToStringMethod(call.getMethod())
							? type.getSimpleName() : call.proceed()))
			.build();
	}

	/**
	 * Makes operations.
	 * @param <T> their interface
	 * @param type the interface
	 * @return an implementation
	 */
	public <T> T create(Class<T> type) {
		return this.factory.createClient(type);
	}

	private static final class ReasonResolver implements HttpServiceArgumentResolver {

		@Override
		public boolean resolve(@Nullable Object argument, MethodParameter parameter,
				HttpRequestValues.Builder request) {
			if (!parameter.hasParameterAnnotation(AuditLogReason.class)) {
				return false;
			}
			if (argument != null) {
				String reason = (String) argument;
				int length = reason.codePointCount(0, reason.length());
				Assert.isTrue(length > 0 && length <= MAX_REASON, () -> "The reason for the audit log has 1 to "
						+ MAX_REASON + " characters, not " + length + ": give null for none");
				request.addHeader("X-Audit-Log-Reason", UriUtils.encode(reason, StandardCharsets.UTF_8));
			}
			return true;
		}

	}

	private static final class FilesResolver implements HttpServiceArgumentResolver {

		@Override
		public boolean resolve(@Nullable Object argument, MethodParameter parameter,
				HttpRequestValues.Builder request) {
			if (!(argument instanceof WithFiles body) || !parameter.hasParameterAnnotation(RequestBody.class)) {
				return false;
			}
			if (body.repeatable()) {
				request.addAttribute(RestExchange.REPEATABLE, true);
			}
			List<Upload> uploads = body.uploads();
			if (uploads.isEmpty()) {
				request.setBodyValue(body);
				request.setContentType(MediaType.APPLICATION_JSON);
				return true;
			}
			MultipartBodyBuilder parts = new MultipartBodyBuilder();
			parts.part("payload_json", body, MediaType.APPLICATION_JSON);
			for (int i = 0; i < uploads.size(); i++) {
				Upload upload = uploads.get(i);
				parts.part("files[" + i + "]", upload.content()).filename(upload.filename());
			}
			request.setBodyValue(parts.build());
			request.setContentType(MediaType.MULTIPART_FORM_DATA);
			return true;
		}

	}

}
