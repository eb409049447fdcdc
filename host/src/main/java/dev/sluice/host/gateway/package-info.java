/** The dev gateway: the same model and runner behind a real listener, in front of a real upstream. */
package dev.sluice.host.gateway;
