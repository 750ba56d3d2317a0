package dev.kept.local.integration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/// The test starts a stack of its own, with other parameters or on disk. `KEPT_STACK` names one that is there already
/// and that all tests share, so it cannot be run on that.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfEnvironmentVariable(named = "KEPT_STACK", matches = ".+", disabledReason = "needs a stack of its own")
@interface OwnStack {}
