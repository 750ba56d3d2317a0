package dev.kept.adapters.ssm;

import dev.kept.domain.flag.Flag;
import dev.kept.domain.flag.Flags;
import dev.kept.domain.flag.SwitchedOff;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Flags in one parameter, which Powertools reads again when what it has is too old. While it cannot be read, what was
/// known holds, and
/// at first what the deployment says.
final class SsmFlags implements Flags {
    private static final Logger LOG = LoggerFactory.getLogger(SsmFlags.class);

    private final ParameterProvider parameters;
    private final SsmConfig config;
    private final Clock clock;
    private SwitchedOff known;
    private Instant restUntil = Instant.MIN;

    SsmFlags(ParameterProvider parameters, SsmConfig config, SwitchedOff first, Clock clock) {
        this.parameters = parameters;
        this.config = config;
        this.known = first;
        this.clock = clock;
    }

    @Override
    public synchronized boolean isOn(Flag flag) {
        Instant now = clock.instant();
        if (!now.isBefore(restUntil)) {
            look(now);
        }
        return known.isOn(flag);
    }

    private void look(Instant now) {
        try {
            SwitchedOff read = SwitchedOff.parse(parameters
                    .withMaxAge((int) config.maxAge().toSeconds(), ChronoUnit.SECONDS)
                    .get(config.parameter()));
            if (!read.equals(known)) {
                LOG.atInfo()
                        .addKeyValue("off", read.flags())
                        .addKeyValue("unknown", read.unknown())
                        .log("flags.changed");
            }
            known = read;
        } catch (RuntimeException e) {
            // Whatever it is: a request does not fail because nobody can say what is switched off.
            restUntil = now.plus(config.maxAge());
            LOG.atWarn().setCause(e).log("flags.unread");
        }
    }
}
