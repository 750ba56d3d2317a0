package dev.kept.domain.flag;

/// Which parts are on. Asked before each use, so it answers from memory nearly always, and never fails.
@FunctionalInterface
public interface Flags {
    /// Nothing is switched off.
    Flags ALL_ON = _ -> true;

    boolean isOn(Flag flag);
}
