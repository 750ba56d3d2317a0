package dev.kept.local.stack.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How far each consumer has read each shard. Kept in a file per consumer, so that a restart neither loses nor repeats
/// much;
/// the last batch may come again, as it may in AWS.
public interface Checkpoints {

    Optional<String> read(String consumer, String shard) throws IOException;

    void write(String consumer, String shard, String sequenceNumber) throws IOException;

    static Checkpoints inMemory() {
        return new Checkpoints() {
            private final Map<String, String> known = new ConcurrentHashMap<>();

            @Override
            public Optional<String> read(String consumer, String shard) {
                return Optional.ofNullable(known.get(consumer + shard));
            }

            @Override
            public void write(String consumer, String shard, String sequenceNumber) {
                known.put(consumer + shard, sequenceNumber);
            }
        };
    }

    static Checkpoints in(Path folder) {
        return new InFiles(folder);
    }

    /// One thread writes a consumer's file, its poller.
    record InFiles(Path folder) implements Checkpoints {

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public Optional<String> read(String consumer, String shard) throws IOException {
            JsonNode known = all(consumer).path(shard);
            return known.isTextual() ? Optional.of(known.asText()) : Optional.empty();
        }

        @Override
        public void write(String consumer, String shard, String sequenceNumber) throws IOException {
            Files.createDirectories(folder);
            Path part = folder.resolve(consumer + ".part");
            Files.writeString(part, all(consumer).put(shard, sequenceNumber).toString());
            Files.move(part, file(consumer), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }

        private ObjectNode all(String consumer) throws IOException {
            return Files.exists(file(consumer)) && JSON.readTree(file(consumer).toFile()) instanceof ObjectNode known
                    ? known
                    : JSON.createObjectNode();
        }

        private Path file(String consumer) {
            return folder.resolve(consumer + ".json");
        }
    }
}
