package io.crmkit.storage.jpa.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Text and JSON: what columns hold that are never searched. */
final class Json {
    private static final ObjectReader READER = new ObjectMapper().readerFor(JsonNode.class);
    private static final ObjectWriter WRITER = new ObjectMapper().writer();
    /** What most columns hold. */
    private static final String NONE = "[]";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static String write(JsonNode node) {
        if (node.isArray() && node.isEmpty()) {
            return NONE;
        }
        try {
            return WRITER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    static JsonNode read(String text) {
        if (text.equals(NONE)) {
            return array();
        }
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column that the CRM wrote holds no JSON any more", e);
        }
    }

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode array() {
        return NODES.arrayNode();
    }

    static <T> String writeAll(Collection<T> values, BiConsumer<ObjectNode, T> fill) {
        ArrayNode array = array();
        values.forEach(value -> fill.accept(array.addObject(), value));
        return write(array);
    }

    static <T> List<T> readAll(String text, Function<JsonNode, T> make) {
        List<T> values = new ArrayList<>();
        read(text).forEach(node -> values.add(make.apply(node)));
        return values;
    }

    static ArrayNode words(Collection<String> words) {
        ArrayNode array = array();
        words.forEach(array::add);
        return array;
    }

    static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.textValue()));
        return words;
    }

    static ObjectNode map(Map<String, String> values) {
        ObjectNode object = object();
        new TreeMap<>(values).forEach(object::put);
        return object;
    }

    static Map<String, String> map(JsonNode object) {
        Map<String, String> values = new TreeMap<>();
        object.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().textValue()));
        return values;
    }

    static String text(JsonNode object, String field) {
        return object.path(field).asText();
    }

    static Optional<String> optional(JsonNode object, String field) {
        return Optional.ofNullable(object.path(field).textValue());
    }
}
