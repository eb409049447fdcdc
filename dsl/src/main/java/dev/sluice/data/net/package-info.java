/** IP addresses, address blocks, and the way of a request through proxies. */
package dev.sluice.data.net;
