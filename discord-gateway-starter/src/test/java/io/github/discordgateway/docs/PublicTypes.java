package io.github.discordgateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The types that are promised to users: public ones outside of {@code internal}.
 */
final class PublicTypes {

	private static final String ROOT = "io/github/discordgateway/";

	private PublicTypes() {
	}

	static Set<Class<?>> all() {
		try {
			Set<Class<?>> types = new TreeSet<>((left, right) -> left.getName().compareTo(right.getName()));
			for (Resource resource : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:" + ROOT + "**/*.class")) {
				String path = resource.getURL().getPath();
				String name = path.substring(path.lastIndexOf(ROOT), path.length() - ".class".length())
					.replace('/', '.');
				if (!name.contains(".internal.") && !name.contains(".docs.") && !name.endsWith("-info")) {
					Class<?> type = Class.forName(name, false, PublicTypes.class.getClassLoader());
					if (isPublic(type)) {
						types.add(type);
					}
				}
			}
			return types;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Set<String> packages() {
		return all().stream().map(Class::getPackageName).collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean isPublic(Class<?> type) {
		for (Class<?> part = type; part != null; part = part.getEnclosingClass()) {
			if (!Modifier.isPublic(part.getModifiers())) {
				return false;
			}
		}
		return !type.isAnonymousClass() && !type.isLocalClass();
	}

}
