package io.crmkit.internal.access;

import io.crmkit.actor.AccessPolicy;
import io.crmkit.id.IdSource;
import io.crmkit.spi.storage.CrmStorage;
import java.time.InstantSource;

/** What every gate of one CRM shares. */
public record GateParts(CrmStorage storage, AccessPolicy policy, InstantSource clock, IdSource ids) {}
