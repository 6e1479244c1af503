package io.crmkit.storage.jpa.internal.store;

import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Tier;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.storage.jpa.internal.sql.Database;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The numbers by which an index finds a customer: those of the texts, and some for what searches are narrowed by. */
final class Features {
    private Features() {}

    /** All of a customer, in ascending order. */
    static int[] of(Customer customer, CustomerIndex index) {
        IntStream.Builder scope = IntStream.builder();
        scope.add(team(customer.team().value()));
        scope.add(tier(customer.tier()));
        customer.owner().ifPresent(owner -> scope.add(owner(owner.value())));
        customer.flags().forEach(flag -> scope.add(flag(flag)));
        return IntStream.concat(Arrays.stream(SearchFeatures.of(index)), scope.build())
                .sorted()
                .distinct()
                .toArray();
    }

    static int team(String team) {
        return number("team:" + team);
    }

    static int owner(String owner) {
        return number("owner:" + owner);
    }

    static int tier(Tier tier) {
        return number("tier:" + tier);
    }

    static int flag(CustomerFlag flag) {
        return number("flag:" + flag);
    }

    private static int number(String text) {
        return Integer.reverse(text.hashCode() * 0x9e3779b1);
    }

    /** Numbers as a parameter for their column. */
    static Object toColumn(Database database, int[] features) {
        if (database == Database.POSTGRESQL) {
            return Arrays.stream(features).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
        }
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * features.length);
        bytes.asIntBuffer().put(features);
        return bytes.array();
    }

    /** What stands in a statement for that parameter. */
    static String parameter(Database database) {
        return database == Database.POSTGRESQL ? "cast(? as integer[])" : "?";
    }

    /** Numbers from their column. */
    static int[] read(Database database, ResultSet row, int column) throws SQLException {
        if (database == Database.POSTGRESQL) {
            return parsed(row.getString(column));
        }
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
        int[] features = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(features);
        return features;
    }

    /**
     * Numbers between commas in braces; the driver's own arrays are of objects. Numbers stand in quotes where the driver
     * was sent them in binary, which it asks for when a statement was used a few times.
     */
    static int[] parsed(String text) {
        int[] numbers = new int[text.length() / 2];
        int count = 0;
        int from = -1;
        for (int i = 0; i < text.length(); i++) {
            boolean inside = text.charAt(i) == '-' || Character.isDigit(text.charAt(i));
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                numbers[count++] = Integer.parseInt(text, from, i, 10);
                from = -1;
            }
        }
        return Arrays.copyOf(numbers, count);
    }
}
