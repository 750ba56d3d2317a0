package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// What may stand before the API.
class EdgeTest {
    private static final JsonNode DISTRIBUTION =
            Templates.EDGE.at("/Resources/Distribution/Properties/DistributionConfig");
    private static final JsonNode WEB_ACL = Templates.EDGE.at("/Resources/WebAcl/Properties");

    @Test
    void isThereOnlyWhenAskedFor() {
        assertEquals("none", Templates.MAIN.at("/Parameters/EdgeMode/Default").asText());
        assertEquals("UseEdge", Templates.MAIN.at("/Resources/Edge/Condition").asText());
        assertEquals("UseEdge", Templates.MAIN.at("/Outputs/EdgeUrl/Condition").asText());
    }

    @Test
    void isReachedAndReachesTheApiOverTlsOnly() {
        assertEquals(
                "https-only",
                DISTRIBUTION.at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText());
        JsonNode origin = DISTRIBUTION.at("/Origins/0/CustomOriginConfig");
        assertEquals("https-only", origin.path("OriginProtocolPolicy").asText());
        assertEquals("TLSv1.2", origin.at("/OriginSSLProtocols/0").asText());
    }

    /// CachingDisabled, the one of AWS's policies that keeps nothing.
    @Test
    void keepsNoAnswer() {
        assertEquals(
                "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
                DISTRIBUTION.at("/DefaultCacheBehavior/CachePolicyId").asText());
        assertTrue(DISTRIBUTION.at("/CacheBehaviors").isMissingNode());
        assertTrue(DISTRIBUTION.at("/Logging").isMissingNode(), "its logs hold query strings");
    }

    @Test
    void samplesNoRequests() {
        WEB_ACL.findValuesAsText("SampledRequestsEnabled").forEach(sampled -> assertEquals("false", sampled));
        assertEquals(3, WEB_ACL.findValues("SampledRequestsEnabled").size());
    }

    @Test
    void readsNoBodies() {
        WEB_ACL.path("Rules").forEach(rule -> {
            JsonNode managed = rule.at("/Statement/ManagedRuleGroupStatement/Name");
            assertTrue(
                    managed.isMissingNode() || managed.asText().equals("AWSManagedRulesAmazonIpReputationList"),
                    managed::asText);
        });
        assertFalse(WEB_ACL.toString().contains("Body"));
    }
}
