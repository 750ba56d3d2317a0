package dev.kept.benchmarks.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// How many records each of a hundred users has. One has a fifth of them all; the others share the rest evenly.
///
/// @param size records of all users
record Population(int size) {
    static final int USERS = 100;
    static final int LARGEST = 0;
    private static final int LARGEST_SHARE = 5;

    /// Nobody yet.
    static final Population NONE = new Population(0);

    int records(int user) {
        int largest = size / LARGEST_SHARE;
        if (user == LARGEST) {
            return largest;
        }
        int rest = size - largest;
        int others = USERS - 1;
        return rest / others + (user <= rest % others ? 1 : 0);
    }

    /// Who asks: a user with twice the records asks twice as often.
    List<Integer> askers(int count, Random random) {
        List<Integer> askers = new ArrayList<>(count);
        while (askers.size() < count) {
            boolean largest = random.nextInt(LARGEST_SHARE) == 0;
            askers.add(largest ? LARGEST : 1 + random.nextInt(USERS - 1));
        }
        return askers;
    }
}
