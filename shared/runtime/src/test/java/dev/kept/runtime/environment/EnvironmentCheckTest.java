package dev.kept.runtime.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.LocalValues;
import dev.kept.local.template.SystemModel;
import dev.kept.local.template.TemplateReader;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The environment that the template gives is complete, and each variable is missed by its name.
class EnvironmentCheckTest {
    private static final SystemModel SYSTEM = TemplateReader.read(
            Path.of("../../template.yaml"),
            Map.of(),
            LocalValues.withEndpoints("http://127.0.0.1:9324", "127.0.0.1:9200"));

    @Test
    void knowsTheVariablesOfTheTemplateAndNoOthers() {
        Set<String> known = Variables.ALL.stream().map(Variable::name).collect(Collectors.toSet());
        for (FunctionModel function : SYSTEM.functions()) {
            assertEquals(known, function.environment().keySet(), function.name());
        }
    }

    @Test
    void letsAFunctionStartWithWhatTheTemplateGives() {
        start(template());
    }

    static Stream<Variable> required() {
        return Variables.ALL.stream().filter(Variable::required);
    }

    @ParameterizedTest
    @MethodSource("required")
    void namesAVariableThatIsMissing(Variable variable) {
        Map<String, String> without = template();
        without.remove(variable.name());

        assertTrue(failure(without).contains(variable.name() + " is missing"), variable.name());
    }

    static List<Variable> all() {
        return Variables.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesAVariableThatIsMalformedAndHidesItsValue(Variable variable) {
        Map<String, String> wrong = template();
        wrong.put(variable.name(), "no such value!? sk-secret");

        String failure = failure(wrong);

        assertTrue(failure.contains(variable.name() + " must"), failure);
        assertFalse(failure.contains("secret"), failure);
    }

    @Test
    void needsAnEndpointOnlyToSearchThere() {
        Map<String, String> without = template();
        without.remove("KEPT_SEARCH_ENDPOINT");
        without.put("KEPT_SEARCH_MODE", "opensearch");
        assertTrue(failure(without).contains("KEPT_SEARCH_ENDPOINT is missing"));

        without.put("KEPT_SEARCH_MODE", "direct");
        start(without);
    }

    @Test
    void namesAllAtOnce() {
        String failure = failure(Map.of());

        required().forEach(variable -> assertTrue(failure.contains(variable.name() + " is missing"), failure));
    }

    private static Map<String, String> template() {
        return new HashMap<>(SYSTEM.functions().getFirst().environment());
    }

    private static String failure(Map<String, String> environment) {
        Throwable failure = assertThrows(RuntimeException.class, () -> start(environment));
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage()).append('\n');
        }
        return text.toString();
    }

    /// As the context of a function in a process of its own starts.
    private static void start(Map<String, String> environment) {
        Map<String, Object> properties = new HashMap<>();
        Variables.ALL.forEach(variable -> {
            String value = environment.get(variable.name());
            if (value != null) {
                properties.put(variable.property(), value);
            }
        });
        ApplicationContext.builder(Environment.FUNCTION)
                .properties(properties)
                .start()
                .close();
    }
}
