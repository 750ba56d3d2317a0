package dev.kept.adapters.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.KeptException;
import dev.kept.domain.error.Throttled;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class FailuresTest {
    @Test
    void aBusyTableIsThrottled() {
        assertThrows(Throttled.class, () -> fail("ProvisionedThroughputExceededException", 400));
        assertThrows(Throttled.class, () -> fail("ThrottlingException", 400));
    }

    @Test
    void aServerErrorAndAnUnreachableServerAreUnavailable() {
        assertThrows(DependencyUnavailable.class, () -> fail("InternalServerError", 500));
        assertThrows(
                DependencyUnavailable.class,
                () -> Failures.translate(() -> {
                    throw SdkClientException.create("refused");
                }));
    }

    @Test
    void whatWeDidWrongStaysAsItIs() {
        DynamoDbException wrong = assertThrows(DynamoDbException.class, () -> fail("ValidationException", 400));
        assertEquals(400, wrong.statusCode());
    }

    private static KeptException fail(String code, int status) {
        return Failures.translate(() -> {
            throw DynamoDbException.builder()
                    .statusCode(status)
                    .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                    .build();
        });
    }
}
