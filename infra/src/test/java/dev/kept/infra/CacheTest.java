package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.LocalValues;
import dev.kept.local.template.SystemModel;
import dev.kept.local.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The cache that all functions may share.
class CacheTest {
    private static final JsonNode RESOURCES = Templates.CACHE.path("Resources");

    @Test
    void isThereOnlyWhenAskedFor() {
        assertEquals("none", Templates.MAIN.at("/Parameters/CacheMode/Default").asText());
        assertEquals("UseRedis", Templates.MAIN.at("/Resources/Cache/Condition").asText());
        assertFalse(Templates.SYSTEM.cache());
        assertEquals("", endpoint(Templates.SYSTEM));
    }

    @Test
    void isReachedOverTlsByTheFunctionsOwnSignature() {
        SystemModel system = TemplateReader.read(
                Templates.ROOT.resolve("template.yaml"),
                Map.of("CacheMode", "redis"),
                LocalValues.withEndpoints("http://127.0.0.1:9324", "127.0.0.1:9200")
                        .withCachePort(6400));
        assertTrue(system.cache());
        assertEquals("rediss://127.0.0.1:6400", endpoint(system));
        assertEquals(
                "iam", RESOURCES.at("/User/Properties/AuthenticationMode/Type").asText());
        assertEquals(
                RESOURCES.at("/User/Properties/UserId").toString(),
                RESOURCES.at("/User/Properties/UserName").toString(),
                "with IAM they have to be the same");
    }

    @Test
    void letsItsUserDoWithKeysOfOursWhatIsNeeded() {
        String access = RESOURCES.at("/User/Properties/AccessString").asText();
        assertTrue(access.startsWith("on ~kept:* -@all "), access);
        assertFalse(access.contains("+@all"), access);
        assertFalse(access.contains("+keys"), access);
        assertFalse(access.contains("+flushall"), access);
    }

    @Test
    void isOpenToTheFunctionsOnly() {
        JsonNode ingress = RESOURCES.at("/CacheSecurityGroup/Properties/SecurityGroupIngress");
        assertEquals(1, ingress.size());
        assertEquals(
                "FunctionsSecurityGroup.GroupId",
                ingress.at("/0/SourceSecurityGroupId/!GetAtt").asText());
    }

    @Test
    void costsNoMoreThanItsParametersAllow() {
        JsonNode limits = RESOURCES.at("/Cache/Properties/CacheUsageLimits");
        assertEquals("StorageGigabytes", limits.at("/DataStorage/Maximum/!Ref").asText());
        assertEquals("UnitsPerSecond", limits.at("/ECPUPerSecond/Maximum/!Ref").asText());
    }

    /// In the VPC, and permitted to connect, are those that are built with it; only then.
    @Test
    void isUsedByTheFunctionsThatAreBuiltWithIt() throws IOException {
        for (FunctionModel function : Templates.SYSTEM.functions()) {
            String pom = Files.readString(Templates.ROOT.resolve("functions/" + function.name() + "/pom.xml"));
            boolean isBuiltWith = pom.contains("<artifactId>kept-redis</artifactId>");
            JsonNode properties = Templates.MAIN.at("/Resources/" + function.logicalId() + "/Properties");
            assertEquals(
                    isBuiltWith, properties.path("Policies").toString().contains("UseCachePolicy"), function.name());
            assertEquals(isBuiltWith, properties.has("VpcConfig"), function.name());
            if (isBuiltWith) {
                assertEquals("UseRedis", properties.at("/VpcConfig/!If/0").asText(), function.name());
            }
        }
    }

    private static String endpoint(SystemModel system) {
        return system.functions().getFirst().environment().getOrDefault("KEPT_CACHE_ENDPOINT", "missing");
    }
}
