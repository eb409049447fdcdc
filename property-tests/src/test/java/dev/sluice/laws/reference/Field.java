package dev.sluice.laws.reference;

/** A header field. All texts of the reference are bytes, one for each character. */
record Field(String name, String value) {}
