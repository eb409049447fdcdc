/**
 * Settings per route: rules that say which settings are for which requests, read from a plugin's configuration and
 * turned into one filter. Written with the public words of the language and of the settings alone.
 */
package dev.sluice.rules;
