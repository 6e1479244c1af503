package io.crmkit.examples.replay;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads events line by line and refuses what the format does not allow. */
final class EventReader implements AutoCloseable {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int BYTE_ORDER_MARK = 0xfeff;
    private static final int MAX_LINE = 2_000_000;
    private static final int MAX_BODY = 100_000;
    private static final int MAX_NOTE = 20_000;

    private final ObjectMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final BufferedReader lines;
    private int line;
    private Instant last = Instant.MIN;
    private boolean ended;

    EventReader(BufferedReader lines) {
        this.lines = lines;
    }

    /** The next event; empty behind the end. */
    Optional<Event> next() throws IOException {
        Optional<String> text = readLine();
        while (text.isPresent() && text.get().isBlank()) {
            text = readLine();
        }
        if (text.isEmpty()) {
            if (!ended) {
                throw new BadInputException(line, "the file stops without an event \"end\"");
            }
            return Optional.empty();
        }
        if (ended) {
            throw new BadInputException(line, "stands behind the event \"end\"");
        }
        return Optional.of(event(text.get()));
    }

    /** A line of bounded length: whatever comes in, the memory that it takes is bounded. */
    private Optional<String> readLine() throws IOException {
        line++;
        StringBuilder text = new StringBuilder();
        int c = lines.read();
        if (line == 1 && c == BYTE_ORDER_MARK) {
            c = lines.read();
        }
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n') {
            if (text.length() == MAX_LINE) {
                throw new BadInputException(line, "is longer than " + MAX_LINE + " characters");
            }
            text.append((char) c);
            c = lines.read();
        }
        return Optional.of(text.toString());
    }

    private Event event(String text) {
        JsonNode node = parse(text);
        String kindName = text(node, "do").orElseThrow(() -> new BadInputException(line, "\"do\" is missing"));
        EventKind kind = EventKind.named(kindName)
                .orElseThrow(() -> new BadInputException(line, "\"do\" is \"" + kindName + "\", which is no event"));
        Map<String, String> fields = new HashMap<>();
        node.fieldNames().forEachRemaining(name -> text(node, name).ifPresent(value -> fields.put(name, value)));
        for (String name : kind.required()) {
            if (fields.getOrDefault(name, "").isBlank()) {
                throw new BadInputException(line, "\"" + name + "\" is missing from an event \"" + kindName + "\"");
            }
        }
        int max = kind == EventKind.NOTE || kind == EventKind.EDIT_NOTE ? MAX_NOTE : MAX_BODY;
        int length = fields.getOrDefault("body", "").length();
        if (length > max) {
            throw new BadInputException(line, "\"body\" has " + length + " characters, allowed are " + max);
        }
        ended = kind == EventKind.END;
        return new Event(line, time(node), kind, fields);
    }

    private JsonNode parse(String text) {
        try {
            JsonNode node = json.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            throw new BadInputException(
                    line, "is no valid JSON" + (where == null ? "" : " (column " + where.getColumnNr() + ")"));
        }
        throw new BadInputException(line, "is no JSON object");
    }

    private Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new BadInputException(line, "\"" + name + "\" is no text");
        }
        return Optional.of(value.textValue());
    }

    private Instant time(JsonNode node) {
        String text = text(node, "at").orElseThrow(() -> new BadInputException(line, "\"at\" is missing"));
        Instant at;
        try {
            at = Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInputException(line, "\"at\" is no time such as 2026-03-01T08:30:00Z");
        }
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new BadInputException(line, "\"at\" lies outside of the years 1970 to 9999");
        }
        if (at.isBefore(last)) {
            throw new BadInputException(line, "goes back in time: " + at + " comes after " + last);
        }
        last = at;
        return at;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
