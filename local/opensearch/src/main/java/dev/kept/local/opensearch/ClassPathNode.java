package dev.kept.local.opensearch;

import java.util.List;
import org.opensearch.Version;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;

/// A node whose plugins are on its class path, so that it runs from plain jars without an installed distribution.
final class ClassPathNode extends Node {

    private static final String PAINLESS = "org.opensearch.painless.PainlessModulePlugin";

    private static final List<PluginInfo> PLUGINS = List.of(
            plugin("org.opensearch.transport.Netty4ModulePlugin"),
            plugin("org.opensearch.analysis.common.CommonAnalysisModulePlugin"),
            plugin("org.opensearch.index.mapper.MapperExtrasModulePlugin"),
            plugin("org.opensearch.index.reindex.ReindexModulePlugin"),
            plugin(PAINLESS),
            plugin("org.opensearch.ingest.common.IngestCommonModulePlugin", PAINLESS),
            plugin("org.opensearch.knn.plugin.KNNPlugin", PAINLESS));

    ClassPathNode(Environment environment) {
        super(environment, PLUGINS, true);
    }

    private static PluginInfo plugin(String type, String... extended) {
        return new PluginInfo(
                type, "on the class path", "NA", Version.CURRENT, "21", type, null, List.of(extended), false);
    }
}
