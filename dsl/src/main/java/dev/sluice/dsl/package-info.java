/** The language: its words, and what a plugin is made of. */
package dev.sluice.dsl;
