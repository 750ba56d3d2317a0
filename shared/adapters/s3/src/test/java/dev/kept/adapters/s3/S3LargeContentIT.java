package dev.kept.adapters.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.ChildServer;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3LargeContentIT {
    private static final String BUCKET = "archive";
    private static final String KEY = "turns/USER=ada@x.org/session=s1/8c1f";
    private static final S3Client CLIENT =
            client(ChildServer.start("dev.kept.local.s3.LocalS3").uri());
    private final LargeContent content = new S3LargeContent(CLIENT, BUCKET);

    @BeforeAll
    static void makeTheBucket() {
        CLIENT.createBucket(create -> create.bucket(BUCKET));
    }

    private static S3Client client(URI server) {
        return S3Client.builder()
                .endpointOverride(server)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    @Test
    void givesBackWhatWasPut() {
        String text = "漢字 🙂 \n".repeat(100_000);
        content.put(KEY, text);
        assertEquals(text, content.get(KEY));
    }

    @Test
    void saysThatThereIsNone() {
        assertThrows(NotFound.class, () -> content.get("turns/none"));
    }

    @Test
    void removesItAndDoesNotMindWhenThereIsNone() {
        content.put("turns/gone", "text");
        content.delete("turns/gone");
        content.delete("turns/gone");
        assertThrows(NotFound.class, () -> content.get("turns/gone"));
    }

    @Test
    void saysWhenTheBucketIsOutOfReach() {
        LargeContent nowhere = new S3LargeContent(client(URI.create("http://127.0.0.1:1")), BUCKET);
        assertThrows(DependencyUnavailable.class, () -> nowhere.get("turns/any"));
    }
}
