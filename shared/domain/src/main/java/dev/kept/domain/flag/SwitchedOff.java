package dev.kept.domain.flag;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is off, as an operator writes it: `none`, or a list such as `rerank,summaries`.
///
/// @param unknown words that are no flag of this release; another one may know them
public record SwitchedOff(Set<Flag> flags, List<String> unknown) implements Flags {
    private static final String NONE = "none";

    public SwitchedOff {
        flags = Set.copyOf(flags);
        unknown = List.copyOf(unknown);
    }

    public static SwitchedOff parse(String text) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        List<String> unknown = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String word = part.strip();
            if (!word.isEmpty() && !word.equals(NONE)) {
                Flag.of(word).ifPresentOrElse(flags::add, () -> unknown.add(word));
            }
        }
        return new SwitchedOff(flags, unknown);
    }

    @Override
    public boolean isOn(Flag flag) {
        return !flags.contains(flag);
    }
}
