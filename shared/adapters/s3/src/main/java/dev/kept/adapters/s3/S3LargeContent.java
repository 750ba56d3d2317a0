package dev.kept.adapters.s3;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.work.LargeContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Large content as UTF-8 objects in a bucket.
final class S3LargeContent implements LargeContent {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private final S3Client client;
    private final String bucket;

    S3LargeContent(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(String key, String content) {
        RequestBody body = RequestBody.fromString(content, StandardCharsets.UTF_8);
        translate(() ->
                client.putObject(put -> put.bucket(bucket).key(key).contentType("text/plain; charset=utf-8"), body));
    }

    @Override
    public String get(String key) {
        return translate(() -> {
            try {
                return client.getObjectAsBytes(get -> get.bucket(bucket).key(key))
                        .asString(StandardCharsets.UTF_8);
            } catch (NoSuchKeyException _) {
                throw new NotFound("content", key);
            }
        });
    }

    @Override
    public void delete(String key) {
        translate(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    private static <T> T translate(Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception e) {
            throw e.isThrottlingException()
                    ? new Throttled("the archive is busy", RETRY_AFTER, e)
                    : new DependencyUnavailable("s3", e);
        } catch (SdkException e) {
            throw new DependencyUnavailable("s3", e);
        }
    }
}
