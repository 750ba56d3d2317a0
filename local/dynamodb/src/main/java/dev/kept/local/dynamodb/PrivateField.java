package dev.kept.local.dynamodb;

import java.lang.reflect.Field;

/// What DynamoDB Local has no option for lies in fields that it does not show.
record PrivateField(Field field) {
    static PrivateField of(Class<?> type, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return new PrivateField(field);
    }

    Object in(Object object) throws ReflectiveOperationException {
        return field.get(object);
    }
}
