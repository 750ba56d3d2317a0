package dev.kept.functions.maintenance;

import dev.kept.application.indexing.ChangeEmbeddings;
import dev.kept.domain.search.ModelChange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Where a change of the embedding model stands, as the job answers.
final class ChangeView {
    private ChangeView() {}

    static Map<String, Object> of(ChangeEmbeddings.Status status) {
        Map<String, Object> view = new TreeMap<>();
        status.models().current().ifPresent(model -> view.put("current", model));
        view.put("kept", List.copyOf(status.models().kept()));
        view.put("configured", status.wanted());
        status.change().ifPresent(change -> view.put("change", change(change)));
        return view;
    }

    private static Map<String, Object> change(ModelChange change) {
        Map<String, Object> view = new TreeMap<>();
        view.put("from", change.from());
        view.put("to", change.to());
        view.put("stage", change.stage().name().toLowerCase(Locale.ROOT));
        view.put("indexed", change.indexed());
        view.put("failed", change.failed());
        view.put("startedAt", change.startedAt().toString());
        return view;
    }
}
