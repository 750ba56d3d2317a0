package dev.kept.local.packaging;

import java.util.List;

/// A library that is deployed.
///
/// @param name as advisories write it, `group:artifact`
/// @param licences SPDX ids where they are known, else names
record Component(String name, String version, List<String> licences) implements Comparable<Component> {
    Component {
        licences = List.copyOf(licences);
    }

    @Override
    public int compareTo(Component other) {
        return (name + ":" + version).compareTo(other.name + ":" + other.version);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
