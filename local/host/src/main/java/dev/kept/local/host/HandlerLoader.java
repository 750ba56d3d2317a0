package dev.kept.local.host;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import io.micronaut.context.ApplicationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/// Makes handlers. One that takes an ApplicationContext is given the shared one.
final class HandlerLoader {

    private final ApplicationContext context;

    HandlerLoader(ApplicationContext context) {
        this.context = context;
    }

    Invocable load(String className) {
        try {
            return invocable(instance(Class.forName(className)));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("handler " + className + " is not on the class path", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("handler " + className + " cannot be made: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("handler " + className + " cannot be made: " + e, e);
        }
    }

    private Object instance(Class<?> type) throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getConstructors()) {
            if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {ApplicationContext.class})) {
                return constructor.newInstance(context);
            }
        }
        return type.getConstructor().newInstance();
    }

    private static Invocable invocable(Object handler) {
        return switch (handler) {
            case RequestStreamHandler streams -> streams::handleRequest;
            case RequestHandler<?, ?> objects -> withObjects(objects);
            default ->
                throw new IllegalArgumentException(
                        handler.getClass().getName() + " is neither a RequestHandler nor a RequestStreamHandler");
        };
    }

    @SuppressWarnings("unchecked") // The serializer of a handler's own input type makes nothing else.
    private static Invocable withObjects(RequestHandler<?, ?> handler) {
        List<Type> types = TypeArguments.of(handler.getClass(), RequestHandler.class);
        PojoSerializer<Object> input = EventSerializers.of(types.get(0));
        PojoSerializer<Object> output = EventSerializers.of(types.get(1));
        var typed = (RequestHandler<Object, Object>) handler;
        return (event, reply, context) -> output.toJson(typed.handleRequest(input.fromJson(event), context), reply);
    }
}
