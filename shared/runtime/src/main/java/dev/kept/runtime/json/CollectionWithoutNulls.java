package dev.kept.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import dev.kept.domain.error.InvalidRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Reads a list or a set, which holds no nulls. Lists in data of the client's own do not come here.
final class CollectionWithoutNulls extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    CollectionWithoutNulls(JsonDeserializer<?> collection) {
        super(collection);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> collection) {
        return new CollectionWithoutNulls(collection);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Object value = super.deserialize(parser, context);
        List<?> elements = new ArrayList<>((Collection<?>) value);
        int index = elements.indexOf(null);
        if (index >= 0) {
            throw JsonMappingException.wrapWithPath(new InvalidRequest("", "must be given"), value, index);
        }
        return value;
    }
}
