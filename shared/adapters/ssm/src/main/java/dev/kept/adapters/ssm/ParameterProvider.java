package dev.kept.adapters.ssm;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.lambda.powertools.parameters.BaseProvider;
import software.amazon.lambda.powertools.parameters.cache.CacheManager;
import software.amazon.lambda.powertools.parameters.transform.TransformationManager;

/// Reads parameters of Systems Manager for Powertools, which keeps them for as long as it is told.
///
/// Powertools' own provider needs the SDK's `ssm` module, which there is not in the SDK's version that is used here,
/// and
/// which would add six megabytes to every function for one operation. The SDK's signer and HTTP client are there
/// anyway.
/// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
final class ParameterProvider extends BaseProvider {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SsmConfig config;
    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final Clock clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    ParameterProvider(SsmConfig config, SdkHttpClient http, AwsCredentialsProvider credentials, Clock clock) {
        super(new CacheManager(), new TransformationManager());
        this.config = config;
        this.http = http;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected String getValue(String name) {
        ContentStreamProvider body = ContentStreamProvider.fromUtf8String(
                JSON.createObjectNode().put("Name", name).toString());
        SignedRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                .request(request())
                .payload(body)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
                .putProperty(AwsV4HttpSigner.REGION_NAME, config.region()));
        try {
            return read(http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(signed.payload().orElse(body))
                            .build())
                    .call());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// There is one parameter with all flags.
    @Override
    protected Map<String, String> getMultipleValues(String path) {
        throw new UnsupportedOperationException("only single parameters are read");
    }

    private SdkHttpRequest request() {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(config.endpoint())
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AmazonSSM.GetParameter")
                .build();
    }

    private static String read(HttpExecuteResponse response) throws IOException {
        try (InputStream body =
                response.responseBody().map(InputStream.class::cast).orElseGet(InputStream::nullInputStream)) {
            byte[] bytes = body.readAllBytes();
            if (!response.httpResponse().isSuccessful()) {
                throw new IOException("status " + response.httpResponse().statusCode());
            }
            return JSON.readTree(bytes).required("Parameter").required("Value").asText();
        } catch (IllegalArgumentException e) {
            throw new IOException("no parameter in the answer", e);
        }
    }
}
