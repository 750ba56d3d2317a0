package dev.kept.adapters.redis;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/// A password that the function's role makes for itself: the signed address of a request that is
/// never sent. It is good for a quarter of an hour and made for each connection, so that none is in
/// a snapshot; a connection lives on for up to twelve hours.
/// https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
final class IamToken implements Supplier<String> {
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);
    private static final String SCHEME = "http://";

    private final String cache;
    private final String user;
    private final String region;
    private final AwsCredentialsProvider credentials;
    private final Clock clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /// @param cache its name, not its address
    IamToken(String cache, String user, String region, AwsCredentialsProvider credentials, Clock clock) {
        this.cache = cache;
        this.user = user;
        this.region = region;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public String get() {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("http")
                .host(cache)
                .encodedPath("/")
                .putRawQueryParameter("Action", "connect")
                .putRawQueryParameter("User", user)
                .putRawQueryParameter("ResourceType", "ServerlessCache")
                .build();
        SdkHttpRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "elasticache")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, GOOD_FOR)
                        .putProperty(
                                AwsV4FamilyHttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        return signed.getUri().toString().substring(SCHEME.length());
    }
}
