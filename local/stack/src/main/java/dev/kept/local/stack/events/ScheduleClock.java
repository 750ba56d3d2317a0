package dev.kept.local.stack.events;

import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.template.EventModel;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Invokes a function whenever its schedule is due. A run that is late because the last one took long is left out.
final class ScheduleClock implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventModel.Schedule schedule;
    private final ScheduleExpression expression;
    private final BatchFunction function;

    ScheduleClock(EventModel.Schedule schedule, BatchFunction function) {
        this.schedule = schedule;
        this.expression = ScheduleExpression.parse(schedule.expression(), ZoneId.of(schedule.timezone()));
        this.function = function;
    }

    @Override
    public void run() {
        try {
            Optional<ZonedDateTime> due = expression.next(now());
            while (due.isPresent()) {
                Thread.sleep(Duration.between(now(), due.get()));
                function.invoke(input(schedule, due.get()), PATIENCE);
                due = expression.next(now());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static ZonedDateTime now() {
        return ZonedDateTime.now(ZoneId.of("UTC"));
    }

    /// The input as it is written; without one, what EventBridge itself has to say.
    static String input(EventModel.Schedule schedule, ZonedDateTime due) {
        return schedule.input().orElseGet(() -> {
            var event = AwsJson.object()
                    .put("version", "0")
                    .put("id", UUID.randomUUID().toString())
                    .put("detail-type", "Scheduled Event")
                    .put("source", schedule.scheduler() ? "aws.scheduler" : "aws.events")
                    .put("account", "000000000000")
                    .put("time", due.toInstant().truncatedTo(ChronoUnit.SECONDS).toString())
                    .put("region", "us-east-1");
            event.putArray("resources").add("arn:aws:events:us-east-1:000000000000:rule/" + schedule.name());
            event.putObject("detail");
            return event.toString();
        });
    }
}
