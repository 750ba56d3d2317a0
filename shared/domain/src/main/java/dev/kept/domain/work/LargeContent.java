package dev.kept.domain.work;

/// Holds content that is too large for a table item (400 KB). Keys are chosen by the caller and written once.
public interface LargeContent {
    void put(String key, String content);

    /// @throws dev.kept.domain.error.NotFound when there is none
    String get(String key);

    /// Removes it; no error when there is none.
    void delete(String key);
}
