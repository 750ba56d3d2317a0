package dev.kept.domain.memory;

/// How a statement is known again without its text: some bits of hashes of its words, too few of each
/// to tell the words by them. Sketches compare only within an owner and a {@link #version()}.
///
/// @param version of the way in which sketches are made
/// @param minima the low byte of the smallest hash of each kind (MinHash), two hexadecimal digits each
/// @param marks of what must be the same, however alike the words are: numbers, and whether it denies
public record StatementSketch(int version, String minima, int marks) {
    private static final int DIGITS = 2;
    /// Two unlike texts agree in one place of 256 by chance.
    private static final double BY_CHANCE = 1.0 / 256;

    public StatementSketch {
        if (minima.isEmpty() || minima.length() % DIGITS != 0) {
            throw new IllegalArgumentException("a sketch has places of " + DIGITS + " digits");
        }
    }

    /// The estimated share of words in common, 0 to 1 (Li and König, b-bit minwise hashing, 2010).
    public double likeness(StatementSketch other) {
        if (version != other.version || marks != other.marks || minima.length() != other.minima.length()) {
            return 0;
        }
        int agree = 0;
        for (int i = 0; i < minima.length(); i += DIGITS) {
            agree += minima.regionMatches(i, other.minima, i, DIGITS) ? 1 : 0;
        }
        double share = (double) agree * DIGITS / minima.length();
        return Math.max(0, (share - BY_CHANCE) / (1 - BY_CHANCE));
    }
}
