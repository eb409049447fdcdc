package dev.sluice.dsl;

/** One ring of the onion: what a filter does on the way in, on the way out, and when the stream is over. */
record Layer(Part request, Part response, Part log) {}
