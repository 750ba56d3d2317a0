package dev.kept.adapters.dynamodb;

import dev.kept.domain.document.Chunk;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.EditionId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A write of a document that is under way, as an item that stands in the owner's overlay: it hides the chunks of all
/// editions but the live one, those that are not live yet and those that are not any more.
final class WritingItem {
    static final String WRITER = "writer";
    static final String LIVE = "live";
    private static final String EDITIONS = "editions";
    private static final String STARTED_AT = "startedAt";
    /// Sorts after the chunks that are marked at the same moment: a search that reads only so far reads it first.
    private static final String LAST = "~";

    private WritingItem() {}

    /// The chunks of an edition that may be in the table.
    record Edition(EditionId id, int chunks) {
        static Edition of(Item document) {
            return new Edition(DocumentItem.edition(document), (int) document.number("chunks"));
        }

        private static Edition parse(String text) {
            String[] parts = text.split(" ", 2);
            return new Edition(new EditionId(parts[0]), Integer.parseInt(parts[1]));
        }

        @Override
        public String toString() {
            return id + " " + chunks;
        }
    }

    /// @param live of the document as it is; empty when there is none
    static Item write(Key key, Claim claim, Optional<EditionId> live, Collection<Edition> editions) {
        return Item.at(key)
                .put(DocumentItem.DOCUMENT_ID, claim.id().value())
                .put(WRITER, claim.writer())
                .put(LIVE, live)
                .put(EDITIONS, editions)
                .put(STARTED_AT, claim.startedAt())
                .put(Attribute.UNINDEXED_SINCE, Keys.timeSort(claim.startedAt(), LAST + claim.id()))
                .put(Attribute.UNINDEXED_SHARD, Keys.writingShard(claim.owner(), claim.id()));
    }

    static boolean is(Item item) {
        return item.text(Attribute.ITEM).startsWith(Keys.WRITING);
    }

    static DocumentId documentId(Item item) {
        return new DocumentId(item.text(Attribute.ITEM).substring(Keys.WRITING.length()));
    }

    static Instant startedAt(Item item) {
        return item.time(STARTED_AT);
    }

    static Stream<Edition> editions(Item item) {
        return item.texts(EDITIONS).stream().map(Edition::parse);
    }

    /// The chunks that it hides, as if they were removed.
    static Stream<Unindexed> hidden(Item item) {
        Optional<EditionId> live = item.optional(LIVE).map(EditionId::new);
        return editions(item)
                .filter(edition -> !Optional.of(edition.id()).equals(live))
                .flatMap(edition ->
                        IntStream.range(0, edition.chunks()).mapToObj(position -> hidden(item, edition, position)));
    }

    private static Unindexed hidden(Item item, Edition edition, int position) {
        RecordKey key = new RecordKey(
                Owner.parse(item.text(Attribute.OWNER)),
                RecordKey.Source.MEMORIES,
                Keys.chunk(documentId(item), edition.id(), position));
        return new Unindexed.Removed(key, Kind.DOCUMENT, edition.id() + ":" + position, Chunk.VERSION + 1);
    }
}
