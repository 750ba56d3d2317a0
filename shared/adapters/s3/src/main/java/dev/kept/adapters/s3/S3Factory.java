package dev.kept.adapters.s3;

import dev.kept.adapters.aws.StoreCalls;
import dev.kept.domain.work.LargeContent;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.s3.S3Client;

/// Offers the store for large content, in the bucket that `KEPT_ARCHIVE_BUCKET` names.
@Factory
final class S3Factory {
    @Singleton
    S3Client client() {
        // The bucket in the path: a local server has no name per bucket, and AWS takes both.
        return StoreCalls.DEFAULTS
                .configure(S3Client.builder().forcePathStyle(true))
                .build();
    }

    @Singleton
    LargeContent largeContent(S3Client client, @Property(name = "kept.archive.bucket") String bucket) {
        return new S3LargeContent(client, bucket);
    }
}
