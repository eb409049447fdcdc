/** Tools that tests need and the project does not build: fetched once, kept in the project's own folder. */
package dev.sluice.testkit.fetch;
