package dev.kept.functions.extractionrules;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.runtime.http.RawText;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// How rules are written down. YAML is read as the JSON that it stands for, so both are taken as strictly; what is only
/// in YAML (anchors, tags, several documents) is not.
final class Notation {
    static final Notation JSON = new Notation(new JsonFactory());
    static final Notation YAML = new Notation(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private static final String CONTENT_TYPE = "application/yaml";

    private final JsonFactory factory;

    private Notation(JsonFactory factory) {
        this.factory = factory;
    }

    /// @param mediaType of a body, or accepted for a reply; JSON unless it says YAML
    static Notation of(Optional<String> mediaType) {
        return mediaType
                        .filter(type -> type.toLowerCase(Locale.ROOT).contains("yaml"))
                        .isPresent()
                ? YAML
                : JSON;
    }

    /// @throws InvalidRequest naming the field at fault
    <T> T read(String text, Class<T> type) {
        return Json.read(this == JSON || text.isBlank() ? text : json(text), type);
    }

    /// Whole replies are JSON; YAML is the text of the rules alone, which can be edited and put back.
    Reply reply(RulesView view) {
        if (this == JSON) {
            return Reply.ok(view);
        }
        String text = view.bundled().map(Json::write).orElseGet(() -> Json.write(view.rules()));
        return Reply.ok(new RawText(CONTENT_TYPE, yaml(text)));
    }

    /// Adds to a fault in the text where it stands.
    <T> T placing(String text, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (InvalidRequest fault) {
            throw FaultPlace.in(() -> factory.createParser(text), fault.field())
                    .map(place -> placed(fault, place))
                    .orElse(fault);
        }
    }

    private static InvalidRequest placed(InvalidRequest fault, String place) {
        String reason =
                String.valueOf(fault.getMessage()).substring(fault.field().length() + 1);
        return new InvalidRequest(fault.field(), reason + " " + place);
    }

    private static String json(String yaml) {
        StringWriter json = new StringWriter();
        try (YAMLParser parser = (YAMLParser) YAML.factory.createParser(yaml);
                JsonGenerator generator = JSON.factory.createGenerator(json)) {
            while (parser.nextToken() != null) {
                refuseAlias(parser);
                generator.copyCurrentEvent(parser);
            }
        } catch (JsonProcessingException e) {
            throw new InvalidRequest("", "the body is not well-formed YAML" + FaultPlace.after(e));
        } catch (IOException e) {
            throw new UncheckedIOException("a string was read", e);
        }
        return json.toString();
    }

    private static void refuseAlias(YAMLParser parser) throws IOException {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw new InvalidRequest("", "anchors and aliases are not taken");
        }
    }

    private static String yaml(String json) {
        StringWriter yaml = new StringWriter();
        try (JsonParser parser = JSON.factory.createParser(json);
                JsonGenerator generator = YAML.factory.createGenerator(yaml)) {
            parser.nextToken();
            generator.copyCurrentStructure(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("a string was written", e);
        }
        return yaml.toString();
    }
}
