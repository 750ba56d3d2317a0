package dev.kept.adapters.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.testkit.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class IamTokenTest {
    private static final AwsBasicCredentials KEYS = AwsBasicCredentials.create("AKIDEXAMPLE", "not-a-secret");

    private final MutableClock clock = MutableClock.atNoon();
    private final IamToken token =
            new IamToken("kept-prod", "kept-prod", "eu-central-1", StaticCredentialsProvider.create(KEYS), clock);

    @Test
    void isASignedAddressWithoutItsScheme() {
        String made = token.get();
        assertTrue(made.startsWith("kept-prod/?"), made);
        assertTrue(made.contains("Action=connect"), made);
        assertTrue(made.contains("User=kept-prod"), made);
        assertTrue(made.contains("ResourceType=ServerlessCache"), made);
        assertTrue(made.contains("X-Amz-Expires=900"), made);
        assertTrue(made.contains("%2Feu-central-1%2Felasticache%2Faws4_request"), made);
        assertTrue(made.contains("X-Amz-SignedHeaders=host"), made);
        assertTrue(made.contains("X-Amz-Signature="), made);
        assertFalse(made.contains("not-a-secret"), "a secret signs, and is not told");
    }

    @Test
    void isMadeForEachConnection() {
        String first = token.get();
        assertEquals(first, token.get());
        clock.advance(Duration.ofMinutes(20));
        assertNotEquals(first, token.get());
    }

    @Test
    void carriesTheSessionOfTheRole() {
        var role = AwsSessionCredentials.create("AKIDEXAMPLE", "not-a-secret", "session-of-the-role");
        String made = new IamToken("c", "u", "us-east-1", StaticCredentialsProvider.create(role), clock).get();
        assertTrue(made.contains("X-Amz-Security-Token=session-of-the-role"), made);
    }
}
