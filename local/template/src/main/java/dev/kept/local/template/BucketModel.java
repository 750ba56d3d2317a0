package dev.kept.local.template;

public record BucketModel(String logicalId, String name) {}
