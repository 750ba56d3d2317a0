package dev.kept.application.maintenance;

import dev.kept.application.redaction.Redacted;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.redaction.RedactionScan;
import dev.kept.domain.redaction.RedactionScanLog;
import dev.kept.domain.redaction.StoredTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Goes through everything that is stored once the patterns know more than when it was stored, and takes out the
/// secrets that they find now.
///
/// Where it stands is written down after each page, so it goes on after a crash, and doing a page again changes
/// nothing. Whoever finds that another run has gone on in the meantime stops. With no other patterns than the last time
/// there is nothing to do.
public final class RedactAgain {
    private static final int PAGE = 100;

    private final StoredTexts texts;
    private final RedactionScanLog log;
    private final Redactor redactor;
    private final Clock clock;

    public RedactAgain(StoredTexts texts, RedactionScanLog log, Redactor redactor, Clock clock) {
        this.texts = texts;
        this.log = log;
        this.redactor = redactor;
        this.clock = clock;
    }

    /// Goes on for about as long as given.
    ///
    /// @param anyway begins anew although the last scan looked with the same patterns
    /// @throws Conflict when another run goes on at the same time
    public RedactionScan run(Duration time, boolean anyway) {
        Instant end = clock.instant().plus(time);
        RedactionScan scan = current(anyway);
        while (!scan.isFinished() && clock.instant().isBefore(end)) {
            scan = log.save(page(scan));
        }
        return scan;
    }

    private RedactionScan current(boolean anyway) {
        Optional<RedactionScan> latest = log.latest();
        Optional<RedactionScan> same =
                latest.filter(scan -> scan.patterns().equals(redactor.version()) && !(anyway && scan.isFinished()));
        return same.orElseGet(() -> RedactionScan.begun(
                redactor.version(),
                clock.instant(),
                latest.map(RedactionScan::version).orElse(0L)));
    }

    private RedactionScan page(RedactionScan scan) {
        Map<String, Long> found = new HashMap<>();
        StoredTexts.Sweep sweep = texts.rewrite(scan.cursor(), PAGE, text -> {
            Redacted redacted = redactor.redact(text);
            redacted.counts().forEach((kind, count) -> found.merge(kind, (long) count, Long::sum));
            return redacted.text();
        });
        return scan.after(sweep, found, clock.instant());
    }
}
