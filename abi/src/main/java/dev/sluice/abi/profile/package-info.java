/** What hosts other than a current Envoy do otherwise: for tests, and to be told when a plugin is built. */
package dev.sluice.abi.profile;
