package io.crmkit.storage.jpa.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmkit.automation.Condition;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleEvent;
import io.crmkit.automation.Trigger;
import io.crmkit.notification.NoticeRecipient;
import io.crmkit.notification.TemplateKey;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.TicketStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Triggers, conditions and actions of rules in the form in which a column holds them. */
public final class RuleColumns {
    private RuleColumns() {}

    /** When a rule acts. */
    public static String trigger(Trigger trigger) {
        ObjectNode node = Json.object();
        if (trigger instanceof Trigger.On on) {
            node.put("on", on.event().name());
        } else if (trigger instanceof Trigger.After after) {
            node.put("after", after.elapsed().toString())
                    .put("since", after.since().name());
        }
        return Json.write(node);
    }

    /** Reads when a rule acts. */
    public static Trigger trigger(String column) {
        JsonNode node = Json.read(column);
        return node.has("on")
                ? new Trigger.On(RuleEvent.valueOf(Json.text(node, "on")))
                : new Trigger.After(
                        Duration.parse(Json.text(node, "after")), Trigger.Anchor.valueOf(Json.text(node, "since")));
    }

    /** What must hold. */
    public static String condition(Condition condition) {
        return Json.write(node(condition));
    }

    private static ObjectNode node(Condition condition) {
        ObjectNode node = Json.object();
        if (condition instanceof Condition.Always) {
            node.put("is", "always");
        } else if (condition instanceof Condition.CategoryRoot root) {
            node.put("is", "category").set("roots", sorted(root.roots()));
        } else if (condition instanceof Condition.StatusIn status) {
            node.put("is", "status").set("statuses", sorted(status.statuses()));
        } else if (condition instanceof Condition.ChannelIn channel) {
            node.put("is", "channel").set("channels", sorted(channel.channels()));
        } else if (condition instanceof Condition.AtLeast least) {
            node.put("is", "priority").put("atLeast", least.priority().name());
        } else if (condition instanceof Condition.HasTag tag) {
            node.put("is", "tag").put("tag", tag.tag());
        } else if (condition instanceof Condition.All all) {
            node.put("is", "all").set("parts", nodes(all.parts()));
        } else if (condition instanceof Condition.Any any) {
            node.put("is", "any").set("parts", nodes(any.parts()));
        } else if (condition instanceof Condition.Not not) {
            node.put("is", "not").set("part", node(not.part()));
        }
        return node;
    }

    private static ArrayNode nodes(List<Condition> parts) {
        ArrayNode array = Json.array();
        parts.forEach(part -> array.add(node(part)));
        return array;
    }

    private static ArrayNode sorted(Collection<?> values) {
        return Json.words(values.stream().map(Object::toString).sorted().toList());
    }

    /** Reads what must hold. */
    public static Condition condition(String column) {
        return condition(Json.read(column));
    }

    private static Condition condition(JsonNode node) {
        return switch (Json.text(node, "is")) {
            case "always" -> new Condition.Always();
            case "category" -> new Condition.CategoryRoot(Set.copyOf(Json.words(node.path("roots"))));
            case "status" -> new Condition.StatusIn(names(node.path("statuses"), TicketStatus::valueOf));
            case "channel" -> new Condition.ChannelIn(names(node.path("channels"), Channel::valueOf));
            case "priority" -> new Condition.AtLeast(Priority.valueOf(Json.text(node, "atLeast")));
            case "tag" -> new Condition.HasTag(Json.text(node, "tag"));
            case "all" -> new Condition.All(conditions(node.path("parts")));
            case "any" -> new Condition.Any(conditions(node.path("parts")));
            case "not" -> new Condition.Not(condition(node.path("part")));
            default -> throw unknown(node);
        };
    }

    private static List<Condition> conditions(JsonNode array) {
        List<Condition> parts = new ArrayList<>();
        array.forEach(part -> parts.add(condition(part)));
        return parts;
    }

    private static <E> Set<E> names(JsonNode array, Function<String, E> make) {
        return Json.words(array).stream().map(make).collect(Collectors.toSet());
    }

    /** What a rule does. */
    public static String actions(List<RuleAction> actions) {
        return Json.writeAll(actions, RuleColumns::fill);
    }

    private static void fill(ObjectNode node, RuleAction action) {
        if (action instanceof RuleAction.AddTag tag) {
            node.put("do", "tag").put("tag", tag.tag());
        } else if (action instanceof RuleAction.RaisePriority raise) {
            node.put("do", "raise").put("priority", raise.priority().name());
        } else if (action instanceof RuleAction.AssignOnDuty) {
            node.put("do", "assign-on-duty");
        } else if (action instanceof RuleAction.Close) {
            node.put("do", "close");
        } else if (action instanceof RuleAction.Notify notify) {
            node.put("do", "notify")
                    .put("template", notify.template().value())
                    .put("recipient", notify.recipient().name());
            notify.atMostEvery().ifPresent(time -> node.put("atMostEvery", time.toString()));
        }
    }

    /** Reads what a rule does. */
    public static List<RuleAction> actions(String column) {
        return Json.readAll(column, RuleColumns::action);
    }

    private static RuleAction action(JsonNode node) {
        return switch (Json.text(node, "do")) {
            case "tag" -> new RuleAction.AddTag(Json.text(node, "tag"));
            case "raise" -> new RuleAction.RaisePriority(Priority.valueOf(Json.text(node, "priority")));
            case "assign-on-duty" -> new RuleAction.AssignOnDuty();
            case "close" -> new RuleAction.Close();
            case "notify" ->
                new RuleAction.Notify(
                        new TemplateKey(Json.text(node, "template")),
                        NoticeRecipient.valueOf(Json.text(node, "recipient")),
                        Json.optional(node, "atMostEvery").map(Duration::parse));
            default -> throw unknown(node);
        };
    }

    private static IllegalStateException unknown(JsonNode node) {
        return new IllegalStateException("a rule was saved by a newer version of the CRM: "
                + node.fieldNames().next());
    }
}
