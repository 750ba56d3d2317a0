package dev.kept.local.opensearch;

import dev.kept.local.child.Arguments;
import dev.kept.local.child.ChildProcess;
import dev.kept.local.child.DataDirectory;
import java.nio.file.Path;
import java.util.Map;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;

/// OpenSearch with k-NN: `--port N --transport-port N`, and `--data DIR` or `--ephemeral`. The heap is the parent's
/// choice, in the flags that it starts Java with.
public final class LocalOpenSearch {

    private static final String NODE = "kept";

    private LocalOpenSearch() {}

    public static void main(String[] args) {
        ChildProcess.run("opensearch", args, LocalOpenSearch::start);
    }

    private static AutoCloseable start(Arguments arguments) throws Exception {
        LogConfigurator.setNodeName(NODE);
        DataDirectory directory = DataDirectory.of(arguments);
        Node node = new ClassPathNode(environment(arguments, directory.path()));
        node.start();
        return () -> {
            node.close();
            directory.close();
        };
    }

    private static Environment environment(Arguments arguments, Path home) {
        Settings settings = Settings.builder()
                .put("path.home", home)
                .put("path.data", home.resolve("data"))
                .put("path.logs", home.resolve("logs"))
                .put("discovery.type", "single-node")
                .put("network.host", ChildProcess.LOOPBACK)
                .put("http.port", arguments.port())
                .put("http.type", "netty4")
                .put("transport.port", arguments.port("transport-port"))
                .put("transport.type", "netty4")
                // A mistyped index name fails instead of making an index without our mapping.
                .put("action.auto_create_index", false)
                // A laptop's disk is often fuller than 95 %; the node would turn its indices read-only.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        return InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> NODE);
    }
}
