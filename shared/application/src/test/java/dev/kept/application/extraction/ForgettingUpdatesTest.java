package dev.kept.application.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.application.memory.ForgetMemory;
import dev.kept.application.memory.RateMemory;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.page.PageRequest;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an update had outdated holds again when the update is forgotten, wrong, or taken back.
class ForgettingUpdatesTest {
    private static final String BEFORE = "the deadline of the billing report is April 3";
    private static final String AFTER = "the deadline of the billing report is June 4";

    private final MutableClock clock = MutableClock.atNoon();
    private final Stores stores = Stores.fake(clock);
    private final Telling telling = new Telling(clock, stores);
    private final ForgetMemory forget = new ForgetMemory(stores.memories(), clock);
    private final RateMemory rate = new RateMemory(stores.memories(), Redactor.standard(), clock);

    @Test
    void whatItOutdatedHoldsAgainAsItDidBefore() {
        telling.say("s1", List.of(new Told(0, BEFORE, Told.BEGIN)));
        Memory first = only(MemoryStatus.ACTIVE);
        telling.say("s2", List.of(new Told(0, AFTER, Told.BEGIN.plus(Duration.ofDays(9)))));

        forget(only(MemoryStatus.ACTIVE));

        Memory again = only(MemoryStatus.ACTIVE);
        assertEquals(first.id(), again.id());
        assertEquals(first.statement(), again.statement());
        assertEquals(first.validity(), again.validity());
        MemoryVersion version = stores.memories()
                .history(Fixtures.ADA, again.id(), PageRequest.first(1))
                .items()
                .getFirst();
        assertEquals(
                "ada: what took its place was forgotten",
                version.change().by() + ": " + version.change().why());
    }

    @Test
    void whatIsWrongOutdatesNothing() {
        telling.say("s1", List.of(new Told(0, BEFORE, Told.BEGIN)));
        telling.say("s2", List.of(new Told(0, AFTER, Told.BEGIN.plus(Duration.ofDays(9)))));

        rate(only(MemoryStatus.ACTIVE), RateMemory.Signal.WRONG);

        assertEquals(List.of(BEFORE), telling.texts(MemoryStatus.ACTIVE));
        assertEquals(List.of(AFTER), telling.texts(MemoryStatus.QUARANTINED));
    }

    @Test
    void whatIsTakenBackInTheConversationOutdatesNothing() {
        telling.say("s1", List.of(new Told(0, BEFORE, Told.BEGIN)));
        Instant later = Told.BEGIN.plus(Duration.ofDays(9));
        telling.say("s2", List.of(new Told(0, AFTER, later), new Told(0, "no wait, forget that", later)));
        assertEquals(List.of(BEFORE), telling.texts(MemoryStatus.ACTIVE));

        telling.say("s3", List.of(new Told(0, AFTER, later.plus(Duration.ofDays(1)))));
        telling.say(
                "s4",
                List.of(new Told(
                        0, "forget what I said about the billing report deadline", later.plus(Duration.ofDays(2)))));
        assertEquals(List.of(BEFORE), telling.texts(MemoryStatus.ACTIVE));
    }

    @Test
    void whatIsOverForGoodStaysOver() {
        telling.say("s1", List.of(new Told(0, BEFORE, Told.BEGIN)));
        telling.say("s2", List.of(new Told(0, AFTER, Told.BEGIN.plus(Duration.ofDays(9)))));
        rate(only(MemoryStatus.SUPERSEDED), RateMemory.Signal.OUTDATED);

        forget(only(MemoryStatus.ACTIVE));

        assertEquals(List.of(), telling.texts(MemoryStatus.ACTIVE));
    }

    @Test
    void whatIsWrongItselfStaysAside() {
        telling.say("s1", List.of(new Told(0, BEFORE, Told.BEGIN)));
        telling.say("s2", List.of(new Told(0, AFTER, Told.BEGIN.plus(Duration.ofDays(9)))));
        rate(only(MemoryStatus.SUPERSEDED), RateMemory.Signal.WRONG);

        forget(only(MemoryStatus.ACTIVE));

        assertEquals(List.of(), telling.texts(MemoryStatus.ACTIVE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theNewestThatIsNotForgottenHoldsInWhicheverOrder(long seed) {
        Random random = new Random(seed);
        List<Told> left = Told.all();
        telling.sayShuffled(left, random);

        List<Told> going = new ArrayList<>(left);
        Collections.shuffle(going, random);
        for (Told statement : going) {
            left.remove(statement);
            Memory memory = find(statement.text());
            if (random.nextBoolean()) {
                forget(memory);
            } else {
                rate(memory, RateMemory.Signal.WRONG);
            }
            assertEquals(
                    Told.newest(left),
                    telling.texts(MemoryStatus.ACTIVE),
                    () -> "seed " + seed + " without " + statement);
            telling.assertHistory();
        }
    }

    private void forget(Memory memory) {
        forget.forget(Fixtures.ADA, memory.id(), Optional.empty(), "ada");
    }

    private void rate(Memory memory, RateMemory.Signal signal) {
        rate.rate(Fixtures.ADA, memory.id(), signal, Optional.empty(), "ada");
    }

    private Memory find(String text) {
        return List.of(MemoryStatus.ACTIVE, MemoryStatus.SUPERSEDED).stream()
                .flatMap(status -> telling.all(status).stream())
                .filter(memory -> memory.statement().content().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private Memory only(MemoryStatus status) {
        assertEquals(1, telling.all(status).size(), () -> telling.texts(status).toString());
        return telling.all(status).getFirst();
    }
}
