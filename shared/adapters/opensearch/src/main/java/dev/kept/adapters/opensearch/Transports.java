package dev.kept.adapters.opensearch;

import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.aws.AwsSdk2Transport;
import org.opensearch.client.transport.aws.AwsSdk2TransportOptions;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// Ways to an OpenSearch endpoint.
final class Transports {
    /// The name that requests to a managed domain are signed for.
    private static final String SERVICE = "es";

    private Transports() {}

    static OpenSearchTransport to(OpenSearchConfig config, Duration timeout) {
        return config.isSigned() ? signed(config, timeout) : plain(config, timeout);
    }

    private static OpenSearchTransport signed(OpenSearchConfig config, Duration timeout) {
        SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(config.connectTimeout())
                .socketTimeout(timeout)
                .build();
        return new AwsSdk2Transport(
                http,
                config.endpoint().getAuthority(),
                SERVICE,
                DefaultAwsRegionProviderChain.builder().build().getRegion(),
                AwsSdk2TransportOptions.builder()
                        .setCredentials(DefaultCredentialsProvider.builder().build())
                        .setMapper(new JacksonJsonpMapper())
                        .build());
    }

    private static OpenSearchTransport plain(OpenSearchConfig config, Duration timeout) {
        URI endpoint = config.endpoint();
        int port = endpoint.getPort() < 0 ? 80 : endpoint.getPort();
        return ApacheHttpClient5TransportBuilder.builder(new HttpHost("http", endpoint.getHost(), port))
                .setMapper(new JacksonJsonpMapper())
                .setConnectionConfigCallback(connection -> connectWithin(connection, config.connectTimeout()))
                .setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.of(timeout)))
                // An answer of 200 records takes longer to pack and unpack than to send next door.
                .setHttpClientConfigCallback(HttpAsyncClientBuilder::disableContentCompression)
                .build();
    }

    private static ConnectionConfig.Builder connectWithin(ConnectionConfig.Builder connection, Duration timeout) {
        return connection.setConnectTimeout(Timeout.of(timeout));
    }
}
