package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.template.TableModel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StorageTest {
    @Test
    void outlivesItsStack() {
        Stream.concat(
                        Templates.resources(Templates.DATA, "AWS::DynamoDB::Table"),
                        Templates.resources(Templates.DATA, "AWS::S3::Bucket"))
                .forEach(resource -> {
                    assertEquals(
                            "Retain", resource.getValue().path("DeletionPolicy").asText(), resource.getKey());
                    assertEquals(
                            "Retain",
                            resource.getValue().path("UpdateReplacePolicy").asText(),
                            resource.getKey());
                });
        assertEquals(
                "Retain", Templates.SECURITY.at("/Resources/Key/DeletionPolicy").asText());
    }

    @Test
    void ofRecordsIsOnDemandRecoverableEncryptedAndExpires() {
        Templates.resources(Templates.DATA, "AWS::DynamoDB::Table").forEach(table -> {
            JsonNode properties = table.getValue().path("Properties");
            assertEquals("PAY_PER_REQUEST", properties.path("BillingMode").asText());
            assertEquals(
                    "true",
                    properties
                            .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                            .asText());
            assertEquals(
                    "KeyArn",
                    properties.at("/SSESpecification/KMSMasterKeyId/!Ref").asText());
            assertEquals(
                    "expiresAt",
                    properties.at("/TimeToLiveSpecification/AttributeName").asText());
        });
    }

    @Test
    void keepsTheStreamsThatIndexerAndOutboxRead() {
        Map<String, Optional<String>> streams = Templates.SYSTEM.tables().stream()
                .collect(Collectors.toMap(TableModel::logicalId, TableModel::streamView));
        assertEquals(
                Map.of(
                        "SessionsTable", Optional.of("NEW_AND_OLD_IMAGES"),
                        "MemoriesTable", Optional.of("NEW_AND_OLD_IMAGES"),
                        "ContextsTable", Optional.<String>empty(),
                        "AccountsTable", Optional.<String>empty()),
                streams);
    }

    @Test
    void readsStronglyWhatAWriteMustShowAtOnce() {
        Map<String, Set<String>> local = Templates.SYSTEM.tables().stream()
                .collect(Collectors.toMap(
                        TableModel::logicalId,
                        table -> table.localIndexes().stream()
                                .map(TableModel.Index::name)
                                .collect(Collectors.toSet())));
        assertEquals(Set.of("session-order", "unindexed"), local.get("SessionsTable"));
        assertEquals(Set.of("unindexed", "shelf"), local.get("MemoriesTable"));
    }

    @Test
    void declaresTheAttributesOfItsKeysAndNoOthers() {
        for (TableModel table : Templates.SYSTEM.tables()) {
            Set<String> inKeys = Stream.concat(
                            Stream.of(table.key()),
                            Stream.concat(table.localIndexes().stream(), table.globalIndexes().stream())
                                    .map(TableModel.Index::key))
                    .flatMap(key -> Stream.concat(Stream.of(key.hash()), key.range().stream()))
                    .collect(Collectors.toSet());
            assertEquals(inKeys, table.attributes().keySet(), table.logicalId());
        }
    }

    @Test
    void ofObjectsIsPrivateEncryptedAndVersioned() {
        JsonNode bucket = Templates.DATA.at("/Resources/ArchiveBucket/Properties");
        bucket.path("PublicAccessBlockConfiguration")
                .properties()
                .forEach(block -> assertEquals("true", block.getValue().asText(), block.getKey()));
        assertEquals(4, bucket.path("PublicAccessBlockConfiguration").size());
        assertTrue(bucket.path("BucketEncryption").toString().contains("aws:kms"));
        assertEquals("Enabled", bucket.at("/VersioningConfiguration/Status").asText());
    }

    @Test
    void isReachedOverTlsOnly() {
        for (JsonNode template : new JsonNode[] {Templates.DATA, Templates.QUEUES}) {
            assertTrue(template.findParents("Effect").stream()
                    .anyMatch(statement -> statement.path("Sid").asText().equals("OnlyOverTls")
                            && statement.path("Effect").asText().equals("Deny")));
        }
        assertEquals(
                Templates.SYSTEM.queues().size(),
                Templates.QUEUES
                        .at("/Resources/QueuePolicies/Properties/Queues")
                        .size());
        JsonNode domain = Templates.SEARCH.at("/Resources/Domain/Properties");
        assertEquals("true", domain.at("/DomainEndpointOptions/EnforceHTTPS").asText());
        assertEquals("true", domain.at("/NodeToNodeEncryptionOptions/Enabled").asText());
        assertEquals("true", domain.at("/EncryptionAtRestOptions/Enabled").asText());
    }

    @Test
    void ofMessagesIsEncryptedWithOurKey() {
        Templates.resources(Templates.QUEUES, "AWS::SQS::Queue").forEach(queue -> {
            JsonNode key = queue.getValue().at("/Properties/KmsMasterKeyId/!Ref");
            assertFalse(key.isMissingNode(), queue.getKey());
        });
    }
}
