/// One OpenSearch node with k-NN as a child process, bound to loopback.
@NullMarked
package dev.kept.local.opensearch;

import org.jspecify.annotations.NullMarked;
