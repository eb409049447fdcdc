package dev.sluice.dsl;

/** One ring of the onion: what a filter does on the way in and on the way out. */
record Layer(Part request, Part response) {}
