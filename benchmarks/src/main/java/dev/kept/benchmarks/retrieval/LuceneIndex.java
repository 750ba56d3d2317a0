package dev.kept.benchmarks.retrieval;

import dev.kept.domain.search.IndexedModels;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/// The search index in this process: the fields, the analyzer and the BM25 of the deployed one, and exact neighbours
/// where that one approximates. So what is measured here differs from a measurement through HTTP by next to nothing,
/// and takes seconds.
final class LuceneIndex implements SearchIndex {
    private static final String WORDS = "words";
    private static final Analyzer ENGLISH = new EnglishAnalyzer();
    /// As in the index template.
    private static final BM25Similarity BM25 = new BM25Similarity(0.9f, 0.3f);

    private final Map<String, SearchRecord> records = new LinkedHashMap<>();
    private Optional<Opened> opened = Optional.empty();

    /// @param items by Lucene's document number
    private record Opened(IndexSearcher searcher, List<SearchRecord> items) {}

    @Override
    public Candidates find(IndexQuery query) {
        Opened index = opened();
        boolean byWords = query.mode() != SearchMode.SEMANTIC && !query.text().isBlank();
        boolean byMeaning =
                query.mode() != SearchMode.KEYWORD && query.embedding().isPresent();
        return new Candidates(
                byWords ? byWords(index, query) : List.of(), byMeaning ? byMeaning(index, query) : List.of());
    }

    private static List<Scored> byWords(Opened index, IndexQuery query) {
        Query words = new QueryBuilder(ENGLISH).createBooleanQuery(WORDS, query.text());
        List<Scored> found = new ArrayList<>();
        try {
            ScoreDoc[] hits = words == null
                    ? new ScoreDoc[0]
                    : index.searcher().search(words, Math.max(1, index.items().size())).scoreDocs;
            for (ScoreDoc hit : hits) {
                SearchRecord item = index.items().get(hit.doc);
                if (found.size() < query.size() && query.filter().admits(item)) {
                    found.add(new Scored(item, hit.score));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Scored> byMeaning(Opened index, IndexQuery query) {
        return index.items().stream()
                .filter(query.filter()::admits)
                .flatMap(item ->
                        item
                                .embedding()
                                .map(vector -> new Scored(
                                        item, query.embedding().orElseThrow().cosine(vector)))
                                .stream())
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(query.size())
                .toList();
    }

    private synchronized Opened opened() {
        Opened current = opened.orElseGet(() -> open(List.copyOf(records.values())));
        opened = Optional.of(current);
        return current;
    }

    private static Opened open(List<SearchRecord> items) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig config =
                new IndexWriterConfig(ENGLISH).setSimilarity(BM25).setMergePolicy(new LogDocMergePolicy());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (SearchRecord item : items) {
                Document document = new Document();
                document.add(new TextField(WORDS, words(item), Field.Store.NO));
                writer.addDocument(document);
            }
            // This policy keeps the order of documents, so that one segment numbers them as the list does.
            writer.forceMerge(1);
            writer.commit();
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setSimilarity(BM25);
            return new Opened(searcher, items);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The fields that the template copies to `words`.
    private static String words(SearchRecord item) {
        return String.join(
                " ", item.content(), item.spoken(), String.join(" ", item.entities()), String.join(" ", item.tags()));
    }

    @Override
    public synchronized List<IndexChange> apply(String model, List<IndexChange> changes) {
        for (IndexChange change : changes) {
            switch (change) {
                case IndexChange.Put put -> records.put(key(put.item()), put.item());
                case IndexChange.Remove remove ->
                    records.remove(remove.key().owner().key() + remove.kind() + remove.id());
            }
        }
        opened = Optional.empty();
        return List.of();
    }

    private static String key(SearchRecord item) {
        return item.owner().key() + item.kind() + item.id();
    }

    /// It has no name for what it is, and takes the vectors of whichever model is measured.
    @Override
    public IndexedModels models() {
        return IndexedModels.NONE;
    }

    @Override
    public void create(String model) {
        // it is there
    }

    @Override
    public void use(String model) {
        // there is one
    }

    @Override
    public synchronized void drop(String model) {
        records.clear();
        opened = Optional.empty();
    }

    @Override
    public boolean isReady() {
        return true;
    }
}
