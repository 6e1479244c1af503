package io.crmkit.verify.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.CustomerMerge;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.UnmergeCustomers;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.verify.Desk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However people who have much in common are merged, and in whatever order that is undone: all are as they were. */
class MergesInAnyOrderTest {
    private static final int PEOPLE = 4;
    private static final int ROUNDS = 12;
    private static final List<String> FIELDS =
            List.of("names", "languages", "tier", "preferredChannel", "care", "attribute.kyc.level");

    private final MemoryStorage storage = MemoryStorage.create();
    private final Desk desk = Desk.staffed(storage);
    private final MergeWorld world = new MergeWorld(desk, storage);
    private final List<CustomerMerge> merges = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void allIsAsBefore(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<CustomerId> people = people(random);
            world.fill(people.get(round % PEOPLE));
            Map<String, List<String>> before = world.snapshot();

            StringBuilder what = new StringBuilder("seed " + seed + ", round " + round + ":");
            merge(people, random, what);
            undo(random, what);

            assertThat(world.snapshot()).as(what.toString()).isEqualTo(before);
        }
    }

    private List<CustomerId> people(Random random) {
        List<CustomerId> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(desk.host().customers().register(somebody(random)).id());
        }
        return people;
    }

    private static RegisterCustomer somebody(Random random) {
        RegisterCustomer person = RegisterCustomer.named("علی " + random.nextInt(3), "رضایی")
                .email("ali" + random.nextInt(2) + "@example.com")
                .language(languages(random));
        int phones = random.nextInt(4);
        for (int i = 0; i < phones; i++) {
            person = person.phone("0912111000" + random.nextInt(5));
        }
        for (CustomerEdit edit : edits(random)) {
            person = random.nextBoolean() ? person.with(edit) : person;
        }
        return person;
    }

    private static List<CustomerEdit> edits(Random random) {
        Optional<ActorId> owner = random.nextBoolean() ? Optional.of(new ActorId("sara")) : Optional.empty();
        return List.of(
                new CustomerEdit.SetAttribute("kyc.level", Integer.toString(random.nextInt(3))),
                new CustomerEdit.SetAttribute("loginDevice", random.nextBoolean() ? "WEB" : "IOS"),
                new CustomerEdit.SetFlags(Set.of(one(CustomerFlag.values(), random))),
                new CustomerEdit.SetTier(one(Tier.values(), random)),
                new CustomerEdit.SetPreferredChannel(one(ContactType.values(), random)),
                new CustomerEdit.SetCare(owner, random.nextBoolean() ? Desk.VIP : TeamId.SUPPORT));
    }

    private static String[] languages(Random random) {
        List<String> languages = new ArrayList<>(List.of("fa", "ta", "en"));
        Collections.shuffle(languages, random);
        return languages.subList(0, random.nextInt(4)).toArray(new String[0]);
    }

    private static <T> T one(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    /** In chains and into one, taking some fields from whom is merged. */
    private void merge(List<CustomerId> people, Random random, StringBuilder what) {
        List<CustomerId> left = new ArrayList<>(people);
        while (left.size() > 1) {
            CustomerId merged = left.remove(random.nextInt(left.size()));
            CustomerId survivor = left.get(random.nextInt(left.size()));
            MergeCustomers command = MergeCustomers.of(now(survivor), now(merged));
            for (String field : FIELDS) {
                command = random.nextInt(4) == 0 ? command.taking(field) : command;
            }
            merges.add(desk.admin().customers().merge(command));
            what.append(' ').append(people.indexOf(merged)).append(" into ").append(people.indexOf(survivor));
            what.append(command.take());
        }
    }

    /** Any of the merges whose survivor is there. */
    private void undo(Random random, StringBuilder what) {
        while (!merges.isEmpty()) {
            List<CustomerMerge> possible = merges.stream()
                    .filter(merge -> now(merge.survivor()).id().equals(merge.survivor()))
                    .toList();
            CustomerMerge merge = possible.get(random.nextInt(possible.size()));
            desk.admin().customers().unmerge(UnmergeCustomers.of(merge, now(merge.survivor())));
            what.append(", undo ").append(merges.indexOf(merge));
            merges.remove(merge);
        }
    }

    private Customer now(CustomerId id) {
        return desk.admin().customers().get(id);
    }
}
