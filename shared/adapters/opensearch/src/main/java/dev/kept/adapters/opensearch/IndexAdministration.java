package dev.kept.adapters.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.search.IndexedModels;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes, finds and removes indexes, and says which one is current. Their shape is data, in `index.json`. What there is
/// is told by the aliases alone, so there is no second state to keep in step with them.
final class IndexAdministration {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Administrator administrator;

    IndexAdministration(Administrator administrator) {
        this.administrator = administrator;
    }

    IndexedModels models() {
        JsonNode indexes = administrator.read("/" + IndexNames.ALL + "/_alias");
        Optional<String> current = Optional.empty();
        Set<String> kept = new HashSet<>();
        for (Map.Entry<String, JsonNode> index : indexes.properties()) {
            JsonNode aliases = index.getValue().path("aliases");
            Optional<String> model = aliases.propertyStream()
                    .flatMap(alias -> IndexNames.model(alias.getKey()).stream())
                    .findFirst();
            model.ifPresent(kept::add);
            current = aliases.has(IndexNames.CURRENT) ? model : current;
        }
        return new IndexedModels(current, kept);
    }

    /// An index that is there is given the fields that came later; one that was made before indexes had models becomes
    /// the model's.
    void create(String model) {
        adopt(model);
        IndexedModels before = models();
        if (before.kept().contains(model)) {
            administrator.change("PUT", "/" + IndexNames.alias(model) + "/_mapping", fields());
        } else {
            administrator.change(
                    "PUT",
                    "/" + IndexNames.index(model),
                    index(model, before.kept().isEmpty()));
        }
    }

    private void adopt(String model) {
        JsonNode old = administrator.read("/" + IndexNames.ALL + "/_alias").path(IndexNames.WITHOUT_MODEL);
        if (old.isObject() && old.path("aliases").size() < 2) {
            JsonNode actions = actions(
                    add(IndexNames.WITHOUT_MODEL, IndexNames.CURRENT),
                    add(IndexNames.WITHOUT_MODEL, IndexNames.alias(model)));
            administrator.change("POST", "/_aliases", actions);
            administrator.remove("/_index_template/" + IndexNames.CURRENT);
        }
    }

    /// Both in one change of the cluster, so that a search finds an index at every moment.
    void use(String model) {
        String index = administrator
                .indexBehind(IndexNames.alias(model))
                .orElseThrow(
                        () -> new DependencyUnavailable(Guard.DEPENDENCY, new IOException("no index for " + model)));
        JsonNode remove = JSON.createObjectNode().put("index", IndexNames.ALL).put("alias", IndexNames.CURRENT);
        JsonNode actions = actions(JSON.createObjectNode().set("remove", remove), add(index, IndexNames.CURRENT));
        administrator.change("POST", "/_aliases", actions);
    }

    void drop(String model) {
        administrator.indexBehind(IndexNames.alias(model)).ifPresent(index -> administrator.remove("/" + index));
    }

    boolean isReady() {
        try {
            return administrator.isThere("/" + IndexNames.CURRENT + "/_count");
        } catch (DependencyUnavailable _) {
            return false;
        }
    }

    private static JsonNode add(String index, String alias) {
        return JSON.createObjectNode()
                .set("add", JSON.createObjectNode().put("index", index).put("alias", alias));
    }

    private static JsonNode actions(JsonNode... actions) {
        ArrayNode all = JSON.createArrayNode();
        for (JsonNode action : actions) {
            all.add(action);
        }
        return JSON.createObjectNode().set("actions", all);
    }

    /// The index with its aliases, in one request: nothing is half made.
    private static JsonNode index(String model, boolean isFirst) {
        ObjectNode index = IndexShape.read();
        ((ObjectNode) index.at("/mappings/properties/embedding")).put("dimension", IndexShape.dimensions(model));
        ObjectNode aliases = index.putObject("aliases");
        aliases.putObject(IndexNames.alias(model));
        if (isFirst) {
            aliases.putObject(IndexNames.CURRENT);
        }
        return index;
    }

    /// All but the vectors, whose dimensions are fixed.
    private static JsonNode fields() {
        ObjectNode fields = (ObjectNode) IndexShape.read().at("/mappings/properties");
        fields.remove("embedding");
        return JSON.createObjectNode().set("properties", fields);
    }
}
