package io.crmkit.customer;

/** Types of attributes and the text form of their values. */
public enum AttributeType {
    /** Any line of at most 500 characters. */
    TEXT,
    /** A whole number in ASCII digits. */
    INTEGER,
    /** A decimal number such as {@code 12.50}. */
    DECIMAL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code 2026-03-21}. */
    DATE,
    /** {@code 2026-03-21T08:00:00Z}. */
    INSTANT,
    /** One of the definition's options. */
    ENUM,
    /** Options divided by commas. */
    MULTI_ENUM,
    /** An amount, a blank and an asset: {@code 12.5 USDT}. */
    MONEY,
    /** Asset codes divided by commas: {@code BTC,ETH}. */
    ASSET_SET
}
