package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.Owner;
import java.time.Instant;

/// Who writes a document, and since when.
///
/// @param writer of its own for each write
record Claim(Owner owner, DocumentId id, String writer, Instant startedAt) {}
