package dev.sluice.step;

import dev.sluice.value.TextValue;

/** A header of a message that the plugin makes; left out where its value is absent. */
public record HeaderField(String name, TextValue value) {}
