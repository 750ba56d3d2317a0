package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `samconfig.toml`, which `sam deploy` reads, against the template that it deploys.
class DeploymentConfigTest {
    private static final List<String> ENVIRONMENTS = List.of("default", "dev", "staging", "prod");

    private final JsonNode config =
            new TomlMapper().readTree(Templates.ROOT.resolve("samconfig.toml").toFile());

    DeploymentConfigTest() throws IOException {}

    @Test
    void hasAStackForEachStage() {
        List<String> stacks = ENVIRONMENTS.stream()
                .map(name -> deploy(name).path("stack_name").asText())
                .toList();
        assertEquals(List.of("kept", "kept-dev", "kept-staging", "kept-prod"), stacks);
    }

    /// The domain, the key, the cache, the log groups and the dashboards have it in their names.
    @Test
    void givesEachStackAStageOfItsOwn() {
        List<String> stages = ENVIRONMENTS.stream()
                .map(name -> overrides(name).get("StageName"))
                .toList();
        assertEquals(List.of("main", "dev", "staging", "prod"), stages);
    }

    @Test
    void givesParametersThatTheTemplateHasValuesThatItTakes() {
        for (String name : ENVIRONMENTS) {
            overrides(name).forEach((parameter, value) -> {
                JsonNode declared = Templates.MAIN.path("Parameters").path(parameter);
                assertFalse(declared.isMissingNode(), parameter);
                if (declared.has("AllowedPattern")) {
                    assertTrue(value.matches(declared.path("AllowedPattern").asText()), value);
                }
                if (declared.path("Type").asText().equals("Number")) {
                    double number = Double.parseDouble(value);
                    assertTrue(number >= declared.path("MinValue").asDouble(number), parameter);
                    assertTrue(number <= declared.path("MaxValue").asDouble(number), parameter);
                }
                if (declared.has("AllowedValues")) {
                    assertTrue(
                            declared.path("AllowedValues")
                                    .valueStream()
                                    .anyMatch(one -> one.asText().equals(value)),
                            value);
                }
            });
        }
    }

    /// The template makes roles without names of their own, and nests stacks that use SAM's transform.
    @Test
    void acknowledgesWhatTheTemplateMakes() {
        for (String name : ENVIRONMENTS) {
            assertEquals(
                    "CAPABILITY_IAM CAPABILITY_AUTO_EXPAND",
                    deploy(name).path("capabilities").asText());
            assertTrue(deploy(name).path("resolve_s3").asBoolean(), name);
        }
    }

    @Test
    void protectsWhatIsNotForTrials() {
        for (String name : List.of("default", "staging", "prod")) {
            assertEquals("true", overrides(name).getOrDefault("DeletionProtection", "true"), name);
        }
    }

    private JsonNode deploy(String name) {
        return config.path(name).path("deploy").path("parameters");
    }

    private Map<String, String> overrides(String name) {
        return Arrays.stream(deploy(name).path("parameter_overrides").asText().split(" ", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
