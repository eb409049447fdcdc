/**
 * What the words of values do to bytes: functions, predicates and splitters without any knowledge of streams. Each is
 * linear in its input, bounds its output (see {@link dev.sluice.value.text.Growth}) and never throws on what a client sent.
 */
package dev.sluice.value.text;
