package dev.kept.runtime.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/// Writes an event as one line of flat JSON, numbers as numbers, so that Logs Insights can filter, sum and sort by
/// every
/// key. Logback's own encoder puts keys into a list of objects and all values into strings.
///
/// `timestamp` and `level` are what Lambda's log level filter reads
/// (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html).
///
/// Of a failure, the message stands in the line only when its class is one whose messages name ids, fields and
/// addresses: those of the platform quote what they could not read, e.g. "For input string: …".
public final class LineEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};
    private static final JsonFactory JSON = new JsonFactory();
    private static final int FRAMES_MAX = 25;

    private static final List<String> TELLING =
            List.of("dev.kept.", "software.amazon.awssdk.", "java.io.", "java.net.", "javax.net.");

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            write(event, json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return line.toByteArray();
    }

    private static void write(ILoggingEvent event, JsonGenerator json) throws IOException {
        json.writeStringField(
                "timestamp", event.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
        json.writeStringField("level", event.getLevel().toString());
        json.writeStringField("message", event.getFormattedMessage());
        for (Map.Entry<String, String> entry : event.getMDCPropertyMap().entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        for (KeyValuePair pair : Optional.ofNullable(event.getKeyValuePairs()).orElse(List.of())) {
            json.writeFieldName(pair.key);
            writeValue(pair.value, json);
        }
        json.writeStringField("logger", event.getLoggerName());
        if (event.getThrowableProxy() != null) {
            json.writeFieldName("failure");
            writeFailure(event.getThrowableProxy(), json);
        }
    }

    private static void writeValue(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    writeValue(entry.getValue(), json);
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object item : list) {
                    writeValue(item, json);
                }
                json.writeEndArray();
            }
            case null -> json.writeNull();
            default -> json.writeString(value.toString());
        }
    }

    private static void writeFailure(IThrowableProxy failure, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", failure.getClassName());
        if (failure.getMessage() != null && TELLING.stream().anyMatch(failure.getClassName()::startsWith)) {
            json.writeStringField("message", failure.getMessage());
        }
        json.writeArrayFieldStart("at");
        for (StackTraceElementProxy frame : frames(failure)) {
            json.writeString(frame.getStackTraceElement().toString());
        }
        json.writeEndArray();
        if (failure.getCause() != null) {
            json.writeFieldName("cause");
            writeFailure(failure.getCause(), json);
        }
        json.writeEndObject();
    }

    private static List<StackTraceElementProxy> frames(IThrowableProxy failure) {
        StackTraceElementProxy[] all = failure.getStackTraceElementProxyArray();
        return Arrays.asList(all).subList(0, Math.min(FRAMES_MAX, all.length));
    }
}
