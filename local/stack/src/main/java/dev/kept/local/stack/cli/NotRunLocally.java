package dev.kept.local.stack.cli;

import dev.kept.local.template.SystemModel;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One line about the resources that exist in AWS only.
final class NotRunLocally {

    private NotRunLocally() {}

    static String summary(List<SystemModel.NotRunLocally> resources) {
        var counts = new TreeMap<String, Integer>();
        resources.forEach(resource -> counts.merge(shortType(resource.type()), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getKey() + (count.getValue() > 1 ? " ×" + count.getValue() : ""))
                .collect(Collectors.joining(", "));
    }

    private static String shortType(String type) {
        return type.startsWith("AWS::") ? type.substring("AWS::".length()).replace("::", " ") : type;
    }
}
