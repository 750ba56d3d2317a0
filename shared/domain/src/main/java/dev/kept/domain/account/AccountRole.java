package dev.kept.domain.account;

/// What an API key may do: an administrator manages users and keys, and reads no memories.
public enum AccountRole {
    USER,
    ADMIN
}
