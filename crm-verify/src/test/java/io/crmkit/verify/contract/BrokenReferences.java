package io.crmkit.verify.contract;

import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.NameMatch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.ReferenceCriteria;
import io.crmkit.spi.storage.ReferenceStore;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Storages that find texts by what they do not name, or do not find them by what they name. */
abstract class BrokenReferences extends AlteredStorage {
    /** What is asked for instead. */
    ReferenceCriteria altered(ReferenceCriteria criteria) {
        return criteria;
    }

    @Override
    Object answer(Call call) throws Throwable {
        return call.is(ReferenceStore.class, "list")
                ? call.with(argument -> argument instanceof ReferenceCriteria criteria ? altered(criteria) : argument)
                        .make()
                : call.make();
    }

    private static ReferenceCriteria with(ReferenceCriteria criteria, NameMatch named) {
        return new ReferenceCriteria(criteria.kind(), named, criteria.unless(), criteria.reach());
    }

    /** Compares names without regard to case, as many collations do. */
    static class CaselessNames extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            boolean one = call.is(ReferenceStore.class, "list") || call.is(ReferenceStore.class, "add");
            return one ? call.with(CaselessNames::lower).make() : call.make();
        }

        private static Object lower(Object argument) {
            if (argument instanceof Set<?> names) {
                return names.stream().map(CaselessNames::lower).collect(Collectors.toSet());
            }
            return argument instanceof ReferenceCriteria criteria
                    ? with(
                            criteria,
                            new NameMatch(
                                    criteria.named().names().stream()
                                            .map(name -> name.toLowerCase(Locale.ROOT))
                                            .collect(Collectors.toSet()),
                                    criteria.named().beginning()))
                    : argument instanceof String name ? name.toLowerCase(Locale.ROOT) : argument;
        }
    }

    /** Takes beginnings for whole names. */
    static class NoBeginnings extends BrokenReferences {
        @Override
        ReferenceCriteria altered(ReferenceCriteria criteria) {
            return with(criteria, new NameMatch(criteria.named().names(), false));
        }
    }

    /** Takes whole names for beginnings. */
    static class OnlyBeginnings extends BrokenReferences {
        @Override
        ReferenceCriteria altered(ReferenceCriteria criteria) {
            return with(criteria, new NameMatch(criteria.named().names(), true));
        }
    }

    /** Forgets which texts are to be left out. */
    static class NothingLeftOut extends BrokenReferences {
        @Override
        ReferenceCriteria altered(ReferenceCriteria criteria) {
            return new ReferenceCriteria(criteria.kind(), criteria.named(), Optional.empty(), criteria.reach());
        }
    }

    /** Shows every text to everybody. */
    static class TextsForAll extends BrokenReferences {
        @Override
        ReferenceCriteria altered(ReferenceCriteria criteria) {
            return new ReferenceCriteria(criteria.kind(), criteria.named(), criteria.unless(), Reach.all());
        }
    }

    /** Lists comments where messages to customers are asked for. */
    static class CommentsForCustomers extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            Object found = call.make();
            boolean open = call.is(ReferenceStore.class, "list")
                    && call.arguments().get(0) instanceof ReferenceCriteria criteria
                    && criteria.kind() == TextKind.INTERNAL_MESSAGE;
            return open
                    ? call.with(argument -> argument instanceof ReferenceCriteria criteria
                                    ? new ReferenceCriteria(
                                            TextKind.PUBLIC_MESSAGE,
                                            criteria.named(),
                                            criteria.unless(),
                                            criteria.reach())
                                    : argument)
                            .make()
                    : found;
        }
    }

    /** Lists a text once for each of its names. */
    static class OncePerName extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            if (!call.is(ReferenceStore.class, "list")) {
                return call.make();
            }
            ReferenceCriteria criteria = (ReferenceCriteria) call.arguments().get(0);
            List<Object> found = new ArrayList<>();
            for (String name : criteria.named().names()) {
                NameMatch one = new NameMatch(Set.of(name), criteria.named().beginning());
                found.addAll((List<?>) call.with(argument -> argument.equals(criteria) ? with(criteria, one) : argument)
                        .make());
            }
            return found.subList(
                    0, Math.min(found.size(), ((Slice) call.arguments().get(1)).limit()));
        }
    }

    /** Keeps what a text was listed by. */
    static class NothingTakenOut extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            return call.is(ReferenceStore.class, "remove") ? null : call.make();
        }
    }

    /** Adds new names to the old ones. */
    static class NamesPileUp extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            if (!call.is(ReferenceStore.class, "replaceAll")) {
                return call.make();
            }
            Object stored = call.store();
            ((Map<?, ?>) call.arguments().get(0)).forEach((place, names) -> add((ReferenceStore) stored, place, names));
            return null;
        }

        private static void add(ReferenceStore store, Object place, Object names) {
            for (Object name : (Set<?>) names) {
                try {
                    store.add((TextPlace) place, Set.of((String) name));
                } catch (DuplicateKeyException e) {
                    // It has that name already.
                }
            }
        }
    }

    /** Says nothing when a text is listed by a name twice. */
    static class SilentDuplicates extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            try {
                return call.make();
            } catch (DuplicateKeyException e) {
                if (call.is(ReferenceStore.class, "add")) {
                    return null;
                }
                throw e;
            }
        }
    }
}
