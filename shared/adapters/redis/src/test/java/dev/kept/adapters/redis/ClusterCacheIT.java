package dev.kept.adapters.redis;

/// The same against a server that speaks to clients of clusters, as ElastiCache Serverless does.
class ClusterCacheIT extends ServedCacheContract {
    ClusterCacheIT() {
        super("--cluster", "on");
    }
}
