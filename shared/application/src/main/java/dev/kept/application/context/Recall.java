package dev.kept.application.context;

import dev.kept.application.search.Search;
import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.SessionStore;

/// What contexts are built from.
public record Recall(Search search, SearchSource source, MemoryShelf shelf, SessionStore sessions) {}
