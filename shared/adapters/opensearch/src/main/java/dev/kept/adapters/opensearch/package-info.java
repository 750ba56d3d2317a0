/// The search index on OpenSearch, by words (BM25) and by meaning (k-NN), and the choice to do without one.
@NullMarked
package dev.kept.adapters.opensearch;

import org.jspecify.annotations.NullMarked;
