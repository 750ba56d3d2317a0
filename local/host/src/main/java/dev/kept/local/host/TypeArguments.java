package dev.kept.local.host;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a class gives for the type parameters of an interface that it implements, directly or far up.
final class TypeArguments {

    private TypeArguments() {}

    static List<Type> of(Class<?> type, Class<?> wanted) {
        return find(type, Map.of(), wanted)
                .orElseThrow(() -> new IllegalArgumentException(type + " does not implement " + wanted));
    }

    private static Optional<List<Type>> find(Type type, Map<TypeVariable<?>, Type> known, Class<?> wanted) {
        Class<?> raw = raw(type);
        List<Type> arguments = arguments(type, known);
        if (raw.equals(wanted)) {
            return Optional.of(arguments);
        }
        var bound = new HashMap<TypeVariable<?>, Type>();
        for (int i = 0; i < arguments.size(); i++) {
            bound.put(raw.getTypeParameters()[i], arguments.get(i));
        }
        return Stream.concat(Stream.ofNullable(raw.getGenericSuperclass()), Arrays.stream(raw.getGenericInterfaces()))
                .filter(parent -> wanted.isAssignableFrom(raw(parent)))
                .flatMap(parent -> find(parent, bound, wanted).stream())
                .findFirst();
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized ? raw(parameterized.getRawType()) : (Class<?>) type;
    }

    /// A raw class leaves its parameters open: then anything goes.
    private static List<Type> arguments(Type type, Map<TypeVariable<?>, Type> known) {
        return type instanceof ParameterizedType parameterized
                ? Arrays.stream(parameterized.getActualTypeArguments())
                        .map(argument -> argument instanceof TypeVariable<?> variable
                                ? known.getOrDefault(variable, Object.class)
                                : argument)
                        .toList()
                : List.of();
    }
}
