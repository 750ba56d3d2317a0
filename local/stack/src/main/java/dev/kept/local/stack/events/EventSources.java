package dev.kept.local.stack.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.stack.aws.Functions;
import dev.kept.local.stack.aws.Queues;
import dev.kept.local.stack.aws.Tables;
import dev.kept.local.template.EventModel;
import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.QueueModel;
import dev.kept.local.template.SystemModel;
import dev.kept.local.template.TableModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Starts one poller for each event source of the template, one clock for each of its schedules, and one for what
/// expires.
public final class EventSources {

    private final SystemModel system;
    private final Functions functions;
    private final Queues queues;
    private final Tables tables;
    private final AwsJson streams;
    private final Checkpoints checkpoints;
    private final Consumer<String> log;
    private final ExpiryClock expiry;

    public EventSources(
            SystemModel system,
            Functions functions,
            Queues queues,
            Tables tables,
            AwsJson streams,
            Checkpoints checkpoints,
            Consumer<String> log) {
        this.system = system;
        this.functions = functions;
        this.queues = queues;
        this.tables = tables;
        this.streams = streams;
        this.checkpoints = checkpoints;
        this.log = log;
        this.expiry = new ExpiryClock(system.tables(), tables, log);
    }

    /// What it gives back stops them all.
    public AutoCloseable start(boolean schedules) {
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofVirtual().name("expiry").start(expiry));
        for (FunctionModel function : system.functions()) {
            for (EventModel event : function.events()) {
                source(function, event, schedules)
                        .ifPresent(loop -> threads.add(Thread.ofVirtual()
                                .name(function.name() + "-" + event.name())
                                .start(loop)));
            }
        }
        return () -> threads.forEach(Thread::interrupt);
    }

    private Optional<Runnable> source(FunctionModel function, EventModel event, boolean schedules) {
        Invoker invoker = new Invoker(functions, function, log);
        return switch (event) {
            case EventModel.Route route -> Optional.empty();
            case EventModel.QueueSource source
            when source.enabled() -> Optional.of(new QueuePoller(source, queue(source.queueArn()), queues, invoker));
            case EventModel.StreamSource source when source.enabled() -> Optional.of(stream(function, source, invoker));
            case EventModel.Schedule schedule
            when schedule.enabled() && schedules -> Optional.of(new ScheduleClock(schedule, invoker));
            case EventModel.QueueSource _, EventModel.StreamSource _, EventModel.Schedule _ -> Optional.empty();
        };
    }

    private QueueModel queue(String arn) {
        return system.queueByArn(arn)
                .orElseThrow(() ->
                        new IllegalArgumentException("an event source names a queue that does not exist: " + arn));
    }

    private Runnable stream(FunctionModel function, EventModel.StreamSource source, Invoker invoker) {
        TableModel table = system.tableByStreamArn(source.streamArn())
                .orElseThrow(() -> new IllegalArgumentException(
                        "an event source names a stream that does not exist: " + source.streamArn()));
        Optional<QueueModel> failures = source.failureQueueArn().map(this::queue);
        String consumer = function.name() + "-" + table.logicalId();
        return new StreamPoller(
                consumer,
                source,
                new StreamReader(streams, tables, table.name()),
                invoker,
                checkpoints,
                failure -> park(failure, failures),
                log);
    }

    private void park(ObjectNode failure, Optional<QueueModel> queue) throws IOException, InterruptedException {
        if (queue.isPresent()) {
            queues.send(queue.get().url(), AwsJson.object().put("MessageBody", failure.toString()));
        } else {
            log.accept("records were given up: " + failure);
        }
    }
}
