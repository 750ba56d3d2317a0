package dev.kept.adapters.ssm;

import dev.kept.domain.flag.Flags;
import dev.kept.domain.flag.SwitchedOff;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// Offers the flags: those of the parameter, or where there is none, those of the deployment.
@Factory
final class SsmFactory {
    @Singleton
    Flags flags(@Value("${kept.flags.off:none}") String off, @Value("${kept.flags.parameter:}") String parameter) {
        SwitchedOff first = SwitchedOff.parse(off);
        return parameter.isBlank() ? first : read(parameter, first);
    }

    private static Flags read(String parameter, SwitchedOff first) {
        Region region = DefaultAwsRegionProviderChain.builder().build().getRegion();
        String domain = region.metadata().partition().dnsSuffix();
        SsmConfig config = SsmConfig.of(parameter, URI.create("https://ssm." + region + "." + domain), region.id());
        var http = UrlConnectionHttpClient.builder()
                .connectionTimeout(config.timeout())
                .socketTimeout(config.timeout())
                .build();
        Clock clock = Clock.systemUTC();
        var parameters = new ParameterProvider(
                config, http, DefaultCredentialsProvider.builder().build(), clock);
        return new SsmFlags(parameters, config, first, clock);
    }
}
