package io.crmkit.storage.jpa.internal.store;

import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.storage.jpa.internal.json.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The definition of an attribute of customers. */
@Entity(name = "CrmAttribute")
@Table(name = "attribute")
class AttributeRow {
    @Id
    @Column(name = "name", length = 60)
    String name;

    @Column(name = "value_type", length = 20)
    String type;

    @Column(name = "labels", length = Texts.LONG)
    String labels;

    @Column(name = "options", length = Texts.LONG)
    String options;

    @Column(name = "is_sensitive")
    boolean sensitive;

    static AttributeRow of(AttributeDefinition definition) {
        AttributeRow row = new AttributeRow();
        row.name = definition.name();
        row.type = definition.type().name();
        row.labels = Columns.map(definition.labels());
        row.options = Columns.words(definition.options());
        row.sensitive = definition.sensitive();
        return row;
    }

    AttributeDefinition toDefinition() {
        return new AttributeDefinition(
                name, AttributeType.valueOf(type), Columns.map(labels), Columns.words(options), sensitive);
    }
}
