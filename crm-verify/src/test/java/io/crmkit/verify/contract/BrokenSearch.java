package io.crmkit.verify.contract;

import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.Reach;
import java.util.List;
import java.util.stream.Stream;

/** Storages that find too many customers. */
abstract class BrokenSearch extends AlteredStorage {
    /** What is searched for instead. */
    abstract CustomerCriteria altered(CustomerCriteria criteria);

    @Override
    final Object answer(Call call) throws Throwable {
        return call.with(argument -> argument instanceof CustomerCriteria criteria ? altered(criteria) : argument)
                .make();
    }

    private static CustomerCriteria with(
            CustomerCriteria criteria, List<String> terms, Reach contactReach, Reach sensitiveReach) {
        return new CustomerCriteria(
                criteria.reach(),
                terms,
                contactReach,
                sensitiveReach,
                criteria.openAttributes(),
                criteria.tier(),
                criteria.flag(),
                criteria.team());
    }

    /** Hands terms to the database as patterns. */
    static class TermsAsPatterns extends BrokenSearch {
        @Override
        CustomerCriteria altered(CustomerCriteria criteria) {
            List<String> parts = criteria.terms().stream()
                    .flatMap(term -> Stream.of(term.split("[%_]", -1)))
                    .filter(part -> !part.isEmpty())
                    .toList();
            return with(criteria, parts, criteria.contactReach(), criteria.sensitiveReach());
        }
    }

    /** Shows to everybody what a search for contacts finds. */
    static class ContactsForAll extends BrokenSearch {
        @Override
        CustomerCriteria altered(CustomerCriteria criteria) {
            return with(criteria, criteria.terms(), Reach.all(), criteria.sensitiveReach());
        }
    }

    /** Shows to everybody what a search in attributes finds. */
    static class AttributesForAll extends BrokenSearch {
        @Override
        CustomerCriteria altered(CustomerCriteria criteria) {
            return with(criteria, criteria.terms(), criteria.contactReach(), Reach.all());
        }
    }
}
