package dev.kept.runtime.lambda;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayOutputStream;

/// Reads and writes events as the runtime around a function does, with its own classes: they too are loaded at their
/// first use, which would be the first event after a restore.
public final class RuntimeEvents {
    private RuntimeEvents() {}

    public static <T> T read(String json, Class<T> type) {
        return serializer(type).fromJson(json);
    }

    public static <T> void write(T reply, Class<T> type) {
        serializer(type).toJson(reply, new ByteArrayOutputStream());
    }

    private static <T> PojoSerializer<T> serializer(Class<T> type) {
        return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
                ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
                : JacksonFactory.getInstance().getSerializer(type);
    }
}
