package dev.kept.local.packaging;

/// A package that must not be deployed, or cannot be made.
final class PackageRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PackageRefused(String reason) {
        super(reason);
    }
}
