package io.crmkit.customer.internal;

import io.crmkit.actor.TeamId;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.Names;
import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.ViolationCode;
import io.crmkit.spi.storage.StaffStore;
import io.crmkit.staff.AgentState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Applies the edits of one command to a draft and collects all that is wrong with them. */
final class CustomerEdits {
    private final AttributeCatalog attributes;
    private final StaffStore staff;
    private final ContactForms forms;
    private final CustomerDraft draft;
    private final Predicate<String> hidden;
    private final Checks checks = Checks.that("");

    /** @param hidden says of a field whether the actor may not even know that it is set */
    CustomerEdits(
            AttributeCatalog attributes,
            StaffStore staff,
            ContactForms forms,
            CustomerDraft draft,
            Predicate<String> hidden) {
        this.attributes = attributes;
        this.staff = staff;
        this.forms = forms;
        this.draft = draft;
        this.hidden = hidden;
    }

    /**
     * Applies all edits in order.
     *
     * @param form the command that they belong to
     * @throws io.crmkit.error.InvalidRequestException with the violations of the form and of all edits
     */
    void apply(List<CustomerEdit> edits, Form form) {
        checks.all(form.violations());
        if (edits.size() <= CustomerEdit.MOST) {
            edits.forEach(this::apply);
            boolean named = draft.isNamed() || edits.stream().anyMatch(CustomerEdit.Rename.class::isInstance);
            checks.require(named, "names", ViolationCode.REQUIRED, "are missing");
        }
        checks.done();
    }

    private void apply(CustomerEdit edit) {
        if (edit instanceof CustomerEdit.Rename e) {
            checks.nested(() -> draft.rename(new Names(e.given(), e.family())));
        } else if (edit instanceof CustomerEdit.AddIdentifier e) {
            checks.nested(() -> addIdentifier(new Identifier(e.kind(), e.value())));
        } else if (edit instanceof CustomerEdit.RemoveIdentifier e) {
            checks.nested(() -> remove(new Identifier(e.kind(), e.value())));
        } else if (edit instanceof CustomerEdit.AddContact e) {
            contact(e.type(), e.value()).ifPresent(draft::add);
        } else if (edit instanceof CustomerEdit.RemoveContact e) {
            contact(e.type(), e.value()).ifPresent(c -> requirePresent(draft.remove(c), "contact." + e.type()));
        } else if (edit instanceof CustomerEdit.SetLanguages e) {
            setLanguages(e.languages());
        } else {
            applyRest(edit);
        }
    }

    private void applyRest(CustomerEdit edit) {
        if (edit instanceof CustomerEdit.SetPreferredChannel e) {
            draft.preferredChannel(Optional.of(e.type()));
        } else if (edit instanceof CustomerEdit.SetTier e) {
            draft.tier(e.tier());
        } else if (edit instanceof CustomerEdit.SetFlags e) {
            draft.flags(e.flags());
        } else if (edit instanceof CustomerEdit.SetAttribute e) {
            definition(e.name()).ifPresent(definition -> setAttribute(definition, e.value()));
        } else if (edit instanceof CustomerEdit.ClearAttribute e) {
            definition(e.name()).ifPresent(definition -> clear(CustomerDeltas.ATTRIBUTE + e.name(), e.name()));
        } else if (edit instanceof CustomerEdit.SetCare e) {
            setCare(e);
        }
    }

    private void remove(Identifier identifier) {
        requirePresent(draft.remove(identifier), "identifier." + identifier.kind());
    }

    private void addIdentifier(Identifier identifier) {
        if (Mask.isMasked(identifier.value())) {
            checks.add("identifier." + identifier.kind(), ViolationCode.MALFORMED, "is a masked value");
        } else {
            draft.add(identifier);
        }
    }

    private Optional<Contact> contact(ContactType type, String value) {
        Optional<Contact> contact = forms.contact(type, value);
        if (contact.isEmpty()) {
            checks.add("contact." + type, ViolationCode.MALFORMED, ContactForms.form(type));
        }
        return contact;
    }

    private void setLanguages(List<String> tags) {
        Set<String> canonical = new LinkedHashSet<>();
        for (String tag : tags) {
            Optional<String> known = LanguageTags.canonical(tag);
            known.ifPresent(canonical::add);
            checks.require(
                    known.isPresent(), "languages", ViolationCode.UNKNOWN, "holds what is no language tag such as fa");
        }
        draft.languages(List.copyOf(canonical));
    }

    /** An unknown name is not repeated: anything may stand there. */
    private Optional<AttributeDefinition> definition(String name) {
        Optional<AttributeDefinition> definition = attributes.find(name);
        if (definition.isEmpty()) {
            checks.add("attribute", ViolationCode.UNKNOWN, "is not defined: define it first");
        }
        return definition;
    }

    private void setAttribute(AttributeDefinition definition, String value) {
        String field = "attribute." + definition.name();
        if (value.isBlank()) {
            checks.add(field, ViolationCode.REQUIRED, "is blank: clear the attribute instead");
        } else if (definition.sensitive() && Mask.isMasked(value)) {
            checks.add(field, ViolationCode.MALFORMED, "is a masked value");
        } else {
            Optional<String> canonical = AttributeValues.canonical(definition, value);
            canonical.ifPresent(fit -> draft.attribute(definition.name(), fit));
            checks.require(canonical.isPresent(), field, ViolationCode.MALFORMED, AttributeValues.form(definition));
        }
    }

    /** As tickets are assigned and referred; the team that everybody begins in need not be saved. */
    private void setCare(CustomerEdit.SetCare care) {
        boolean ownerKnown = care.owner()
                .map(id -> staff.agent(id)
                        .filter(agent -> agent.state() != AgentState.DEACTIVATED)
                        .isPresent())
                .orElse(true);
        boolean teamKnown =
                care.team().equals(TeamId.SUPPORT) || staff.team(care.team()).isPresent();
        checks.require(
                        ownerKnown,
                        CustomerDeltas.OWNER,
                        ViolationCode.UNKNOWN,
                        "is no active agent: save it with staff().save(…) first")
                .require(
                        teamKnown,
                        CustomerDeltas.TEAM,
                        ViolationCode.UNKNOWN,
                        "is not known: save it with staff().save(…) first");
        draft.care(care.owner(), care.team());
    }

    private void clear(String field, String name) {
        requirePresent(draft.clear(name) || hidden.test(field), field);
    }

    private void requirePresent(boolean removed, String field) {
        checks.require(removed, field, ViolationCode.NOT_ALLOWED, "cannot be removed: the customer has none such");
    }
}
