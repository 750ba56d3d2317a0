package dev.kept.local.packaging;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is deployed, by the licence under which it is. What may be used under either of several stands under each.
final class LicenceList {
    private LicenceList() {}

    static String of(List<Component> components) {
        Map<String, String> byLicence = components.stream()
                .flatMap(component -> licences(component).stream().map(licence -> Map.entry(licence, component)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        TreeMap::new,
                        Collectors.mapping(entry -> "- " + entry.getValue() + "\n", Collectors.joining())));
        StringBuilder text = new StringBuilder("# Licences of what is deployed\n");
        byLicence.forEach((licence, list) ->
                text.append("\n## ").append(licence).append("\n\n").append(list));
        return text.toString();
    }

    private static List<String> licences(Component component) {
        return component.licences().isEmpty() ? List.of("unknown") : component.licences();
    }
}
