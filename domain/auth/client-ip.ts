/**
 * The client's address, as the server saw it (or the proxy that it trusts). The server sets this header
 * on every request, so what a client sends in it is lost.
 */
export const CLIENT_IP_HEADER = "x-simon-client-ip";
