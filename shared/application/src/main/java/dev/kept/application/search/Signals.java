package dev.kept.application.search;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/// The strength of every signal for one result.
public final class Signals {
    private final Map<Signal, Double> strengths;

    private Signals(Map<Signal, Double> strengths) {
        this.strengths = strengths;
    }

    public static Signals of(ToDoubleFunction<Signal> strength) {
        Map<Signal, Double> strengths = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            strengths.put(signal, strength.applyAsDouble(signal));
        }
        return new Signals(strengths);
    }

    Signals with(Signal changed, double strength) {
        return of(signal -> signal == changed ? strength : of(signal));
    }

    public double of(Signal signal) {
        return strengths.getOrDefault(signal, 0.0);
    }

    /// By label, in the order of the signals.
    public SequencedMap<String, Double> byLabel() {
        SequencedMap<String, Double> labelled = new LinkedHashMap<>();
        strengths.forEach((signal, strength) -> labelled.put(signal.label(), strength));
        return labelled;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signals signals && strengths.equals(signals.strengths);
    }

    @Override
    public int hashCode() {
        return strengths.hashCode();
    }

    @Override
    public String toString() {
        return byLabel().toString();
    }
}
