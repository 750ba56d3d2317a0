package dev.kept.application.extraction.model;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import dev.kept.application.bundled.YamlNode;
import dev.kept.application.extraction.model.Reply.Named;
import dev.kept.application.extraction.model.Reply.Proposal;
import dev.kept.application.extraction.model.Reply.Tie;
import dev.kept.domain.extraction.ModelQuestion;
import dev.kept.domain.memory.MemoryType;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/// The form that a model fills in, as data, and the reading of what it filled in. The schema that is sent is the schema
/// that the answer is held against.
public final class ReplyForm {
    static final ModelQuestion.Form FORM = form(YamlNode.resource(ReplyForm.class, "reply-form.yaml"));

    private static final URI SCHEMA = URI.create("urn:kept:reply-form");
    private static final Validator VALIDATOR = validator();

    private static final Set<String> NAMES = Set.of(
            "memories",
            "type",
            "content",
            "turns",
            "claim",
            "changes",
            "code",
            "entities",
            "name",
            "kind",
            "relations",
            "from",
            "relation",
            "to",
            "turn");

    private ReplyForm() {}

    /// How an answer was read.
    public sealed interface Reading {
        record Valid(Reply reply) implements Reading {}

        /// @param fault where, and which rule of the schema; never a value
        record Invalid(String fault) implements Reading {}
    }

    public static Reading read(Map<String, Object> filledIn) {
        Validator.Result result;
        synchronized (VALIDATOR) {
            result = VALIDATOR.validate(SCHEMA, new Yaml().represent(apart(filledIn)));
        }
        return result.isValid()
                ? new Reading.Valid(reply(new Fields(filledIn)))
                : new Reading.Invalid(result.getErrors().stream()
                        .findFirst()
                        .map(ReplyForm::fault)
                        .orElse("unknown"));
    }

    /// A value that stands in two places would be represented by a reference.
    private static Object apart(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, Object> fields = new LinkedHashMap<>();
                map.forEach((name, inner) -> fields.put(name, apart(inner)));
                yield fields;
            }
            case List<?> list ->
                new ArrayList<>(list.stream().map(ReplyForm::apart).toList());
            default -> value;
        };
    }

    /// Names that are not of the form are the model's words, and stay out of logs as well.
    private static String fault(Error error) {
        String place = Arrays.stream(error.getInstanceLocation().split("/", -1))
                .map(step -> NAMES.contains(step) || step.matches("[0-9]*") ? step : "?")
                .collect(Collectors.joining("/"));
        return place + ": " + Objects.requireNonNullElse(error.getKeyword(), "not in the form");
    }

    private static Reply reply(Fields reply) {
        return new Reply(
                reply.each("memories").map(ReplyForm::proposal).toList(),
                reply.each("relations").map(ReplyForm::tie).toList());
    }

    private static Proposal proposal(Fields memory) {
        return new Proposal(
                MemoryType.valueOf(memory.text("type").toUpperCase(Locale.ROOT)),
                memory.text("content").strip(),
                memory.texts("turns"),
                memory.text("claim").equals("adopted"),
                memory.flag("changes"),
                Optional.of(memory.text("code")).filter(code -> !code.isEmpty()),
                memory.each("entities")
                        .map(named -> new Named(named.text("name").strip(), named.text("kind")))
                        .toList());
    }

    private static Tie tie(Fields relation) {
        return new Tie(
                relation.text("from").strip(),
                relation.text("relation").strip().toLowerCase(Locale.ROOT),
                relation.text("to").strip(),
                relation.text("turn"));
    }

    private static ModelQuestion.Form form(YamlNode file) {
        return new ModelQuestion.Form(file.text("name"), file.text("description"), file.tree("schema"));
    }

    private static Validator validator() {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new SnakeYamlNode.Factory())
                .createValidator();
        validator.registerSchema(SCHEMA, new Yaml().represent(FORM.schema()));
        return validator;
    }

    /// A mapping that follows the schema.
    private record Fields(Map<?, ?> fields) {
        String text(String name) {
            return fields.get(name) instanceof String text ? text : "";
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(fields.get(name));
        }

        List<String> texts(String name) {
            return items(name).stream().map(String::valueOf).toList();
        }

        Stream<Fields> each(String name) {
            return items(name).stream().map(item -> new Fields((Map<?, ?>) item));
        }

        private List<?> items(String name) {
            return fields.get(name) instanceof List<?> list ? list : List.of();
        }
    }
}
