package dev.kept.domain.operation;

/// How far an operation is.
public enum OperationStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED
}
