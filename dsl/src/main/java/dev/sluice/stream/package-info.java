/** What bodies are put through piece by piece, without being held. */
package dev.sluice.stream;
