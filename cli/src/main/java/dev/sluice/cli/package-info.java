/** The command line: {@code command} parses and prints, the other packages do the work. */
package dev.sluice.cli;
