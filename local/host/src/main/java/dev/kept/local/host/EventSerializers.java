package dev.kept.local.host;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.ServiceLoader;

/// The choice that Lambda's Java runtime makes: a serializer that the function brings, else the library's own one for
/// AWS
/// events, else plain Jackson.
/// See EventHandlerLoader in
/// https://github.com/aws/aws-lambda-java-libs/tree/main/aws-lambda-java-runtime-interface-client
final class EventSerializers {

    private EventSerializers() {}

    static PojoSerializer<Object> of(Type type) {
        return ServiceLoader.load(CustomPojoSerializer.class)
                .findFirst()
                .<PojoSerializer<Object>>map(custom -> new Custom(custom, type))
                .orElseGet(() -> standard(type));
    }

    @SuppressWarnings("unchecked") // Lambda's serializers are typed by what they make; callers here only know a Type.
    private static PojoSerializer<Object> standard(Type type) {
        return type instanceof Class<?> event && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())
                ? LambdaEventSerializers.serializerFor((Class<Object>) event, event.getClassLoader())
                : JacksonFactory.getInstance().getSerializer(type);
    }

    private record Custom(CustomPojoSerializer serializer, Type type) implements PojoSerializer<Object> {

        @Override
        public Object fromJson(InputStream input) {
            return serializer.fromJson(input, type);
        }

        @Override
        public Object fromJson(String input) {
            return serializer.fromJson(input, type);
        }

        @Override
        public void toJson(Object value, OutputStream output) {
            serializer.toJson(value, output, type);
        }
    }
}
