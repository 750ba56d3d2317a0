package dev.kept.local.packaging;

import java.util.Arrays;
import java.util.regex.Pattern;

/// What a function never reads of the jars that it carries.
enum LeftOut {
    /// Lambda runs Linux. Both architectures stay, so that one zip is right for either.
    OTHER_PLATFORMS_OF_ONNX("onnxruntime-.*", "ai/onnxruntime/native/(?!linux-(x64|aarch64)/).*"),
    OTHER_PLATFORMS_OF_TOKENIZERS("tokenizers-.*", "native/lib/(?!linux-[^/]+/cpu/)[^/]+/.*"),
    /// Lists of models to download from.
    MODEL_ZOO("tokenizers-.*", "nlp/.*"),
    /// The tokenizer comes with all of a library for machine learning.
    TRAINING_AND_PICTURES("api-\\d.*", "ai/djl/(training|metric|modality/(audio|cv|rl))/.*"),
    /// Contexts are counted with cl100k.
    OTHER_VOCABULARIES("jtokkit-.*", ".*(o200k|p50k|r50k)_base\\.tiktoken"),
    /// Its natives are for calls that only other engines than ours make.
    NATIVES_OF_JNA("jna-.*", "com/sun/jna/(?!linux-x86-64/|linux-aarch64/)[^/]+/[^/]*jnidispatch.*"),
    /// Functions wait for every answer: their clients are the blocking ones.
    ASYNCHRONOUS_CLIENTS(
            "(s3|dynamodb|sqs|bedrockruntime)-\\d.*",
            "software/amazon/awssdk/services/.*/[^/]*Async(Client|Waiter)[^/]*\\.class"
                    + "|software/amazon/awssdk/services/s3/internal/(multipart|crt)/.*"),
    /// Requests to plugins, and to administer a cluster, which our index does not need. Nothing that it sends refers to
    /// them.
    OTHER_REQUESTS_TO_OPENSEARCH(
            "opensearch-java-.*",
            "org/opensearch/client/opensearch/(cat|dangling_indices|geospatial|ism|knn|ltr|ml|nodes"
                    + "|search_pipeline|search_relevance|security|snapshot|ubi)/.*"),
    /// Traces alone are sent, over HTTP, and put together by hand.
    OTHER_SIGNALS_OF_OPENTELEMETRY(
            "opentelemetry-(exporter-otlp|exporter-otlp-common)-.*",
            "io/opentelemetry/exporter/otlp/(http/)?(metrics|logs)/.*"
                    + "|io/opentelemetry/exporter/otlp/trace/OtlpGrpc.*"
                    + "|io/opentelemetry/exporter/otlp/internal/(?!OtlpUserAgent).*"
                    + "|io/opentelemetry/exporter/internal/otlp/(metrics|logs)/.*"
                    + "|io/opentelemetry/proto/(collector/)?(metrics|logs|profiles)/.*"),
    AUTOCONFIGURATION_OF_OPENTELEMETRY(
            "opentelemetry-sdk-extension-autoconfigure-spi-.*",
            "io/opentelemetry/sdk/autoconfigure/spi/(?!ConfigurationException).*"),
    /// They name digests of a jar as it was.
    SIGNATURES(".*", "META-INF/[^/]+\\.(SF|RSA|DSA|EC)|META-INF/INDEX\\.LIST"),
    BUILD_FILES(".*", "META-INF/maven/.*|META-INF/native-image/.*|META-INF/proguard/.*|META-INF/.*\\.kotlin_module"),
    MODULE_DESCRIPTORS(".*", "(META-INF/versions/\\d+/)?module-info\\.class");

    private final Pattern jars;
    private final Pattern entries;

    LeftOut(String jars, String entries) {
        this.jars = Pattern.compile(jars);
        this.entries = Pattern.compile(entries);
    }

    static boolean keeps(String jar, String entry) {
        return Arrays.stream(values()).noneMatch(left -> left.drops(jar, entry));
    }

    private boolean drops(String jar, String entry) {
        return jars.matcher(jar).matches() && entries.matcher(entry).matches();
    }
}
