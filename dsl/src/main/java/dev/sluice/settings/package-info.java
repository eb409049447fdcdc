/**
 * Settings of plugins: words that say what a configuration in JSON may hold, and turn it into the author's own type or
 * into everything that is wrong with it. A plugin's module holds the decoders that it uses and no others.
 */
package dev.sluice.settings;
