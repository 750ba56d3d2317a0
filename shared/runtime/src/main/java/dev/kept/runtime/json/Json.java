package dev.kept.runtime.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.KeptException;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one JSON mapper of all functions. Unknown fields, duplicate keys, wrong types and trailing text are refused, so
/// that a typo is never silently ignored; absent values are written as null.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new ContractModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .withCoercionConfig(LogicalType.Textual, Json::refuseScalars)
            .build();

    private Json() {}

    /// `ALLOW_COERCION_OF_SCALARS` does not cover text: without this, 7 would be read as "7".
    private static void refuseScalars(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /// Reads a request body.
    ///
    /// @throws InvalidRequest naming the field at fault, without quoting what was sent
    public static <T> T read(String json, Class<T> type) {
        if (json.isBlank()) {
            throw new InvalidRequest("", "the body must be a JSON object");
        }
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new InvalidRequest("", "the body must be a JSON object");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw failure(e);
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException("a reply could not be written as JSON", e);
        }
    }

    private static KeptException failure(JsonProcessingException e) {
        if (e.getCause() instanceof InvalidRequest cause) {
            return e instanceof JsonMappingException mapping && !path(mapping).isEmpty()
                    ? cause.within(path(mapping))
                    : cause;
        }
        return e.getCause() instanceof KeptException cause ? cause : invalid(e);
    }

    private static InvalidRequest invalid(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                InvalidRequest.unknownField(path(unknown), "is not a known field");
            case MismatchedInputException mismatch
            when isMissing(mismatch) -> new InvalidRequest(path(mismatch), "must be given");
            case JsonMappingException mapping
            when mapping.getCause() instanceof JsonParseException broken ->
                new InvalidRequest("", "the body is not well-formed JSON" + place(broken.getLocation()));
            case JsonMappingException mapping
            when !path(mapping).isEmpty() -> new InvalidRequest(path(mapping), "has the wrong type or value");
            case JsonMappingException _ -> new InvalidRequest("", "the body must be a JSON object");
            default -> new InvalidRequest("", "the body is not well-formed JSON" + place(e.getLocation()));
        };
    }

    /// Empty where a limit was hit, such as how deep JSON may be nested.
    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /// Jackson tells a null or absent creator property only by its message.
    private static boolean isMissing(MismatchedInputException e) {
        String message = e.getOriginalMessage();
        return message.startsWith("Null value for creator property")
                || message.startsWith("Missing required creator property")
                || message.startsWith("Cannot map `null` into type");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
