/**
 * Envoy's attributes ("Attributes" in Envoy's documentation) as typed properties: a class of factories for each family,
 * so that a module has only those that its code names.
 */
package dev.sluice.abi.attribute;
